"""One state of the output as the server reads it, and the change from one to the next."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graphbuild.errors import GraphBuildError, StoreError
from graphbuild.model import digest
from graphbuild.serve.pool import Pool, Shop
from graphbuild.serve.service import Service
from graphbuild.store import GRAPH, store_path

LOOK_EVERY: Final = 1.0  # seconds
GRACE: Final = 5.0  # seconds that requests which began with the old edition have for their next look at it
log = logging.getLogger("graphbuild.serve")


@dataclass(frozen=True, slots=True)
class Edition:
    """A state that does not change. ``mark`` tells it from every other."""

    mark: str
    base: str
    asking: Pool  # what people ask in SPARQL
    reading: Pool  # our own pages, which no question of theirs can keep waiting

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


async def opened(service: Service) -> Edition:
    """The output as it is now, with its workers started."""
    mark = mark_of(service.output)
    shop = Shop(store_path(service.output), None, service.max_result)
    pools = Pool(shop, service.workers), Pool(shop, service.workers)
    for pool in pools:
        await pool.open()
    return Edition(mark, service.settings.base, *pools)


@dataclass(slots=True)
class Editions:
    """The current edition; ``watch`` opens the next one when a build has replaced the output."""

    service: Service
    current: Edition
    changes: int = 0
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def watch(self) -> None:
        """Look for a new output, until the server stops."""
        while not self.stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self.stopping.wait(), LOOK_EVERY)
            try:
                if mark_of(self.service.output) != self.current.mark:
                    await self._change()
            except (GraphBuildError, OSError) as error:  # it is being replaced right now: the old one stays
                log.info("not yet", extra={"event": "edition", "detail": str(error)})

    async def _change(self) -> None:
        old, self.current = self.current, await opened(self.service)
        self.changes += 1
        log.info("a new output is served", extra={"event": "edition", "mark": self.current.mark})
        await asyncio.sleep(GRACE)
        await close(old)


async def close(edition: Edition) -> None:
    """Stop its workers, when nobody waits for them any more."""
    await asyncio.gather(edition.asking.close(), edition.reading.close())
