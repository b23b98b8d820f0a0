"""Parts whose whole stands in another sentence: shares of a bill, tickets of a round, bullets under a total."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import BlockKind, Kind, Sentence
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.syntax.tree import Tree

MONEY = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING})
BILLS = frozenset({"cost", "price", "budget"})
REACH = 12  # sentences from a bullet back to its total


def join_wholes(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Give each share of a bill, and each ticket of a round told in the headline, its whole."""
    for draft in drafts:
        if draft.whole is None and draft.kind in MONEY and draft.amount is not None:
            wholes = [w for w in drafts if w is not draft and w.whole is None and _is_whole(tree, w, draft)]
            draft.whole = min(wholes, key=lambda w: (w.sentence.i, w.head), default=None)


def _is_whole(tree: Tree, whole: Draft, part: Draft) -> bool:
    a, b = part.amount, whole.amount
    if (
        a is None
        or b is None
        or a.unit != b.unit
        or not a.value < b.value
        or whole.sentence.i > part.sentence.i
    ):
        return False
    if part.reality.polarity != whole.reality.polarity:
        return False
    goal = part.keys("project") | part.keys("beneficiary")
    if whole.kind is Kind.RESULT and whole.texts.get("measure") in BILLS:
        return bool(goal & whole.keys("organization"))
    headline = tree.reading.blocks[whole.sentence.block].kind is BlockKind.HEADLINE
    round_ = whole.kind is Kind.FUNDRAISING and headline and bool(whole.keys("beneficiary") & goal)
    return round_ and part.sentence.i - whole.sentence.i <= REACH


def bullet_part(tree: Tree, sentence: Sentence, before: Sequence[Draft]) -> list[Draft]:
    """ "• Hydrogène : au moins 1,9 milliard." under a total: a part of it, for what the label says."""
    if tree.reading.blocks[sentence.block].kind is not BlockKind.BULLET:
        return []
    amounts = [i for i in range(sentence.first, sentence.last) if tree.tokens[i].amount is not None]
    colon = next((i for i in range(sentence.first, sentence.last) if tree.word(i) == ":"), None)
    if not amounts or colon is None or colon > amounts[0] or colon == sentence.first:
        return []
    amount = tree.amount(amounts[0])
    totals = [
        d
        for d in before
        if d.kind in MONEY and d.whole is None and d.amount and sentence.i - d.sentence.i <= REACH
    ]
    total = next(
        (
            d
            for d in reversed(totals)
            if amount and d.amount and d.amount.unit == amount.unit and amount.value < d.amount.value
        ),
        None,
    )
    if total is None:
        return []
    label = tree.text(sentence.first, colon - 1)
    roles = {role: list(found) for role, found in total.roles.items()}
    return [
        replace(
            total,
            sentence=sentence,
            head=-1 - amounts[0],
            amount=amount,
            roles=roles,
            texts={"purpose": label},
            evidence=[],
            whole=total,
        )
    ]
