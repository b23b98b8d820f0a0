"""Which fact is a part of which, so that a sum over wholes counts nothing twice."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.inside import in_its_article, inside, ties
from graphbuild.ledger.known import NOTHING, Known
from graphbuild.ledger.nouns import ClaimRef
from graphbuild.ledger.pairs import neighbours


def wholes(clusters: Mapping[str, Cluster], within: Mapping[str, str]) -> dict[str, str]:
    """For each fact that is a part, the key of its whole; never a circle.

    It is the one that most claims name in their articles. Where none does, it is a larger sum that it must be
    inside of, as ``within`` says.
    """
    above: dict[str, str] = {}
    for key, whole in (*_stated(clusters), *sorted(within.items())):
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


def understood(clusters: Mapping[str, Cluster], known: Known = NOTHING) -> dict[str, str]:
    """For each fact that must be inside a larger one, the key of that one: the least that it fits in.

    What is known of facts that are as they were stands, if its whole is there, until a lesser one comes.
    """
    settled = {key for key in known.keys if key not in known.inside or known.inside[key] in known.keys}
    chosen = {key: whole for key, whole in known.inside.items() if key in settled}

    def size(key: str) -> tuple[Decimal, str]:
        return _largest(clusters[key]), key

    for pair in neighbours(clusters, ties, settled):
        for part, whole in (pair, pair[::-1]):
            lesser = part not in chosen or size(whole) < size(chosen[part])
            if lesser and _fits(clusters[part], clusters[whole]):
                chosen[part] = whole
    return chosen


def _fits(part: Cluster, whole: Cluster) -> bool:
    here = ((mine, theirs) for mine in part.members for theirs in whole.documents.get(mine.ref.document, ()))
    if any(in_its_article(mine, theirs) for mine, theirs in here):
        return True
    return all(inside(mine, theirs) for mine in part.profiles.values() for theirs in whole.profiles.values())


def _largest(cluster: Cluster) -> Decimal:
    return max(entry.money.value for entry in cluster.members if entry.money)


def _leads_to(start: str, end: str, above: Mapping[str, str]) -> bool:
    while start in above and start != end:
        start = above[start]
    return start == end
