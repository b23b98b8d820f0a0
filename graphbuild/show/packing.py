"""Parts of a drawing set side by side, like pictures on a newspaper page."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
Box = tuple[float, float]

PAGE = (900.0, 640.0)  # pixels: the picture on a wide screen, names included
GAP = 40.0
PAGE_WIDTHS = (0.8, 1.0, 1.2, 1.4, 1.7, 2.0)


def packed(parts: list[dict[int, Point]]) -> list[Point]:
    """The parts on a page of the width that lets the whole be seen largest."""
    sizes = [(max(x for x, _ in p.values()) + GAP, max(y for _, y in p.values()) + GAP) for p in parts]
    area = sum(wide * high for wide, high in sizes)
    widest = max(wide for wide, _ in sizes)
    pages = [_shelved(parts, sizes, max(widest, math.sqrt(area) * share)) for share in PAGE_WIDTHS]
    best = max(pages, key=lambda page: (_zoom(list(page.values())), sorted(page.items())))
    return [best[node] for node in sorted(best)]


def _zoom(places: Sequence[Point]) -> float:
    """How far the picture must shrink to fit the page."""
    wide = max(x for x, _ in places) - min(x for x, _ in places)
    high = max(y for _, y in places) - min(y for _, y in places)
    return round(min(PAGE[0] / max(wide, 1.0), PAGE[1] / max(high, 1.0)), 6)


def _shelved(parts: list[dict[int, Point]], sizes: list[Box], across: float) -> dict[int, Point]:
    """The parts side by side, each as high and left on the skyline as it goes."""
    skyline: list[tuple[float, float, float]] = [(0.0, across, 0.0)]  # (from, to, height already used)
    placed: dict[int, Point] = {}
    for part, (wide, high) in zip(parts, sizes, strict=True):
        left, top = _lowest(skyline, wide)
        skyline = _raised(skyline, left, left + wide, top + high)
        placed |= {node: (x + left, y + top) for node, (x, y) in part.items()}
    return placed


def _lowest(skyline: list[tuple[float, float, float]], width: float) -> Point:
    """Where a box of this width goes: the first place with the least height used."""
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
