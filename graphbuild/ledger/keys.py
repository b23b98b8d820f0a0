"""The keys of facts, from which their IRIs are made.

A key is made of what the earliest articles that tell the fact have in common: its kind, whether it is
denied and how sure, the link that most of them share (who pays for what ...), and the amount that most of
them write, in one significant figure (the middle of a range). So a further article that says the same, more
or less exactly, changes no key.

What still changes one: an article that appeared before all the others and tells it by another link or with
another first figure (where no article has a date, all count as the earliest); another canonical key for a
party of the link; and, only of two facts that all of this does not tell apart, an article that makes the
second of them the earlier one. A fact that shares nothing with any other (one vague role) has its first
claim's key.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal

from graphbuild.ledger.cluster import Cluster, bucket, profile
from graphbuild.ledger.entries import Entry, Link, links, once, rules
from graphbuild.ledger.nouns import Money
from graphbuild.model import digest

LAST = "9999"  # an article without a date comes after those that have one


def keyed(found: Iterable[Cluster]) -> dict[str, Cluster]:
    """The clusters by key; each depends on the claims that share its link, and on nothing else."""
    same: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in found:
        same[plain_key(cluster)].append(cluster)
    return {key: cluster for plain, group in same.items() for key, cluster in _told_apart(plain, group)}


def plain_key(cluster: Cluster) -> str:
    """The key of a fact that no other has."""
    told = earliest(cluster)
    anchor = _anchor(told)
    first = min(told, key=lambda entry: entry.order)
    kind = first.claim.kind
    said = (_coarse(told), None) if anchor else (first.text, first.ref.claim)
    return digest(repr((bucket(first), anchor, (None, None) if anchor and once(kind) else said)))


def earliest(cluster: Cluster) -> list[Entry]:
    """The claims of the first day of which an article tells the fact; all where no article has a date."""
    day = min(_published(entry) for entry in cluster.members)
    return [entry for entry in cluster.members if _published(entry) == day]


def _published(entry: Entry) -> str:
    return entry.published or LAST


def _told_apart(plain: str, group: list[Cluster]) -> list[tuple[str, Cluster]]:
    """The earliest keeps the plain key; the others add what they say, and only in need who says it."""
    if len(group) == 1:
        return [(plain, group[0])]
    first, *rest = sorted(group, key=lambda cluster: (_published(_first(cluster)), *_content(cluster)))
    keys = {plain}
    found = [(plain, first)]
    for cluster in rest:
        key = digest(repr((plain, _content(cluster)[0])))
        key = digest(repr((plain, _content(cluster)))) if key in keys else key
        keys.add(key)
        found.append((key, cluster))
    return found


def _first(cluster: Cluster) -> Entry:
    return min(earliest(cluster), key=lambda entry: entry.order)


def _content(cluster: Cluster) -> tuple[str, tuple[str, str]]:
    first = min(earliest(cluster), key=lambda entry: (repr(profile(entry)), entry.order))
    return repr(profile(first)), (first.text, first.ref.claim)


def _anchor(told: list[Entry]) -> Link | None:
    """The link that most claims have; then the one whose roles stand first in data/identity/facts.toml."""
    seen = Counter(link for entry in told for link in links(entry, "same"))
    order = rules()[bucket(told[0])[0]]["same"]
    return min(
        seen, key=lambda link: (-seen[link], order.index(list(link[: len(link) // 2])), link), default=None
    )


def _coarse(told: list[Entry]) -> tuple[str, str] | None:
    """The amount that most claims write, in one significant figure: 100, more than 100 and 109 are alike."""
    seen = Counter(_one_figure(entry.money) for entry in told if entry.money)
    return min(seen, key=lambda amount: (-seen[amount], amount), default=None)


def _one_figure(money: Money) -> tuple[str, str]:
    value = money.value if money.max_value is None else (money.value + money.max_value) / 2
    step = Decimal(1).scaleb(value.adjusted()) if value else Decimal(1)
    return money.unit, f"{(value / step).quantize(Decimal(1)) * step:f}"
