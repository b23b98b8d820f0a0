"""Which corrections stand: those that no standing correction undoes."""

from collections import defaultdict
from collections.abc import Iterable

from graphbuild.amend.nouns import Correction, Undo
from graphbuild.errors import CorrectionError


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those in force, in the order of their times; what undoes another is not among them."""
    given = tuple(sorted(corrections, key=lambda correction: correction.order))
    undone = taken_back(given)
    return tuple(c for c in given if c.id not in undone and not isinstance(c.change, Undo))


def taken_back(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """For each correction that is undone, the one that undoes it; an undoing can be undone itself.

    Raises ``CorrectionError`` where corrections undo each other in a circle.
    """
    undoings: dict[str, list[Correction]] = defaultdict(list)
    for correction in sorted(corrections, key=lambda correction: correction.order):
        if isinstance(correction.change, Undo):
            undoings[correction.change.correction].append(correction)
    known: dict[str, Correction | None] = {}
    for target in sorted(undoings):
        _settle(target, undoings, known)
    return {target: by for target, by in known.items() if by is not None}


def _settle(start: str, undoings: dict[str, list[Correction]], known: dict[str, Correction | None]) -> None:
    """Decide ``start`` after all that bears on it; by hand and not by recursion, as chains may be long."""
    waiting, path = [start], set[str]()
    while waiting:
        target = waiting[-1]
        open_ones = [u.id for u in undoings.get(target, ()) if u.id not in known]
        if target in known or not open_ones:
            known.setdefault(target, next((u for u in undoings.get(target, ()) if not known[u.id]), None))
            path.discard(waiting.pop())
            continue
        path.add(target)
        if circle := path.intersection(open_ones):
            raise CorrectionError(
                f"The correction {min(circle)} undoes itself by way of others. Remove one of them."
            )
        waiting += open_ones
