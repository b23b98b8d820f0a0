"""What stands above the articles: who they speak of, what they add up to, what people corrected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from rdflib.term import Node

from graphbuild.amend import Outcome
from graphbuild.graph import claims, corrections, facts, iris
from graphbuild.graph.article import spoken_of
from graphbuild.graph.corrections import Known
from graphbuild.graph.decided import version
from graphbuild.graph.edges import Edge, Edges, edges
from graphbuild.graph.facts import Lookup
from graphbuild.graph.hashes import content
from graphbuild.graph.identities import decision_triples
from graphbuild.graph.sayings import Saying, grouped
from graphbuild.ledger import Ledger
from graphbuild.model import Extract
from graphbuild.resolve import Canonical, Identities


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of each correction, and who their names are."""

    outcomes: Sequence[Outcome] = ()
    known: Known = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Above:
    """All that stands above the articles, and the plain edges by what decided them."""

    sayings: tuple[Saying, ...]
    edges: Edges


NO_EDGES: Mapping[str, tuple[Edge, ...]] = {}


def above(
    extracts: Sequence[Extract],
    identities: Identities,
    book: Ledger,
    corrected: Corrected,
    *,
    before: Mapping[str, tuple[Edge, ...]] = NO_EDGES,
    base: str,
) -> Above:
    """What the articles come to; plain edges that are in ``before`` are taken from there.

    Raises ``ValueError`` or ``KeyError`` when the parts do not fit together: that is a bug.
    """
    articles = {extract.document.id: extract for extract in extracts}
    names = {extract.document.id: content(version(base), extract) for extract in extracts}
    entities = {c.key: claims.entity_node(c, base=base) for c in identities.canonicals}
    known = Lookup(base, articles, names, entities, facts.nodes(book, base=base))
    told = [(fact, facts.fact_saying(fact, known)) for fact in book.facts]
    plain = edges(told, known, before=before)
    met = (identities.entity_of(e.document.id, key) for e in extracts for key in spoken_of(e))
    described = {canonical.key: canonical for canonical in met}
    nodes = {key: known.entities[key] for key in described}
    return Above(
        (
            *(_entity(canonical, base=base) for canonical in described.values()),
            *grouped(decision_triples(identities.decisions, nodes, base=base), {}),
            *(saying for _, saying in told),
            *facts.dispute_sayings(book, known),
            *_corrections(extracts, book, corrected, known),
            *grouped(plain.triples, {}),
        ),
        plain,
    )


def _entity(canonical: Canonical, *, base: str) -> Saying:
    node = str(claims.entity_node(canonical, base=base))
    return Saying(node, content(canonical), partial(claims.entity_triples, canonical, base=base))


def _corrections(
    extracts: Sequence[Extract], book: Ledger, corrected: Corrected, known: Lookup
) -> Iterator[Saying]:
    if not corrected.outcomes:
        return
    touched = [extract for extract in extracts if corrections.is_corrected(extract)]
    yield from grouped(
        (
            *corrections.correction_triples(corrected.outcomes, touched, corrected.known, base=known.base),
            *corrections.acceptance_triples(corrected.outcomes, known.articles, base=known.base),
            *corrections.fact_triples(((known.facts[fact.key], fact.claims) for fact in book.facts), touched),
        ),
        dict(home for extract in touched for home in _homes(extract, known.base)),
    )


def _homes(extract: Extract, base: str) -> Iterator[tuple[Node, str]]:
    """The claims of an article, with its IRI: of its amounts and passages that is a part."""
    home = str(iris.document_iri(base, extract.document.id))
    for claim in (*extract.claims, *(withdrawn.claim for withdrawn in extract.withdrawn)):
        yield iris.claim_iri(base, claim.kind, extract.document.id, claim.key), home
