"""The finish of the drawing: forces that know how much room names and sums need.

Bodies are the nodes with their names, and the sums half-way along lines; a sum passes on what
pushes it to the two nodes of its line. Everything stays inside the page.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STEPS, WORK = 420, 60_000  # steps, fewer where there are many bodies
HOTTEST, COLDEST = 46.0, 0.6  # pixels that a body may move in one step, first and last
REACH = 2.6  # how many sizes away a body still pushes
PUSH, PULL, OFF_LINE = 26.0, 0.07, 15.0
LOOSE = 34.0  # pixels of line that show beside what stands on it


@dataclass(frozen=True, slots=True)
class Bodies:
    """What pushes and pulls.

    ``boxes`` is n by 2 (width, height) and ``ties`` m by 2 (indices of nodes), the first
    ``len(sums)`` of which carry a sum of the size in ``sums``; ``page`` is (width, height).
    """

    boxes: Array
    ties: NDArray[np.int64]
    sums: Array
    page: tuple[float, float]


def settle(start: Array, bodies: Bodies) -> Array:
    """Positions n by 2 after the forces have done their work; (0, 0) is the middle of the page."""
    places = start.copy()
    steps = min(STEPS, WORK // (len(start) + len(bodies.ties)))
    for step in range(steps):
        force = _between(places, bodies) + _along(places, bodies) + _off_lines(places, bodies)
        heat = HOTTEST * (COLDEST / HOTTEST) ** (step / steps)
        size = np.linalg.norm(force, axis=1, keepdims=True)
        places += force * np.minimum(1.0, heat / np.maximum(size, 1e-9))
        limit = (np.array(bodies.page) - bodies.boxes) / 2
        places = np.clip(places, -np.maximum(limit, 0), np.maximum(limit, 0))
    return places


def _between(places: Array, bodies: Bodies) -> Array:
    """Names and sums push each other, the harder the more of their sizes they share."""
    n, ties = len(places), bodies.ties[: len(bodies.sums)]
    everyone = np.vstack([places, places[ties].mean(axis=1)]) if len(ties) else places
    boxes = np.vstack([bodies.boxes, bodies.sums]) if len(ties) else bodies.boxes
    across, down = (
        (everyone[:, None, i] - everyone[None, :, i]) / ((boxes[:, None, i] + boxes[None, :, i]) / 2)
        for i in (0, 1)
    )
    far = np.maximum(np.sqrt(across**2 + down**2), 0.05)
    strength = np.where(far < REACH, (1 / far - 1 / REACH), 0.0)
    np.fill_diagonal(strength, 0.0)
    sums = n + np.arange(len(ties))
    for k in (0, 1):  # a sum does not push the ends of its own line: they are held off below
        strength[sums, ties[:, k]] = strength[ties[:, k], sums] = 0.0
    strength /= far
    force = PUSH * np.stack([(strength * across).sum(axis=1), (strength * down).sum(axis=1)], axis=1)
    result: Array = force[:n].copy()
    for k in (0, 1):
        np.add.at(result, ties[:, k], force[n:] / 2)
    return result


def _along(places: Array, bodies: Bodies) -> Array:
    """Lines pull their ends to a length at which names and the sum between them have room."""
    force = np.zeros_like(places)
    tails, heads = bodies.ties[:, 0], bodies.ties[:, 1]
    gap = places[heads] - places[tails]
    length = np.maximum(np.linalg.norm(gap, axis=1), 1.0)
    course = np.abs(gap) / length[:, None]
    extent = (bodies.boxes[tails] + bodies.boxes[heads]) / 2
    extent[: len(bodies.sums)] += bodies.sums
    wish = (course * extent).sum(axis=1) + LOOSE
    pull = (PULL * (length - wish) / length)[:, None] * gap
    np.add.at(force, tails, pull)
    np.add.at(force, heads, -pull)
    return force


def _off_lines(places: Array, bodies: Bodies) -> Array:
    """Names leave lines that run through them."""
    tails, heads = places[bodies.ties[:, 0]], places[bodies.ties[:, 1]]
    course = heads - tails
    (x, y), half = places.T[:, :, None], bodies.boxes / 2
    share = ((x - tails[:, 0]) * course[:, 0] + (y - tails[:, 1]) * course[:, 1]) / np.maximum(
        (course**2).sum(axis=1), 1.0
    )
    on_line = np.clip(share, 0.0, 1.0)
    across = (x - (tails[:, 0] + on_line * course[:, 0])) / half[:, :1]
    down = (y - (tails[:, 1] + on_line * course[:, 1])) / half[:, 1:]
    far = np.maximum(np.sqrt(across**2 + down**2), 0.05)
    strength = np.where((far < 1.6) & (share > 0) & (share < 1), 1.6 - far, 0.0)
    lines = np.arange(len(bodies.ties))
    for k in (0, 1):
        strength[bodies.ties[:, k], lines] = 0.0
    strength /= far
    force: Array = OFF_LINE * np.stack(
        [(strength * across).sum(axis=1), (strength * down).sum(axis=1)], axis=1
    )
    return force
