"""The first page: what there is, and where to begin."""

from starlette.requests import Request
from starlette.responses import Response

from graphbuild.serve.answers import patiently
from graphbuild.serve.asking import titled
from graphbuild.serve.pages import language_of, page
from graphbuild.serve.state import state


async def start(request: Request) -> Response:
    """How much there is, who is named most often, the ways in."""
    here = state(request)
    named, _ = await patiently(request, here.edition.read({"do": "top"}))
    questions = titled(language_of(request))
    counts = here.edition.counts
    return page(request, "start.html", counts=counts, named=named["names"], questions=questions)
