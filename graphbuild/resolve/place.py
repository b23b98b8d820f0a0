"""Where each record stands: the nodes that make an entity, what joins them, what must not meet."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from graphbuild.resolve.cluster import Link
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.links import spelled_otherwise
from graphbuild.resolve.records import Record
from graphbuild.resolve.rulings import CORRECTED, Rulings, chosen
from graphbuild.resolve.types import other_types

Chosen = Mapping[str, frozenset[Record]]  # key of a ruling -> the records it is about


@dataclass(frozen=True, slots=True)
class Placed:
    """The node of each record, the links in the order in which they count, and the pairs kept apart.

    A node is what the records mean (``Meaning.node``). Records that a person keeps apart from others
    of their node stand on a node of their own, with a link to the one they would have been on.
    """

    node: Mapping[Record, str]
    links: tuple[Link, ...]
    apart: frozenset[tuple[str, str]]


def place(meant: Mapping[Record, Meaning], rulings: Rulings) -> Placed:
    """What the documents mean, with what a person decided above it."""
    about = chosen(meant, rulings)
    marks = _marks(about, rulings)
    node = {record: _node(meaning.node, marks.get(record, set())) for record, meaning in meant.items()}
    forced = sorted(set(_forced(about, rulings, node)), key=lambda link: (link.one, link.other))
    links = (*forced, *_homes(meant, node), *spelled_otherwise(meant), *other_types(meant))
    return Placed(node, links, frozenset(_apart(about, rulings, node)))


def _node(meant: str, marks: set[str]) -> str:
    return "|".join((meant, *sorted(marks)))


def _marks(about: Chosen, rulings: Rulings) -> dict[Record, set[str]]:
    """The keys under which a person keeps a record apart from others."""
    marks: dict[Record, set[str]] = defaultdict(set)
    for pair in rulings.different:
        for key, records in zip(pair, _sides(about, *pair), strict=True):
            for record in records:
                marks[record].add(key)
    return marks


def _sides(about: Chosen, one: str, other: str) -> tuple[frozenset[Record], frozenset[Record]]:
    """The records of both sides; a name in one document is taken out of that name everywhere."""
    first, second = about[one], about[other]
    return (first - second, second) if len(first) > len(second) else (first, second - first)


def _forced(about: Chosen, rulings: Rulings, node: Mapping[Record, str]) -> Iterator[Link]:
    for one, other in rulings.same:
        if about[one] and about[other]:
            for first, second in pairwise(sorted({node[record] for record in about[one] | about[other]})):
                yield Link(first, second, CORRECTED, 1.0)


def _homes(meant: Mapping[Record, Meaning], node: Mapping[Record, str]) -> list[Link]:
    """From each node of its own to the one it would have been on: the surest, then the most borne."""
    weight = Counter(node.values())
    links = {
        Link(place, meant[record].node, meant[record].reason, meant[record].score)
        for record, place in node.items()
        if place != meant[record].node
    }
    return sorted(links, key=lambda link: (-link.score, -weight[link.one], link.one, link.reason))


def _apart(about: Chosen, rulings: Rulings, node: Mapping[Record, str]) -> Iterator[tuple[str, str]]:
    for pair in rulings.different:
        one, other = ({node[record] for record in records} for records in _sides(about, *pair))
        yield from product(one, other)
