"""The SPARQL 1.1 Protocol, for queries: ``GET`` and ``POST`` on ``/sparql``. Nothing can be written here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from typing import Any, Final
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graphbuild.errors import QueryError
from graphbuild.serve.accept import best_type
from graphbuild.serve.answers import RefusedError, patiently, plain
from graphbuild.serve.description import description
from graphbuild.serve.state import state

ROWS: Final = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
TRIPLES: Final = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
}
FORM: Final = "application/x-www-form-urlencoded"
DIRECT: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
PAGE: Final = "text/html"
READ_ONLY: Final = "This endpoint only answers questions; nothing can be changed through it."
TEXT_TYPES: Final = ("text/", "application/xml", "application/sparql-results+xml")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the protocol brought it. The graphs are None where the asker named none."""

    sparql: str
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


async def sparql(request: Request) -> Response:
    """Answer one request; see the recommendation, section 2.1."""
    accepted = ",".join(request.headers.getlist("accept"))
    if request.method in {"GET", "HEAD"}:
        fields = _fields(request.scope["query_string"], "The address")
        if not any(name in {"query", "update"} for name, _ in fields):
            return _described(request, accepted)
        if best_type(accepted, [*ROWS, *TRIPLES, PAGE]) == PAGE:
            return RedirectResponse(f"/query?{request.url.query}", 303)
        asked = _asked(fields)
    else:
        asked = await _posted(request)
    return await answered(request, asked, accepted)


async def answered(request: Request, asked: Asked, accepted: str) -> Response:
    """Run a question and give the answer in the format that is liked best."""
    rows, triples = best_type(accepted, [*ROWS]), best_type(accepted, [*TRIPLES])
    if rows is None and triples is None:
        raise _not_acceptable("An answer", [*ROWS, *TRIPLES])
    job: dict[str, Any] = {
        "do": "query",
        "sparql": asked.sparql,
        "bindings": {},
        "default": asked.default,
        "named": asked.named,
        "rows": rows and ROWS[rows],
        "triples": triples and TRIPLES[triples],
    }
    here = state(request)
    head, body = await patiently(request, here.edition.ask(job, limit=here.service.time_limit))
    if head["form"] == "triples":
        return _response(body, triples, "CONSTRUCT and DESCRIBE give triples, which", TRIPLES)
    return _response(body, rows, "SELECT and ASK give rows, which", ROWS)


def _response(body: bytes, media: str | None, what: str, known: Mapping[str, str]) -> Response:
    if media is None:
        raise _not_acceptable(what, [*known])
    charset = "; charset=utf-8" if media.startswith(TEXT_TYPES) else ""
    return Response(body, media_type=None, headers={"content-type": media + charset, "vary": "Accept"})


def _not_acceptable(what: str, known: Sequence[str]) -> RefusedError:
    return RefusedError(
        406, f"{what} can be written as {', '.join(known)}. Ask for one of these with Accept."
    )


def _described(request: Request, accepted: str) -> Response:
    media = best_type(accepted, [*TRIPLES, PAGE])
    if media == PAGE:
        return RedirectResponse("/query", 303)
    if media is None:
        raise _not_acceptable("The description of this service", [*TRIPLES])
    body = description(str(request.url.replace(query="", fragment="")), TRIPLES[media])
    return _response(body, media, "", TRIPLES)


async def _posted(request: Request) -> Asked:
    kind = _content_type(request)
    body = await request.body()
    if kind == FORM:
        return _asked(_fields(body, "The form"))
    if kind == DIRECT:
        graphs = _fields(request.scope["query_string"], "The address")
        return _asked([*graphs, ("query", _text(body, "The question"))])
    if kind == UPDATE:
        raise RefusedError(403, READ_ONLY)
    raise RefusedError(415, f"A question is sent as {DIRECT} or {FORM}, not as {kind or 'nothing named'}.")


def _content_type(request: Request) -> str:
    message = Message()
    message["content-type"] = request.headers.get("content-type", "")
    charset = message.get_param("charset", "utf-8")
    if str(charset).lower() not in {"utf-8", "utf8"}:
        raise RefusedError(415, f"The charset {charset!r} is not read; send UTF-8.")
    return message.get_content_type() if request.headers.get("content-type") else ""


def _fields(raw: bytes, what: str) -> list[tuple[str, str]]:
    """The fields of a form, in order."""
    try:
        text = raw.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:  # not UTF-8 behind its percent signs, or a thousand fields
        raise RefusedError(
            400, f"{what} is not a form in percent-encoded UTF-8: {plain(str(error))}"
        ) from error


def _text(raw: bytes, what: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"{what} is not UTF-8: {error.reason} at byte {error.start}.") from error


def _asked(fields: Sequence[tuple[str, str]]) -> Asked:
    found: dict[str, list[str]] = {"query": [], "update": [], "default-graph-uri": [], "named-graph-uri": []}
    for name, value in fields:
        if name in found:
            found[name].append(value)
    if found["update"]:
        raise RefusedError(403, READ_ONLY)
    if len(found["query"]) != 1:
        raise QueryError(f"There must be one parameter query, and there are {len(found['query'])}.")
    default, named = found["default-graph-uri"], found["named-graph-uri"]
    if not default and not named:
        return Asked(found["query"][0])
    return Asked(found["query"][0], tuple(default), tuple(named))
