"""The tasks "picture" and "part": a part of the graph, so that the size of the whole does not matter."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Store
from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from graphbuild.graph.vocabulary import ENTITY_CLASS, GB
from graphbuild.model import Document
from graphbuild.serve.near import AMOUNT, EVIDENCE, IN_DOCUMENT, TYPE, term
from graphbuild.serve.shelf import Bounded, Shelf

MOST: Final = 150  # facts in one picture
FACT, STATED_BY = NamedNode(str(GB.Fact)), term("gb:statedBy")
ACCEPTS, AGENT = term("gb:accepts"), term("prov:wasAssociatedWith")
ENTITIES: Final = frozenset(str(kind) for kind in ENTITY_CLASS.values())
BIGGEST: Final = f"""
SELECT ?fact (MAX(?sum) AS ?most) WHERE {{
  ?fact a <{GB.Fact}> . OPTIONAL {{ ?fact <{GB.amount}>/<{GB.value}> ?sum }}
}} GROUP BY ?fact ORDER BY DESC(?most) ?fact LIMIT {MOST}
"""


def picture(shelf: Shelf, job: Mapping[str, Any], out: Bounded) -> dict[str, Any]:
    """Draw the biggest facts, or those around ``iri``; ``known`` is False where there are none around it."""
    from graphbuild.show.draw import draw  # noqa: PLC0415 - a second, and other tasks need none of it

    around = job.get("iri")
    facts = _around(shelf.store, NamedNode(around)) if around else _biggest(shelf.store)
    graph = _graph(shelf.store, facts)
    texts = {document.id: document for document in _articles(shelf, graph)}
    out.write(draw(graph, texts).encode())
    return {"known": bool(facts), "facts": len(facts)}


def part(shelf: Shelf, job: Mapping[str, Any], out: Bounded) -> dict[str, Any]:
    """All that is said of ``iri``, as JSON for a page that is open; ``more`` where there is too much."""
    from graphbuild.show import draw  # noqa: PLC0415 - as above

    node = NamedNode(job["iri"])
    own = [node] if any(shelf.store.quads_for_pattern(node, TYPE, FACT)) else []
    facts = list(dict.fromkeys([*own, *_facts_of(shelf.store, node)]))
    graph = _graph(shelf.store, facts)
    parcel = draw.part(graph, {document.id: document for document in _articles(shelf, graph)})
    out.write(json.dumps({**parcel, "more": len(facts) >= MOST}).encode())
    return {"known": bool(facts)}


def _biggest(store: Store) -> list[NamedNode]:
    rows: Any = store.query(BIGGEST)
    return [row["fact"] for row in rows]


def _around(store: Store, this: NamedNode) -> list[NamedNode]:
    """The facts of a node, then those of its neighbours, until there are enough."""
    facts = dict.fromkeys(_facts_of(store, this))
    for fact in list(facts):
        for neighbour in sorted(_neighbours(store, fact) - {this}, key=str):
            if len(facts) >= MOST:
                return list(facts)[:MOST]
            facts.update(dict.fromkeys(_facts_of(store, neighbour)))
    return list(facts)[:MOST]


def _facts_of(store: Store, node: NamedNode) -> list[NamedNode]:
    found: list[NamedNode] = []
    for quad in store.quads_for_pattern(None, None, node):
        if len(found) >= MOST:
            break
        if isinstance(quad.subject, NamedNode) and any(store.quads_for_pattern(quad.subject, TYPE, FACT)):
            found.append(quad.subject)
    return sorted(set(found), key=str)


def _neighbours(store: Store, fact: NamedNode) -> set[NamedNode]:
    objects = {quad.object for quad in store.quads_for_pattern(fact, None, None)}
    return {o for o in objects if isinstance(o, NamedNode) and _is_entity(store, o)}


def _is_entity(store: Store, node: NamedNode) -> bool:
    types = store.quads_for_pattern(node, TYPE, None)
    return any(getattr(quad.object, "value", "") in ENTITIES for quad in types)


def _graph(store: Store, facts: Iterable[NamedNode]) -> Graph:
    """What the page reads of these facts: their claims, sums, words, and whom they are about."""
    graph, seen, waiting = Graph(bind_namespaces="none"), set(), list(facts)
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for quad in store.quads_for_pattern(node, None, None):
            graph.add((_rdflib(quad.subject), URIRef(quad.predicate.value), _rdflib(quad.object)))
            if isinstance(quad.object, NamedNode) and _belongs(store, quad.predicate, quad.object):
                waiting.append(quad.object)
            if quad.predicate == STATED_BY:  # and who has found that claim right
                acts = (act.subject for act in store.quads_for_pattern(None, ACCEPTS, quad.object))
                waiting += (act for act in acts if isinstance(act, NamedNode))
    return graph


def _belongs(store: Store, predicate: NamedNode, node: NamedNode) -> bool:
    return predicate in {STATED_BY, AMOUNT, EVIDENCE, IN_DOCUMENT, AGENT} or _is_entity(store, node)


def _rdflib(node: object) -> Node:
    match node:
        case NamedNode(value=iri):
            return URIRef(iri)
        case Literal(value=text, language=language, datatype=datatype):
            return RdfLiteral(text, lang=language, datatype=None if language else URIRef(datatype.value))
        case _:
            raise TypeError(f"{node} has no name of its own")


def _articles(shelf: Shelf, graph: Graph) -> Iterator[Document]:
    for home in sorted(set(graph.objects(None, GB.inDocument)), key=str):
        row = shelf.texts.execute(
            "SELECT id, text, language, title, published, url FROM article WHERE iri = ?", (str(home),)
        ).fetchone()
        if row is not None:
            yield Document(*row)
