"""Parts whose whole stands in another sentence: shares of a bill, bullets under a total."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Amount, BlockKind, Kind, Sentence, Status
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.story.bills import bill_for, round_for
from graphbuild.relate.story.siblings import attach, inherit
from graphbuild.relate.syntax.tree import Tree

MONEY = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING})
OPEN = frozenset({Status.REQUESTED, Status.PLANNED})
NEAR = 3  # sentences from "500 milliards pour X" to "100 milliards tout de suite"
REACH = 12  # sentences from a bullet back to its total


def join_wholes(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Give each share of a bill, and each ticket of a round, its whole."""
    for draft in drafts:
        if draft.whole is None and draft.kind in MONEY and draft.amount is not None:
            whole = bill_for(drafts, draft) or round_for(drafts, draft) or _first_whole(tree, drafts, draft)
            draft.whole = whole


def _first_whole(tree: Tree, drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    wholes = [w for w in drafts if w is not draft and w.whole is None and _is_whole(tree, w, draft)]
    return min(wholes, key=lambda w: (w.sentence.i, w.head), default=None)


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a part takes from a whole that has found its roles by now what it does not say itself.

    A part that says nothing even so is left out.
    """
    for part in drafts:
        if part.whole is not None and part.kind is part.whole.kind:
            inherit(part, part.whole)
            attach(part, part.whole)
    return [d for d in drafts if d.whole is None or any(d.roles.values()) or d.texts]


def _is_whole(tree: Tree, whole: Draft, part: Draft) -> bool:
    if part.amount is None or not _is_larger(whole, part.amount) or whole.sentence.i > part.sentence.i:
        return False
    if part.reality.polarity != whole.reality.polarity:
        return False
    goal = part.keys("project") | part.keys("beneficiary")
    if whole.kind is part.kind is Kind.INVESTMENT and not part.keys("payer"):
        near = part.sentence.i - whole.sentence.i <= NEAR
        return near and bool(part.keys("project") & whole.keys("project"))
    headline = tree.reading.blocks[whole.sentence.block].kind is BlockKind.HEADLINE
    is_round = whole.kind is Kind.FUNDRAISING and headline and bool(whole.keys("beneficiary") & goal)
    # A loan that a bank still studies comes on top of a round that is closed.
    is_round = is_round and not (part.kind is Kind.LOAN and part.reality.status in OPEN)
    return is_round and part.sentence.i - whole.sentence.i <= REACH


def _is_larger(whole: Draft, amount: Amount) -> bool:
    return whole.amount is not None and whole.amount.unit == amount.unit and amount.value < whole.amount.value


def bullet_part(tree: Tree, sentence: Sentence, before: Sequence[Draft]) -> list[Draft]:
    """As in "• Hydrogène : au moins 1,9 milliard." under a total: a part of it, for what the label says."""
    if tree.reading.blocks[sentence.block].kind is not BlockKind.BULLET:
        return []
    tokens = range(sentence.first, sentence.last)
    at = next((i for i in tokens if tree.tokens[i].amount is not None), None)
    colon = next((i for i in tokens if tree.word(i) == ":"), None)
    amount = None if at is None else tree.amount(at)
    if at is None or amount is None or colon is None or not sentence.first < colon <= at:
        return []
    total = _total(sentence, before, amount)
    if total is None:
        return []
    roles = {role: list(found) for role, found in total.roles.items()}
    texts = {"purpose": tree.text(sentence.first, colon - 1)}
    part = replace(total, sentence=sentence, head=-1 - at, amount=amount, roles=roles, texts=texts)
    part.evidence, part.whole, part.ways = [], total, dict(total.ways)
    return [part]


def _total(sentence: Sentence, before: Sequence[Draft], amount: Amount) -> Draft | None:
    """The last claim of money before a bullet that is larger and no part itself."""
    for d in reversed(before):
        near = d.kind in MONEY and d.whole is None and sentence.i - d.sentence.i <= REACH
        if near and _is_larger(d, amount):
            return d
    return None
