"""Exactly one sum told in other words: what must be shared before two claims are taken for one.

"The EIB will lend 400 million" leaves out to whom, "un prêt de 400 millions à Belval" for what, and a vote
is a grant here and an investment there. An exact figure says much, but two companies may each get 50 million
of one State: so nothing that either of the two names may tell them apart, and what the one leaves open must
be named around the other.
"""

from collections.abc import Iterator
from datetime import date

from graphbuild.ledger.around import is_public
from graphbuild.ledger.entries import PUBLIC, Entry, Link
from graphbuild.ledger.nouns import Money
from graphbuild.model import EntityType, Kind

GIVEN = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN})  # near synonyms for what one payer puts in
ROLES = ("project", "beneficiary", "place", "target", "organization")  # one fine's authority has many names
PAID = GIVEN | {Kind.FINE}
GOALS = ("project", "beneficiary")
ENOUGH = 2  # names that two articles share when they tell one story, where neither names the goal
LONGEST = 400  # days between two articles on one sum


def ties(entry: Entry) -> Iterator[Link]:
    """What claims on one exact sum share: it and the payer, the goal, the article or the words."""
    for money in entry.sums:
        figures = figure(money)
        yield ("here", entry.ref.document, *figures)
        yield ("said", entry.said, *figures)
        if entry.claim.kind in PAID:
            yield from (("paid", purse, *figures) for purse in entry.purses)
            yield from (("goal", goal, *figures) for goal in sorted(goals(entry) | entry.named("authority")))
        yield from (("pledged", name, money.unit) for name in sorted(_pledged(entry)))
        if entry.claim.kind is Kind.RESULT:
            measure = entry.claim.words("measure") or ""
            yield from (("holds", measure, name, *figures) for name in entry.around)


def figure(money: Money) -> tuple[str, str]:
    """A number and its unit, by which exactly one sum is known."""
    return f"{money.value.normalize():f}", money.unit


def goals(entry: Entry) -> frozenset[str]:
    """The projects and beneficiaries with a name."""
    return entry.named("project") | entry.named("beneficiary")


def told_apart(one: Entry, other: Entry) -> bool:
    """Whether both name somebody else in one role; a place, where neither article names the other's."""
    if one.purses and other.purses and set(one.purses).isdisjoint(other.purses):
        return True
    for role in ROLES:
        mine, theirs = one.named(role), other.named(role)
        if mine and theirs and mine.isdisjoint(theirs):
            known = theirs & set(one.around) or mine & set(other.around)
            if role != "place" or not (known or _one_inside(mine, theirs)):
                return True
    return False


def _one_inside(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one is told by the country and the other by the town, or by a shorter name: Chalon."""
    if all(map(_is_country, mine)) is not all(map(_is_country, theirs)):
        return True
    return any(one.startswith(f"{other} ") or other.startswith(f"{one} ") for one in mine for other in theirs)


def _is_country(name: str) -> bool:
    return is_public(EntityType.PLACE, name)


def one_sum(one: Entry, other: Entry) -> bool:
    """Whether two claims give one exact sum for what can only be one thing, whatever the words."""
    if not _one_figure(one, other) or told_apart(one, other):
        return False
    if one.ref.document == other.ref.document:
        return one.headline is not other.headline and _one_sort(one, other)
    if not _one_sort(one, other) or not one_year(one, other):
        return False
    return _one_wording(one, other) or one_story(one, other)


def _one_wording(one: Entry, other: Entry) -> bool:
    """Whether the same sentence says the same of the same: in a copy, what it describes has other keys."""
    if one.said != other.said or one.claim.texts != other.claim.texts:
        return False
    mine, theirs = (
        [(role, [k.partition("@")[0] for k in keys]) for role, keys in e.roles] for e in (one, other)
    )
    return mine == theirs


def one_pledge(one: Entry, other: Entry) -> bool:
    """Whether two articles of one story tell what nobody in particular promises to one country or body."""
    where = _pledged(one) & _pledged(other)
    return bool(where) and one_year(one, other) and _near(one, other, 1)


def _pledged(entry: Entry) -> frozenset[str]:
    """Where money goes that nobody in particular pays, and for nothing in particular."""
    if entry.claim.kind not in GIVEN or entry.purses or entry.named("project"):
        return frozenset()
    return entry.named("beneficiary") | entry.named("place")


def _one_figure(one: Entry, other: Entry) -> bool:
    return any(
        (mine.value, mine.max_value, mine.unit) == (theirs.value, theirs.max_value, theirs.unit)
        for mine in one.sums
        for theirs in other.sums
    )


def _one_sort(one: Entry, other: Entry) -> bool:
    kinds = {one.claim.kind, other.claim.kind}
    if kinds == {Kind.RESULT}:
        return one.claim.words("measure") == other.claim.words("measure")
    return kinds <= GIVEN or kinds == {Kind.FINE}


def one_year(one: Entry, other: Entry) -> bool:
    try:
        days = [date.fromisoformat((entry.published or "")[:10]) for entry in (one, other)]
    except ValueError:
        return True
    return abs((days[0] - days[1]).days) <= LONGEST


def one_story(one: Entry, other: Entry) -> bool:
    """Whether both speak of one payer and one goal, as far as they or what stands around them says so."""
    if one.claim.kind is Kind.RESULT:
        return _holder(one, other)
    paid = set(one.purses) & set(other.purses)
    if one.claim.kind is Kind.FINE:
        return bool(paid) or _names_payer(one, other) or _names_payer(other, one)
    if not paid and not _names_payer(one, other) and not _names_payer(other, one):
        return (
            bool(goals(one) & goals(other)) and not (one.purses or other.purses) and _near(one, other, ENOUGH)
        )
    mine, theirs = goals(one), goals(other)
    if mine or theirs:
        return bool(mine & theirs or mine & set(other.around) or theirs & set(one.around))
    private = any(not purse.startswith(PUBLIC) for purse in paid)
    return _near(one, other, 1 if private else ENOUGH)


def _names_payer(silent: Entry, payer: Entry) -> bool:
    """Whether a claim without a payer stands where its article names the other's."""
    return not silent.purses and bool(payer.named("payer") & set(silent.around))


def _holder(one: Entry, other: Entry) -> bool:
    """Whether the holder of a figure is named around the other claim; if neither names it, much else is."""
    mine, theirs = one.named("organization"), other.named("organization")
    if mine or theirs:
        return bool(mine & theirs or mine & set(other.around) or theirs & set(one.around))
    return _near(one, other, ENOUGH)


def _near(one: Entry, other: Entry, least: int) -> bool:
    """Whether so many names stand around both, beside those of the payers and of the goals."""
    known = goals(one) | goals(other) | one.named("payer") | other.named("payer")
    return len((set(one.around) & set(other.around)) - known) >= least
