"""The graph in pieces, so that what has not changed is neither said nor written nor checked again.

A piece is all that is said of some subjects: those of one article (itself, its claims, amounts and
passages), or one that stands above the articles (an entity, a fact, a status, a conflict). No subject is
in two pieces, so the graph is their union, and the file their text in order. A piece has a key, made of
all that decides it. Of an article that is its extract and who its entities are, so that its statements
need not even be made to know that they are the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import RDF, URIRef
from rdflib.term import Node

from graphbuild.graph import iris
from graphbuild.graph.build import as_graph, own_triples
from graphbuild.graph.check import Finding, check_evidence, validate
from graphbuild.graph.decided import decided, version
from graphbuild.graph.documents import Triple
from graphbuild.graph.hashes import hashed
from graphbuild.graph.turtle import Chunk, chunks
from graphbuild.graph.vocabulary import GB
from graphbuild.model import Extract
from graphbuild.resolve import Identities


@dataclass(frozen=True, slots=True)
class Piece:
    """What is written of some subjects, in the order of the file."""

    key: str
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces by owner (the IRI of an article or of a subject), and the statements of those made anew."""

    all: Mapping[str, Piece]
    fresh: Mapping[str, tuple[Triple, ...]]


def pieces(
    extracts: Sequence[Extract],
    identities: Identities,
    above: Iterable[Triple],
    *,
    before: Mapping[str, Piece],
    base: str,
) -> Pieces:
    """Everything; what ``before`` has under the same key is taken from there.

    ``above`` are the statements about what stands above the articles. Those that are about a claim or an
    amount of an article (what disagrees with it) become a part of the article's piece.
    """
    homes = dict(home for extract in extracts for home in _homes(extract, base))
    said: dict[str, list[Triple]] = defaultdict(list)
    for triple in above:
        said[_owner(triple[0], homes)].append(triple)
    own = {_home(extract, base): extract for extract in extracts}
    keys = dict(zip(own, decided(extracts, identities, base=base), strict=True))
    found: dict[str, Piece] = {}
    fresh: dict[str, tuple[Triple, ...]] = {}
    for owner in sorted({*keys, *said}):
        key = hashed(keys.get(owner) or version(base), said.get(owner, ()))
        if owner in before and before[owner].key == key:
            found[owner] = before[owner]
            continue
        alone = own_triples(own[owner], identities, base=base) if owner in own else ()
        fresh[owner] = tuple(dict.fromkeys((*alone, *said.get(owner, ()))))
        found[owner] = Piece(key, tuple(_joined(sorted(chunks(fresh[owner], base=base)))))
    return Pieces(found, fresh)


def check(made: Pieces, above: Iterable[Triple], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is wrong with the pieces made anew; the others were checked when they were made.

    A shape looks at a node and, of those that it names, at what is said of them directly. So these are
    given where they stand in other pieces; what the shapes then say of them is left out.
    """
    graph = as_graph(triple for said in made.fresh.values() for triple in said)
    subjects = set(graph.subjects())
    named = {value for value in graph.objects() if isinstance(value, URIRef)}.difference(subjects)
    for triple in above:
        if triple[0] in named:
            graph.add(triple)
    # An article's own subjects may be spoken of above (what disagrees with a claim) without their type.
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


def _homes(extract: Extract, base: str) -> Iterator[tuple[Node, str]]:
    """The subjects of an article that others may speak of; of its amounts and passages its IRI is a part."""
    home = _home(extract, base)
    yield URIRef(home), home
    for claim in (*extract.claims, *(withdrawn.claim for withdrawn in extract.withdrawn)):
        yield iris.claim_iri(base, claim.kind, extract.document.id, claim.key), home


def _home(extract: Extract, base: str) -> str:
    return str(iris.document_iri(base, extract.document.id))


def _owner(subject: URIRef, homes: Mapping[Node, str]) -> str:
    return homes.get(subject) or homes.get(URIRef(subject.partition("#")[0])) or str(subject)


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
