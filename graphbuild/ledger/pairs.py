"""Which facts and which of their claims are worth comparing."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations

from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.entries import Entry, Link

FEW = 64  # pairs of claims of two facts that are all compared; above, each claim meets one of the other fact


def neighbours(
    clusters: Mapping[str, Cluster],
    ties: Callable[[Entry], Iterator[Link]],
    known: Collection[str] = frozenset(),
    worth: Callable[[str, str], bool] | None = None,
) -> list[tuple[str, str]]:
    """Pairs of facts of which one claim each shares a tie, in ascending order; none of two ``known`` ones.

    ``worth`` says quickly of two facts whether they can be anything to each other: of a large payer's
    thousand facts, most pairs are not.
    """
    sharing: dict[Link, set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        for entry in cluster.members:  # what ties may lie in its article
            for tie in ties(entry):
                sharing[tie].add(key)
    met = {pair for keys in sharing.values() for pair in _met(keys, known) if not worth or worth(*pair)}
    return sorted(met)


def _met(keys: set[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    new = sorted(key for key in keys if key not in known)
    yield from combinations(new, 2)
    for one in new:
        yield from ((min(one, other), max(one, other)) for other in keys if other in known)


def pairs(one: Cluster, other: Cluster) -> Iterator[tuple[Entry, Entry]]:
    """Which claims of two facts to compare: all where they are few, else each with the first of the other."""
    mine, theirs = one.members, other.members
    if len(mine) * len(theirs) <= FEW:
        yield from ((a, b) for a in mine for b in theirs)
        return
    yield from ((a, theirs[0]) for a in mine)
    yield from ((mine[0], b) for b in theirs[1:])
