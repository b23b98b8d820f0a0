"""The first page: what there is, and where to begin."""

from starlette.requests import Request
from starlette.responses import Response

from graphbuild.serve.asking import titled
from graphbuild.serve.pages import language_of, page
from graphbuild.serve.state import state


async def start(request: Request) -> Response:
    """How much there is, who is named most often, the ways in."""
    edition = state(request).edition
    questions = titled(language_of(request))
    return page(request, "start.html", counts=edition.counts, named=edition.named, questions=questions)
