"""Where everything stands, computed once: the page has no physics to wait for.

The same graph gives the same picture. igraph draws each connected part; the parts are set side
by side like pictures on a newspaper page; then, up to a size at which names can be read at
all, ``forces`` gives every name and every sum its room.
"""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import igraph  # type: ignore[import-untyped]  # has no type information
import numpy as np

from graphbuild.show.forces import Bodies, settle
from graphbuild.show.groups import Tie, seeded
from graphbuild.show.packing import PAGE, Box, Point, packed

if TYPE_CHECKING:
    import networkx as nx

    from graphbuild.show.view import Arrow

SETTLED_UP_TO = 220  # nodes; beyond that names wait until the reader comes closer
LETTER = 7.2  # pixels: the mean width of a letter of a label
LINE = 22  # letters after which the page breaks a label
SUM_WIDTH = 80.0
INK = 0.4  # how much of the page names and sums may cover before it grows
CROWD = 0.5  # and how much when it has grown
TALLEST, WIDEST = 0.8, 2.4  # width to height of a part


def layout(graph: "nx.MultiDiGraph[str]") -> dict[str, Point]:
    """A place in pixels for each node of a ``view``; (0, 0) is the middle."""
    keys = sorted(graph)
    if not keys:
        return {}
    index = {key: i for i, key in enumerate(keys)}
    boxes = [_name_box(graph.nodes[key]) for key in keys]
    sums = _sum_boxes(graph, index)
    ties = sorted({(min(index[t], index[h]), max(index[t], index[h])) for t, h in graph.edges() if t != h})
    ties.sort(key=lambda tie: tie not in sums)
    places = packed([_part(part, ties, boxes) for part in _parts(len(keys), ties)])
    if len(keys) <= SETTLED_UP_TO:
        places = _settled(places, ties, boxes, [sums[tie] for tie in ties if tie in sums])
    return {key: (round(x, 1), round(y, 1)) for key, (x, y) in zip(keys, _centred(places), strict=True)}


def _name_box(data: Mapping[str, Any]) -> Box:
    """The width and height that a node needs with its name under it."""
    letters = min(len(data["thing"].label), 2 * LINE)
    lines = 1 if letters <= LINE else 2
    badge = LETTER * LINE * 0.8 if data["alone"] else 0.0
    width = max(2 * data["size"], LETTER * letters / lines, badge)
    return width + 14, 2 * data["size"] + 16 * (lines + bool(data["alone"])) + 10


def _sum_boxes(graph: "nx.MultiDiGraph[str]", index: Mapping[str, int]) -> dict[Tie, Box]:
    """The room for the sums that stand on the lines between two nodes."""
    found: dict[Tie, Box] = {}
    for tail, head, data in graph.edges(data=True):
        arrow: Arrow = data["arrow"]
        tie = (min(index[tail], index[head]), max(index[tail], index[head]))
        sums = sum(len(fact.amounts) for fact in arrow.facts) if arrow.main else 0
        if sums and tail != head:
            lines = sums + (arrow.facts[0].stance != "certain")
            found[tie] = (SUM_WIDTH, found.get(tie, (0.0, 0.0))[1] + 16.0 * lines + 8)
    return found


def _settled(places: list[Point], ties: list[Tie], boxes: list[Box], sums: list[Box]) -> list[Point]:
    """Spread over a page that is large enough, and given room there.

    Names keep their size when a large page is shown smaller, so on that page they are larger.
    """
    area = sum(w * h for w, h in (*boxes, *sums)) / (PAGE[0] * PAGE[1])
    grow = max(1.0, math.sqrt(area / INK)) if len(places) > 3 else 0.6
    size = grow * min(1.0, math.sqrt(CROWD / area))
    page = (PAGE[0] * grow, PAGE[1] * grow)
    start = np.array(places, dtype=np.float64).reshape(-1, 2)
    low, high = start.min(axis=0), start.max(axis=0)
    inner = np.array(page) * 0.86
    start = (start - (low + high) / 2) * (inner / np.maximum(high - low, inner / 2))
    bodies = Bodies(
        boxes=np.array(boxes, dtype=np.float64) * size,
        ties=np.array(ties, dtype=np.int64).reshape(-1, 2),
        sums=np.array(sums, dtype=np.float64).reshape(-1, 2) * size,
        page=page,
    )
    return [(float(x), float(y)) for x, y in settle(start, bodies)]


def _parts(size: int, ties: list[Tie]) -> list[list[int]]:
    """The connected parts, the biggest first."""
    parts = igraph.Graph(n=size, edges=ties).connected_components()
    return sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part))


def _part(part: list[int], ties: list[Tie], boxes: Sequence[Box]) -> dict[int, Point]:
    """One connected part, drawn by igraph and spread over as much room as its names need."""
    here = {node: i for i, node in enumerate(part)}
    net = igraph.Graph(n=len(part), edges=[(here[a], here[b]) for a, b in ties if a in here])
    with seeded():
        if len(part) <= SETTLED_UP_TO:
            drawn = net.layout_kamada_kawai(seed=net.layout_circle(), maxiter=100 * len(part))
        else:
            drawn = net.layout_fruchterman_reingold(grid="auto")
    area = sum(boxes[node][0] * boxes[node][1] for node in part) / INK
    return dict(zip(part, _spread([(x, y) for x, y in drawn], area), strict=True))


def _spread(points: list[Point], area: float) -> list[Point]:
    """Turned with the long side across and spread over ``area`` pixels."""
    points = _across(points)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide = max(1e-6, max(x for x, _ in points) - left)
    high = max(1e-6, max(y for _, y in points) - top)
    shape = min(WIDEST, max(TALLEST, wide / high))
    across, down = math.sqrt(area * shape), math.sqrt(area / shape)
    return [((x - left) / wide * across, (y - top) / high * down) for x, y in points]


def _across(points: list[Point]) -> list[Point]:
    n = len(points)
    mx, my = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    sxx, syy = sum((x - mx) ** 2 for x, _ in points), sum((y - my) ** 2 for _, y in points)
    turn = -0.5 * math.atan2(2 * sum((x - mx) * (y - my) for x, y in points), sxx - syy)
    c, s = math.cos(turn), math.sin(turn)
    return [((x - mx) * c - (y - my) * s, (x - mx) * s + (y - my) * c) for x, y in points]


def _centred(places: Sequence[Point]) -> list[Point]:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    mx, my = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return [(x - mx, y - my) for x, y in places]
