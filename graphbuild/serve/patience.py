"""How long a client may take to say what it wants: a byte a minute would keep others from their place."""

import asyncio
from typing import Any, Final

from starlette.types import Message, Receive
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE: Final = 10.0  # seconds for a whole head, and until the next part of a body
ROOM: Final = 384  # connections; with one more, the one that has been silent for longest gives up its place


class SlowError(Exception):
    """A body of which nothing has come for too long."""


class Impatient(H11Protocol):
    """uvicorn's protocol, which ends a connection where the head of a request is not whole in time.

    Nor does a crowd that asks nothing keep others out: without room, who is silent for longest goes.
    """

    waiting: asyncio.TimerHandle | None = None
    begun: object = None  # what answers the last request whose head was whole
    since = 0.0  # the loop's time at which something came last

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.since = self.loop.time()
        self._wait()
        self._make_room()

    def _make_room(self) -> None:
        here = [c for c in self.connections if isinstance(c, Impatient) and not c.transport.is_closing()]
        silent = [c for c in here if c.is_silent and c is not self]
        if len(here) > ROOM and silent:
            min(silent, key=lambda c: c.since).transport.close()

    @property
    def is_silent(self) -> bool:
        """Whether nothing is asked and nothing is being answered."""
        return self.cycle is None or bool(self.cycle.response_complete)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self.since = self.loop.time()
        if self.cycle is not self.begun:
            self.begun = self.cycle
            self._stop()
        elif self.waiting is None and (self.cycle is None or self.cycle.response_complete):
            self._wait()  # the beginning of another head

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self.waiting = self.loop.call_later(PATIENCE, self.transport.close)

    def _stop(self) -> None:
        if self.waiting is not None:
            self.waiting.cancel()
            self.waiting = None


def hurried(receive: Receive) -> Receive:
    """The same messages; ``SlowError`` where a body goes on and nothing of it comes."""
    whole = False

    async def hurrying() -> Message:
        nonlocal whole
        if whole:  # what comes now is the end of the connection, for which one may wait
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), PATIENCE)
        except TimeoutError as error:
            raise SlowError from error
        whole = not message.get("more_body", False)
        return message

    return hurrying
