"""What the corpus adds up to, as RDF: facts, their history, their parts, their conflicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from rdflib import RDF, RDFS, Literal, URIRef

from graphbuild.graph import iris, literals
from graphbuild.graph.documents import Triple
from graphbuild.graph.vocabulary import GB, STATUS_TERM, kind_classes, role_property
from graphbuild.ledger import ClaimRef, Conflict, Fact, Ledger, Mismatch, Money, Step, money_of
from graphbuild.model import Extract


@dataclass(frozen=True, slots=True)
class Lookup:
    """The nodes that facts point at: claims, their amounts, entities, other facts."""

    base: str
    claims: Mapping[ClaimRef, URIRef]
    amounts: Mapping[ClaimRef, tuple[URIRef, Money]]
    entities: Mapping[str, URIRef]
    facts: Mapping[str, URIRef]


def lookup(
    extracts: tuple[Extract, ...], book: Ledger, entities: Mapping[str, URIRef], *, base: str
) -> Lookup:
    """Prepare what ``fact_triples`` needs; ``entities`` maps canonical keys to nodes."""
    claims: dict[ClaimRef, URIRef] = {}
    amounts: dict[ClaimRef, tuple[URIRef, Money]] = {}
    for extract in extracts:
        home = iris.document_iri(base, extract.document.id)
        by_key = {amount.key: amount for amount in extract.amounts}
        for claim in extract.claims:
            ref = ClaimRef(extract.document.id, claim.key)
            claims[ref] = iris.claim_iri(base, claim.kind, extract.document.id, claim.key)
            if claim.amount_key is not None:
                node = iris.amount_iri(home, claim.amount_key)
                amounts[ref] = node, money_of(by_key[claim.amount_key], claim.kind)
    facts = {fact.key: iris.fact_iri(base, fact.kind, fact.key) for fact in book.facts}
    return Lookup(base, claims, amounts, entities, facts)


def ledger_triples(book: Ledger, known: Lookup) -> Iterator[Triple]:
    """Facts, then conflicts, then breakdowns that do not add up."""
    yield from chain.from_iterable(fact_triples(fact, known) for fact in book.facts)
    yield from chain.from_iterable(conflict_triples(conflict, known) for conflict in book.conflicts)
    yield from chain.from_iterable(mismatch_triples(mismatch, known) for mismatch in book.mismatches)


def fact_triples(fact: Fact, known: Lookup) -> Iterator[Triple]:
    """One fact. Its amount is the place where one of its claims writes that amount, so it has a quote."""
    node = known.facts[fact.key]
    yield node, RDF.type, GB.Fact
    yield node, RDF.type, kind_classes()[fact.kind]
    yield node, GB.status, STATUS_TERM[fact.status]
    yield node, GB.polarity, literals.text(fact.polarity.value)
    yield node, GB.certainty, literals.text(fact.certainty.value)
    yield node, GB.sources, literals.integer(fact.sources)
    for role, words in fact.texts:
        yield node, role_property(role), literals.text(words)
    for role, keys in fact.roles:
        for key in keys:
            yield node, role_property(role), known.entities[key]
    for claim in fact.claims:
        yield node, GB.statedBy, known.claims[claim]
    if fact.amount is not None:
        yield node, GB.amount, _written(fact, known)
    yield from _links(fact, node, known)
    for english, french in fact.notes:
        yield node, RDFS.comment, Literal(english, lang="en")
        yield node, RDFS.comment, Literal(french, lang="fr")
    for place, step in enumerate(fact.history, start=1):
        yield from step_triples(node, step, place, known)


def _links(fact: Fact, node: URIRef, known: Lookup) -> Iterator[Triple]:
    """What a sum must know to count it once: the facts that have its money too, and what it counts as."""
    others = {
        GB.partOf: fact.part_of,
        GB.repeats: fact.repeats,
        GB.revisedBy: fact.revised_by,
        GB.story: fact.story,
    }
    yield from ((node, link, known.facts[key]) for link, key in others.items() if key is not None)
    words = {GB.countsAs: fact.counts_as, GB.leftOut: fact.left_out}
    yield from ((node, link, literals.text(word)) for link, word in words.items() if word is not None)


def _written(fact: Fact, known: Lookup) -> URIRef:
    """Where the fact's amount is written, the first such place by document."""
    places = [known.amounts[ref] for ref in sorted(fact.claims) if ref in known.amounts]
    same = next((node for node, money in places if money == fact.amount), None)
    if same is None:
        raise ValueError(f"Fact {fact.key} says {fact.amount}, which none of its claims says: {places}")
    return same


def step_triples(fact: URIRef, step: Step, place: int, known: Lookup) -> Iterator[Triple]:
    """One status of a fact: which, when it held and was said, who says so, its place in the history."""
    claim = known.claims[step.claim]
    node = iris.status_iri(fact, step.status, claim)
    yield fact, GB.history, node
    yield node, RDF.type, GB.StatusReport
    yield node, GB.status, STATUS_TERM[step.status]
    yield node, GB.statedBy, claim
    yield node, GB.inDocument, iris.document_iri(known.base, step.claim.document)
    if step.date:
        yield node, GB.date, literals.date(step.date)
    if step.said:
        yield node, GB.reported, literals.date(step.said)
    yield node, GB.ordinal, literals.integer(place)


def conflict_triples(conflict: Conflict, known: Lookup) -> Iterator[Triple]:
    """Both claims and both facts point at each other; a node says in words what disagrees."""
    claims = tuple(known.claims[ref] for ref in conflict.claims)
    facts = tuple(known.facts[key] for key in conflict.facts)
    node = iris.conflict_iri(known.base, *claims)
    yield node, RDF.type, GB.Conflict
    yield node, RDFS.comment, Literal(conflict.note_en, lang="en")
    yield node, RDFS.comment, Literal(conflict.note_fr, lang="fr")
    for one, other in (claims, claims[::-1], facts, facts[::-1]):
        if one != other:
            yield one, GB.conflictsWith, other
        yield node, GB.between, one


def mismatch_triples(mismatch: Mismatch, known: Lookup) -> Iterator[Triple]:
    """A whole whose parts exceed it: the facts, the claim that gives the whole, and the matter in words."""
    claim = known.claims[mismatch.claim]
    node = iris.mismatch_iri(known.base, claim)
    yield node, RDF.type, GB.Mismatch
    yield node, GB.statedBy, claim
    yield node, GB.whole, known.facts[mismatch.whole]
    for key in (mismatch.whole, *mismatch.parts):
        yield node, GB.between, known.facts[key]
    yield node, RDFS.comment, Literal(mismatch.note_en, lang="en")
    yield node, RDFS.comment, Literal(mismatch.note_fr, lang="fr")
