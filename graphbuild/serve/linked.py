"""Linked data: every IRI of the graph, and the ontology, answers with a page or with RDF."""

import re
from importlib.metadata import version
from typing import Any, Final
from urllib.parse import urlsplit

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from graphbuild.graph.vocabulary import ENTITY_CLASS, GB
from graphbuild.serve import terms
from graphbuild.serve.accept import best_type
from graphbuild.serve.answers import RefusedError, patiently
from graphbuild.serve.pages import language_of, page, words
from graphbuild.serve.sparql import TRIPLES
from graphbuild.serve.state import state

PAGE: Final = "text/html"
PAGE_NUMBER: Final = re.compile(r"[0-9]{1,6}")
VERSION: Final = version("graphbuild")
OFFERED: Final = (PAGE, *TRIPLES)
VARY: Final = "Accept, Accept-Language, Cookie"
TYPE_OF: Final = {str(term): kind.value for kind, term in ENTITY_CLASS.items()}


async def identified(request: Request) -> Response:
    """A node under ``/id/``: what the graph says of the IRI of this name under the base."""
    return await answered(request, state(request).edition.base + request.path_params["name"])


async def based(request: Request) -> Response:
    """The same under the path of the base itself, where a proxy passes paths on as they are."""
    base = state(request).edition.base
    path = urlsplit(base).path
    if path == "/" or not request.url.path.startswith(path):
        raise RefusedError(404, "There is nothing under this address.")
    return await answered(request, base + request.url.path.removeprefix(path))


async def answered(request: Request, iri: str) -> Response:
    """A node in the representation that is liked best."""
    media = chosen(request)
    if (etag := etag_of(request, media)) == request.headers.get("if-none-match"):
        return Response(status_code=304, headers={"etag": etag, "vary": VARY})
    if not is_iri(iri):
        return missing(request, iri, media)
    here = state(request)
    if media == PAGE:
        said, _ = await patiently(
            request, here.edition.read({"do": "node", "iri": iri, "page": page_of(request)})
        )
        answer = shown(request, said) if said["known"] else missing(request, iri, media)
    else:
        job = {"do": "triples", "iri": iri, "form": TRIPLES[media]}
        said, body = await patiently(request, here.edition.read(job))
        answer = rdf(body, media) if said["known"] else missing(request, iri, media)
    if answer.status_code == 200:
        answer.headers["etag"] = etag
        answer.headers["cache-control"] = "no-cache"  # ask again, and be told that nothing has changed
    return answer


def chosen(request: Request) -> str:
    """The media type for a request; a page where everything is as good."""
    media = best_type(",".join(request.headers.getlist("accept")), OFFERED)
    if media is None:
        raise RefusedError(406, f"This is to be had as {', '.join(OFFERED)}. Ask for one with Accept.")
    return media


def page_of(request: Request) -> int:
    """Which page of a long answer is asked for, from 0: ``?page=2`` is 1."""
    wish = request.query_params.get("page", "")
    return max(1, int(wish)) - 1 if PAGE_NUMBER.fullmatch(wish) else 0


def etag_of(request: Request, media: str) -> str:
    """What changes when the answer may: the edition, the program, the representation."""
    language = f"{language_of(request)}{page_of(request)}" if media == PAGE else ""
    parts = (state(request).edition.mark, VERSION, media.replace("/", "-"), language)
    return '"' + "-".join(filter(None, parts)) + '"'


def rdf(body: bytes, media: str) -> Response:
    """Triples as an answer."""
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(body, headers={"content-type": media + charset, "vary": VARY})


def missing(request: Request, iri: str, media: str) -> Response:
    """Not found, in words; for machines without a page around them."""
    known = words(language_of(request))
    text = known["not_found_words"].format(iri=iri)
    if media != PAGE:
        raise RefusedError(404, text)
    return page(request, "error.html", status=404, title=known["not_found"], words_said=text)


def shown(request: Request, node: dict[str, object]) -> Response:
    """The page of a node."""
    language = language_of(request)
    types = [str(t) for t in node["types"]]  # type: ignore[attr-defined]  # a list, see node.py
    mine = [t for t in types if t.startswith(str(GB))]
    names = [terms.label(t, language) for t in (mine or types)]
    return page(
        request,
        "node.html",
        node=node,
        title=node["name"] or _told(node["headline"]) or ", ".join(names) or node["iri"],
        type=next((TYPE_OF[t] for t in types if t in TYPE_OF), ""),
        type_names=names,
    )


def _told(headline: Any) -> str:
    """A claim or a fact as a title: who, towards whom, or what for."""
    if not headline:
        return ""
    ends = [", ".join(end["name"] for end in ends) for ends in headline["ends"]]
    return " → ".join(ends) or "; ".join(headline["words"])


def is_iri(iri: str) -> bool:
    """Whether a text can be an IRI at all."""
    try:
        return bool(NamedNode(iri))
    except ValueError:
        return False
