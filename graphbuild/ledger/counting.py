"""What each sum counts as, and what is left out of every sum, with the reason.

Only what somebody pays counts: an investment, a grant, a loan, money raised, a price paid for a company, an
order, a fine. A result, a valuation or a cost is no payment. What counts is certain (announced, committed
or done), planned (requested or planned) or rumoured (told with a hedge).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from graphbuild.ledger.nouns import Conflict, Fact
from graphbuild.model import Certainty, Kind, Polarity, Status


class Column(StrEnum):
    """How sure a sum is, the surest first."""

    CERTAIN = "certain"
    PLANNED = "planned"
    RUMOURED = "rumoured"


class LeftOut(StrEnum):
    """Why a sum counts nowhere."""

    NO_PAYMENT = "no payment"
    DENIED = "denied"
    CANCELLED = "cancelled"
    WHOLE_CANCELLED = "whole cancelled"
    REPEATED = "repeated"
    REVISED = "revised"
    SURER = "surer figure"
    MIXED_UP = "other currency"
    PER_PERIOD = "per period"


PAID = (Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING, Kind.ACQUISITION, Kind.CONTRACT, Kind.FINE)
COLUMNS = tuple(Column)


def counted(facts: Iterable[Fact], conflicts: Collection[Conflict]) -> tuple[Fact, ...]:
    """The facts, each with what it counts as or why it does not, and the story that it is one figure of.

    Facts that contradict each other tell one story: one of them counts at the most, and only the surest do.
    """
    by_key = {fact.key: fact for fact in facts}
    left_out = {key: reason for key, fact in by_key.items() if (reason := _reason(fact, by_key))}
    left_out |= _rivals(by_key, left_out, conflicts)
    stories = _stories(by_key, left_out, conflicts)
    surest = _surest(by_key, stories)
    return tuple(_placed(fact, left_out, stories, surest) for fact in by_key.values())


def column(fact: Fact) -> Column:
    """How sure a fact is that counts."""
    if fact.certainty is Certainty.HEDGED:
        return Column.RUMOURED
    return Column.PLANNED if fact.status in {Status.REQUESTED, Status.PLANNED} else Column.CERTAIN


def _placed(
    fact: Fact,
    left_out: Mapping[str, LeftOut],
    stories: Mapping[str, str],
    surest: Mapping[str, Column],
) -> Fact:
    story = stories.get(fact.key)
    if fact.amount is None or not fact.amount.is_currency:
        return replace(fact, story=story)
    if fact.key in left_out:
        return replace(fact, story=story, left_out=left_out[fact.key].value)
    if story and column(fact) is not surest[story]:
        return replace(fact, story=story, left_out=LeftOut.SURER.value)
    return replace(fact, story=story, counts_as=column(fact).value)


def _reason(fact: Fact, facts: Mapping[str, Fact]) -> LeftOut | None:
    """Why a fact counts nowhere, whatever the others are worth."""
    money = fact.amount
    reasons = {
        LeftOut.NO_PAYMENT: fact.kind not in PAID,
        LeftOut.DENIED: fact.polarity is Polarity.NEGATIVE,
        LeftOut.CANCELLED: fact.status is Status.CANCELLED,
        LeftOut.PER_PERIOD: money is not None and money.period is not None,
        LeftOut.REPEATED: fact.repeats is not None,
        LeftOut.REVISED: fact.revised_by is not None,
    }
    first = next((reason for reason, holds in reasons.items() if holds), None)
    return first or (LeftOut.WHOLE_CANCELLED if _fell_with_its_whole(fact, facts) else None)


def _rivals(
    facts: Mapping[str, Fact], left_out: Mapping[str, LeftOut], conflicts: Iterable[Conflict]
) -> dict[str, LeftOut]:
    """What is left out for a fact that it contradicts, which was cancelled since or gives another currency.

    Of one number in two currencies, the one that more independent sources give counts.
    """
    found: dict[str, LeftOut] = {}
    for conflict in conflicts:
        for one, other in (conflict.facts, conflict.facts[::-1]):
            if one in left_out or facts[one].polarity is Polarity.NEGATIVE:
                continue
            if facts[other].status is Status.CANCELLED and _last(facts[one]) < _last(facts[other]):
                found[one] = LeftOut.CANCELLED
            elif conflict.reason == "mixed_up" and facts[one].sources < facts[other].sources:
                found.setdefault(one, LeftOut.MIXED_UP)
    return found


def _last(fact: Fact) -> str:
    """When it was last said."""
    return max((step.said or "" for step in fact.history), default="")


def _fell_with_its_whole(fact: Fact, facts: Mapping[str, Fact]) -> bool:
    """Whether the plan that it is part of was dropped, before this part of it was paid."""
    whole = facts.get(fact.part_of or "")
    while whole is not None and fact.status is not Status.DONE:
        if whole.status is Status.CANCELLED:
            return True
        whole = facts.get(whole.part_of or "")
    return False


def _stories(
    facts: Mapping[str, Fact], left_out: Mapping[str, LeftOut], conflicts: Iterable[Conflict]
) -> dict[str, str]:
    """By the key of a fact that others contradict, the smallest key among all of them."""
    root = {key: key for key in facts}

    def first(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    for conflict in conflicts:
        one, other = conflict.facts
        if {left_out.get(one), left_out.get(other)} <= {None, LeftOut.DENIED}:
            low, high = sorted((first(one), first(other)))
            root[high] = low
    size = Counter(first(key) for key in facts)
    return {key: first(key) for key in facts if size[first(key)] > 1}


def _surest(facts: Mapping[str, Fact], stories: Mapping[str, str]) -> dict[str, Column]:
    """How sure the surest fact of each story is that nobody just denies."""
    surest: dict[str, Column] = {}
    for key, story in stories.items():
        if facts[key].polarity is Polarity.POSITIVE:
            surest[story] = min(surest.get(story, Column.RUMOURED), column(facts[key]), key=COLUMNS.index)
    return surest
