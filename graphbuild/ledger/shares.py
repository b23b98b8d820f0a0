"""Sums of several payers, or of nobody in particular, that others tell share by share: only the shares count.

"2.4 billion promised by Berlin, Paris and Brussels" is Germany's billion, France's 800 million and the
Commission's 600 million. It is so where the shares of these payers for the same thing add up to it exactly,
or all that one sentence lets several payers give.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.contributions import GIVEN, figure, goals
from graphbuild.ledger.entries import Entry, Link
from graphbuild.ledger.nouns import Money
from graphbuild.model import Comparator, Polarity, Status

FEWEST = 2  # shares of a sum
MOST = 12  # facts of these payers among which shares are looked for

Facts = Mapping[str, Cluster]


def shared_out(facts: Facts) -> dict[str, str]:
    """By the key of each such sum, that of its largest share."""
    joint = {key: cluster.members[0] for key, cluster in facts.items() if _is_joint(cluster)}
    if not joint:
        return {}
    shares = [(key, entry) for key in sorted(facts.keys() - joint) for entry in facts[key].members]
    shares = [(key, entry) for key, entry in shares if entry.claim.kind in GIVEN and _counts(entry)]
    return dict(_by_payers(joint, shares)) | dict(_by_a_sentence(joint, shares))


def ties(entry: Entry) -> Iterator[Link]:
    """What such a sum shares with each of its shares."""
    if entry.money is None or entry.claim.kind not in GIVEN or not _counts(entry):
        return
    for thing in _things(entry):
        yield from (("whole", thing, *figure(money)) for money in (entry.money, entry.together) if money)
        yield from (("share", thing, purse) for purse in entry.purses)


def _is_joint(cluster: Cluster) -> bool:
    """Whether it is an exact sum that no claim lets one payer give alone."""
    told = cluster.profiles.values()
    given = all(entry.claim.kind in GIVEN and _counts(entry) and _exact(entry.money) for entry in told)
    return given and not any(len(entry.named("payer")) == 1 for entry in told)


def _by_a_sentence(
    joint: Mapping[str, Entry], shares: Iterable[tuple[str, Entry]]
) -> Iterator[tuple[str, str]]:
    found: dict[Link, list[tuple[Decimal, str]]] = defaultdict(list)
    for key, share in shares:
        if share.money and share.together:
            for thing in goals(share):
                found[thing, *figure(share.together)].append((share.money.value, key))
    for key, entry in joint.items():
        if entry.money:
            told = [share for thing in _things(entry) for share in found[thing, *figure(entry.money)]]
            if told:
                yield key, max(told)[1]


def _by_payers(joint: Mapping[str, Entry], shares: Iterable[tuple[str, Entry]]) -> Iterator[tuple[str, str]]:
    found: dict[Link, dict[str, Entry]] = defaultdict(dict)
    for key, share in shares:
        for thing in goals(share):
            for purse in share.purses:
                found[thing, purse][key] = share
    for key, entry in joint.items():
        number = len(entry.named("payer"))
        links = [(thing, purse) for thing in sorted(goals(entry)) for purse in entry.purses]
        near = {share: told for link in links for share, told in found[link].items()}
        if FEWEST <= number <= len(near) <= MOST and (largest := _adding_up(near, number, entry.money)):
            yield key, largest


def _adding_up(near: Mapping[str, Entry], number: int, whole: Money | None) -> str | None:
    """The largest of so many shares, each of another purse, that come to the whole."""
    for keys in combinations(sorted(near), number):
        purses = [purse for key in keys for purse in near[key].purses]
        sums = [money for key in keys if (money := near[key].money) and _exact(money)]
        units = {money.unit for money in (*sums, whole) if money}
        total = sum((money.value for money in sums), Decimal(0))
        apart = len(sums) == number and len(set(purses)) == len(purses) and len(units) == 1
        if apart and whole and total == whole.value:
            return max(zip((money.value for money in sums), keys, strict=True))[1]
    return None


def _things(entry: Entry) -> frozenset[str]:
    """What a sum is for; where neither that nor a payer has a name, whatever is named around it."""
    return goals(entry) or frozenset(() if entry.named("payer") else entry.around)


def _exact(money: Money | None) -> bool:
    return money is not None and money.comparator is Comparator.EXACT and money.period is None


def _counts(entry: Entry) -> bool:
    stance = entry.claim.stance
    return stance.polarity is Polarity.POSITIVE and stance.status is not Status.CANCELLED
