"""A real server over a real build, in a process of its own, as a person starts it."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

import graphbuild

ROOT = Path(__file__).parents[2]
INVESTAI = ROOT / "graphbuild" / "samples" / "investai.fr.txt"
HOSTILE = (
    "La société <script>alert(1)</script> Nvidia investit 20 milliards d’euros dans Mistral AI.\n"
    "« javascript:alert(1) » a annoncé la France, qui a investi 3 milliards d’euros.\n"
)


@dataclass
class Served:
    """A running ``graphbuild serve``."""

    address: str
    process: subprocess.Popen[str]
    log: Path

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def client(self, **options: object) -> httpx.Client:
        return httpx.Client(base_url=self.address, timeout=60, **options)


@contextmanager
def serving(output: Path, *options: str, log: Path, **environment: str) -> Iterator[Served]:
    """Start the command and wait until it answers; stop it as Ctrl-C does."""
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "graphbuild", "serve", "-o", str(output), "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=log.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        )
    line = process.stdout.readline()
    assert " is served at http" in line, line + log.read_text()
    try:
        yield Served(line.split()[-1], process, log)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(60)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    shutil.copy(INVESTAI, folder)
    # By relative names: the graph says where each article was read from, as the builder named it.
    with contextlib.chdir(folder):
        graphbuild.build([INVESTAI.name, "hostile.txt"], output="output")
    return folder / "output"


@pytest.fixture(scope="session")
def served(built, tmp_path_factory) -> Iterator[Served]:
    log = tmp_path_factory.mktemp("served") / "log.jsonl"
    with serving(built, "--time-limit", "3", log=log) as server:
        yield server


@pytest.fixture(scope="session")
def client(served) -> Iterator[httpx.Client]:
    with served.client() as client:
        yield client
