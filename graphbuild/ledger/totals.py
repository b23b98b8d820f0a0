"""Sums that count nothing twice: what is certain, what is planned and what is rumoured, each by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from graphbuild.ledger.counting import COLUMNS, Column
from graphbuild.ledger.nouns import Money
from graphbuild.ledger.rates import Rate, rate
from graphbuild.model import Comparator, Kind
from graphbuild.resolve.purses import purse

PARTIES = ("payer", "beneficiary", "project")
GROUPINGS = (*PARTIES, "year", "currency", "kind")
INSIDE, NO_RATE, OTHER_KIND, NOBODY = "part", "no rate", "other kind", "nobody"
CENT = Decimal("0.01")
UNENDING = frozenset({Comparator.MORE, Comparator.AT_LEAST})
UNBEGUN = frozenset({Comparator.LESS, Comparator.AT_MOST})


class Party(NamedTuple):
    """Somebody or something with a role: its name and its own identifier."""

    name: str
    id: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A fact with a sum of money, as a reader of the graph finds it.

    ``parties`` are by role, ``day`` is when it held or was said (ISO, as precise as known), ``counts_as``
    and ``left_out`` are the ledger's. ``wholes`` are all facts that have this one's money inside theirs;
    ``story`` is shared by all that contradict each other, and ``denied`` says that a source denies it.
    """

    fact: str
    kind: Kind
    money: Money
    day: str | None
    parties: Mapping[str, tuple[Party, ...]]
    counts_as: Column | None
    left_out: str | None
    wholes: frozenset[str]
    story: str | None
    denied: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a sum: its group and column, the money that was counted, or why it was left out.

    ``rest`` says that of a sum of several only that is counted which none of them is told to give alone.
    """

    sum: Sum
    group: tuple[tuple[Party, ...], ...]
    money: Money
    exchange: Rate | None = None
    left_out: str | None = None
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One total. ``high`` is None where a sum has no upper bound; ``about`` where one is written as about.

    ``disputed`` is "figure" where sources disagree inside the total, "currency" where either this line or
    another one with the same mark is right, "rest" where what one of several gives alone is left to it.
    """

    group: tuple[tuple[Party, ...], ...]
    currency: str
    column: Column
    low: Decimal
    high: Decimal | None
    about: bool
    facts: int
    disputed: str


def judge(
    sums: Iterable[Sum], *, by: Sequence[str], kinds: Collection[Kind], into: str | None = None
) -> tuple[Judged, ...]:
    """Say of each sum whether it counts, in which group, and in which money (``into`` converts)."""
    found = sorted(sums, key=lambda one: one.fact)
    counting = {one.fact: one for one in found if one.counts_as and one.kind in kinds}
    judged = tuple(_judged(one, counting, by, kinds, into) for one in found)
    return _without_shares(judged) if "payer" in by else judged


def without_nobodys(judged: Sequence[Judged], by: Sequence[str]) -> tuple[Judged, ...]:
    """By payer, leave out sums of which nobody that is asked for is named, where there are several.

    One such sum is what a source says; what strangers to each other give for this and that is no total.
    """
    if "payer" not in by:
        return tuple(judged)
    roles = [place for place, dimension in enumerate(by) if dimension in PARTIES]
    nobodys = [one for one in judged if one.left_out is None and not any(one.group[i] for i in roles)]
    stories: dict[tuple[str, Column | None], set[str]] = defaultdict(set)
    for one in nobodys:
        stories[one.money.unit, one.sum.counts_as].add(_story(one)[0])
    several = {one.sum.fact for one in nobodys if len(stories[one.money.unit, one.sum.counts_as]) > 1}
    return tuple(replace(one, left_out=NOBODY) if one.sum.fact in several else one for one in judged)


class Cell(NamedTuple):
    """What is added up together; ``choice`` is a story of which nobody knows the currency."""

    group: tuple[tuple[Party, ...], ...]
    unit: str
    column: Column
    choice: str


def total(judged: Iterable[Judged]) -> tuple[Line, ...]:
    """Add up what counts, sorted by group, currency and certainty."""
    counting = [one for one in judged if one.left_out is None]
    units: dict[tuple[str, Column], set[str]] = defaultdict(set)
    for one in counting:
        units[_story(one)].add(one.money.unit)
    cells: dict[Cell, dict[str, list[Judged]]] = defaultdict(lambda: defaultdict(list))
    for one in counting:
        story, column = _story(one)
        choice = story if len(units[story, column]) > 1 else ""
        cells[Cell(one.group, one.money.unit, column, choice)][story].append(one)
    return tuple(_line(cell, list(cells[cell].values())) for cell in sorted(cells, key=_place))


