"""Parts whose whole stands in another sentence: shares of a bill, bullets under a total."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Amount, BlockKind, Entity, EntityType, Kind, Sentence, Status, fold
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.story.bills import bill_for, round_for
from graphbuild.relate.story.siblings import attach, inherit
from graphbuild.relate.syntax.tree import SUBJECTS, Tree

MONEY = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING})
SPENT = frozenset({Status.COMMITTED, Status.DONE})
OPEN = frozenset({Status.REQUESTED, Status.PLANNED})
NEAR = 3  # sentences from "500 milliards pour X" to "100 milliards tout de suite"
REACH = 12  # sentences from a bullet back to its total


def join_wholes(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Give each share of a bill, and each ticket of a round, its whole."""
    for draft in drafts:
        if draft.whole is None:
            draft.whole = _whole_for(tree, drafts, draft)


def _whole_for(tree: Tree, drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    if draft.kind is Kind.RESULT:
        return sold_by(drafts, draft)
    if draft.kind not in MONEY:
        return None
    if draft.amount is None:
        return shared_out(tree, drafts, draft)
    found = bill_for(drafts, draft) or round_for(tree, drafts, draft)
    return found or _first_whole(tree, drafts, draft)


def sold_by(drafts: Sequence[Draft], part: Draft) -> Draft | None:
    """The revenue of the company, of that of its product, told after it in one paragraph."""
    owners = part.roles.get("organization", [])
    sold = owners and all(e.type is EntityType.PRODUCT for e in owners)
    if not sold or part.amount is None or part.texts.get("measure") != "revenue":
        return None
    same = [d for d in drafts if d.texts == part.texts and d.sentence.block == part.sentence.block]
    larger = [d for d in same if d.sentence.i <= part.sentence.i and _is_larger(d, part.amount)]
    found = [d for d in larger if any(map(_is_company, d.roles.get("organization", [])))]
    return found[-1] if found else None


def _is_company(entity: Entity) -> bool:
    return entity.type is EntityType.ORGANIZATION


def shared_out(tree: Tree, drafts: Sequence[Draft], part: Draft) -> Draft | None:
    """The sum that a share without a figure is of: "12 millions, two-thirds of it borrowed from X"."""
    if part.head < 0:
        return None
    fractions = link_words(tree.language).fractions
    near = [part.head, tree.tokens[part.head].head, *tree.children(part.head, *SUBJECTS)]
    at = next((t for t in near if {tree.tokens[t].lemma, tree.word(t)} & fractions), None)
    if at is None:
        return None
    start = tree.tokens[at].span.start
    here = [d for d in drafts if d.sentence == part.sentence and d.kind in MONEY]
    found = [d for d in here if d.amount and d.amount.span.end <= start]
    return found[-1] if found else None


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
        far = REACH if not whole.keys("payer") and part.reality.status in SPENT else NEAR
        near = part.sentence.i - whole.sentence.i <= far
        return near and bool(part.keys("project") & whole.keys("project"))
    if part.kind is Kind.GRANT and _is_purpose(whole, part):
        goal |= whole.keys("beneficiary")  # "réunit 2 milliards pour son usine"; 650 millions pour l'usine
    headline = tree.reading.blocks[whole.sentence.block].kind is BlockKind.HEADLINE
    is_round = whole.kind is Kind.FUNDRAISING and headline and bool(whole.keys("beneficiary") & goal)
    # A loan that a bank still studies comes on top of a round that is closed.
    is_round = is_round and not (part.kind is Kind.LOAN and part.reality.status in OPEN)
    return is_round and part.sentence.i - whole.sentence.i <= REACH


def _is_purpose(whole: Draft, part: Draft) -> bool:
    """Whether a whole's purpose names what a part goes to."""
    purpose = f" {fold(whole.texts.get('purpose', ''))} "
    return any(f" {fold(e.name)} " in purpose for e in part.roles.get("project", []))


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
