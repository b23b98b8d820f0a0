"""Search, for people and (as JSON) for their browsers."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graphbuild.serve.accept import best_type
from graphbuild.serve.answers import patiently
from graphbuild.serve.pages import page
from graphbuild.serve.state import state

MOST_LETTERS = 200
SEARCH_LIMIT = 5.0  # seconds


async def searched(request: Request) -> Response:
    """Names and articles that have the words of ``?q=``."""
    words = request.query_params.get("q", "")[:MOST_LETTERS]
    job = {"do": "search", "words": words, "texts": request.query_params.get("only") != "names"}
    found, _ = await patiently(request, state(request).edition.read(job, limit=SEARCH_LIMIT))
    if best_type(request.headers.get("accept"), ["text/html", "application/json"]) == "application/json":
        return JSONResponse(found, headers={"vary": "Accept"})
    return page(request, "search.html", words=words, **found)
