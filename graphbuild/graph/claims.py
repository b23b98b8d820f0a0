"""What an article says, as RDF: claims and the entities they speak of."""

from collections.abc import Callable, Iterator

from rdflib import PROV, RDF, RDFS, SKOS, Literal, URIRef

from graphbuild.graph import iris, literals
from graphbuild.graph.documents import Triple, passage_triples
from graphbuild.graph.vocabulary import ENTITY_CLASS, GB, STATUS_TERM, kind_classes, role_property
from graphbuild.model import Claim, Document, Speaker, Stance, Withdrawn
from graphbuild.resolve import Canonical

# An entity's key inside one document -> who that is in the corpus.
EntityOf = Callable[[str], Canonical]


def entity_triples(entity: Canonical, *, base: str) -> Iterator[Triple]:
    """Who or what it is, under all its names and public identifiers."""
    node = iris.entity_iri(base, entity.key, entity.name)
    yield node, RDF.type, ENTITY_CLASS[entity.type]
    yield node, RDFS.label, literals.text(entity.name)
    for alias in entity.aliases:
        if alias != entity.name:
            yield node, SKOS.altLabel, literals.text(alias)
    for address in entity.same_as:
        if identifier := iris.safe_iri(address):
            yield node, SKOS.exactMatch, identifier


def claim_triples(document: Document, claim: Claim, entity_of: EntityOf, *, base: str) -> Iterator[Triple]:
    """One claim: what is said, in which words, and the corrections of a person that made it so."""
    node = iris.claim_iri(base, claim.kind, document.id, claim.key)
    yield node, RDF.type, GB.Claim
    yield from said_triples(node, document, claim, entity_of, base=base)
    for correction in claim.corrections:
        yield node, PROV.wasGeneratedBy, URIRef(correction)
    if claim.revises is not None:
        yield node, PROV.wasRevisionOf, iris.claim_iri(base, claim.kind, document.id, claim.revises)


def withdrawn_triples(
    document: Document, withdrawn: Withdrawn, entity_of: EntityOf, *, base: str
) -> Iterator[Triple]:
    """A claim as it was read before a person put it aside: of another class, so that nobody counts it."""
    claim = withdrawn.claim
    node = iris.claim_iri(base, claim.kind, document.id, claim.key)
    yield node, RDF.type, GB.InvalidatedClaim
    yield from said_triples(node, document, claim, entity_of, base=base)
    for correction in withdrawn.corrections:
        yield node, PROV.wasInvalidatedBy, URIRef(correction)


def said_triples(
    node: URIRef, document: Document, claim: Claim, entity_of: EntityOf, *, base: str
) -> Iterator[Triple]:
    """Its kind, its roles, how far the article stands behind it, its words."""
    home = iris.document_iri(base, document.id)
    yield node, RDF.type, kind_classes()[claim.kind]
    yield node, GB.inDocument, home
    yield node, GB.rule, literals.text(claim.rule)
    yield node, GB.confidence, literals.decimal(claim.confidence)
    for span in claim.evidence:
        yield node, GB.evidence, iris.passage_iri(home, span)
        yield from passage_triples(document, span, base=base)
    if claim.amount_key is not None:
        yield node, GB.amount, iris.amount_iri(home, claim.amount_key)
    if claim.date:
        yield node, GB.date, literals.date(claim.date)
    for role, words in claim.texts:
        yield node, role_property(role), literals.text(words)
    for role, keys in claim.roles:
        for key in keys:
            yield node, role_property(role), entity_node(entity_of(key), base=base)
    yield from stance_triples(node, claim.stance, entity_of, base=base)


def stance_triples(node: URIRef, stance: Stance, entity_of: EntityOf, *, base: str) -> Iterator[Triple]:
    yield node, GB.status, STATUS_TERM[stance.status]
    yield node, GB.polarity, literals.text(stance.polarity.value)
    yield node, GB.certainty, literals.text(stance.certainty.value)
    if stance.speaker:
        yield node, GB.attributedTo, speaker_term(stance.speaker, entity_of, base=base)


def speaker_term(speaker: Speaker, entity_of: EntityOf, *, base: str) -> URIRef | Literal:
    """Give the entity who says it, else the article's words for who does."""
    if speaker.entity is None:
        return literals.text(speaker.text)
    return entity_node(entity_of(speaker.entity), base=base)


def entity_node(entity: Canonical, *, base: str) -> URIRef:
    return iris.entity_iri(base, entity.key, entity.name)


def part_triples(document: Document, claims: tuple[Claim, ...], *, base: str) -> Iterator[Triple]:
    """``gb:partOf`` between claims of one document."""
    nodes = {c.key: iris.claim_iri(base, c.kind, document.id, c.key) for c in claims}
    for claim in claims:
        if claim.part_of is not None:
            if claim.part_of not in nodes:
                raise ValueError(f"{claim} is part of a claim that document {document.id!r} does not have")
            yield nodes[claim.key], GB.partOf, nodes[claim.part_of]
