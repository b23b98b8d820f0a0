"""Names put together link by link, the surest first, and never two that must be kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Link:
    """A reason to put two nodes together, and how sure it is (0..1)."""

    one: str
    other: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """Which cluster each node is in, by the least name of its nodes; the links that held, and the rest."""

    root: Mapping[str, str]
    held: tuple[Link, ...]
    refused: tuple[Link, ...]


def cluster(
    nodes: Iterable[str],
    links: Iterable[Link],
    apart: Iterable[tuple[str, str]],
    public: Mapping[str, str] = MappingProxyType({}),
) -> Clusters:
    """Take the links in the order given; one that would join nodes of ``apart`` is refused.

    ``public`` gives nodes a public identity: two of them are never joined but by a person (a link whose
    score is 1). Work is linear in the links, and in ``apart`` for the nodes that it names.
    """
    state = _State(nodes, apart, public)
    held: list[Link] = []
    refused: list[Link] = []
    for link in links:
        sure = link.score >= 1
        (held if state.join(link.one, link.other, sure=sure) else refused).append(link)
    return Clusters(dict(state.roots()), tuple(held), tuple(refused))


class _State:
    """Disjoint sets that know whom they must not meet."""

    def __init__(
        self, nodes: Iterable[str], apart: Iterable[tuple[str, str]], public: Mapping[str, str]
    ) -> None:
        self.parent = {node: node for node in nodes}
        self.public = dict(public)
        self.foes: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self.foes[one].add(other)
            self.foes[other].add(one)
        # of each root, the nodes of its set that have foes
        self.guarded = {node: {node} for node in self.foes}

    def find(self, node: str) -> str:
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def join(self, one: str, other: str, *, sure: bool) -> bool:
        """Whether the two are in one set now."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second:
            return True
        known = [self.public[root] for root in (first, second) if root in self.public]
        if len(set(known)) > 1 and not sure:
            return False
        inside = self.guarded.get(second, set())
        if any(self.foes[node] & inside for node in self.guarded.get(first, ())):
            return False
        self.parent[second] = first
        if known:
            self.public[first] = known[0]
        if inside:
            self.guarded.setdefault(first, set()).update(inside)
        return True

    def roots(self) -> Iterator[tuple[str, str]]:
        for node in sorted(self.parent):
            yield node, self.find(node)
