"""The claim that an amount is told as a part of."""

from collections.abc import Sequence

from graphbuild.model import Amount
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.story.links import is_after_colon, is_in_list
from graphbuild.relate.story.shares import composing, goes_on, is_part, origin, takes_from
from graphbuild.relate.story.siblings import GIVEN, fits_in_amount, has_room, last_before
from graphbuild.relate.syntax.portions import is_linked
from graphbuild.relate.syntax.tree import Tree

LAST = 3  # claims back to the whole of another sentence


def whole_of(
    tree: Tree, i: int, led: int | None, drafts: Sequence[Draft], before: Sequence[Draft]
) -> Draft | None:
    """The claim that the amount at a token is a part of; None where it is told as none's.

    ``led`` is the sum that the sentence opens with; ``drafts`` are of this sentence, ``before`` of earlier
    ones.
    """
    amount = tree.amount(i)
    if amount is None:
        return None
    if led is not None and i > led:
        return _opened(tree, led, drafts, before, amount)
    nearest = last_before(drafts, amount)
    if nearest and nearest.whole and _is_listed(tree, nearest, i, amount):
        return nearest.whole if has_room(nearest.whole, amount, drafts) else None
    if is_part(tree, i):
        near = _near(tree, i, amount, drafts, before)
    else:
        near = _above_colon(tree, i, amount, drafts) or _made_up(tree, i, amount, [*before, *drafts])
    return near if near and fits_in_amount(amount, near) else None


def _above_colon(tree: Tree, i: int, amount: Amount, drafts: Sequence[Draft]) -> Draft | None:
    """The sum that a colon unfolds: "A de subventions ont été votés : X touchera B, Y C"."""
    own = next((d for d in drafts if d.amount is not None and d.amount.span == amount.span), None)
    above = [d for d in drafts if d.amount and d.amount.span < amount.span and is_after_colon(tree, d, i)]
    if own is None or len(above) != 1 or own.kind is not above[0].kind or own.kind not in GIVEN:
        return None
    larger = above[0].amount is not None and above[0].amount.value > amount.value
    return above[0] if larger and has_room(above[0], amount, drafts) else None


def _made_up(tree: Tree, i: int, amount: Amount, before: Sequence[Draft]) -> Draft | None:
    """The sum just told that others' money makes up: "... 200 milliards. 150 viendraient d'entreprises"."""
    if origin(tree, i) is None:
        return None
    near = [d for d in before if d.kind in GIVEN and d.sentence.block == tree.sentence(i).block]
    larger = [d for d in near[-LAST:] if d.amount != amount and fits_in_amount(amount, d)]
    return larger[-1] if larger and larger[-1].whole is None else None


def _is_listed(tree: Tree, nearest: Draft, i: int, amount: Amount) -> bool:
    """Whether an amount goes on with the parts of a whole: "dont A pour X et B pour Y"."""
    return goes_on(tree, i) and (takes_from(tree, i) or is_in_list(tree, nearest, i, amount))


def _near(
    tree: Tree, i: int, amount: Amount, drafts: Sequence[Draft], before: Sequence[Draft]
) -> Draft | None:
    """The claim before an amount in its sentence, or else before that: a part stands for its whole."""
    verb = composing(tree, i)
    start = tree.tokens[verb].span.start if verb is not None else amount.span.start
    here = [d for d in drafts if d.amount and d.amount.span.start < start]
    nearest = last_before(here, amount)
    if nearest is None and not is_linked(tree, i):
        nearest = last_before([d for d in before if d.amount][-LAST:], amount)
    if nearest is None or nearest.amount is None:
        return None
    return nearest.whole if is_part(tree, tree.token_of(nearest.amount)) else nearest


def _opened(
    tree: Tree, led: int, drafts: Sequence[Draft], before: Sequence[Draft], amount: Amount
) -> Draft | None:
    """The claim of the sum that a sentence opens with: the last with that sum, or the last larger one."""
    total = tree.amount(led)
    for d in reversed([*before, *(d for d in drafts if d.head <= led)]):
        if d.amount is None or not fits_in_amount(amount, d):
            continue
        if total is None or (d.amount.value, d.amount.unit) == (total.value, total.unit):
            return d
    return None
