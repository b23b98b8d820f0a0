"""Where everything stands and what is seen first, decided beforehand.

Up to ``ALL`` nodes everything is drawn at once. A bigger graph opens on an overview: the names at
the ends of the biggest flows and the biggest of each community; the rest comes as the reader
comes closer, so nodes are ranked.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.show.discs import discs
from graphbuild.show.groups import communities
from graphbuild.show.layout import SETTLED_UP_TO, layout
from graphbuild.show.packing import Point
from graphbuild.show.streams import Stream, streams

if TYPE_CHECKING:
    import networkx as nx

ALL = SETTLED_UP_TO
FLOWS = 25  # of the biggest that an overview shows
EACH = 2  # names of each of the bigger communities that it shows
SHOWN = 90  # names that it shows in all


@dataclass(frozen=True, slots=True)
class Group:
    """A community with a disc of its own; ``members`` by rank."""

    members: tuple[str, ...]
    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Plan:
    """``ranked`` are all nodes, the first to be shown first; the first ``shown`` of them at once."""

    places: dict[str, Point]
    ranked: tuple[str, ...]
    shown: int
    groups: tuple[Group, ...] = ()
    streams: tuple[Stream, ...] = ()  # between these groups


def plan(graph: "nx.MultiDiGraph[str]") -> Plan:
    """The plan of a ``view``; the same graph gives the same plan."""
    keys = sorted(graph)
    by_size = sorted(keys, key=lambda key: (-graph.nodes[key]["size"], key))
    if len(keys) <= ALL:
        return Plan(layout(graph), tuple(by_size), len(keys))
    index = {key: i for i, key in enumerate(keys)}
    ties = _ties(graph, index)
    parts = communities(len(keys), list(ties), list(ties.values()))
    places, found = discs(parts, list(ties), list(ties.values()))
    order = {key: i for i, key in enumerate(by_size)}
    groups = tuple(
        Group(
            tuple(sorted((keys[i] for i in disc.members), key=order.__getitem__)),
            round(disc.x, 1),
            round(disc.y, 1),
            round(disc.r, 1),
        )
        for disc in found
    )
    first = _first(graph, groups, by_size)
    ranked = (*first, *(key for key in by_size if key not in set(first)))
    return Plan(
        places={key: _place(places[index[key]]) for key in keys},
        ranked=ranked,
        shown=min(SHOWN, len(ranked)),
        groups=groups,
        streams=streams(graph, [group.members for group in groups]),
    )


def _ties(graph: "nx.MultiDiGraph[str]", index: dict[str, int]) -> dict[tuple[int, int], float]:
    """Which nodes are joined, by how much: the widths of their lines."""
    found: dict[tuple[int, int], float] = {}
    for tail, head, data in graph.edges(data=True):
        if tail != head:
            tie = (min(index[tail], index[head]), max(index[tail], index[head]))
            found[tie] = found.get(tie, 0.0) + data["width"]
    return dict(sorted(found.items()))


def _first(graph: "nx.MultiDiGraph[str]", groups: tuple[Group, ...], by_size: list[str]) -> list[str]:
    """The ends of the biggest flows, then the biggest of each community, then whoever is big."""
    flows = sorted(
        graph.edges(data=True), key=lambda e: (-e[2]["width"], e[0], e[1], e[2]["arrow"].facts[0].id)
    )
    ends = [key for tail, head, _ in flows[:FLOWS] for key in (tail, head)]
    heads = [key for group in groups for key in group.members[:EACH]]
    return list(dict.fromkeys([*ends, *heads, *by_size[:SHOWN]]))[:SHOWN]


def _place(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
