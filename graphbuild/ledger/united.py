"""Facts put together that turn out to be one: what the first claims left open, later ones have filled in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

from graphbuild.ledger.agreement import same_fact
from graphbuild.ledger.cluster import Bucket, Cluster, bucket
from graphbuild.ledger.contributions import one_sum, ties
from graphbuild.ledger.entries import Entry, Link

Edge = tuple[int, int]  # two places in the list of clusters, the lower one first


def united(found: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, those put together that tell one exact sum and agree in all; in the order given.

    The pair that shares most names goes first. Two that a third one divides, which agrees with the one and
    contradicts the other and shares as many names, stay apart.
    """
    clusters = dict(enumerate(found))
    edges = {edge: score for edge in _near(found) if (score := _alike(clusters[edge[0]], clusters[edge[1]]))}
    for part in _parts(edges):  # what one of them comes to changes nothing for another
        _unite({edge: edges[edge] for edge in part}, clusters)
    for kept in (_same, _sums):
        kept.cache_clear()
    return list(clusters.values())


def _parts(edges: Iterable[Edge]) -> list[list[Edge]]:
    """The edges that hang together."""
    leader: dict[int, int] = {}

    def root(place: int) -> int:
        while (above := leader.setdefault(place, place)) != place:
            place = above
        return place

    for one, other in edges:
        low, high = sorted((root(one), root(other)))
        leader[high] = low
    parts: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        parts[root(edge[0])].append(edge)
    return list(parts.values())


def _unite(edges: dict[Edge, int], clusters: dict[int, Cluster]) -> None:
    judged: dict[Edge, bool] = {}  # whether two agree, for as long as neither grows
    while edge := _surest(edges, clusters, judged):
        first, second = edge
        for entry in clusters.pop(second).members:
            clusters[first].add(entry)
        beside = {i for pair in edges if {first, second} & set(pair) for i in pair} - {first, second}
        edges = {pair: score for pair, score in edges.items() if not {first, second} & set(pair)}
        judged = {pair: agree for pair, agree in judged.items() if not {first, second} & set(pair)}
        for other in sorted(beside):
            low, high = sorted((first, other))
            if score := _alike(clusters[low], clusters[high]):
                edges[low, high] = score


def _near(found: Sequence[Cluster]) -> list[Edge]:
    sharing: dict[tuple[Bucket, Link], set[int]] = defaultdict(set)
    for place, cluster in enumerate(found):
        for entry in cluster.profiles.values():
            for tie in ties(entry):
                sharing[bucket(entry), tie].add(place)
    return sorted({pair for places in sharing.values() for pair in combinations(sorted(places), 2)})


def _surest(
    edges: Mapping[Edge, int], clusters: Mapping[int, Cluster], judged: dict[Edge, bool]
) -> Edge | None:
    """The pair that shares most, and that no third cluster divides."""
    beside: dict[int, dict[int, int]] = defaultdict(dict)
    for (one, other), score in edges.items():
        beside[one][other] = beside[other][one] = score

    def agree(one: int, other: int) -> bool:
        pair = (one, other) if one < other else (other, one)
        if pair not in judged:
            judged[pair] = _agree(clusters[one], clusters[other])
        return judged[pair]

    for edge in sorted(edges, key=lambda edge: (-edges[edge], edge)):
        rivals = [
            third
            for third in beside[edge[0]].keys() ^ beside[edge[1]].keys()
            if third not in edge and max(beside[third].get(i, 0) for i in edge) >= edges[edge]
        ]
        if all(agree(i, rival) for rival in rivals for i in edge):
            return edge
    return None


def _alike(one: Cluster, other: Cluster) -> int:
    """How many names the nearest claims of two clusters share, and one more; 0 where the two are not one."""
    told = [_shared(a, b) + 1 for a, b in _pairs(one, other) if _sums(a, b)]
    return max(told) if told and _agree(one, other) else 0


def _agree(one: Cluster, other: Cluster) -> bool:
    """Whether all that the one says can be the other's."""
    here = one.documents.keys() & other.documents.keys()
    told = ((a, b) for document in here for a in one.documents[document] for b in other.documents[document])
    return all(_same(a, b) for a, b in (*_pairs(one, other), *told))


def _pairs(one: Cluster, other: Cluster) -> Iterator[tuple[Entry, Entry]]:
    return product(one.profiles.values(), other.profiles.values())


# The same claims meet again and again while their clusters grow.
_same, _sums = cache(same_fact), cache(one_sum)


def _shared(one: Entry, other: Entry) -> int:
    return len(_names(one) & _names(other))


def _names(entry: Entry) -> set[str]:
    return {*entry.around, *(name for role, _ in entry.roles for name in entry.named(role))}
