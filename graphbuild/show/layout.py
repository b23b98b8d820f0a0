"""Where everything stands, computed once: the page has no physics to wait for.

The same graph gives the same picture. Each connected part is laid out on its own, long side
across, its nodes pushed apart until their names have room; then the parts are set like
pictures on a newspaper page.
"""

import math
import random
from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import igraph
import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterator

Point = tuple[float, float]
Box = tuple[float, float]

SEED = 20250212
SPRINGS_UP_TO = 250  # nodes for Kamada-Kawai; beyond that igraph's grid of springs
PUSHED_UP_TO = 500
PUSHES = 160  # rounds of pushing names apart
LETTER = 7.2  # pixels: the mean width of a letter of a label
LINE = 22  # letters after which the page breaks a label
SHAPE_OF_PAGE = 1.5  # width to height
GAP = 46.0
LINK = 105.0  # pixels: the shortest line that is wished for


def layout(graph: "nx.MultiDiGraph[str]") -> dict[str, Point]:
    """A place in pixels for each node of a ``view``; (0, 0) is the middle."""
    parts = sorted(nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(part)))
    placed = [_part(graph, sorted(part)) for part in parts]
    return _centred(_packed(placed))


def room(graph: "nx.MultiDiGraph[str]", key: str) -> Box:
    """The width and height that a node needs with its name under it."""
    node = graph.nodes[key]
    letters = min(len(node["thing"].label), 2 * LINE)
    lines = 1 if letters <= LINE else 2
    width = max(2 * node["size"], LETTER * letters / lines)
    return width + 14, 2 * node["size"] + 17 * (lines + bool(node["alone"])) + 12


def _part(graph: "nx.MultiDiGraph[str]", keys: list[str]) -> tuple[dict[str, Point], dict[str, Box]]:
    """One connected part: where its nodes stand, and the room that each takes."""
    boxes = [room(graph, key) for key in keys]
    index = {key: i for i, key in enumerate(keys)}
    ties = sorted({(index[t], index[h]) for t, h in graph.subgraph(keys).edges() if t != h})
    points = _across(_springs(boxes, ties))
    if len(keys) <= PUSHED_UP_TO:
        points = _apart(points, boxes)
    return dict(zip(keys, points, strict=True)), dict(zip(keys, boxes, strict=True))


def _springs(boxes: Sequence[Box], ties: list[tuple[int, int]]) -> list[Point]:
    """A drawing with short lines and few crossings, by igraph, in pixels."""
    net = igraph.Graph(n=len(boxes), edges=ties)
    degrees = net.degree()
    lengths = [LINK + 16 * min(degrees[a], degrees[b], 6) + (boxes[a][0] + boxes[b][0]) / 4 for a, b in ties]
    if not ties:
        return [(0.0, 0.0)] * len(boxes)
    with _seeded():
        if len(boxes) <= SPRINGS_UP_TO:
            drawn = net.layout_kamada_kawai(seed=net.layout_circle(), weights=lengths, maxiter=100 * len(boxes))
        else:
            drawn = net.layout_fruchterman_reingold(grid="auto")
    return _scaled([(x, y) for x, y in drawn], ties, lengths)


