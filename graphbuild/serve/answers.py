"""What every answer of the server has in common: refusals in words, and nobody who waits for nothing."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from graphbuild.errors import GraphBuildError, QueryError
from graphbuild.report import printable
from graphbuild.serve import pages
from graphbuild.serve.accept import best_type
from graphbuild.serve.pool import BusyError, StoppedError, TooLargeError

STATUS: Final[tuple[tuple[type[GraphBuildError], int], ...]] = (
    (StoppedError, 503),
    (BusyError, 503),
    (TooLargeError, 500),  # the recommendation's QueryRequestRefused
    (QueryError, 400),
    (GraphBuildError, 500),
)
Result = TypeVar("Result")
GONE: Final = 499  # as nginx has it: the client did not wait


class RefusedError(Exception):
    """A request that is answered with a status and words."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


async def patiently(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """The result of ``work``, which is given up when the client is gone."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise RefusedError(GONE, "The client is gone.")
        return task.result()
    finally:
        for one in (task, gone):
            one.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def refused(request: Request, error: Exception) -> Response:
    """A refusal as an answer. Nothing of the machine is in it."""
    assert isinstance(error, RefusedError)  # noqa: S101 - Starlette looks handlers up by type
    return told(request, error.status, str(error))


def explained(request: Request, error: Exception) -> Response:
    """What graphbuild can explain, with the status that fits."""
    status = next(code for kind, code in STATUS if isinstance(error, kind))
    # Only questions are explained: other errors name folders of this machine.
    words = str(error) if isinstance(error, QueryError) else "The output cannot be read now."
    return told(request, status, words)


def told(request: Request, status: int, words: str) -> Response:
    """A refusal for whoever asked: a page for people, plain words for programs."""
    people = best_type(request.headers.get("accept"), ["text/plain", "text/html"]) == "text/html"
    if request.url.path == "/sparql" or not people:
        return said(status, words)
    known = pages.words(pages.language_of(request))
    title = known["not_found" if status == 404 else "refused"]
    said_here = known["refusals"].get(words, words)
    return pages.page(request, "error.html", status=status, title=title, words_said=plain(said_here))


def said(status: int, words: str) -> Response:
    """An answer in plain words."""
    headers = {"cache-control": "no-store"} | ({"retry-after": "5"} if status == 503 else {})
    return PlainTextResponse(plain(words) + "\n", status, headers=headers)


def plain(words: str) -> str:
    """The same on lines that drive no terminal."""
    return "\n".join(printable(line) for line in words.splitlines())
