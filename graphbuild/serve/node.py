"""The tasks "node" and "triples": everything about one node, for people and for machines."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from pyoxigraph import NamedNode, Store, Triple

from graphbuild.graph.turtle import FIRST_PREDICATES
from graphbuild.graph.vocabulary import GB
from graphbuild.serve.near import EVIDENCE, IN_DOCUMENT, LABEL, TYPE, Around, passage, sorted_by_place, term
from graphbuild.serve.query import write_triples
from graphbuild.serve.shelf import Bounded, Shelf

MOST_INBOUND: Final = 5_000  # statements about a node of others that are looked at
SHOWN: Final = 25  # values of a property, and passages, on one page
ORDER: Final = {term(name).value: rank for rank, name in enumerate(FIRST_PREDICATES)}
REFERS_TO: Final = term("gb:refersTo").value
FACT: Final = term("gb:Fact")
STATED_BY: Final = term("gb:statedBy").value  # the claims of a fact, whose words are its words
# Shown in a place of their own.
ELSEWHERE: Final = frozenset({TYPE.value, EVIDENCE.value})
# What hangs on one node, is no page of its own, and is said with it.
PARTS: Final = (term("gb:amount"), EVIDENCE, term("gb:history"))


def node(shelf: Shelf, job: Mapping[str, Any], _out: Bounded) -> dict[str, Any]:
    """What page ``page`` (from 0) about ``iri`` shows; ``known`` is False where nothing is said of it."""
    around, this = Around(shelf.store), NamedNode(job["iri"])
    said = around.said(this)
    inbound, more = _inbound(shelf.store, this)
    mentions = [m for m in inbound.pop(REFERS_TO, []) if isinstance(m, NamedNode)]
    claims = [claim for claim in said.get(STATED_BY, []) if isinstance(claim, NamedNode)]
    words = [*said.get(EVIDENCE.value, []), *(v for c in claims for v in around.values(c, EVIDENCE))]
    quoted = sorted_by_place(v for v in {*words, *mentions} if isinstance(v, NamedNode))
    facts, others = _apart(shelf.store, inbound)
    longest = max(map(len, (quoted, *said.values(), *facts.values(), *others.values())), default=0)
    pages = max(1, -(-longest // SHOWN))
    at = slice(SHOWN * min(job.get("page", 0), pages - 1), None)
    return {
        "known": bool(said or inbound),
        "iri": this.value,
        "types": around.types(this),
        "name": around.name(this),
        "headline": around.headline(this),
        "rows": _rows(around, {p: v for p, v in said.items() if p not in ELSEWHERE}, at),
        "facts": _rows(around, facts, at),
        "inbound": _rows(around, {p: v for p, v in others.items() if p not in ELSEWHERE}, at),
        "passages": [p for n in quoted[at][:SHOWN] if (p := passage(around, shelf.texts, n))],
        "more": more,
        "page": at.start // SHOWN,
        "pages": pages,
        "article": _article(shelf, around, this),
    }


def _apart(
    store: Store, inbound: Mapping[str, list[Any]]
) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """What links to a node: the facts, and the rest."""
    facts: dict[str, list[Any]] = {}
    others: dict[str, list[Any]] = {}
    for name, values in inbound.items():
        for value in values:
            fact = next(store.quads_for_pattern(value, TYPE, FACT), None) is not None
            (facts if fact else others).setdefault(name, []).append(value)
    return facts, others


def _inbound(store: Store, this: NamedNode) -> tuple[dict[str, list[Any]], bool]:
    found = defaultdict(list)
    quads = list(islice(store.quads_for_pattern(None, None, this), MOST_INBOUND + 1))
    for quad in quads[:MOST_INBOUND]:
        found[quad.predicate.value].append(quad.subject)
    return dict(found), len(quads) > MOST_INBOUND


def _rows(around: Around, said: Mapping[str, list[Any]], at: slice) -> list[dict[str, Any]]:
    """Each property with those of its values that stand on this page."""
    ordered = sorted(said.items(), key=lambda row: (ORDER.get(row[0], len(ORDER)), row[0]))
    return [
        {
            "property": name,
            "total": len(values),
            "values": [around.about(v) for v in sorted(values, key=str)[at][:SHOWN]],
        }
        for name, values in ordered
        if len(values) > at.start
    ]


def _article(shelf: Shelf, around: Around, this: NamedNode) -> dict[str, Any] | None:
    """The text of a document with every stretch of it that the graph speaks of."""
    row = shelf.texts.execute(
        "SELECT title, id, language, published, url, text FROM article WHERE iri = ?", (this.value,)
    ).fetchone()
    if row is None:
        return None
    title, identifier, language, published, url, text = row
    claims = [c for c in _parts_of(shelf.store, this) if str(GB.Claim) in around.types(c)]
    marks = [
        {"start": span[0], "end": span[1], "claim": claim.value}
        for claim in claims
        for place in around.values(claim, EVIDENCE)
        if (span := _span(place)) is not None
    ]
    return {
        "title": title or identifier,
        "language": language,
        "published": published,
        "url": url,
        "text": text,
        "marks": sorted(marks, key=lambda mark: (mark["start"], mark["end"], mark["claim"])),
        "claims": [around.about(claim) for claim in claims],
    }


def _span(place: Any) -> tuple[int, int] | None:
    fragment = place.value.partition("#char=")[2] if isinstance(place, NamedNode) else ""
    start, _, end = fragment.partition(",")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None


def _parts_of(store: Store, home: NamedNode) -> list[NamedNode]:
    quads = store.quads_for_pattern(None, IN_DOCUMENT, home)
    return sorted({q.subject for q in quads if isinstance(q.subject, NamedNode)}, key=str)


def triples(shelf: Shelf, job: Mapping[str, Any], out: Bounded) -> dict[str, Any]:
    """All that is said of ``iri`` and of what hangs on it, as RDF in ``form``; ``known`` as for ``node``."""
    this = NamedNode(job["iri"])
    found = set(_described(shelf.store, this))
    found |= {q.triple for q in islice(shelf.store.quads_for_pattern(None, None, this), MOST_INBOUND)}
    named = {t.object for t in found if isinstance(t.object, NamedNode)} | {t.subject for t in found}
    for other in named:
        found |= {q.triple for q in shelf.store.quads_for_pattern(other, LABEL, None)}
    write_triples(sorted(found, key=str), job["form"], out)
    return {"known": bool(found)}


def _described(store: Store, this: NamedNode) -> Iterator[Triple]:
    for quad in store.quads_for_pattern(this, None, None):
        yield quad.triple
        if quad.predicate in PARTS and isinstance(quad.object, NamedNode):
            yield from (q.triple for q in store.quads_for_pattern(quad.object, None, None))
    for part in _parts_of(store, this):
        yield from (q.triple for q in store.quads_for_pattern(part, None, None))
