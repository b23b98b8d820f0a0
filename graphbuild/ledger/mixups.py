"""The same number in two currencies, told by two articles of one thing: a slip of somebody's pen."""

from collections.abc import Iterator

from graphbuild.ledger.agreement import day
from graphbuild.ledger.amounts import Verdict, compare
from graphbuild.ledger.contributions import GIVEN, goals, one_story, one_year, told_apart
from graphbuild.ledger.entries import Entry, Link
from graphbuild.ledger.nouns import Money
from graphbuild.model import Kind, Polarity

ONCE = {Kind.ACQUISITION: "target", Kind.FUNDRAISING: "beneficiary"}  # what such a sum is told of once


def ties(entry: Entry) -> Iterator[Link]:
    """A party and a number: enough to notice that the currency changes."""
    for money in entry.sums:
        number = f"{money.value.normalize():f}"
        yield from (("number", number, purse) for purse in entry.purses)
        yield from (("number", number, name) for name in sorted(goals(entry) | entry.named("target")))


def mixed_up(one: Entry, other: Entry) -> bool:
    """Whether two articles give one number in two currencies, and neither gives the other's sum, too."""
    stances = one.claim.stance, other.claim.stance
    if one.ref.document == other.ref.document or Polarity.NEGATIVE in {s.polarity for s in stances}:
        return False
    if not any(a.value == b.value and a.unit != b.unit for a in one.sums for b in other.sums):
        return False
    when = day(one, other)
    verdicts = {compare(mine, theirs, when) for mine in one.sums for theirs in other.sums}
    if Verdict.MIXED_UP not in verdicts or _agree(one, other) or told_apart(one, other):
        return False
    return one_year(one, other) and _one_thing(one, other)


def sums(one: Entry, other: Entry) -> tuple[Money | None, Money | None]:
    """The sums of two claims that have one number in two currencies; what the claims give, where none do."""
    mixed = (
        (mine, theirs)
        for mine in one.sums
        for theirs in other.sums
        if mine.value == theirs.value and mine.unit != theirs.unit
    )
    return next(mixed, (one.money, other.money))


def _agree(one: Entry, other: Entry) -> bool:
    """Whether they agree in a currency that both give."""
    like = [(mine, theirs) for mine in one.sums for theirs in other.sums if mine.unit == theirs.unit]
    return any(compare(mine, theirs) is Verdict.AGREE for mine, theirs in like)


def _one_thing(one: Entry, other: Entry) -> bool:
    kinds = {one.claim.kind, other.claim.kind}
    if kinds <= GIVEN:
        return one_story(one, other)
    role = ONCE.get(one.claim.kind, "")
    return len(kinds) == 1 and bool(one.named(role) & other.named(role))
