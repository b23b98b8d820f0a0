"""The picture, fed by the store: the biggest facts first, then whatever the reader walks to."""

import html
import re
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from graphbuild.serve.answers import RefusedError, patiently
from graphbuild.serve.linked import PAGE, VARY, etag_of, is_iri
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
    # The page's own policy, which names its scripts by their hashes; and our files and answers.
    policy = html.unescape(found[1]).replace("script-src ", "script-src 'self' ")
    headers = {
        "content-security-policy": policy.replace("connect-src 'none'", "connect-src 'self'")
        + "; frame-ancestors 'none'",
        "etag": etag,
        "vary": VARY,
        "cache-control": "no-cache",
    }
    server = f'<meta name="graphbuild-server" content="{html.escape(state(request).edition.base)}">'
    shown = text.replace(found[0], server, 1).replace(
        "</body>", '<script src="/static/explore.js"></script></body>', 1
    )
    return Response(shown, media_type=PAGE, headers=headers)


async def added(request: Request) -> Response:
    """What is said of ``?around=`` (an IRI), for a picture that is open already."""
    around = request.query_params.get("around", "")
    if not is_iri(around):
        raise RefusedError(400, "The parameter around must be an IRI.")
    headers = {"etag": etag_of(request, "application/json"), "vary": "Accept", "cache-control": "no-cache"}
    if headers["etag"] == request.headers.get("if-none-match"):
        return Response(status_code=304, headers=headers)
    job = {"do": "part", "iri": around}
    said, body = await patiently(request, state(request).edition.read(job, limit=DRAWING_LIMIT))
    if not said["known"]:
        raise RefusedError(404, words(language_of(request))["not_found_words"].format(iri=around))
    return Response(body, media_type="application/json", headers=headers)
