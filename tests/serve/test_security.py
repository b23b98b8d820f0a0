"""What docs/security.md promises and no other file shows; and that each of its promises has its test."""

import contextlib
import json
import re
import socket
import threading
import time
import zlib
from pathlib import Path

import pytest
from conftest import ROOT, Served

from graphbuild.serve.jobs import pathless
from graphbuild.serve.patience import PATIENCE
from graphbuild.serve.service import Service
from graphbuild.settings import Settings

PROMISES = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
HTML = {"accept": "text/html"}


def raw(served: Served, request: bytes) -> bytes:
    """What the server says to exactly these bytes, until it closes the connection or says no more."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=5) as connection:
        connection.sendall(request)
        said = b""
        try:
            while chunk := connection.recv(65536):
                said += chunk
        except OSError:  # it says no more, or has ended the connection while we were still sending
            pass
        return said


def test_every_promise_names_tests_that_exist():
    rows = [
        line for line in PROMISES.splitlines() if line.startswith("| ") and not line.startswith("| against |")
    ]
    assert len(rows) > 25
    for row in rows:
        named = re.findall(r"`(tests/\S+\.py)::(\w+)`", row)
        assert named, row
        for file, test in named:
            assert re.search(
                rf"^def {test}\(", Path(ROOT / file).read_text(encoding="utf-8"), re.MULTILINE
            ), test


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
    ],
)
def test_a_strangers_name_does_not_lead_here(served, host, status):
    """DNS rebinding: a page on evil.example makes that name mean 127.0.0.1 and asks."""
    for path in ("/", "/sparql", "/health", "/metrics", "/static/serve.css", "/edit/"):
        said = raw(served, f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        first = int(said.split(b" ")[1])
        assert first == 421 if status == 421 else first in {200, 404}


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../pyproject.toml",
        "/static/%2e%2e/%2e%2e/words.en.toml",
        "/static/..%2f..%2fwords.en.toml",
        "/static//etc/passwd",
        "/static/%00",
        "/static/editor/../../words.en.toml",
        "/id/../../../../etc/passwd",
        "/questions/..%2f..%2fgraphbuild.ttl",
        "/questions/%2e%2e%2fshapes",
        "/..%2f..%2fetc%2fpasswd",
        "/ontology/../shapes.ttl",
    ],
)
def test_no_file_is_reached_but_ours(served, path):
    said = raw(served, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    assert int(said.split(b" ")[1]) in {400, 404}
    assert b"root:" not in said
    assert b"@prefix" not in said


@pytest.mark.parametrize(
    ("head", "statuses"),
    [
        (
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nASK {}",
            {400},
        ),
        (
            (
                "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
            ),
            {400},
        ),
        (
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
            {400, 501},
        ),
        ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", {400}),
        ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n", {413}),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", {400, 421}),
        ("GET / HTTP/1.1\r\n\r\n", {400}),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a" * 200_000 + "\r\n\r\n", {400, 431, None}),
        ("GET /" + "a" * 200_000 + " HTTP/1.1\r\nHost: localhost\r\n\r\n", {400, 414, 431, None}),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n", {400}),
        ("\r\n\x00\xff nonsense\r\n\r\n", {400}),
    ],
)
def test_what_is_ambiguous_or_too_long_is_refused_and_the_connection_ends(served, head, statuses):
    said = raw(served, head.encode("latin-1"))
    assert (int(said.split(b" ")[1]) if said else None) in statuses, said[:300]
    assert said.count(b"HTTP/1.1 ") <= 1, "a second request was smuggled in"


def test_a_body_that_grows_is_cut_off(served):
    """Chunks say no length beforehand."""
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"#" * 65536 + b"\r\n"
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        connection.sendall(head)
        sent = 0
        try:
            for _ in range(400):
                connection.sendall(chunk)
                sent += 65536
        except OSError:
            pass
        assert sent < 400 * 65536 or b" 413 " in connection.recv(65536)


def test_who_sends_a_byte_a_minute_is_not_waited_for(served):
    """One who never ends its head, one who never ends its body, one who says nothing at all."""
    body = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    begun = [b"GET / HTTP/1.1\r\nHost: local", body + b"Content-Length: 100\r\n\r\nASK", b""]
    connections = [socket.create_connection(("127.0.0.1", served.port), timeout=20) for _ in begun]
    for connection, start in zip(connections, begun, strict=True):
        connection.sendall(start)
    time.sleep(PATIENCE / 2)
    connections[0].sendall(b"h")  # a little more does not help
    said = [connection.recv(65536) for connection in connections]
    assert [words[:12] for words in said] == [b"", b"HTTP/1.1 408", b""]
    for connection in connections:
        connection.close()


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: local"], ids=["silent", "half a head"])
def test_a_crowd_that_asks_nothing_keeps_nobody_out(served, begun):
    """Twice: who comes after the crowd, and who was reading when it came."""
    with served.client() as reader, served.client() as late:
        assert reader.get("/health").status_code == 200
        crowd = [socket.create_connection(("127.0.0.1", served.port), timeout=20) for _ in range(700)]
        try:
            for connection in crowd:
                with contextlib.suppress(OSError):  # some have lost their place already
                    connection.sendall(begun)
            answers = [client.get("/health") for client in (late, reader, late) for _ in range(5)]
        finally:
            for connection in crowd:
                connection.close()
    assert [answer.status_code for answer in answers] == [200] * 15
    assert max(answer.elapsed.total_seconds() for answer in answers) < PATIENCE / 2


def test_who_takes_their_time_between_requests_may(served):
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as connection:
        for pause in (0, 1):
            time.sleep(pause)
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            said = b""
            while not said.endswith(b"}"):
                said += connection.recv(65536)
            assert said.startswith(b"HTTP/1.1 200 ")


def test_another_sites_page_cannot_make_us_work(client):
    foreign = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    for path in ("/sparql?query=ASK{}", "/search?q=France", "/explore", "/static/query.js"):
        assert client.get(path, headers=foreign).status_code == 403
    assert client.get("/", headers={**foreign, "sec-fetch-mode": "navigate"}).status_code == 200


def test_compressed_bodies_are_not_unpacked(client):
    bomb = zlib.compress(b" " * 50_000_000)
    headers = {"content-encoding": "deflate", "content-type": "application/sparql-query"}
    assert client.post("/sparql", content=bomb, headers=headers).status_code == 415


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ # \r SERVICE SILENT <{url}> {{ ?s ?p ?o }} \n }}",
        "LOAD <{url}>",
        "LOAD SILENT <{url}> INTO GRAPH <{url}>",
        "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        "CONSTRUCT FROM NAMED <{url}> WHERE {{ ?s ?p ?o }}",
        "DESCRIBE <{url}>",
    ],
)
def test_no_question_makes_the_server_call_anybody(client, machine, question):
    url, calls = machine
    asked = question.format(url=url)
    for params in (
        {"query": asked},
        {"query": "ASK {}", "default-graph-uri": asked.split("<")[1].split(">")[0]},
    ):
        assert client.get("/sparql", params=params).status_code in {200, 400}
    assert client.post("/sparql", data={"update": asked}).status_code == 403
    time.sleep(0.1)
    assert calls == []


def test_every_answer_forbids_what_no_page_of_ours_needs(client):
    for path in ("/", "/health", "/sparql", "/nothing", "/static/query.js", "/explore"):
        headers = client.get(path, headers=HTML, follow_redirects=True).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers


def test_no_answer_names_a_folder_of_this_machine(client, built):
    answers = [
        client.get(path, headers=HTML).text
        for path in ("/", "/health", "/metrics", "/explore", "/id/x", "/%ff")
    ]
    answers += [client.get("/sparql", params={"query": q}).text for q in ("SELECT", "SELECT * { ?s ?p ?o }")]
    assert [text for text in answers if str(built) in text or str(ROOT) in text or "Traceback" in text] == []


def test_what_is_told_of_a_build_names_no_folder(tmp_path):
    service = Service(settings=Settings(output=tmp_path / "out put"))
    incoming = tmp_path / "out put" / ".graphbuild.incoming" / "a.txt"
    said = pathless(json.dumps({"error": f"Cannot read {incoming}: {tmp_path / 'out put'} is full"}), service)
    assert json.loads(said) == {"error": "Cannot read incoming/a.txt: the output is full"}


def test_many_slow_questions_leave_the_pages_alone(served):
    """Our own pages have workers of their own."""
    bomb = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with served.client() as client:
        threads = [
            threading.Thread(target=lambda: client.get("/sparql", params={"query": bomb})) for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        with served.client() as other:
            answer = other.get("/search", params={"q": "France"}, headers={"accept": "application/json"})
        assert answer.json()["names"]
        assert answer.elapsed.total_seconds() < 3
        for thread in threads:
            thread.join()
