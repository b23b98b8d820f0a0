"""A server that runs: it says how it is, it takes up a new build, it stops without losing anything."""

import json
import shutil
import signal
import subprocess
import sys
import threading
import time

import httpx
import pytest
from conftest import INVESTAI, ROOT, serving
from prometheus_client.parser import text_string_to_metric_families

import graphbuild

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER(STRLEN(CONCAT(STR(?a), STR(?d))) > 1000) }"
JSON = {"accept": "application/json"}


def count(client) -> int:
    answer = client.get(
        "/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?d a gb:Document }"}, headers=JSON
    )
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_health_says_what_is_served(client):
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["documents"] == 2


def test_metrics_count_requests_by_room_and_never_by_name(client):
    for name in ("a", "b", "c"):
        client.get(f"/id/entity/{name}")
        client.get(f"/nonsense-{name}")
    families = {f.name: f for f in text_string_to_metric_families(client.get("/metrics").text)}
    rooms = {sample.labels["room"] for sample in families["graphbuild_requests"].samples}
    assert {"id", "other"} <= rooms
    assert not [room for room in rooms if "nonsense" in room]
    assert families["graphbuild_quads"].samples[0].value == client.get("/health").json()["quads"]


def test_each_request_is_one_line_of_json(client, served):
    client.get('/id/x%0a{"event":"forged"}')
    time.sleep(0.2)
    lines = [json.loads(line) for line in served.log.read_text().splitlines()]
    mine = [line for line in lines if "forged" in line.get("path", "")]
    assert [line["event"] for line in mine] == ["request"]
    assert {"time", "status", "ms", "bytes", "method"} <= mine[0].keys()
    assert not [line for line in lines if line["level"] == "error"]


def test_what_a_library_has_to_say_is_a_line_of_json_too():
    program = """
import logging, warnings
from graphbuild.serve.watching import log_to_standard_error
log_to_standard_error()
logging.getLogger("asyncio").warning("Unknown child process pid %d", 12741)
logging.getLogger("uvicorn.error").error("Invalid HTTP request received.")
warnings.warn("old")
"""
    said = subprocess.run([sys.executable, "-c", program], stderr=subprocess.PIPE, check=True, text=True)
    lines = [json.loads(line) for line in said.stderr.splitlines()]
    assert [line["level"] for line in lines] == ["warning", "error", "warning"]
    assert lines[0]["message"] == "Unknown child process pid 12741"


def test_a_new_build_is_served_without_a_restart_and_without_an_error(tmp_path):
    output = tmp_path / "output"
    graphbuild.build(INVESTAI, output=output)
    (tmp_path / "more.txt").write_text("Nvidia a investi 50 millions d’euros dans Mistral AI.\n", "utf-8")
    with serving(output, log=tmp_path / "log") as server, server.client() as client:
        assert count(client) == 1
        etag = client.get("/id/nothing", headers={"accept": "text/html"}).headers.get("etag")
        assert etag is None
        building = subprocess.Popen(
            [sys.executable, "-m", "graphbuild", "build", INVESTAI, tmp_path / "more.txt", "-o", output],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        seen, until = [], time.monotonic() + 90
        while time.monotonic() < until and seen[-1:] != [2]:
            seen.append(count(client))
            time.sleep(0.05)
        assert building.wait() == 0
        assert set(seen) == {1, 2}
        assert client.get("/search", params={"q": "Mistral"}, headers=JSON).json()["names"]
        assert "graphbuild_output_changes 1.0" in client.get("/metrics").text


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_lets_what_runs_end(built, tmp_path, stop):
    shutil.copytree(built, tmp_path / "output")
    answers = []
    with serving(tmp_path / "output", "--time-limit", "20", log=tmp_path / "log") as server:

        def ask() -> None:
            answers.append(httpx.get(f"{server.address}sparql", params={"query": SLOW}, timeout=60))

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.5)
        server.process.send_signal(stop)
        asking.join()
        server.process.wait(40)
    assert answers[0].status_code in {200, 503}
    assert answers[0].status_code == 200 or "was stopped" in answers[0].text
    assert server.process.returncode == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_nobody_is_left_when_the_server_is_killed(built, tmp_path):
    with serving(built, log=tmp_path / "log") as server:
        children = subprocess.run(
            ["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=True
        ).stdout.split()
        assert len(children) >= 2
        server.process.kill()
        server.process.wait()
        time.sleep(1)
    left = subprocess.run(
        ["ps", "-o", "stat=", "-p", ",".join(children)], capture_output=True, text=True, check=False
    )
    assert [state for state in left.stdout.split() if not state.startswith("Z")] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "no.such.host.invalid"], "Cannot listen on no.such.host.invalid"),
        (["-o", "nowhere"], "run `graphbuild build"),
    ],
)
def test_what_cannot_be_served_is_explained(built, tmp_path, options, said):
    command = [sys.executable, "-m", "graphbuild", "serve", "-o", built, "--port", "0", *options]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_port_that_is_taken_is_explained(built, served):
    command = [sys.executable, "-m", "graphbuild", "serve", "-o", built, "--port", str(served.port)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert "Name another with --host or --port" in done.stderr