def _judged(
    one: Sum, counting: Mapping[str, Sum], by: Sequence[str], kinds: Collection[Kind], into: str | None
) -> Judged:
    group = tuple(_group(one, dimension, into) for dimension in by)
    if one.counts_as is None or one.kind not in kinds:
        return Judged(one, group, one.money, left_out=one.left_out or OTHER_KIND)
    if any(_holds(counting[whole], one, by) for whole in one.wholes if whole in counting):
        return Judged(one, group, one.money, left_out=INSIDE)
    if into is None or one.money.unit == into:
        return Judged(one, group, one.money)
    exchange = rate(one.money.unit, into, one.day)
    if exchange is None:
        return Judged(one, group, one.money, left_out=NO_RATE)
    return Judged(one, group, converted(one.money, exchange), exchange)


def converted(money: Money, exchange: Rate) -> Money:
    """A sum in another currency, to its hundredth."""
    high = money.max_value and exchange.of(money.max_value).quantize(CENT)
    return Money(exchange.of(money.value).quantize(CENT), exchange.other, money.comparator, high)


def _holds(whole: Sum, part: Sum, by: Sequence[str]) -> bool:
    """Whether the whole is counted in the part's group, at least as surely.

    A part that names nobody in a role is a part of whatever the whole names there.
    """
    if whole.counts_as is None or part.counts_as is None:
        return False
    shared = all(_in_hands(whole, part, role) for role in by if role in PARTIES)
    return shared and COLUMNS.index(whole.counts_as) <= COLUMNS.index(part.counts_as)


def _in_hands(whole: Sum, part: Sum, role: str) -> bool:
    mine, theirs = _hands(part, role), _hands(whole, role)
    alone = role == "payer" and bool(mine) and mine < theirs
    return not mine or (not alone and not mine.isdisjoint(theirs))


def _without_shares(judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """Sums less what one of several payers, or somebody else, gives of them, which counts for that payer."""
    shares: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.left_out is None:
            for whole in one.sum.wholes:
                shares[whole].append(one)
    return tuple(_rest(one, shares.get(one.sum.fact, ())) for one in judged)


def _rest(whole: Judged, parts: Iterable[Judged]) -> Judged:
    payers = _hands(whole.sum, "payer")
    others = (part for part in parts if _hands(part.sum, "payer") not in (set(), payers))
    alone = [part.money for part in others]
    exact = all(money.comparator is Comparator.EXACT for money in (*alone, whole.money))
    rest = whole.money.value - sum(money.value for money in alone if money.unit == whole.money.unit)
    if whole.left_out or not exact or rest == whole.money.value or rest < 0:
        return whole
    told = replace(whole, money=replace(whole.money, value=rest), rest=True)
    return told if rest else replace(told, left_out=INSIDE)


def _hands(one: Sum, role: str) -> set[str]:
    """Who has a role, by the country whose money it is: what the State pays is a part of its country's."""
    return {purse(party.name) or party.id for party in one.parties.get(role, ())}


def _group(one: Sum, dimension: str, into: str | None) -> tuple[Party, ...]:
    """What a sum is added up under; empty where it does not say."""
    match dimension:
        case "year":
            return (Party(one.day[:4], one.day[:4]),) if one.day else ()
        case "kind":
            return (Party(one.kind.value, one.kind.value),)
        case "currency":
            return (Party(one.money.unit, one.money.unit),) if into is None else (Party(into, into),)
        case _:
            return one.parties.get(dimension, ())


def _story(one: Judged) -> tuple[str, Column]:
    return one.sum.story or one.sum.fact, one.sum.counts_as or Column.RUMOURED


def _place(key: Cell) -> tuple[object, ...]:
    """What is not named comes last."""
    named = tuple((not parties, parties) for parties in key.group)
    return named, key.unit, COLUMNS.index(key.column), key.choice


def _line(cell: Cell, told: Sequence[Sequence[Judged]]) -> Line:
    """Add up stories; of each, the least and the greatest figure."""
    ranges = [_range(members) for members in told]
    highs = [high for _, high in ranges if high is not None]
    rest = any(one.rest for members in told for one in members)
    rivals = any(len(members) > 1 or members[0].sum.denied for members in told)
    return Line(
        group=cell.group,
        currency=cell.unit,
        column=cell.column,
        low=sum((low for low, _ in ranges), Decimal(0)),
        high=sum(highs, Decimal(0)) if len(highs) == len(ranges) else None,
        about=any(one.money.comparator is Comparator.ABOUT for members in told for one in members),
        facts=sum(len(members) for members in told),
        disputed="currency" if cell.choice else "figure" if rivals else "rest" if rest else "",
    )


def _range(members: Sequence[Judged]) -> tuple[Decimal, Decimal | None]:
    """From the least to the greatest of the figures of one story; from nothing, where a source denies it."""
    ends = [bounds(one.money) for one in members]
    low = Decimal(0) if any(one.sum.denied for one in members) else min(low for low, _ in ends)
    highs = [high for _, high in ends if high is not None]
    return low, max(highs) if len(highs) == len(ends) else None


def bounds(money: Money) -> tuple[Decimal, Decimal | None]:
    """The least and the most that a written sum comes to; "about" is taken at its word."""
    if money.comparator in UNBEGUN:
        return Decimal(0), money.value
    if money.comparator in UNENDING:
        return money.value, None
    return money.value, money.max_value if money.max_value is not None else money.value
