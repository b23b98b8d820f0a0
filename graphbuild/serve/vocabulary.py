"""The ontology under ``/ontology``: a page, or the file itself."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pyoxigraph import NamedNode, RdfFormat, parse
from starlette.requests import Request
from starlette.responses import Response

from graphbuild.graph.vocabulary import GB, PREFIXES, ontology_dir
from graphbuild.serve import terms
from graphbuild.serve.linked import PAGE, chosen, etag_of, rdf
from graphbuild.serve.pages import language_of, page
from graphbuild.serve.query import write_triples
from graphbuild.serve.shelf import Bounded
from graphbuild.serve.sparql import TRIPLES

MOST: Final = 2**24  # bytes; the ontology has a thousandth of that
GROUPS: Final = {
    "class": ("Class",),
    "property": ("ObjectProperty", "DatatypeProperty", "AnnotationProperty"),
}


async def ontology(request: Request) -> Response:
    """What the words of the graph mean."""
    media = chosen(request)
    if media != PAGE:
        return rdf(_written(TRIPLES[media]), media)
    language = language_of(request)
    answer = page(request, "ontology.html", room="/ontology", groups=_groups(language))
    answer.headers["etag"] = etag_of(request, media)
    return answer


@cache
def _written(form: str) -> bytes:
    if form == "turtle":
        return (ontology_dir() / "graphbuild.ttl").read_bytes()
    out = Bounded(MOST)
    quads = parse((ontology_dir() / "graphbuild.ttl").read_bytes(), RdfFormat.TURTLE)
    write_triples(sorted({quad.triple for quad in quads}, key=str), form, out)
    return out.getvalue()


def _groups(language: str) -> list[tuple[str, list[Mapping[str, Any]]]]:
    kinds = _kinds()
    known = sorted({iri for iri, _ in terms.said(terms.LABEL) if iri.startswith(str(GB))})
    described = {
        iri: {
            "name": iri.removeprefix(str(GB)),
            "label": terms.label(iri, language),
            "comment": terms.said(terms.COMMENT).get((iri, language), ""),
        }
        for iri in known
    }
    owl = PREFIXES["owl"]
    groups: dict[str, list[Mapping[str, Any]]] = {
        group: [described[iri] for iri in known if kinds.get(iri, set()) & {owl + name for name in names}]
        for group, names in GROUPS.items()
    }
    taken = {term["name"] for group in groups.values() for term in group}
    groups["other_terms"] = [term for term in described.values() if term["name"] not in taken]
    return list(groups.items())


@cache
def _kinds() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in parse((ontology_dir() / "graphbuild.ttl").read_bytes(), RdfFormat.TURTLE):
        if quad.predicate.value == f"{PREFIXES['rdf']}type" and isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject.value, set()).add(getattr(quad.object, "value", ""))
    return found
