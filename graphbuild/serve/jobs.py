"""What a person has asked to be done, one thing after the other; nothing that was accepted is lost.

An article lies in a folder of the output from the moment it is accepted until it is in the graph. What a
stop interrupts is done at the next start.
"""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from graphbuild.graph.iris import slug
from graphbuild.model import digest
from graphbuild.serve.edition import Editions
from graphbuild.serve.service import Service
from graphbuild.store import save

INCOMING: Final = ".graphbuild.incoming"
TRIES, PAUSE = 20, 3.0  # while another build holds the output; seconds
KEPT: Final = 200  # jobs that are remembered
QUIET: Final = 15.0  # seconds
LINE: Final = 2**20  # bytes of one line of a chore
log = logging.getLogger("graphbuild.serve")


@dataclass(slots=True)
class Job:
    """Something to do, and what is known of it: ``events`` are told to whoever listens."""

    id: str
    title: str
    chore: Mapping[str, Any]
    events: list[dict[str, Any]] = field(default_factory=list)
    more: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def ended(self) -> bool:
        return bool(self.events) and ("result" in self.events[-1] or "error" in self.events[-1])

    def tell(self, **event: Any) -> None:
        self.events.append(event)
        self.more.set()
        self.more = asyncio.Event()

    async def told(self, stopping: asyncio.Event) -> AsyncIterator[dict[str, Any]]:
        """Every event, from the first, until the job has ended or the server stops.

        Where nothing happens for a while, an empty one, so that the connection stays open.
        """
        seen = 0
        while True:
            more = self.more
            for event in self.events[seen:]:
                yield event
            seen = len(self.events)
            if self.ended or stopping.is_set():
                return
            waits = {asyncio.ensure_future(more.wait()), asyncio.ensure_future(stopping.wait())}
            done, _ = await asyncio.wait(waits, timeout=QUIET, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()
            if not done:
                yield {}


@dataclass(slots=True)
class Jobs:
    """The jobs of a server, done one at a time by ``work``."""

    service: Service
    editions: Editions
    known: dict[str, Job] = field(default_factory=dict)
    waiting: "asyncio.Queue[Job]" = field(default_factory=asyncio.Queue)

    @property
    def incoming(self) -> Path:
        return self.service.output.absolute() / INCOMING

    def accept(self, name: str, data: bytes, title: str) -> Job:
        """Keep an article, and build it when its turn comes. The same bytes are the same job."""
        stem, _, suffix = name.rpartition(".")
        file = (
            "-".join(filter(None, (slug(stem), digest(data.decode("latin-1"))[:10]))) + f".{suffix.lower()}"
        )
        self.incoming.mkdir(parents=True, exist_ok=True)
        save(data, self.incoming / file)
        return self._added(Job(digest(file), title, {"do": "build", "file": file}))

    def apply(self, title: str) -> Job:
        """Build again with the corrections that stand there now."""
        number = sum(job.chore["do"] == "apply" for job in self.known.values())
        return self._added(
            Job(digest(f"apply {self.editions.current.mark} {number}"), title, {"do": "apply"})
        )

    def resume(self) -> None:
        """Take up again what an earlier server had accepted and not finished."""
        if self.incoming.is_dir():
            for file in sorted(self.incoming.iterdir()):
                self._added(Job(digest(file.name), file.name, {"do": "build", "file": file.name}))

    def _added(self, job: Job) -> Job:
        known = self.known.get(job.id)
        if known is not None and not known.ended:
            return known
        for old in [j.id for j in self.known.values() if j.ended][: max(0, len(self.known) - KEPT)]:
            del self.known[old]
        self.known[job.id] = job
        self.waiting.put_nowait(job)
        return job

    async def work(self) -> None:
        """Do what waits, until cancelled."""
        while True:
            job = await self.waiting.get()
            try:
                await self._done(job)
            except Exception:  # the next one must still be done; this one says that it failed
                log.exception("a job failed", extra={"event": "job"})
                job.tell(error="This failed for a reason that is in the server's log.")

    async def _done(self, job: Job) -> None:
        for attempt in range(TRIES):
            last: dict[str, Any] = {}
            async for event in run(job.chore, self.service, cwd=self.incoming):
                last = event
                if "stage" in event:
                    job.tell(**event)
            if not last.get("again") or attempt == TRIES - 1:
                break
            job.tell(stage="waiting", documents=0)
            await asyncio.sleep(PAUSE)
        if "result" in last:
            await self.editions.refresh()
        if "file" in job.chore:
            (self.incoming / job.chore["file"]).unlink(missing_ok=True)
        job.tell(**last)


async def run(chore: Mapping[str, Any], service: Service, *, cwd: Path) -> AsyncIterator[dict[str, Any]]:
    """What a chore tells, as it tells it; no path of this machine is in it."""
    settings = {**asdict(service.settings), "output": str(service.output.absolute())}
    await asyncio.to_thread(cwd.mkdir, parents=True, exist_ok=True)
    # -P: nothing that lies in the working folder is imported; it holds what strangers sent.
    command = (sys.executable, "-P", "-m", "graphbuild.serve.chore")
    process = await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=cwd, limit=LINE
    )
    try:
        assert process.stdin is not None  # noqa: S101 - it was started with pipes
        assert process.stdout is not None  # noqa: S101 - as above
        process.stdin.write(json.dumps({**chore, "settings": settings}).encode())
        process.stdin.close()
        ended = False
        async for line in process.stdout:
            event: dict[str, Any] = json.loads(pathless(line.decode(), service))
            ended = "result" in event or "error" in event
            yield event
        if not ended:
            yield {"error": "This was interrupted, or this machine has no room for it."}
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def pathless(text: str, service: Service) -> str:
    """The same without folders of this machine."""
    output = service.output.absolute()
    for place, name in (
        (output / INCOMING, "incoming"),
        (output, "the output"),
        (service.output, "the output"),
    ):
        inside = json.dumps(str(place))[1:-1]
        if len(inside) > 1 or place.is_absolute():
            text = text.replace(inside, name)
    return text
