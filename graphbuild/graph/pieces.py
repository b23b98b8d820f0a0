"""The graph in pieces, so that what has not changed is neither said nor written nor checked again.

A piece is all that is said of some subjects: those of one article (itself, its claims, amounts and
passages), or one that stands above the articles (an entity, a fact, a status, a conflict). No subject is
in two pieces, so the graph is their union, and the file their text in order. A piece has a key, made of
all that decides it. Of an article that is its extract and who its entities are, so that its statements
need not even be made to know that they are the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rdflib import RDF, URIRef
from rdflib.term import Node

from graphbuild.graph import iris
from graphbuild.graph.article import as_graph, own_triples
from graphbuild.graph.check import Finding, check_evidence, validate
from graphbuild.graph.claims import entity_node
from graphbuild.graph.corrections import is_corrected
from graphbuild.graph.decided import decided, version
from graphbuild.graph.documents import Triple
from graphbuild.graph.hashes import joined
from graphbuild.graph.sayings import Saying, by_owner, owner_of, statements
from graphbuild.graph.turtle import Chunk, chunks
from graphbuild.graph.vocabulary import GB
from graphbuild.model import Extract
from graphbuild.resolve import Canonical, Identities


@dataclass(frozen=True, slots=True)
class Pieces:
    """The keys of all pieces by owner (the IRI of an article or of a subject); of those made anew, the rest.

    ``chunks`` is what is written of them, ``fresh`` the statements of those that were not checked yet.
    """

    keys: Mapping[str, str]
    chunks: Mapping[str, tuple[Chunk, ...]]
    fresh: Mapping[str, tuple[Triple, ...]]


def pieces(
    extracts: Sequence[Extract],
    identities: Identities,
    sayings: Iterable[Saying],
    *,
    before: Mapping[str, str],
    passed: Collection[str],
    base: str,
) -> Pieces:
    """Everything; of what ``before`` has under the same key nothing but the key.

    ``passed`` are the ids of articles that the gate has checked and left as they are.
    """
    said = by_owner(sayings)
    own = {str(iris.document_iri(base, extract.document.id)): extract for extract in extracts}
    names = decided(extracts, identities, partial(_node, base), base=base)
    begun = dict(zip(own, names, strict=True))
    parts = {owner: sorted(saying.key for saying in said.get(owner, ())) for owner in {*own, *said}}
    keys = {owner: joined((begun.get(owner) or version(base), *parts[owner])) for owner in sorted(parts)}
    found: dict[str, tuple[Chunk, ...]] = {}
    fresh: dict[str, tuple[Triple, ...]] = {}
    for owner in (owner for owner, key in keys.items() if before.get(owner) != key):
        extract = own.get(owner)
        alone = own_triples(extract, identities, base=base) if extract else ()
        triples = tuple(dict.fromkeys((*alone, *statements(said.get(owner, ())))))
        found[owner] = tuple(_joined(sorted(chunks(triples, base=base))))
        # Of an article that nobody corrected others say what disagrees with it: no shape asks of that.
        if extract is None or extract.document.id not in passed or is_corrected(extract):
            fresh[owner] = triples
    return Pieces(keys, found, fresh)


def check(made: Pieces, sayings: Iterable[Saying], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is wrong with the pieces made anew; the others were checked when they were made.

    A shape looks at a node and, of those that it names, at what is said of them directly. So these are
    given where they stand in other pieces; what the shapes then say of them is left out.
    """
    graph = as_graph(triple for said in made.fresh.values() for triple in said)
    subjects = set(graph.subjects())
    named = {value for value in graph.objects() if isinstance(value, URIRef)}.difference(subjects)
    said = by_owner(sayings)
    for owner in {owner_of(node) for node in named}:
        for triple in statements(said.get(owner, ())):
            if triple[0] in named:
                graph.add(triple)
    # The subjects of articles that are not among these.
    for node in named.difference(graph.subjects(RDF.type)):
        for kind in _kind_by_name(URIRef(node)):
            graph.add((node, RDF.type, kind))
    found = {*validate(graph), *check_evidence(graph, texts)}
    return tuple(sorted(finding for finding in found if URIRef(finding.node) in subjects))


def _kind_by_name(node: URIRef) -> Iterator[Node]:
    """The type of an article's own subject, which its IRI tells."""
    for part, kind in (("#amount=", GB.Amount), ("#char=", GB.Passage), ("/claim/", GB.Claim)):
        if part in node:
            yield kind
            return
    if "/document/" in node:
        yield GB.Document


def _node(base: str, canonical: Canonical) -> str:
    return str(entity_node(canonical, base=base))


def _joined(ordered: Iterable[Chunk]) -> Iterator[Chunk]:
    """Chunks of one section and article stand together in the file: no other piece comes between."""
    last: Chunk | None = None
    for chunk in ordered:
        if last and last.article and last.article == chunk.article:
            last = Chunk(last.order, last.text + chunk.text)
        else:
            if last:
                yield last
            last = chunk
    if last:
        yield last
