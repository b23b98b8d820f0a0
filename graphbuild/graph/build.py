"""Extracts, identities and ledger in; one RDF graph out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from rdflib import Graph

from graphbuild.amend import Outcome
from graphbuild.errors import SettingsError
from graphbuild.graph import claims, corrections, documents, facts
from graphbuild.graph.corrections import Known
from graphbuild.graph.documents import Triple
from graphbuild.graph.identities import decision_triples
from graphbuild.graph.rules import plain_edges
from graphbuild.graph.vocabulary import BASE, PREFIXES
from graphbuild.ledger import Ledger
from graphbuild.model import Extract
from graphbuild.resolve import Identities

NOBODY: Known = {}


def build_graph(
    extracts: Sequence[Extract],
    identities: Identities,
    book: Ledger,
    *,
    outcomes: Sequence[Outcome] = (),
    known: Known = NOBODY,
    base: str = BASE,
) -> Graph:
    """Give the whole corpus: every document, what the ledger makes of them, corrections, and the plain edges.

    ``outcomes`` are what came of each correction, ``known`` who their names are (``amend.known_as``).
    Raises ``SettingsError`` for a base that cannot carry IRIs, ``ValueError`` or ``KeyError`` when
    the parts do not fit together (a span outside its text, an unknown entity): that is a bug.
    """
    check_base(base)
    said = chain.from_iterable(own_triples(e, identities, base=base) for e in extracts)
    corrected = Corrected(outcomes, known)
    graph = as_graph(chain(said, upper_triples(extracts, identities, book, corrected, base=base)))
    for edge in plain_edges(graph):
        graph.add(edge)
    return graph


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of each correction, and who their names are."""

    outcomes: Sequence[Outcome] = ()
    known: Known = field(default_factory=dict)


def upper_triples(
    extracts: Sequence[Extract], identities: Identities, book: Ledger, corrected: Corrected, *, base: str
) -> Iterator[Triple]:
    """Give what stands above the articles: who they speak of, what they add up to, what people corrected."""
    spoken_of = {
        identities.entity_of(extract.document.id, key): None for extract in extracts for key in _kept(extract)
    }
    for canonical in spoken_of:
        yield from claims.entity_triples(canonical, base=base)
    entities = {c.key: claims.entity_node(c, base=base) for c in identities.canonicals}
    described = {canonical.key: entities[canonical.key] for canonical in spoken_of}
    yield from decision_triples(identities.decisions, described, base=base)
    added_up = list(facts.ledger_triples(book, facts.lookup(tuple(extracts), book, entities, base=base)))
    yield from added_up
    yield from corrections.correction_triples(corrected.outcomes, extracts, corrected.known, base=base)
    yield from corrections.fact_triples(added_up, extracts, base=base)


def document_triples(extract: Extract, identities: Identities, *, base: str) -> Iterator[Triple]:
    """Give what one article says, with the entities it speaks of: what the gate checks."""
    for key in sorted(_kept(extract)):
        yield from claims.entity_triples(identities.entity_of(extract.document.id, key), base=base)
    yield from own_triples(extract, identities, base=base)


def own_triples(extract: Extract, identities: Identities, *, base: str) -> Iterator[Triple]:
    """Give what is an article's alone: no other article says anything of these subjects."""
    document, kept = extract.document, _kept(extract)
    entity_of = partial(identities.entity_of, document.id)
    yield from documents.document_triples(document, base=base)
    for mention in extract.mentions:
        if mention.entity in kept:
            node = claims.entity_node(entity_of(mention.entity), base=base)
            yield from documents.mention_triples(document, mention.span, node, base=base)
    for amount in extract.amounts:
        yield from documents.amount_triples(document, amount, base=base)
    for claim in extract.claims:
        yield from claims.claim_triples(document, claim, entity_of, base=base)
    for withdrawn in extract.withdrawn:
        yield from claims.withdrawn_triples(document, withdrawn, entity_of, base=base)
    yield from claims.part_triples(document, extract.claims, base=base)


def _kept(extract: Extract) -> frozenset[str]:
    """Everything named, and of what is only described what a claim needs."""
    said = (*extract.claims, *(withdrawn.claim for withdrawn in extract.withdrawn))
    used = {key for claim in said for _, keys in claim.roles for key in keys}
    used |= {c.stance.speaker.entity for c in said if c.stance.speaker and c.stance.speaker.entity}
    return frozenset(e.key for e in extract.entities if e.named or e.key in used) | used


def as_graph(triples: Iterable[Triple]) -> Graph:
    """Give triples as a graph in memory."""
    graph = Graph(bind_namespaces="none")
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    for triple in triples:
        graph.add(triple)
    return graph


def check_base(base: str) -> None:
    """Raise ``SettingsError`` unless ``base`` is an http(s) address that ends in a slash."""
    if not re.fullmatch(r"https?://[^\s<>\"{}|^`\\#?]+/", base):
        raise SettingsError(f"base is {base!r}: it must be an http or https address that ends in '/'.")
