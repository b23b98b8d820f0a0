"""Killed at any moment, on a full disk, or two at once: the graph before is there and usable, and the next
build completes."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import newswire
import pytest

import graphbuild
from graphbuild import store
from graphbuild.pipeline import STAGES
from graphbuild.store.layout import CACHE, LOCK, MANAGED

ROOT = Path(__file__).parents[2]
FILES = ("graph.ttl", "graph.html", "documents.jsonl")
GONE = [f"wire-{number:05}" for number in (1, 2, 5)]
# Runs a verb and kills itself: so long after a stage has begun.
DYING = """
import os, signal, sys, threading, time
import graphbuild
verb, given, output, stage, delay = sys.argv[1:]
def killed():
    time.sleep(float(delay))
    os.kill(os.getpid(), signal.SIGKILL)
def watch(name, done):
    if name == stage:
        threading.Thread(target=killed, daemon=True).start()
getattr(graphbuild, verb)(given.split(","), output=output, watch=watch)
"""


def exported(output):
    quads = "".join(sorted(f"{quad}\n" for quad in store.open_store(output)))
    return {name: (output / name).read_bytes() for name in FILES} | {"store": quads}


@pytest.fixture(scope="module")
def wire(tmp_path_factory):
    """A feed of eight articles and a longer one, a build of the first, and what each gives."""
    folder = tmp_path_factory.mktemp("wire")
    (folder / "wire.jsonl").write_text(newswire.feed(0, 8), encoding="utf-8")
    graphbuild.build(folder / "wire.jsonl", output=folder / "first")
    first = exported(folder / "first")
    shutil.copytree(folder / "first", folder / "other")
    graphbuild.remove(GONE, output=folder / "other")
    fewer = exported(folder / "other")
    (folder / "wire.jsonl").write_text(newswire.feed(0, 12), encoding="utf-8")
    graphbuild.build(folder / "wire.jsonl", output=folder / "other")
    return folder, {"before": first, "remove": fewer, "build": exported(folder / "other")}


@pytest.fixture
def output(wire, tmp_path):
    shutil.copytree(wire[0] / "first", tmp_path / "output")
    return tmp_path / "output"


def die(verb, given, output, stage, delay):
    command = [sys.executable, "-c", DYING, verb, given, output, stage, str(delay)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def leftovers(output):
    files = {path.name for path in output.iterdir()} - {*MANAGED, CACHE, LOCK}
    return files | {path.name for path in (output / CACHE).rglob("*.new")}


# No language work in a removal: the stages after it are where an output is made, and where it is hurt if ever.
@pytest.mark.parametrize("run", range(10))
def test_a_removal_killed_at_any_moment(wire, output, run):
    dice = random.Random()  # noqa: S311 - another moment each time
    stage, delay = dice.choice(["removed", *(stage.__name__ for stage in STAGES[1:])]), dice.uniform(0, 0.35)
    code = die("remove", ",".join(GONE), output, stage, delay)
    told = f"{stage} + {delay:.3f} s, ended with {code}"
    assert code in {0, -signal.SIGKILL}, told
    made = exported(output)
    assert made in (wire[1]["before"], wire[1]["remove"]), told
    assert graphbuild.check(output=output) == (), told
    if made == wire[1]["before"]:
        graphbuild.remove(GONE, output=output)
    assert exported(output) == wire[1]["remove"], told
    assert leftovers(output) == set(), told


@pytest.mark.parametrize("run", range(3))
def test_a_build_killed_at_any_moment(wire, output, run):
    dice = random.Random()  # noqa: S311 - as above
    stage, delay = dice.choice([stage.__name__ for stage in STAGES]), dice.uniform(0, 1)
    code = die("build", str(wire[0] / "wire.jsonl"), output, stage, delay)
    told = f"{stage} + {delay:.3f} s, ended with {code}"
    assert code in {0, -signal.SIGKILL}, told
    assert exported(output) in (wire[1]["before"], wire[1]["build"]), told
    graphbuild.build(wire[0] / "wire.jsonl", output=output)
    assert exported(output) == wire[1]["build"], told
    assert leftovers(output) == set(), told


def test_what_a_killed_build_has_understood_is_not_understood_again(wire, tmp_path):
    output = tmp_path / "output"
    assert die("build", str(wire[0] / "wire.jsonl"), output, "resolved", 0) == -signal.SIGKILL
    assert not (output / "graph.ttl").exists()
    program = "import sys, graphbuild; graphbuild.build(sys.argv[1], output=sys.argv[2]); print('spacy' in sys.modules)"
    command = [sys.executable, "-c", program, wire[0] / "wire.jsonl", output]
    assert subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout == b"False\n"
    assert exported(output) == wire[1]["build"]


def graphbuild_(*arguments, **options):
    command = [sys.executable, "-m", "graphbuild", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_disk_that_is_full(wire, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", disk], check=True)
    try:
        output = disk / "output"
        shutil.copytree(wire[0] / "first", output)
        feed = wire[0] / "wire.jsonl"
        used = sum(path.stat().st_blocks * 512 for path in disk.rglob("*"))
        for room in (20_000, 200_000, 700_000, 1_200_000):
            filler = disk / "filler"
            filler.unlink(missing_ok=True)
            fill(filler, 64 * 2**20 - used - room)
            done = graphbuild_("build", feed, "-o", output)
            assert done.returncode == 2, (room, done)
            assert "No space left on device" in done.stderr, (room, done.stderr)
            assert "Traceback" not in done.stderr
            assert exported(output) == wire[1]["before"]
            assert leftovers(output) == set()
        filler.unlink()
        assert graphbuild_("build", feed, "-o", output).returncode == 0
        assert exported(output) == wire[1]["build"]
    finally:
        subprocess.run(["umount", disk], check=True)


def fill(file, size):
    """Takes so much of the disk, or all that is left of it."""
    try:
        with file.open("wb") as stream:
            for _ in range(size // 4096):
                stream.write(bytes(4096))
    except OSError:
        pass


def test_two_builds_at_once(wire, output):
    waiting = (
        "import sys, time, graphbuild\n"
        "def watch(stage, done):\n"
        "    if stage == 'resolved':\n"
        "        print('inside', flush=True); time.sleep(600)\n"
        "graphbuild.remove(['wire-00001'], output=sys.argv[1], watch=watch)\n"
    )
    first = subprocess.Popen([sys.executable, "-c", waiting, output], cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert first.stdout.readline() == b"inside\n"
        began = time.monotonic()
        for arguments in (("build", wire[0] / "wire.jsonl"), ("remove", "wire-00002")):
            second = graphbuild_(*arguments, "-o", output)
            assert second.returncode == 2
            assert f"Another build (process {first.pid}) is writing to" in second.stderr
            assert "wait until it has ended, or name another folder with -o" in second.stderr
        assert time.monotonic() - began < 120
        assert exported(output) == wire[1]["before"]
        assert graphbuild.query("ASK { ?c a gb:Claim }", output=output)
    finally:
        first.kill()
        first.communicate()
    graphbuild.remove(GONE, output=output)
    assert exported(output) == wire[1]["remove"]
    assert leftovers(output) == set()
