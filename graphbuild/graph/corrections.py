"""Who corrected what, as RDF (PROV): a correction is an activity, what it leaves behind is marked with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rdflib import PROV, RDF, RDFS, XSD, Literal, URIRef

from graphbuild.amend.entities import named_in
from graphbuild.amend.nouns import (
    Accept,
    Add,
    Change,
    Correction,
    Different,
    FixAmount,
    FixRole,
    Named,
    Outcome,
    Reject,
    Rename,
    Retype,
    Same,
    Undo,
)
from graphbuild.amend.words import LANGUAGES, in_words
from graphbuild.graph import iris, literals
from graphbuild.graph.claims import entity_node
from graphbuild.graph.documents import Triple
from graphbuild.graph.vocabulary import GB
from graphbuild.ledger import ClaimRef
from graphbuild.model import Extract, claim_id
from graphbuild.resolve import Canonical

ACTION: Final[dict[type[Change], URIRef]] = {
    Same: GB.SameEntity,
    Different: GB.DifferentEntities,
    Retype: GB.Retyping,
    Rename: GB.Renaming,
    Reject: GB.Rejection,
    Accept: GB.Acceptance,
    FixAmount: GB.AmountCorrection,
    FixRole: GB.RoleCorrection,
    Add: GB.Addition,
    Undo: GB.Undoing,
}

Known = Mapping[Named, tuple[Canonical, ...]]  # who each name of a correction is in the corpus


def correction_triples(
    outcomes: Iterable[Outcome], extracts: Sequence[Extract], known: Known, *, base: str
) -> Iterator[Triple]:
    """Every correction that stands, applied or not, and what it changed.

    One that is undone is left out, with what undoes it: the graph is as if it had never been made.
    """
    agents: dict[str, URIRef] = {}
    for outcome in outcomes:
        made = outcome.correction
        agents[made.id] = iris.agent_iri(base, made.by)
        yield from _said(outcome, agents[made.id])
        yield from _entities(made, known, base=base) if outcome.applied else ()
    for extract in extracts:
        yield from _claims(extract, agents, base=base)


def acceptance_triples(
    outcomes: Iterable[Outcome], articles: Mapping[str, Extract], *, base: str
) -> Iterator[Triple]:
    """From each acceptance to its claim, where that is there: the gate may have kept it apart."""
    for outcome in outcomes:
        document, name = outcome.accepts or ("", "")
        for claim in articles[document].claims if document in articles else ():
            if claim_id(claim.kind, document, claim.key) == name:
                node = iris.claim_iri(base, claim.kind, document, claim.key)
                yield URIRef(outcome.correction.id), GB.accepts, node


def is_corrected(extract: Extract) -> bool:
    """Whether a person had a hand in what an article says."""
    amounts = any(amount.correction is not None for amount in extract.amounts)
    return bool(extract.withdrawn) or amounts or any(claim.corrections for claim in extract.claims)


def fact_triples(
    facts: Iterable[tuple[URIRef, Sequence[ClaimRef]]], extracts: Iterable[Extract]
) -> Iterator[Triple]:
    """Which facts rest on a claim that a person mended or added."""
    mended = {
        ClaimRef(extract.document.id, claim.key): claim.corrections
        for extract in extracts
        for claim in extract.claims
        if claim.corrections
    }
    for fact, claims in facts if mended else ():
        for claim in claims:
            yield from ((fact, PROV.wasInfluencedBy, URIRef(made)) for made in mended.get(claim, ()))


def _said(outcome: Outcome, agent: URIRef) -> Iterator[Triple]:
    """Who, when, why, and whether it could be applied."""
    made = outcome.correction
    node = URIRef(made.id)
    yield node, RDF.type, GB.Correction
    yield node, RDF.type, ACTION[type(made.change)]
    for language in LANGUAGES:
        yield node, RDFS.label, Literal(in_words(made.change, language), lang=language)
    yield node, RDFS.comment, literals.text(made.because)
    yield node, PROV.wasAssociatedWith, agent
    yield node, PROV.endedAtTime, Literal(made.when, datatype=XSD.dateTime, normalize=False)
    yield node, GB.applied, Literal("true" if outcome.applied else "false", datatype=XSD.boolean)
    if outcome.overruled is not None:
        yield node, GB.overruledBy, URIRef(outcome.overruled)
    if outcome.problem:
        yield node, GB.problem, literals.text(outcome.problem)
    yield agent, RDF.type, PROV.Agent
    yield agent, RDFS.label, literals.text(made.by)


def _entities(made: Correction, known: Known, *, base: str) -> Iterator[Triple]:
    for named in named_in(made):
        for canonical in known.get(named, ()):
            node = entity_node(canonical, base=base)
            yield URIRef(made.id), GB.corrects, node
            yield node, PROV.wasInfluencedBy, URIRef(made.id)


def _claims(extract: Extract, agents: Mapping[str, URIRef], *, base: str) -> Iterator[Triple]:
    """From each correction to the claim that it put aside and to the one that it made."""
    document = extract.document.id
    home = iris.document_iri(base, document)
    for withdrawn in extract.withdrawn:
        node = iris.claim_iri(base, withdrawn.claim.kind, document, withdrawn.claim.key)
        for correction in withdrawn.corrections:
            yield URIRef(correction), GB.corrects, node
    for claim in extract.claims:
        for correction in claim.corrections:
            node = iris.claim_iri(base, claim.kind, document, claim.key)
            yield URIRef(correction), GB.states, node
            yield node, PROV.wasAttributedTo, agents[correction]
    read = {amount.span for amount in extract.amounts if amount.correction is None}
    for amount in extract.amounts:
        if amount.correction is not None:
            node = iris.amount_iri(home, amount.key)
            yield node, PROV.wasAttributedTo, agents[amount.correction]
            if amount.span in read:
                yield node, PROV.wasRevisionOf, iris.amount_iri(home, (amount.span, None))
