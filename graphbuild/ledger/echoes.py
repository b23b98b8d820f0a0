"""The same money told again: as a rumour of what is certain, as another kind, or with an older figure."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from math import log

from graphbuild.ledger import dates
from graphbuild.ledger.agreement import amounts, clash, same_fact, texts_clash
from graphbuild.ledger.amounts import NEAR, Verdict, precision
from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.contributions import figure, goals
from graphbuild.ledger.entries import Entry, Link, links, once
from graphbuild.ledger.history import LADDER, current, history
from graphbuild.ledger.keys import LAST, earliest
from graphbuild.ledger.known import NOTHING, Known
from graphbuild.ledger.nouns import Money
from graphbuild.ledger.pairs import neighbours, pairs
from graphbuild.model import Certainty, Comparator, Kind, Polarity, Status

GIVEN = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING})
TWICE = 2  # a figure that moved by more is a slice of the money, not a new figure for it

SLACK = 1.001  # a logarithm is not exact, and what is left out is never judged

Judge = Callable[[Cluster, Cluster], bool]
Size = tuple[str, float]  # a unit, and a logarithm of the sum in it


def echoes(clusters: Mapping[str, Cluster], known: Known = NOTHING) -> dict[str, str]:
    """For each fact that only tells another's money again, the key of that one; never a circle."""
    near = _near({key: _size(cluster) for key, cluster in clusters.items()}, float(NEAR))
    return _first_choice(clusters, again, near, _rank, (known.keys, known.echoes))


def revisions(clusters: Mapping[str, Cluster], known: Known = NOTHING) -> dict[str, str]:
    """For each fact whose figure a later article replaces, the key of the fact with the later figure."""
    first = {key: earliest(cluster)[0].money for key, cluster in clusters.items()}
    near = _near({key: ("", _log(money)) for key, money in first.items() if money and money.value}, TWICE)
    return _first_choice(clusters, revised, near, _age, (known.keys, known.revisions))


def _near(sizes: Mapping[str, Size | None], most: float) -> Callable[[str, str], bool]:
    """Whether one of two sums is at most so many times the other; true where they cannot be compared."""
    apart = log(most * SLACK)

    def near(one: str, other: str) -> bool:
        mine, theirs = sizes.get(one), sizes.get(other)
        return not mine or not theirs or mine[0] != theirs[0] or abs(mine[1] - theirs[1]) <= apart

    return near


def _size(cluster: Cluster) -> Size | None:
    """The sum of a fact's first claim, where another in its currency can only agree if it is near."""
    entry = cluster.members[0]
    if not entry.money or not entry.money.value or entry.also or entry.money.comparator is Comparator.RANGE:
        return None
    return entry.money.unit, _log(entry.money)


def _log(money: Money) -> float:
    return log(abs(money.value))


def _first_choice(
    clusters: Mapping[str, Cluster],
    judge: Judge,
    near: Callable[[str, str], bool],
    rank_of: Callable[[str, Cluster], tuple[object, ...]],
    before: tuple[Collection[str], Mapping[str, str]],
) -> dict[str, str]:
    """Of all that a fact is judged to follow, the one of the lowest rank, which is lower than its own.

    ``near`` says which can be judged so at all. ``before`` are the facts that are known, and their choices:
    each stands, if what it fell on is there, until a better one comes.
    """
    known, choices = before
    settled = {key for key in known if key not in choices or choices[key] in known}
    chosen = {key: first for key, first in choices.items() if key in settled}

    @cache
    def rank(key: str) -> tuple[object, ...]:
        return rank_of(key, clusters[key])

    for one, other in neighbours(clusters, ties, settled, near):
        first, second = sorted((one, other), key=rank)
        better = second not in chosen or rank(first) < rank(chosen[second])
        if better and judge(clusters[second], clusters[first]):
            chosen[second] = first
    return chosen


def ties(entry: Entry) -> Iterator[Link]:
    """What a claim must share with another to speak of the same money, whatever its kind."""
    if not entry.money or entry.claim.stance.polarity is Polarity.NEGATIVE:
        return
    given = entry.claim.kind in GIVEN
    prefix = "given" if given else entry.claim.kind.value
    for link in links(entry, "same"):
        yield (prefix, *link)
    if given:
        yield from (("given", "beneficiary", body) for body in sorted(entry.fillers("beneficiary")))
        yield from (("given", "purse", purse, *figure(entry.money)) for purse in entry.purses)


def again(one: Cluster, other: Cluster) -> bool:
    """Whether all claims of two facts agree: what one says is the other's money."""
    return all(_one_money(mine, theirs) for mine, theirs in pairs(one, other))


