"""The claims that a person has compared with their article and found right.

Nothing of the graph changes with it. So it holds for the claim that was looked at and for no other: one that
is read otherwise now, be it by a single figure, is not what somebody has accepted.
"""

from collections.abc import Iterable

from graphbuild.amend.matching import shown
from graphbuild.amend.nouns import Accept, Correction, Outcome, Sum
from graphbuild.model import Amount, Claim, Extract, claim_id

OTHERWISE = "it is no longer read as it was accepted: {words}"
REMEDY = (
    "compare with the article what is read now (`graphbuild ask evidence`), accept or correct that, and take "
    "this acceptance back with `graphbuild correct undo {id}`"
)


def accepted(extract: Extract, corrections: Iterable[Correction]) -> tuple[Outcome, ...]:
    """What came of each acceptance among ``corrections``; ``extract`` is corrected already."""
    return tuple(
        _outcome(correction, correction.change, extract)
        for correction in corrections
        if isinstance(correction.change, Accept)
    )


def _outcome(correction: Correction, change: Accept, extract: Extract) -> Outcome:
    said = change.claim
    for claim in extract.claims:
        if _named(claim, change) and _same(change.amount, _amount(claim, extract)):
            name = claim_id(claim.kind, extract.document.id, claim.key)
            return Outcome(correction, accepts=(extract.document.id, name))
    for withdrawn in extract.withdrawn:
        if _named(withdrawn.claim, change):
            return Outcome(correction, overruled=withdrawn.corrections[-1])
    problem = OTHERWISE.format(words=shown(said.passages[0].quote))
    return Outcome(correction, problem, REMEDY.format(id=correction.short))


def _named(claim: Claim, change: Accept) -> bool:
    """Whether it is that claim: by the name that it had under the name that the article had."""
    said = change.claim
    return claim_id(claim.kind, said.article.id, claim.key) == said.id


def _amount(claim: Claim, extract: Extract) -> Amount | None:
    return next((amount for amount in extract.amounts if amount.key == claim.amount_key), None)


def _same(accepted: Sum | None, amount: Amount | None) -> bool:
    """A claim's name tells where its amount stands, not how its words are understood."""
    if accepted is None or amount is None:
        return accepted is None and amount is None
    read = (amount.value, amount.unit, amount.comparator, amount.max_value)
    return read == (accepted.value, accepted.unit, accepted.comparator, accepted.max_value)
