"""A warm pool of workers; one that takes too long is killed and replaced.

The engine has no way to stop a running question, a process has.
"""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graphbuild.ask.guard import depth
from graphbuild.ask.query import DEEPEST, TOO_DEEP, TOO_LARGE
from graphbuild.errors import QueryError, StoreError
from graphbuild.serve.wire import packed, received

MAX_MEMORY: Final = 4 * 2**30  # bytes of address space a worker; the store maps its files into it
MAX_WAITING: Final = 256  # jobs; one more is refused at once
WAIT_LIMIT: Final = 30.0  # seconds until a worker is free, one that has to be started included
START_LIMIT: Final = 60.0  # seconds until a worker has opened its store
CLOSE_LIMIT: Final = 60.0  # seconds in which what runs may still end


class StoppedError(QueryError):
    """It took longer than it may."""


class TooLargeError(QueryError):
    """The answer is larger than it may be, or took more memory than there is."""


class BusyError(QueryError):
    """Too many wait already."""


@dataclass(frozen=True, slots=True)
class Shop:
    """What each worker of a pool opens, and how large one answer may be."""

    store: Path
    index: Path
    max_result: int  # bytes

    def argument(self) -> str:
        """For the worker's command line."""
        plain = {"store": str(self.store), "index": str(self.index)}
        return json.dumps({**plain, "max_memory": MAX_MEMORY, "max_result": self.max_result})


@dataclass(slots=True)
class Pool:
    """``size`` workers on one state of an output. ``open`` it first, and ``close`` it."""

    shop: Shop
    size: int
    idle: asyncio.Queue[Process] = field(default_factory=asyncio.Queue)
    alive: set[Process] = field(default_factory=set)
    waiting: int = 0
    helpers: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self) -> None:
        """Start all workers; ``StoreError`` when they cannot read the store."""
        await asyncio.gather(*(self._add() for _ in range(self.size)))

    async def run(self, job: Mapping[str, Any], *, limit: float) -> tuple[dict[str, Any], bytes]:
        """The answer to a job, within ``limit`` seconds.

        Raises ``StoppedError``, ``TooLargeError`` or ``BusyError``, ``QueryError`` for what is refused.
        """
        worker = await self._taken()
        try:
            head, body = await asyncio.wait_for(_exchanged(worker, job), limit)
        except TimeoutError as error:
            self._replace(worker)
            raise StoppedError(
                f"The question ran longer than {limit:g} seconds and was stopped. "
                "Make it narrower, or add a LIMIT."
            ) from error
        except (EOFError, OSError) as error:  # the system ended it: no memory, or no stack
            self._replace(worker)
            if depth(job.get("sparql", "")) > DEEPEST:
                raise QueryError(TOO_DEEP) from error
            raise TooLargeError(TOO_LARGE) from error
        except BaseException:  # nobody waits for the answer any more
            self._replace(worker)
            raise
        self.idle.put_nowait(worker)
        return _checked(head), body

    async def close(self) -> None:
        """Let what runs end, then stop all workers."""
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_LIMIT):
                for _ in range(self.size):
                    await self.idle.get()
        for helper in self.helpers:
            helper.cancel()
        for worker in tuple(self.alive):
            self._end(worker)
            await worker.wait()

    async def _taken(self) -> Process:
        if self.waiting >= MAX_WAITING:
            raise BusyError("Too many questions are waiting. Ask again in a moment.")
        self.waiting += 1
        try:
            return await asyncio.wait_for(self.idle.get(), WAIT_LIMIT)
        except TimeoutError as error:
            raise BusyError(f"No place became free in {WAIT_LIMIT:g} seconds. Ask again later.") from error
        finally:
            self.waiting -= 1

    async def _add(self) -> None:
        # -P: nothing that lies in the working folder is imported.
        command = (sys.executable, "-P", "-m", "graphbuild.serve.worker", self.shop.argument())
        worker = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        self.alive.add(worker)
        try:
            await asyncio.wait_for(_exchanged(worker), START_LIMIT)
        except (EOFError, TimeoutError) as error:
            self._end(worker)
            raise StoreError(f"Cannot read the store {self.shop.store}. Build the output again.") from error
        self.idle.put_nowait(worker)

    def _replace(self, worker: Process) -> None:
        self._end(worker)
        helper = asyncio.create_task(self._again())
        self.helpers.add(helper)
        helper.add_done_callback(self.helpers.discard)

    async def _again(self) -> None:
        while True:
            try:
                return await self._add()
            except (StoreError, OSError):  # the output is being replaced, or the machine has no room
                await asyncio.sleep(1)

    def _end(self, worker: Process) -> None:
        self.alive.discard(worker)
        if worker.returncode is None:
            worker.kill()


async def _exchanged(worker: Process, job: Mapping[str, Any] | None = None) -> tuple[dict[str, Any], bytes]:
    """Send a job, if any, and wait for what the worker says."""
    assert worker.stdin is not None  # noqa: S101 - it was started with pipes
    assert worker.stdout is not None  # noqa: S101 - as above
    if job is not None:
        worker.stdin.write(packed(job))
    return await received(worker.stdout)


def _checked(head: dict[str, Any]) -> dict[str, Any]:
    match head.get("kind"):
        case None:
            return head
        case "large":
            raise TooLargeError(TOO_LARGE)
        case "syntax":
            raise QueryError(head["error"])
        case _:
            raise QueryError(f"The question could not be answered: {head['error']}")
