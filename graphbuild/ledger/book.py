"""First light: each claim is its own fact."""

from collections.abc import Sequence

from graphbuild.ledger.nouns import ClaimRef, Fact, Ledger, Money, Step
from graphbuild.model import Claim, Extract, digest
from graphbuild.resolve import Identities


def ledger(extracts: Sequence[Extract], identities: Identities) -> Ledger:
    """Add the claims of the corpus up to facts; the order of the extracts does not matter."""
    facts = [_fact(extract, claim, identities) for extract in extracts for claim in extract.claims]
    return Ledger(facts=tuple(sorted(facts, key=lambda fact: fact.key)), conflicts=())


def _fact(extract: Extract, claim: Claim, identities: Identities) -> Fact:
    document = extract.document.id
    ref = ClaimRef(document, claim.key)
    roles = tuple(
        (role, tuple(sorted({identities.entity_of(document, key).key for key in keys})))
        for role, keys in claim.roles
    )
    found = next((a for a in extract.amounts if a.span == claim.amount), None)
    return Fact(
        key=digest(repr((document, claim.key))),
        kind=claim.kind,
        roles=roles,
        texts=claim.texts,
        amount=found and Money(found.value, found.unit, found.comparator, found.max_value),
        polarity=claim.stance.polarity,
        certainty=claim.stance.certainty,
        status=claim.stance.status,
        history=(Step(claim.stance.status, claim.date, ref),),
        claims=(ref,),
        sources=1,
        part_of=claim.part_of and digest(repr((document, claim.part_of))),
    )
