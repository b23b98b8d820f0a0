"""What became of a fact: each status with the day when it held and the day when it was said."""

from collections.abc import Iterable, Sequence

from graphbuild.ledger.entries import Entry
from graphbuild.ledger.nouns import Step
from graphbuild.model import Status

LADDER = tuple(Status)


def history(members: Iterable[Entry]) -> tuple[Step, ...]:
    """Every status of a fact, in the order of time; what has no date stands before what goes further."""
    steps = sorted((_step(entry) for entry in members), key=_place)
    ordered = [step for step in steps if step.when]
    for step in (step for step in steps if not step.when):
        further = (i for i, other in enumerate(ordered) if _rung(other) > _rung(step))
        ordered.insert(next(further, len(ordered)), step)
    return tuple(ordered)


def current(steps: Sequence[Step]) -> Status:
    """The furthest status that was reached; what was cancelled stays so unless something is dated later.

    An article of November that recalls what was announced does not take back the cancellation of May:
    only a day that the text itself gives counts as later.
    """
    ended = [step.when or "" for step in steps if step.status is Status.CANCELLED]
    last = max(ended, default=None)
    later = [step for step in steps if last is not None and _resumes(step, last)]
    return max((step.status for step in later or steps), key=LADDER.index)


def _resumes(step: Step, ended: str) -> bool:
    held = step.date or ""
    return step.status is not Status.CANCELLED and bool(ended) and held > ended and not held.startswith(ended)


def _step(entry: Entry) -> Step:
    return Step(entry.claim.stance.status, entry.claim.date, entry.published, entry.ref)


def _place(step: Step) -> tuple[object, ...]:
    return step.when or "", _rung(step), step.date or "", step.claim


def _rung(step: Step) -> int:
    return LADDER.index(step.status)