def _scaled(points: list[Point], ties: list[tuple[int, int]], lengths: list[float]) -> list[Point]:
    """Blown up until the lines are as long as they should be, in the median."""
    ratios = sorted(w / max(1e-6, math.dist(points[a], points[b])) for (a, b), w in zip(ties, lengths, strict=True))
    factor = ratios[len(ratios) // 2]
    return [(x * factor, y * factor) for x, y in points]


@contextmanager
def _seeded() -> "Iterator[None]":
    """igraph with a dice of its own, so that the same graph falls the same way."""
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311  # a drawing, not a secret
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _across(points: list[Point]) -> list[Point]:
    """Turned so that the long side lies across the page."""
    n = len(points)
    mx, my = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    sxx = sum((x - mx) ** 2 for x, _ in points)
    syy = sum((y - my) ** 2 for _, y in points)
    sxy = sum((x - mx) * (y - my) for x, y in points)
    turn = -0.5 * math.atan2(2 * sxy, sxx - syy)
    c, s = math.cos(turn), math.sin(turn)
    return [((x - mx) * c - (y - my) * s, (x - mx) * s + (y - my) * c) for x, y in points]


def _apart(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """Pushed apart until no two nodes with their names overlap (or patience ends)."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(PUSHES):
        moved = False
        order = sorted(range(len(points)), key=lambda i: (xs[i] - boxes[i][0] / 2, i))
        for place, i in enumerate(order):
            for j in order[place + 1 :]:
                wide = (boxes[i][0] + boxes[j][0]) / 2 - abs(xs[j] - xs[i])
                if xs[j] - boxes[j][0] / 2 > xs[i] + boxes[i][0] / 2:
                    break
                high = (boxes[i][1] + boxes[j][1]) / 2 - abs(ys[j] - ys[i])
                if wide > 0.5 and high > 0.5:
                    moved = True
                    axis, push = (xs, wide) if wide < high else (ys, high)
                    sign = 1 if (axis[j], j) > (axis[i], i) else -1
                    axis[i] -= sign * push / 2
                    axis[j] += sign * push / 2
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _packed(parts: "list[tuple[dict[str, Point], dict[str, Box]]]") -> dict[str, Point]:
    """The parts side by side, the biggest first, each as low and left on the skyline as it goes."""
    sizes = [_bounds(points, boxes) for points, boxes in parts]
    area = sum((right - left + GAP) * (low - top + GAP) for left, top, right, low in sizes)
    across = max([math.sqrt(area * SHAPE_OF_PAGE), *(r - left + GAP for left, _, r, _ in sizes)], default=0)
    skyline: list[tuple[float, float, float]] = [(0.0, across, 0.0)]  # (from, to, height already used)
    placed: dict[str, Point] = {}
    for (points, _), (left, top, right, low) in zip(parts, sizes, strict=True):
        x, y = _lowest(skyline, right - left + GAP)
        skyline = _raised(skyline, x, x + right - left + GAP, y + low - top + GAP)
        placed |= {key: (px - left + x, py - top + y) for key, (px, py) in points.items()}
    return placed


def _lowest(skyline: list[tuple[float, float, float]], width: float) -> Point:
    """Where a box of this width goes: the lowest, then the leftmost place."""
    last = skyline[-1][1]
    spots = []
    for start, _, _ in skyline:
        if start + width <= last + 1e-6:
            under = [h for a, b, h in skyline if a < start + width - 1e-6 and b > start + 1e-6]
            spots.append((max(under), start))
    height, start = min(spots)
    return start, height


def _raised(
    skyline: list[tuple[float, float, float]], left: float, right: float, height: float
) -> list[tuple[float, float, float]]:
    kept = [(left, right, height)]
    for a, b, h in skyline:
        if a < left:
            kept.append((a, min(b, left), h))
        if b > right:
            kept.append((max(a, right), b, h))
    return sorted(kept)


def _bounds(points: dict[str, Point], boxes: dict[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a part with its names."""
    left = min(x - boxes[key][0] / 2 for key, (x, _) in points.items())
    right = max(x + boxes[key][0] / 2 for key, (x, _) in points.items())
    top = min(y - boxes[key][1] / 2 for key, (_, y) in points.items())
    low = max(y + boxes[key][1] / 2 for key, (_, y) in points.items())
    return left, top, right, low


def _centred(placed: dict[str, Point]) -> dict[str, Point]:
    if not placed:
        return {}
    xs, ys = [x for x, _ in placed.values()], [y for _, y in placed.values()]
    mx, my = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {key: (round(x - mx, 1), round(y - my, 1)) for key, (x, y) in sorted(placed.items())}
