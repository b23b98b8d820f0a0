"""Sentences that give all the parts of a sum: those that say so, and those in which several pay."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from graphbuild.data import table
from graphbuild.ledger.nouns import Money, money_of
from graphbuild.model import Amount, Claim, Comparator, Kind, Span, fold

SAID = frozenset({Comparator.EXACT, Comparator.ABOUT})
GIVEN = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN})
FEWEST = 2  # parts of a sum


def split_of(text: str, claim: Claim, amounts: Sequence[Amount]) -> tuple[Money, Money] | None:
    """The sum that a claim's sentence says is split, and what the parts come to; None where it says none.

    "1.8 billion, which breaks down into 700 million ...". All that the sentence gives after that sum is a
    part of it, whether or not a claim speaks of it. Where the sentence says that it leaves something out, or
    gives something else too, nothing can be added up.
    """
    return next((found for span in claim.evidence if (found := _split(text, span, amounts))), None)


def _split(text: str, span: Span, amounts: Sequence[Amount]) -> tuple[Money, Money] | None:
    if _says(span.of(text), "unfinished"):
        return None
    inside = sorted((a for a in amounts if span.contains(a.span)), key=lambda amount: amount.span)
    for place, (one, following) in enumerate(pairwise(inside)):
        if _says(text[one.span.end : following.span.start], "split"):
            parts = [money_of(a, Kind.INVESTMENT) for a in inside[place + 1 :] if a.conversion_of is None]
            whole, total = money_of(one, Kind.INVESTMENT), _added(parts)
            return (whole, total) if total and total.unit == whole.unit and whole.period is None else None
    return None


def together_of(claims: Iterable[Claim], amounts: Iterable[Amount]) -> dict[tuple[Span, ...], Money]:
    """By the sentence, what several who pay a share each in it give in all."""
    known = {amount.key: amount for amount in amounts}
    told: dict[tuple[Span, ...], dict[str, Money]] = defaultdict(dict)
    for claim in claims:
        amount, payers = known.get(claim.amount_key) if claim.amount_key else None, claim.fillers("payer")
        if claim.kind in GIVEN and amount and len(payers) == 1:
            told[claim.evidence][payers[0]] = money_of(amount, claim.kind)
    return {sentence: total for sentence, sums in told.items() if (total := _added(list(sums.values())))}


def _added(parts: Sequence[Money]) -> Money | None:
    """What sums of one currency come to, where they are written as exact or about; no sum a year."""
    units = {money.unit for money in parts}
    plain = all(money.comparator in SAID and money.period is None for money in parts)
    if len(parts) < FEWEST or len(units) > 1 or not plain:
        return None
    about = any(money.comparator is Comparator.ABOUT for money in parts)
    total = sum((money.value for money in parts), Decimal(0))
    return Money(total, units.pop(), Comparator.ABOUT if about else Comparator.EXACT)


def _says(words: str, name: str) -> bool:
    told = f" {fold(words)} "
    return any(f" {cue} " in told for cue in table("identity/cues.toml")[name])