def _one_money(one: Entry, other: Entry) -> bool:
    if one.money is None or other.money is None or amounts(one, other) is not Verdict.AGREE:
        return False
    if _one_sum_of_payer(one, other):
        return True
    if one.claim.kind is other.claim.kind:
        return same_fact(one, other)
    if one.claim.kind not in GIVEN or clash(one, other) or texts_clash(one, other):
        return False
    raised = Kind.FUNDRAISING in {one.claim.kind, other.claim.kind}
    shared = sum(
        bool(one.fillers(role) & other.fillers(role)) for role in ("payer", "beneficiary", "project")
    )
    return shared >= (1 if raised else 2) and dates.agree(one.claim.date, other.claim.date)


def _one_sum_of_payer(one: Entry, other: Entry) -> bool:
    """Whether one purse gives exactly one sum, and nothing that is named tells the two apart.

    Two articles may call it an investment and a grant, and describe the goal each in its own words; one
    article may name a body and then its institution. Counting it twice would be worse than taking two like
    sums for one: what is left out can be asked for.
    """
    if one.text == other.text and one.named("payer") & other.named("payer"):
        return False
    if not {one.claim.kind, other.claim.kind} <= GIVEN or not _one_figure(one, other):
        return False
    if set(one.purses).isdisjoint(other.purses):
        return False
    named = [(_goals(one, other, role), _goals(other, one, role)) for role in ("project", "beneficiary")]
    told_apart = any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in named)
    shared = any(mine & theirs for mine, theirs in named)
    silent = not any(mine for mine, _ in named) or not any(theirs for _, theirs in named)
    return not told_apart and (shared or silent) and dates.agree(one.claim.date, other.claim.date)


def _one_figure(one: Entry, other: Entry) -> bool:
    """Whether the number is the same, be it "up to" so much in one of them."""
    mine, theirs = one.money, other.money
    return (mine and (mine.value, mine.max_value, mine.unit, mine.period)) == (
        theirs and (theirs.value, theirs.max_value, theirs.unit, theirs.period)
    )


def _goals(entry: Entry, other: Entry, role: str) -> frozenset[str]:
    """The goals with a name; who heads a body whose money it is stands for that body."""
    theirs = (goals(other) & set(entry.around)) - entry.named(role)
    people = all(key.startswith("person:") for key in entry.fillers(role))
    return theirs if people and theirs and entry.fillers(role) else entry.named(role)


def _rank(key: str, cluster: Cluster) -> tuple[object, ...]:
    """The surest fact first, then the most exact, a body before its organs, then the one that names most."""
    best = min(cluster.members, key=lambda entry: (precision(entry.money), entry.order))
    status = current(history(cluster.members))
    hedged = best.claim.stance.certainty is Certainty.HEDGED
    named = len({key for entry in cluster.members for _, keys in entry.roles for key in keys})
    planned = status in {Status.REQUESTED, Status.PLANNED}
    organ = min((place for entry in cluster.members for _, place, _ in entry.acting), default=0)
    return hedged, planned, precision(best.money), organ, -named, key


def revised(old: Cluster, new: Cluster) -> bool:
    """Whether a later article gives a new figure for one plan: a rung further, or as it says itself."""
    mine, theirs = earliest(old)[0], earliest(new)[0]
    if (
        mine.claim.kind is not theirs.claim.kind
        or once(mine.claim.kind)
        or not mine.money
        or not theirs.money
    ):
        return False
    low, high = sorted((abs(mine.money.value), abs(theirs.money.value)))
    return (
        _later(mine, theirs)
        and high <= TWICE * low
        and dict(mine.roles).keys() == dict(theirs.roles).keys()
        and not set(links(mine, "conflict")).isdisjoint(links(theirs, "conflict"))
        and not clash(mine, theirs)
        and not texts_clash(mine, theirs)
        and amounts(mine, theirs) is Verdict.DIFFER
    )


def _later(old: Entry, new: Entry) -> bool:
    """Whether the new claim appeared later and goes further, both asserted or both told as rumours.

    Who says that the figure is a new one ("650 instead of 800") need not have gone further.
    """
    stances = old.claim.stance, new.claim.stance
    if Status.CANCELLED in {stance.status for stance in stances}:
        return False
    further = LADDER.index(stances[1].status) > LADDER.index(stances[0].status) or "changed" in new.cues
    known = old.published and new.published and old.published < new.published
    return further and bool(known) and stances[0].certainty is stances[1].certainty


def _age(key: str, cluster: Cluster) -> tuple[object, ...]:
    """The latest fact first: a figure is replaced by the newest one."""
    day = earliest(cluster)[0].published or LAST
    return tuple(-ord(c) for c in day), key
