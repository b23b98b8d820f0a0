"""Claims made after the model of another in the same sentence, and what a part takes from its whole."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from graphbuild.model import Amount, Kind, Sentence, Status
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.frames import goal
from graphbuild.relate.stance.reality import Reality
from graphbuild.relate.story.shares import origin, sliced
from graphbuild.relate.syntax.tree import SUBJECTS, Tree

GOAL_ROLES = ("project", "beneficiary", "place")
INHERITED = ("payer", "organization", "authority")
EARNED = frozenset({"revenue", "profit"})
GIVEN = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN})
ROUNDING = Decimal("1.02")  # parts may be rounded up


def sibling(model: Draft, sentence: Sentence, amount: Amount, *, inherit: Iterable[str]) -> Draft:
    """The same claim with another amount; only some roles and the measure are taken over.

    Its ``head`` is negative: it hangs on its amount, not on a predicate. Who joined a round is not who
    joined a part of it.
    """
    inherit = [role for role in inherit if model.kind is not Kind.FUNDRAISING or role != "payer"]
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
    if part.kind == whole.kind and part.kind is not Kind.FUNDRAISING:
        for role in INHERITED:
            if role not in part.roles and role in whole.roles:
                part.fill(role, whole.roles[role], Way("as its whole"))


def as_part(tree: Tree, own: Draft, whole: Draft) -> None:
    """Attach what a frame made of a part: money that is only told where it goes is of its whole's kind.

    As in "un prêt de 10 millions, dont 2 millions seront consacrés à X": that is a loan, too. And what
    "came from China" of a revenue is revenue.
    """
    if whole.kind is Kind.FUNDRAISING and own.texts.get("measure") == "debt" and fits_in(own, whole):
        own.kind, own.texts = Kind.LOAN, {}
        own.roles = {"beneficiary": list(whole.roles.get("beneficiary", []))}
    if fits_in(own, whole) and _only_goes(tree, own, whole):
        if whole.kind in GIVEN:
            own.kind, own.frame = whole.kind, whole.frame
            own.reality = part_reality(own.reality, whole)
            _seat(own)
        elif whole.texts.get("measure") in EARNED:
            own.kind, own.frame, own.rule = whole.kind, whole.frame, whole.rule
            own.texts = {"measure": whole.texts.get("measure", "")}
            own.roles = {"organization": list(whole.roles.get("organization", []))}
    if own.kind in GIVEN and whole.kind in {*GIVEN, Kind.FUNDRAISING}:
        inherit(own, whole)
    attach(own, whole)


def part_reality(told: Reality, whole: Draft) -> Reality:
    """Of what is signed or voted, the parts are too, though they will be paid."""
    agreed = told.status is Status.ANNOUNCED and whole.reality.status is Status.COMMITTED
    return replace(told, status=Status.COMMITTED) if agreed else told


def _only_goes(tree: Tree, own: Draft, whole: Draft) -> bool:
    """Whether a claim only tells where an amount, or a slice of it, goes or comes from."""
    if own.kind not in GIVEN or own.amount is None or own.head < 0:
        return False
    at = sliced(tree, tree.token_of(own.amount))
    subject = tree.tokens[at].dep in SUBJECTS and tree.tokens[at].head == own.head
    told = whole.kind is Kind.RESULT or not own.keys("payer") - whole.keys("payer")
    return subject and (told or origin(tree, at) is not None)


def has_goal(draft: Draft) -> bool:
    return any(draft.roles.get(role) for role in GOAL_ROLES)


def inherit(part: Draft, model: Draft) -> None:
    """A part goes where its whole goes, if it says nothing else."""
    if not has_goal(part):
        for role in GOAL_ROLES:
            part.fill(role, model.roles.get(role, []), Way("as its whole"))


def _seat(draft: Draft) -> None:
    """Put each goal where the draft's kind has it: a place receives a grant, an investment is made there."""
    for role in ("place", "beneficiary", "project"):
        for entity in draft.roles.pop(role, []):
            target = goal(draft.kind, entity.type) or role
            draft.roles.setdefault(target, []).append(entity)


def fits_in(part: Draft, whole: Draft) -> bool:
    """Whether the amount of one may be a part of the other's."""
    return part.amount is not None and fits_in_amount(part.amount, whole)


def fits_in_amount(amount: Amount, whole: Draft) -> bool:
    """Whether an amount may be a part of a claim's."""
    b = whole.amount
    return b is not None and amount.unit == b.unit and amount.value <= (b.max_value or b.value)


def has_room(whole: Draft, amount: Amount, drafts: Iterable[Draft]) -> bool:
    """Whether an amount still fits in beside the parts that a claim has."""
    total = whole.amount
    parts = [d.amount.value for d in drafts if d.whole is whole and d.amount and d.amount.unit == amount.unit]
    return total is not None and sum(parts, amount.value) <= (total.max_value or total.value) * ROUNDING


def nearest_before(drafts: Sequence[Draft], amount: Amount) -> Draft | None:
    """The claim whose amount stands nearest before this one; of a list of parts, their whole."""
    nearest = last_before(drafts, amount)
    return nearest.whole if nearest and nearest.whole and nearest.head < 0 else nearest


def last_before(drafts: Sequence[Draft], amount: Amount) -> Draft | None:
    """The claim whose amount stands nearest before this one."""
    before = [d for d in drafts if d.amount and d.amount.span.end <= amount.span.start]
    return max(before, key=lambda d: d.amount.span if d.amount else amount.span, default=None)
