"""Who pays what share of a cost, who brings what ticket to a round: in one sentence, or in the next ones."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from graphbuild.model import Certainty, EntityType, Kind, Polarity, Status
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.payers import is_a
from graphbuild.relate.frames import Frame
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.syntax.tree import Tree

BILLS = frozenset({"cost", "price", "budget"})
THINGS = frozenset({EntityType.PROJECT, EntityType.PRODUCT, EntityType.EVENT})
REACH = 4  # tokens from an amount to the noun that says whose money it is
SAME_BLOCK = 5  # sentences from a cost, in its paragraph, to a share of it
ARTICLE = 12  # ... in an article that tells one cost only
TICKETS = 3  # sentences from a round to a ticket of it
GIVEN = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN})
UNPAID = frozenset({Status.CANCELLED, Status.REQUESTED})
PRIVATE = Frame("implicit/share", Kind.INVESTMENT)
PUBLIC = Frame("implicit/public-share", Kind.GRANT)


def is_bill(draft: Draft) -> bool:
    return draft.kind is Kind.RESULT and draft.texts.get("measure") in BILLS


def share_of_bill(tree: Tree, whole: Draft, i: int) -> Draft:
    """The model of a part of a bill whose words say that it is money put in; else the whole itself."""
    words = link_words(tree.language)
    behind = range(i + 1, min(i + 1 + REACH, tree.sentence(i).last))
    if not is_bill(whole) or not any(tree.tokens[t].lemma in words.bill_funds for t in behind):
        return whole
    frame = PUBLIC if any(tree.word(t) in words.public_funds for t in behind) else PRIVATE
    found = whole.roles.get("organization", [])
    things = [e for e in found if e.type in THINGS]
    roles = {"project": things} if things else {"payer": found}
    return replace(whole, kind=frame.kind, rule=frame.rule, frame=frame, texts={}, roles=roles)


def bill_for(drafts: Sequence[Draft], part: Draft) -> Draft | None:
    """The cost that money pays a share of: of its project; or, if it names none, the cost just told.

    What names none then goes to that project.
    """
    if part.kind not in GIVEN or not _pays(part):
        return None
    bills = [d for d in drafts if is_bill(d) and d is not part and _may_hold(d, part)]
    shared = [d for d in bills if any(e.type in THINGS for e in d.roles.get("organization", []))]
    own = [d for d in shared if d.keys("organization") & (part.keys("project") | part.keys("beneficiary"))]
    if own:
        return max(own, key=_latest)
    things = [d for d in bills if all(e.type in THINGS for e in d.roles.get("organization", []))]
    things = [d for d in things if d.roles.get("organization") or _same_unit(d, part)]
    bill = max(things, key=_latest, default=None)
    if bill is None or not _is_open(part) or not _is_meant(bill, things, part):
        return None
    if _has_moved_on(drafts, bill, part):
        return None
    named = [e for e in bill.roles.get("organization", []) if e.named or len(e.name.split()) > 1]
    part.fill("project", named, Way("the cost that it pays"))
    return bill


def _pays(part: Draft) -> bool:
    return part.reality.polarity is Polarity.POSITIVE and part.reality.status is not Status.CANCELLED


def _place(d: Draft) -> int:
    return d.amount.span.start if d.amount else d.sentence.span.start


def _latest(bill: Draft) -> tuple[int, Decimal]:
    """Of two costs of one sentence the larger: what it rose to, not what it was."""
    return bill.sentence.i, bill.amount.value if bill.amount else Decimal(0)


def _may_hold(bill: Draft, part: Draft) -> bool:
    """Whether a cost is told before a sum and is larger; a sum in another currency is not compared."""
    if bill.amount is None or part.amount is None:
        return False
    if not part.amount.is_money or bill.amount.span >= part.amount.span or part.amount.period:
        return False
    return part.amount.unit != bill.amount.unit or part.amount.value < bill.amount.value


def _same_unit(bill: Draft, part: Draft) -> bool:
    return bill.amount is not None and part.amount is not None and bill.amount.unit == part.amount.unit


def _is_open(part: Draft) -> bool:
    """Whether a claim says who pays and leaves open for what; a loan's borrower is not what it is for."""
    goals = ["project", "place", *(["beneficiary"] if part.kind is not Kind.LOAN else [])]
    return bool(part.keys("payer")) and not any(part.roles.get(role) for role in goals) and not part.texts


def _is_meant(bill: Draft, bills: Sequence[Draft], part: Draft) -> bool:
    """Whether a cost is the one in mind: of the same paragraph, or the only one of the article so far."""
    far = part.sentence.i - bill.sentence.i
    if bill.sentence.block == part.sentence.block:
        return far <= SAME_BLOCK
    plain = part.reality.certainty is Certainty.ASSERTED and part.reality.status is not Status.PLANNED
    return (
        plain and far <= ARTICLE and all(d.keys("organization") == bill.keys("organization") for d in bills)
    )


def _has_moved_on(drafts: Sequence[Draft], bill: Draft, part: Draft) -> bool:
    """Whether a paragraph after that of the cost speaks of another thing, up to the sum."""
    between = (d for d in drafts if d is not part and bill.sentence.block < d.sentence.block)
    told = (e for d in between if d.sentence.i <= part.sentence.i for es in d.roles.values() for e in es)
    return any(e.type in THINGS and e.named and e not in bill.roles.get("organization", []) for e in told)


def round_for(tree: Tree, drafts: Sequence[Draft], part: Draft) -> Draft | None:
    """The round or collection that somebody's money is a ticket of: told before, in the same paragraph.

    What names no goal then goes to who raises. Public money, a loan and what is added come on top of a round.
    """
    if part.kind not in GIVEN or part.reality.status in UNPAID or not _pays(part) or not part.keys("payer"):
        return None
    if any(is_a("public", payer) for payer in part.roles["payer"]) or part.kind is Kind.LOAN:
        return None
    sentence = range(part.sentence.first, part.sentence.last)
    if any(tree.tokens[i].lemma in link_words(tree.language).on_top for i in sentence):
        return None
    rounds = [d for d in drafts if d.kind is Kind.FUNDRAISING and _is_round(d, part)]
    found = max(rounds, key=_place, default=None)
    if found is not None and not part.keys("beneficiary") and not part.keys("project"):
        part.fill("beneficiary", found.roles.get("beneficiary", []), Way("the round that it is part of"))
    return found


def _is_round(whole: Draft, part: Draft) -> bool:
    """Whether a round is larger, told just before, and raised by whom the money goes to."""
    a, b = part.amount, whole.amount
    if a is None or b is None or a.unit != b.unit or a.value >= b.value or b.span > a.span:
        return False
    near = whole.sentence.block == part.sentence.block and part.sentence.i - whole.sentence.i <= TICKETS
    goal = part.keys("project") | part.keys("beneficiary")
    if part.kind is Kind.GRANT and part.reality.status is whole.reality.status is Status.DONE:
        return bool(goal & whole.keys("beneficiary"))  # gifts, told one by one
    open_ = part.kind is Kind.INVESTMENT and not goal and not part.keys("place") and not part.texts
    return near and (open_ or bool(goal & whole.keys("beneficiary")))
