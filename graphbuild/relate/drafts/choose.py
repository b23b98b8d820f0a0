"""Which of several drafts of one predicate, or about one amount, stands."""

from collections.abc import Sequence

from graphbuild.relate.drafts.draft import Draft

STEP_BACK = 3  # of a draft's weight: one role and a text


def choose(drafts: Sequence[Draft]) -> list[Draft]:
    """One claim a predicate, one claim an amount: the fullest; a light verb steps back for a noun."""
    taken: set[object] = set()
    kept = []
    for d in sorted(drafts, key=lambda d: (STEP_BACK * d.frame.light - d.weight, d.head, d.rule)):
        if not _anchors(d) & taken:
            taken |= _anchors(d)
            kept.append(d)
    return sorted(kept, key=lambda d: (d.head, d.rule))


def unsaid(drafts: Sequence[Draft], said: Sequence[Draft]) -> list[Draft]:
    """The drafts whose predicate and amount no said claim has."""
    taken = {anchor for d in said for anchor in _anchors(d)}
    return [d for d in drafts if not _anchors(d) & taken]


def rivals(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that rest on the predicate or the amount of this one."""
    return [d for d in drafts if d is not draft and _anchors(d) & _anchors(draft)]


def _anchors(d: Draft) -> set[object]:
    """What only one claim may rest on: its predicate, its amount."""
    return {d.head, d.amount.span} if d.amount else {d.head}
