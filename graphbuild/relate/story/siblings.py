"""Claims made after the model of another in the same sentence, and what a part takes from its whole."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphbuild.model import Amount, Sentence
from graphbuild.relate.drafts.draft import Draft, Way

INHERITED = ("payer", "organization", "authority")


def sibling(model: Draft, sentence: Sentence, amount: Amount, *, inherit: Iterable[str]) -> Draft:
    """The same claim with another amount; only some roles and the measure are taken over.

    Its ``head`` is negative: it hangs on its amount, not on a predicate.
    """
    return replace(
        model,
        sentence=sentence,
        head=-1 - amount.span.start,
        amount=amount,
        roles={role: list(model.roles[role]) for role in inherit if role in model.roles},
        texts={k: v for k, v in model.texts.items() if k == "measure"},
        evidence=[],
        ways=dict(model.ways),
        whole=None,
    )


def attach(part: Draft, whole: Draft | None) -> None:
    """Make one claim a part of another that is no smaller; a part has the payer of its whole."""
    if whole is None or whole is part or not fits_in(part, whole):
        return
    part.whole = whole
    if part.kind == whole.kind:
        for role in INHERITED:
            if role not in part.roles and role in whole.roles:
                part.fill(role, whole.roles[role], Way("as its whole"))


def fits_in(part: Draft, whole: Draft) -> bool:
    """Whether the amount of one may be a part of the other's."""
    a, b = part.amount, whole.amount
    return a is not None and b is not None and a.unit == b.unit and a.value <= (b.max_value or b.value)


def nearest_before(drafts: Sequence[Draft], amount: Amount) -> Draft | None:
    """The claim whose amount stands nearest before this one; of a list of parts, their whole."""
    before = [d for d in drafts if d.amount and d.amount.span.end <= amount.span.start]
    nearest = max(before, key=lambda d: d.amount.span if d.amount else amount.span, default=None)
    return nearest.whole if nearest and nearest.whole and nearest.head < 0 else nearest
