"""Facts as a networkx graph: nodes are entities, edges are facts between two of them.

An amount is a property of its edge (or, where a fact reaches one entity only, of that node),
never a node: two facts are not related because their figures are.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Any

import networkx as nx

from graphbuild.data import table
from graphbuild.model import digest, fold
from graphbuild.show.facts import Fact, Sum, Thing

NARROWEST, WIDEST = 1.2, 9.0
SMALLEST, BIGGEST, LEAF = 9.0, 26.0, 6.0
LEAST, MOST = 5.0, 12.0  # powers of ten of money between which widths and sizes grow


@dataclass(frozen=True, slots=True)
class Arrow:
    """One line of the drawing. ``facts`` are several where they disagree with each other.

    ``main`` carries the amount; the other arrows of a fact are thin.
    """

    tail: str
    head: str
    facts: tuple[Fact, ...]
    main: bool = True
    mutual: bool = False

    @property
    def key(self) -> tuple[str, str, bool]:
        return (self.tail, self.head, self.main)


def drawing() -> dict[str, dict[str, object]]:
    """``data/page/drawing.toml``: the arrows of each kind, and what currencies are roughly worth."""
    return table("page/drawing.toml")


def view(things: Sequence[Thing], facts: Sequence[Fact]) -> "nx.MultiDiGraph[str]":
    """The drawing of ``facts`` as a graph; nodes and edges in a stable order.

    Node attributes: ``thing`` (Thing), ``facts`` (those it takes part in), ``alone`` (those that no line
    shows), ``size`` (radius in pixels). Edge attributes: ``arrow`` (Arrow), ``width`` (pixels).
    Entities without any fact are left out. Where a sum reaches one entity only, what it is for in
    the article's words is its other end: a Thing of type "purpose", which is nobody else's.
    """
    known = {thing.id: thing for thing in things}
    facts = [_within(fact, known) for fact in facts]
    known |= {leaf.id: leaf for leaf in map(_leaf, facts) if leaf}
    lines = {fact.id: arrows(_with_leaf(fact)) for fact in facts}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key in sorted({key for fact in facts for key in _with_leaf(fact).entities}):
        graph.add_node(key, thing=known[key], facts=[], alone=[])
    for fact in facts:
        for key in _with_leaf(fact).entities:
            graph.nodes[key]["facts"].append(fact)
            graph.nodes[key]["alone"] += [] if lines[fact.id] else [fact]
    for arrow in _joined([arrow for fact in facts for arrow in lines[fact.id]]):
        graph.add_edge(arrow.tail, arrow.head, arrow=arrow, width=_width(arrow))
    for key in graph:
        graph.nodes[key]["size"] = _size(graph.nodes[key], degree=graph.degree(key))
    return graph


def _leaf(fact: Fact) -> Thing | None:
    """What a sum is for, in words, where these are all that is at its other end."""
    text = dict(fact.texts).get("purpose") or dict(fact.texts).get("item")
    if len(fact.entities) != 1 or not fact.amounts or not text:
        return None
    return Thing(f"purpose:{digest(f'{fact.entities[0]} {fold(text)}')}", "purpose", text)


def _with_leaf(fact: Fact) -> Fact:
    leaf = _leaf(fact)
    return replace(fact, roles=(*fact.roles, ("purpose", (leaf.id,)))) if leaf else fact


def arrows(fact: Fact) -> tuple[Arrow, ...]:
    """The lines that draw one fact; none where it reaches fewer than two entities."""
    rule = drawing()[fact.kind]
    roles = dict(fact.roles)
    if rule.get("mutual") and len(roles.get("partner", ())) > 1:
        first, *others = roles["partner"]
        tails, heads, rest = [first], others, roles.get("project", ())
    else:
        tails = _first(roles, rule["tail"])
        heads = _first(roles, rule["head"])
        rest = tuple(k for k in _all(roles, rule["head"]) if k not in heads)
        if not tails and heads and rest:  # "109 billion into a project in France", by nobody in particular
            tails, heads, rest = heads[:1], list(rest[:1]), rest[1:]
        if tails and not heads and len(tails) > 1:
            tails, heads = tails[:1], tails[1:]
    mutual = bool(rule.get("mutual"))
    pairs = [(t, h) for t in tails for h in heads if t != h]
    main = [Arrow(t, h, (fact,), main=i == 0, mutual=mutual) for i, (t, h) in enumerate(pairs)]
    side = [Arrow(heads[0], r, (fact,), main=False) for r in rest if heads and r not in {heads[0], *tails}]
    return (*main, *side)


def weight(amounts: Sequence[Sum]) -> float:
    """How big a sum of money is, 0 to 1, on a scale of powers of ten; 0 where there is no money."""
    worth: Mapping[str, float] = drawing()["worth"]  # type: ignore[assignment]  # a table of numbers
    sizes = [s.size * Decimal(str(worth.get(s.unit, 1))) for s in amounts if len(s.unit) == 3 and s.size > 0]
    if not sizes:
        return 0.0
    return min(1.0, max(0.0, (math.log10(max(1.0, float(max(sizes)))) - LEAST) / (MOST - LEAST)))


def _within(fact: Fact, known: Mapping[str, Thing]) -> Fact:
    """The fact without fillers that are no entities of the graph."""
    roles = ((role, tuple(k for k in keys if k in known)) for role, keys in fact.roles)
    return replace(fact, roles=tuple((role, keys) for role, keys in roles if keys))


def _joined(lines: Sequence[Arrow]) -> Iterator[Arrow]:
    """Facts that disagree with each other and join the same two entities share one line."""
    for _, group in groupby(sorted(lines, key=lambda a: (a.key, a.facts[0].id)), key=lambda a: a.key):
        clusters: list[list[Arrow]] = []
        for arrow in group:
            rivals = [c for c in clusters if any(_disagree(arrow.facts[0], other.facts[0]) for other in c)]
            merged = [a for cluster in rivals for a in cluster] + [arrow]
            clusters = [c for c in clusters if c not in rivals] + [merged]
        for cluster in clusters:
            yield replace(cluster[0], facts=tuple(a.facts[0] for a in cluster))


def _disagree(one: Fact, other: Fact) -> bool:
    return other.id in one.conflicts or one.id in other.conflicts


def _first(roles: Mapping[str, tuple[str, ...]], names: object) -> list[str]:
    """The fillers of the first of these roles that has any."""
    assert isinstance(names, list)  # noqa: S101  # what drawing.toml holds; its test reads every table
    return next((list(roles[name]) for name in names if name in roles), [])


def _all(roles: Mapping[str, tuple[str, ...]], names: object) -> list[str]:
    assert isinstance(names, list)  # noqa: S101  # as above
    return [key for name in names for key in roles.get(name, ())]


def _width(arrow: Arrow) -> float:
    money = max((weight(fact.amounts) for fact in arrow.facts), default=0.0)
    return round(NARROWEST + (WIDEST - NARROWEST) * money**1.5, 2) if arrow.main else NARROWEST


def _size(node: Mapping[str, Any], *, degree: int) -> float:
    """A radius that grows with the biggest sum and with the number of lines."""
    if node["thing"].type == "purpose":
        return LEAF
    money = max((weight(fact.amounts) for fact in node["facts"]), default=0.0)
    crowd = min(1.0, math.log2(1 + degree) / 5)
    return round(SMALLEST + (BIGGEST - SMALLEST) * (0.65 * money**2 + 0.35 * crowd), 1)
