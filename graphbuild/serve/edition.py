"""One state of the output as the server reads it, and the change from one to the next."""

import asyncio
import logging
import os
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graphbuild.errors import GraphBuildError, StoreError
from graphbuild.model import digest
from graphbuild.serve.pool import START_LIMIT, Pool, Shop
from graphbuild.serve.service import Service
from graphbuild.store import GRAPH, store_path

LOOK_EVERY: Final = 1.0  # seconds
SEARCH: Final = ".graphbuild.search-"  # and the mark of the edition
GRACE: Final = 5.0  # seconds that requests which began with the old edition have for their next look at it
log = logging.getLogger("graphbuild.serve")


@dataclass(frozen=True, slots=True)
class Edition:
    """A state that does not change. ``mark`` tells it from every other."""

    mark: str
    base: str
    counts: Mapping[str, int]  # quads, documents, claims, facts, conflicts
    named: Sequence[Mapping[str, Any]]  # who the articles name most often
    asking: Pool  # what people ask in SPARQL
    reading: Pool  # our own pages, which no question of theirs can keep waiting
    pictures: dict[str, bytes] = field(default_factory=dict)  # drawn already, by what they are around

    async def ask(self, job: Mapping[str, Any], *, limit: float) -> tuple[dict[str, Any], bytes]:
        """Run a question of somebody's."""
        return await self.asking.run(job, limit=limit)

    async def read(self, job: Mapping[str, Any], *, limit: float = 10.0) -> tuple[dict[str, Any], bytes]:
        """Run one of our own tasks."""
        return await self.reading.run(job, limit=limit)


def mark_of(output: Path) -> str:
    """What changes whenever a build replaces the output; ``StoreError`` when there is none."""
    store = store_path(output)
    try:
        parts = [(s.st_ino, s.st_mtime_ns, s.st_size) for s in (store.stat(), (output / GRAPH).stat())]
    except OSError as error:
        raise StoreError(f"Cannot read {output}: {error.strerror}. Build it again.") from error
    return digest(repr((parts, (store / "CURRENT").read_bytes())))


async def opened(service: Service, scratch: Path) -> Edition:
    """The output as it is now, with its workers started; ``scratch`` is ours alone."""
    mark = mark_of(service.output)
    index = await _indexed(service, mark, scratch)
    shop = Shop(store_path(service.output), index, service.max_result)
    pools = Pool(shop, service.workers), Pool(shop, service.workers)
    for pool in pools:
        await pool.open()
    counts, _ = await pools[1].run({"do": "about"}, limit=START_LIMIT)
    named, _ = await pools[1].run({"do": "top"}, limit=START_LIMIT)
    return Edition(mark, counts.pop("base"), counts, named["names"], *pools)


async def _indexed(service: Service, mark: str, scratch: Path) -> Path:
    """The index of this state: the one that is there, else a new one, in the output where that can be."""
    folder = service.output if os.access(service.output, os.W_OK) else scratch
    index = folder / f"{SEARCH}{mark}"
    if not index.exists():
        # -P: nothing that lies in the working folder is imported.
        command = (sys.executable, "-P", "-m", "graphbuild.serve.index")
        arguments = (str(service.output), str(index), service.settings.base)
        making = await asyncio.create_subprocess_exec(*command, *arguments, stdin=DEVNULL)
        if await making.wait():
            raise StoreError(f"The texts of {service.output} cannot be searched. Build it again.")
        for old in folder.glob(f"{SEARCH}*"):
            if old != index and old.suffix != ".part":
                old.unlink(missing_ok=True)
    return index


@dataclass(slots=True)
class Editions:
    """The current edition; ``watch`` opens the next one when a build has replaced the output."""

    service: Service
    scratch: Path
    current: Edition
    changes: int = 0
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    changing: asyncio.Lock = field(default_factory=asyncio.Lock)
    closing: asyncio.Task[None] | None = None

    async def watch(self) -> None:
        """Look for a new output, until the server stops."""
        while not self.stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self.stopping.wait(), LOOK_EVERY)
            try:
                await self.refresh()
            except (GraphBuildError, OSError) as error:  # it is being replaced right now: the old one stays
                log.info("not yet", extra={"event": "edition", "detail": str(error)})

    async def refresh(self) -> None:
        """Serve the output as it is now, if it is another than the one that is served."""
        async with self.changing:
            if mark_of(self.service.output) != self.current.mark:
                await self._change()

    async def _change(self) -> None:
        old, self.current = self.current, await opened(self.service, self.scratch)
        self.changes += 1
        log.info("a new output is served", extra={"event": "edition", "mark": self.current.mark})
        self.closing = asyncio.create_task(_close_later(old))


async def _close_later(edition: Edition) -> None:
    await asyncio.sleep(GRACE)
    await close(edition)


async def close(edition: Edition) -> None:
    """Stop its workers, when nobody waits for them any more."""
    await asyncio.gather(edition.asking.close(), edition.reading.close())
