"""The number of processes changes nothing but the time, and none of them outlives a build."""

import os
import signal
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import newswire

import graphbuild
from graphbuild.model import Document
from graphbuild.run.extract import attempt
from graphbuild.run.workers import FEW, understood
from graphbuild.settings import Settings

ROOT = Path(__file__).parents[2]
SYLLABLES = ["".join(letters) for letters in product("bcdfgklm", "aeiou", "lnrst")][:60]
DOCUMENTS = [Document(**row) for row in newswire.articles(0, 2 * FEW + 2)]


def test_several_processes_give_what_one_gives_in_the_same_order():
    assert list(understood(DOCUMENTS, jobs=3)) == list(map(attempt, DOCUMENTS))


def test_a_document_that_breaks_in_a_worker_is_an_issue():
    names = "".join(f"M. {a.title()}{b} dirige la société.\n" for a, b in product(SYLLABLES, SYLLABLES))
    bad = Document(id="bad", text=names, language="fr", source="bad.txt")
    outcomes = list(understood([*DOCUMENTS, bad], jobs=2))
    assert outcomes[-1].source == "bad.txt"
    assert "different names" in outcomes[-1].problem
    assert outcomes[:-1] == list(map(attempt, DOCUMENTS))


def test_any_number_of_jobs_gives_the_same_bytes(tmp_path):
    feed = tmp_path / "wire.jsonl"
    feed.write_text(newswire.feed(0, 30), encoding="utf-8")
    for jobs in (1, 3):
        graphbuild.build(feed, settings=Settings(output=tmp_path / str(jobs), jobs=jobs))
    for name in ("graph.ttl", "graph.html", "documents.jsonl", "report.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "3" / name).read_bytes(), name


def test_a_worker_that_dies_is_told_and_what_was_understood_is_kept(tmp_path):
    feed = tmp_path / "wire.jsonl"
    feed.write_text(newswire.feed(0, 60), encoding="utf-8")
    with build(feed, tmp_path / "output", "--jobs", "2") as process:
        workers = started_by(process.pid, 2)
        os.kill(workers[0], signal.SIGKILL)
        _, errors = process.communicate()
    assert process.returncode == 2
    assert b"A worker process died" in errors
    assert b"smaller --jobs" in errors
    assert graphbuild.build(feed, output=tmp_path / "output").changes.added


def test_no_worker_outlives_a_build_that_is_killed(tmp_path):
    feed = tmp_path / "wire.jsonl"
    feed.write_text(newswire.feed(0, 60), encoding="utf-8")
    with build(feed, tmp_path / "output", "--jobs", "2") as process:
        workers = started_by(process.pid, 2)
        process.kill()
    deadline = time.monotonic() + 20
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(alive, workers))


def build(feed, output, *options):
    return subprocess.Popen(
        [sys.executable, "-m", "graphbuild", "build", feed, "-o", output, *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def started_by(parent, number):
    """The ids of the workers of a build, when so many have started."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = [pid for pid, line in children(parent) if "spawn_main" in line]
        if len(found) == number:
            return found
        time.sleep(0.05)
    raise AssertionError("no workers were started")


def children(parent):
    for task in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = task.read_text().rpartition(")")[2].split()
            line = (task.parent / "cmdline").read_bytes().decode()
        except OSError:
            continue
        if int(fields[1]) == parent:
            yield int(task.parent.name), line


def alive(pid):
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
