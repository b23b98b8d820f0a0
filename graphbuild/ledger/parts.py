"""Which fact is a part of which, so that a sum over wholes counts nothing twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.inside import inside, ties
from graphbuild.ledger.nouns import ClaimRef
from graphbuild.ledger.pairs import neighbours


def wholes(clusters: Mapping[str, Cluster]) -> dict[str, str]:
    """For each fact that is a part, the key of its whole; never a circle.

    It is the one that most claims name in their articles. Where none does, it is a larger sum that it must be
    inside of (see ``ledger.inside``); of two such sums (that disagree) the smaller.
    """
    above: dict[str, str] = {}
    for key, whole in (*_stated(clusters), *_understood(clusters)):
        if key not in above and not _leads_to(whole, key, above):
            above[key] = whole
    return above


def _stated(clusters: Mapping[str, Cluster]) -> Iterator[tuple[str, str]]:
    fact_of = {entry.ref: key for key, cluster in clusters.items() for entry in cluster.members}
    for key in sorted(clusters):
        named = Counter(
            fact_of[whole]
            for entry in clusters[key].members
            if entry.claim.part_of and (whole := ClaimRef(entry.ref.document, entry.claim.part_of)) in fact_of
        )
        named.pop(key, None)
        if named:
            yield key, min(named, key=lambda whole: (-named[whole], whole))


def _understood(clusters: Mapping[str, Cluster]) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for pair in neighbours(clusters, ties):
        for part, whole in (pair, pair[::-1]):
            if _fits(clusters[part], clusters[whole]):
                found[part].append(whole)
    for part in sorted(found):
        yield part, min(found[part], key=lambda whole: (_largest(clusters[whole]), whole))


def _fits(part: Cluster, whole: Cluster) -> bool:
    return all(inside(mine, theirs) for mine in part.profiles.values() for theirs in whole.profiles.values())


def _largest(cluster: Cluster) -> Decimal:
    return max(entry.money.value for entry in cluster.members if entry.money)


def _leads_to(start: str, end: str, above: Mapping[str, str]) -> bool:
    while start in above and start != end:
        start = above[start]
    return start == end
