"""What the corpus adds up to, as RDF: facts, their history, their parts, their conflicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from rdflib import RDF, RDFS, Literal, URIRef

from graphbuild.graph import iris, literals
from graphbuild.graph.documents import Triple
from graphbuild.graph.hashes import content
from graphbuild.graph.sayings import Saying, grouped
from graphbuild.graph.vocabulary import GB, STATUS_TERM, kind_classes, role_property
from graphbuild.ledger import ClaimRef, Conflict, Fact, Ledger, Mismatch, Money, Step, money_of
from graphbuild.model import Claim, Extract


@dataclass(frozen=True, slots=True)
class Lookup:
    """The nodes that facts point at: claims and their amounts, entities by key, other facts by key.

    ``names`` are those of the articles, for all that is said of each.
    """

    base: str
    articles: Mapping[str, Extract]
    names: Mapping[str, str]
    entities: Mapping[str, URIRef]
    facts: Mapping[str, URIRef]
    read: dict[str, Mapping[str, Claim]] = field(default_factory=dict)  # claims by key, of articles asked for

    def claim(self, ref: ClaimRef) -> Claim:
        if ref.document not in self.read:
            claims = self.articles[ref.document].claims
            self.read[ref.document] = {claim.key: claim for claim in claims}
        return self.read[ref.document][ref.claim]

    def node(self, ref: ClaimRef) -> URIRef:
        return iris.claim_iri(self.base, self.claim(ref).kind, ref.document, ref.claim)

    def home(self, ref: ClaimRef) -> URIRef:
        return iris.document_iri(self.base, ref.document)

    def amount(self, ref: ClaimRef) -> tuple[URIRef, Money] | None:
        """Where the amount of a claim is written, and what it says."""
        claim = self.claim(ref)
        if claim.amount_key is None:
            return None
        amount = next(a for a in self.articles[ref.document].amounts if a.key == claim.amount_key)
        return iris.amount_iri(self.home(ref), amount.key), money_of(amount, claim.kind)


def nodes(book: Ledger, *, base: str) -> dict[str, URIRef]:
    """The nodes of the facts, by their keys."""
    return {fact.key: iris.fact_iri(base, fact.kind, fact.key) for fact in book.facts}


def fact_saying(fact: Fact, known: Lookup) -> Saying:
    """A fact, decided by what it is, by its articles, and by how the nodes that it names are called."""
    articles = [known.names[document] for document in sorted({ref.document for ref in fact.claims})]
    entities = [known.entities[key] for _, keys in fact.roles for key in keys]
    others = [known.facts[key] for key in _linked(fact).values() if key is not None]
    key = content(fact, articles, list(map(str, (*entities, *others))))
    return Saying(str(known.facts[fact.key]), key, partial(fact_triples, fact, known))


def dispute_sayings(book: Ledger, known: Lookup) -> Iterator[Saying]:
    """Conflicts, then breakdowns that do not add up."""
    yield from chain.from_iterable(conflict_sayings(conflict, known) for conflict in book.conflicts)
    yield from chain.from_iterable(
        grouped(mismatch_triples(mismatch, known), {}) for mismatch in book.mismatches
    )


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
        yield node, GB.statedBy, known.node(claim)
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
    yield from ((node, link, known.facts[key]) for link, key in _linked(fact).items() if key is not None)
    words = {GB.countsAs: fact.counts_as, GB.leftOut: fact.left_out}
    yield from ((node, link, literals.text(word)) for link, word in words.items() if word is not None)


def _linked(fact: Fact) -> Mapping[URIRef, str | None]:
    """The keys of the facts that a fact names."""
    return {
        GB.partOf: fact.part_of,
        GB.repeats: fact.repeats,
        GB.revisedBy: fact.revised_by,
        GB.story: fact.story,
    }


def _written(fact: Fact, known: Lookup) -> URIRef:
    """Where the fact's amount is written, the first such place by document."""
    places = [place for ref in sorted(fact.claims) if (place := known.amount(ref))]
    same = next((node for node, money in places if money == fact.amount), None)
    if same is None:
        raise ValueError(f"Fact {fact.key} says {fact.amount}, which none of its claims says: {places}")
    return same


def step_triples(fact: URIRef, step: Step, place: int, known: Lookup) -> Iterator[Triple]:
    """One status of a fact: which, when it held and was said, who says so, its place in the history."""
    claim = known.node(step.claim)
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


def conflict_sayings(conflict: Conflict, known: Lookup) -> Iterator[Saying]:
    """What a conflict says, with the first fact, the other, and the articles of both claims."""
    articles = [known.names[ref.document] for ref in conflict.claims]
    key = content(conflict, articles, [str(known.facts[fact]) for fact in conflict.facts])
    homes = (known.home(ref) for ref in conflict.claims)
    for owner in dict.fromkeys(map(str, (*(known.facts[fact] for fact in conflict.facts), *homes))):
        yield Saying(owner, key, partial(_of, owner, conflict, known))


def _of(owner: str, conflict: Conflict, known: Lookup) -> Iterator[Triple]:
    return (triple for whose, triple in _conflict(conflict, known) if str(whose) == owner)


def _conflict(conflict: Conflict, known: Lookup) -> Iterator[tuple[URIRef, Triple]]:
    """Both claims and both facts point at each other; a node says in words what disagrees."""
    claims = tuple(known.node(ref) for ref in conflict.claims)
    facts = tuple(known.facts[key] for key in conflict.facts)
    homes = tuple(known.home(ref) for ref in conflict.claims)
    node = iris.conflict_iri(known.base, *claims)
    first = facts[0]
    yield first, (node, RDF.type, GB.Conflict)
    yield first, (node, RDFS.comment, Literal(conflict.note_en, lang="en"))
    yield first, (node, RDFS.comment, Literal(conflict.note_fr, lang="fr"))
    for whose, pair in ((homes, claims), (facts, facts)):
        for owner, one, other in zip(whose, pair, pair[::-1], strict=True):
            if one != other:
                yield owner, (one, GB.conflictsWith, other)
            yield first, (node, GB.between, one)


def mismatch_triples(mismatch: Mismatch, known: Lookup) -> Iterator[Triple]:
    """A whole whose parts do not add up to it: the facts, the claim that gives the whole, a note."""
    claim = known.node(mismatch.claim)
    node = iris.mismatch_iri(known.base, claim)
    yield node, RDF.type, GB.Mismatch
    yield node, GB.statedBy, claim
    yield node, GB.whole, known.facts[mismatch.whole]
    for key in (mismatch.whole, *mismatch.parts):
        yield node, GB.between, known.facts[key]
    yield node, RDFS.comment, Literal(mismatch.note_en, lang="en")
    yield node, RDFS.comment, Literal(mismatch.note_fr, lang="fr")
