"""Which fact is a part of which, so that a sum over wholes counts nothing twice."""

from collections import Counter
from collections.abc import Mapping

from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.nouns import ClaimRef


def wholes(clusters: Mapping[str, Cluster]) -> dict[str, str]:
    """For each fact that is a part, the key of its whole: the one most claims name; never a circle."""
    fact_of = {entry.ref: key for key, cluster in clusters.items() for entry in cluster.members}
    above: dict[str, str] = {}
    for key in sorted(clusters):
        whole = _most_named(key, clusters[key], fact_of)
        if whole and not _leads_to(whole, key, above):
            above[key] = whole
    return above


def _most_named(key: str, cluster: Cluster, fact_of: Mapping[ClaimRef, str]) -> str | None:
    named = Counter(
        fact_of[whole]
        for entry in cluster.members
        if entry.claim.part_of and (whole := ClaimRef(entry.ref.document, entry.claim.part_of)) in fact_of
    )
    named.pop(key, None)
    return min(named, key=lambda whole: (-named[whole], whole), default=None)


def _leads_to(start: str, end: str, above: Mapping[str, str]) -> bool:
    while start in above and start != end:
        start = above[start]
    return start == end
