"""Breakdowns that do not add up: parts that come to more than their whole, or all of them, and to less."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from graphbuild.ledger.amounts import ROUNDED, interval
from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.entries import Entry
from graphbuild.ledger.notes import note
from graphbuild.ledger.nouns import ClaimRef, Mismatch, Money
from graphbuild.model import Comparator, Polarity, Status


def mismatches(clusters: Mapping[str, Cluster]) -> tuple[Mismatch, ...]:
    """Each whole of one article whose parts do not add up to it, sorted by the whole's claim.

    They exceed it, whatever their bounds, or they fall short although the article says that they are all.
    """
    fact_of = {entry.ref: key for key, cluster in clusters.items() for entry in cluster.members}
    entries = {entry.ref: entry for cluster in clusters.values() for entry in cluster.members}
    below: dict[ClaimRef, dict[str, Entry]] = defaultdict(dict)
    for ref in sorted(entries):
        entry = entries[ref]
        if entry.claim.part_of and _counts(entry):
            below[ClaimRef(ref.document, entry.claim.part_of)].setdefault(fact_of[ref], entry)
    found = (
        _mismatch(entries[whole], parts, fact_of)
        for whole, parts in sorted(below.items())
        if whole in entries
    )
    exceeding = {mismatch.claim: mismatch for mismatch in found if mismatch}
    short = {mismatch.claim: mismatch for mismatch in _short(entries, fact_of)}
    return tuple(mismatch for _, mismatch in sorted((short | exceeding).items()))


def _short(entries: Mapping[ClaimRef, Entry], fact_of: Mapping[ClaimRef, str]) -> Iterator[Mismatch]:
    """Each sum of which a sentence gives all the parts, and too little."""
    split: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    stated: dict[tuple[str, Money], ClaimRef] = {}
    for ref, entry in sorted(entries.items()):
        if entry.split:
            split[ref.document, entry.said].append(entry)
        elif entry.money and _counts(entry):
            stated.setdefault((ref.document, entry.money), ref)
    for (document, _), parts in split.items():
        whole, total = parts[0].split or (None, None)
        claim = stated.get((document, whole)) if whole else None
        if claim and whole and total and _falls_short(whole, total):
            inside = sorted({fact_of[part.ref] for part in parts} - {fact_of[claim]})
            yield Mismatch(claim, fact_of[claim], tuple(inside), *note("falls_short", whole, total))


def _falls_short(whole: Money, total: Money) -> bool:
    least, most = interval(whole)[0], interval(total)[1]
    return least is not None and most is not None and most < least * (1 - ROUNDED)


def _mismatch(whole: Entry, parts: Mapping[str, Entry], fact_of: Mapping[ClaimRef, str]) -> Mismatch | None:
    inside = {key: entry for key, entry in parts.items() if key != fact_of[whole.ref]}
    total = _least(inside.values(), whole.money)
    most = interval(whole.money)[1] if whole.money else None
    if whole.money is None or most is None or total is None or total.value <= most * (1 + ROUNDED):
        return None
    english, french = note("exceeds", whole.money, total)
    return Mismatch(whole.ref, fact_of[whole.ref], tuple(sorted(inside)), english, french)


def _least(parts: Iterable[Entry], whole: Money | None) -> Money | None:
    """The least that the parts come to, of those in the whole's currency; None when there is none."""
    figures = [entry.money for entry in parts if entry.money and whole and _is_of_sort(entry.money, whole)]
    lows = [interval(money)[0] or Decimal(0) for money in figures]
    if not whole or not lows:
        return None
    exact = all(money.comparator is Comparator.EXACT for money in figures)
    return Money(sum(lows, Decimal(0)), whole.unit, Comparator.EXACT if exact else Comparator.AT_LEAST)


def _is_of_sort(part: Money, whole: Money) -> bool:
    return part.unit == whole.unit and part.period == whole.period


def _counts(entry: Entry) -> bool:
    stance = entry.claim.stance
    return stance.polarity is Polarity.POSITIVE and stance.status is not Status.CANCELLED
