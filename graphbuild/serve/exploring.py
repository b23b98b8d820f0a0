"""The picture, fed by the store: the biggest facts first, then whatever the reader walks to."""

import html
import re
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from graphbuild.serve.answers import RefusedError, patiently
from graphbuild.serve.linked import PAGE, VARY, etag_of
from graphbuild.serve.pages import language_of, words
from graphbuild.serve.state import state

DRAWING_LIMIT: Final = 60.0  # seconds
KEPT: Final = 30  # pictures of an edition that are not drawn anew
POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


async def explored(request: Request) -> Response:
    """The page of ``graphbuild show``, of the part of the graph around ``?around=`` (an IRI)."""
    if (etag := etag_of(request, PAGE)) == request.headers.get("if-none-match"):
        return Response(status_code=304, headers={"etag": etag, "vary": VARY})
    around = request.query_params.get("around", "")
    pictures = state(request).edition.pictures
    if around not in pictures:
        job = {"do": "picture", "iri": around or None}
        said, body = await patiently(request, state(request).edition.read(job, limit=DRAWING_LIMIT))
        if around and not said["known"]:
            raise RefusedError(404, words(language_of(request))["not_found_words"].format(iri=around))
        if len(pictures) >= KEPT:
            del pictures[next(iter(pictures))]
        pictures[around] = body
    text = pictures[around].decode()
    found = POLICY.search(text)
    if found is None:
        raise RefusedError(500, "The picture cannot be shown safely.")
    headers = {
        # The page's own policy, which names its scripts by their hashes, and one script of ours.
        "content-security-policy": html.unescape(found[1]).replace("script-src ", "script-src 'self' ")
        + "; frame-ancestors 'none'",
        "etag": etag,
        "vary": VARY,
        "cache-control": "no-cache",
    }
    shown = text.replace(found[0], "", 1).replace(
        "</body>", '<script src="/static/explore.js"></script></body>', 1
    )
    return Response(shown, media_type=PAGE, headers=headers)
