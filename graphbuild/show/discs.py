"""The drawing of a graph too big for all its names: each community is a disc, and discs keep apart.

Inside a disc every node has the same room, hubs in the middle, so that names find a place when
the reader comes closer. Communities too small for a disc stand in rows below.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import igraph  # type: ignore[import-untyped]  # has no type information
import numpy as np
from numpy.typing import NDArray

from graphbuild.show.groups import Tie, seeded
from graphbuild.show.packing import Point

Array = NDArray[np.float64]

ROOM = 62.0  # pixels of the side of the square that each node has to itself
GAP = 0.22  # of a radius that stays free around a disc
SMALL = 4  # a community of fewer has no disc
CELL = (190.0, 120.0)  # pixels of the cell of one that is small
SHAPE = 1.45  # width to height of the whole
STEPS = 260  # that discs take to get off each other
DRAW = np.array([0.993, 0.972])  # how they are drawn together in each step, across and down
HUBS = 16  # names of a disc that are spread over it, so that an overview can say them


@dataclass(frozen=True, slots=True)
class Disc:
    """A community and where it is drawn: its middle and its radius in pixels."""

    members: tuple[int, ...]
    x: float
    y: float
    r: float


def discs(
    parts: Sequence[Sequence[int]], ties: Sequence[Tie], weights: Sequence[float]
) -> tuple[dict[int, Point], tuple[Disc, ...]]:
    """A place for every node, and the discs of the communities that have one."""
    big = [part for part in parts if len(part) >= SMALL]
    radii = np.array([ROOM * math.sqrt(len(part) / math.pi) for part in big], dtype=np.float64)
    homes = {node: i for i, part in enumerate(big) for node in part}
    middles = _apart(_between(len(big), homes, ties, weights), radii)
    inner: list[list[Tie]] = [[] for _ in big]
    for a, b in ties:
        if a in homes and homes[a] == homes.get(b):
            inner[homes[a]].append((a, b))
    places: dict[int, Point] = {}
    for i, part in enumerate(big):
        places |= _inside(part, inner[i], (middles[i][0], middles[i][1]), radii[i])
    places |= _rows([part for part in parts if len(part) < SMALL], middles, radii)
    found = zip(big, middles, radii, strict=True)
    return places, tuple(Disc(tuple(part), float(x), float(y), float(r)) for part, (x, y), r in found)


def _between(size: int, homes: Mapping[int, int], ties: Sequence[Tie], weights: Sequence[float]) -> Array:
    """Where the discs would stand if they had no size: near those with which they share much."""
    shared: dict[Tie, float] = {}
    for (a, b), weight in zip(ties, weights, strict=True):
        pair = sorted((homes.get(a, -1), homes.get(b, -1)))
        if 0 <= pair[0] < pair[1]:
            shared[pair[0], pair[1]] = shared.get((pair[0], pair[1]), 0.0) + weight
    net = igraph.Graph(n=size, edges=list(shared))
    with seeded():
        drawn = net.layout_fruchterman_reingold(weights=list(shared.values()) or None, niter=400)
    return np.array([(x, y) for x, y in drawn], dtype=np.float64).reshape(-1, 2)


def _apart(middles: Array, radii: Array) -> Array:
    """Spread to the room that the discs need, then pushed off each other and drawn together."""
    if len(middles) < 2:
        return np.zeros_like(middles)
    spread = np.maximum(middles.std(axis=0), 1e-6)
    reach = math.sqrt(float((radii**2).sum())) * 0.75
    places: Array = (middles - middles.mean(axis=0)) / spread * np.array([reach * SHAPE, reach / SHAPE])
    wanted = (radii[:, None] + radii[None]) * (1 + GAP / 2)
    for step in range(STEPS):
        gap = places[:, None] - places[None]
        far = np.maximum(np.linalg.norm(gap, axis=2), 1e-6)
        push = np.maximum(wanted - far, 0.0)
        np.fill_diagonal(push, 0.0)
        places = places + ((push / far)[:, :, None] * gap).sum(axis=1) * 0.45
        if step < STEPS * 0.75:
            places = places * DRAW
    return _turned(places, radii)


def _turned(places: Array, radii: Array) -> Array:
    """The same, turned until it is seen largest in a window of ``SHAPE``."""

    def turned(angle: float) -> Array:
        c, s = math.cos(angle), math.sin(angle)
        result: Array = places @ np.array([[c, s], [-s, c]])
        return result

    def size(angle: float) -> float:
        wide, high = (
            (turned(angle) + radii[:, None]).max(axis=0) - (turned(angle) - radii[:, None]).min(axis=0)
        ).tolist()
        return round(float(max(wide / SHAPE, high)), 3)

    return turned(min((math.pi * step / 36 for step in range(36)), key=lambda angle: (size(angle), angle)))


def _inside(part: Sequence[int], ties: Sequence[Tie], middle: Point, radius: float) -> dict[int, Point]:
    """One community in its disc: igraph's drawing, stretched until every node has the same room."""
    here = {node: i for i, node in enumerate(part)}
    net = igraph.Graph(n=len(part), edges=[(here[a], here[b]) for a, b in ties])
    with seeded():
        drawn = net.layout_fruchterman_reingold(grid="auto")
    points = np.array([(x, y) for x, y in drawn], dtype=np.float64).reshape(-1, 2)
    points -= np.median(points, axis=0)
    far, turn = np.linalg.norm(points, axis=1), np.arctan2(points[:, 1], points[:, 0])
    ranks = np.empty(len(part))
    ranks[np.lexsort((np.arange(len(part)), far.round(9)))] = np.arange(len(part))
    reach = radius * 0.94 * np.sqrt((ranks + 0.4) / len(part))
    spread = np.stack([middle[0] + reach * np.cos(turn), middle[1] + reach * np.sin(turn)], axis=1)
    _spread_hubs(spread, net.degree())
    return {node: (float(x), float(y)) for node, (x, y) in zip(part, spread, strict=True)}


def _spread_hubs(points: Array, degrees: Sequence[int]) -> None:
    """The most joined change places with others until they stand far from each other, in place."""
    hubs = sorted(range(len(points)), key=lambda i: (-degrees[i], i))[: min(HUBS, len(points) // 4)]
    nearest = np.full(len(points), np.inf)
    for number, hub in enumerate(hubs):
        middle = points.mean(axis=0)
        goal = int(nearest.argmax()) if number else int(((points - middle) ** 2).sum(axis=1).argmin())
        points[[hub, goal]] = points[[goal, hub]]
        nearest[[hub, goal]] = nearest[[goal, hub]]
        nearest = np.minimum(nearest, ((points - points[hub]) ** 2).sum(axis=1))


def _rows(parts: Sequence[Sequence[int]], middles: Array, radii: Array) -> dict[int, Point]:
    """Communities of one, two or three: side by side in rows below the discs."""
    if len(middles):
        left, right = float((middles[:, 0] - radii).min()), float((middles[:, 0] + radii).max())
        top = float((middles[:, 1] + radii).max()) + CELL[1]
    else:
        wide = math.sqrt(len(parts) * CELL[0] * CELL[1] * SHAPE)
        left, right, top = 0.0, wide, 0.0
    across = max(1, int((right - left) / CELL[0]))
    step = (right - left) / across
    places: dict[int, Point] = {}
    for i, part in enumerate(parts):
        x, y = left + (i % across + 0.5) * step, top + (i // across) * CELL[1]
        for j, node in enumerate(part):
            places[node] = (x + (j - (len(part) - 1) / 2) * ROOM, y + (j % 2) * ROOM * 0.4 * (len(part) > 2))
    return places
