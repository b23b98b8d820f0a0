"""What goes from one community to another, taken together: the streams of an overview.

Sums are not added up: parts, repeats and other currencies would be counted with them. A stream says how
many facts it is made of and which of them is the biggest.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.show.facts import Fact
from graphbuild.show.view import weight

if TYPE_CHECKING:
    import networkx as nx

MOST = 24  # streams of an overview


@dataclass(frozen=True, slots=True)
class Stream:
    """``facts`` facts from the community of this number to that one, the ``biggest`` of them by its id."""

    tail: int
    head: int
    facts: int
    biggest: str


def streams(graph: "nx.MultiDiGraph[str]", members: Sequence[Sequence[str]]) -> tuple[Stream, ...]:
    """The biggest streams between communities, given by their ``members``; in the order of their size.

    That is the number of facts, each as much as its sum is big: see ``view.weight``.
    """
    homes = {key: number for number, keys in enumerate(members) for key in keys}
    between: dict[tuple[int, int], dict[str, Fact]] = defaultdict(dict)
    for tail, head, data in graph.edges(data=True):
        ends = homes.get(tail), homes.get(head)
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            between[ends[0], ends[1]].update((fact.id, fact) for fact in data["arrow"].facts)
    found = sorted(between.items(), key=lambda item: (-_size(item[1].values()), item[0]))
    return tuple(
        Stream(tail, head, len(facts), min(facts.values(), key=lambda f: (-weight(f.amounts), f.id)).id)
        for (tail, head), facts in found[:MOST]
    )


def _size(facts: Iterable[Fact]) -> float:
    return round(math.fsum(0.1 + weight(fact.amounts) for fact in facts), 6)
