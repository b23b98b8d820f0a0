"""Whether two claims say the same thing."""

from graphbuild.ledger import dates
from graphbuild.ledger.amounts import Verdict, compare
from graphbuild.ledger.entries import Entry, once
from graphbuild.model import Kind, Status

LADDER = tuple(Status)
EXACT_TEXTS = ("measure", "title")
LOOSE_TEXTS = ("purpose", "item")


def same_fact(one: Entry, other: Entry) -> bool:
    """Whether two claims of one kind, polarity and certainty that share a link say one thing."""
    if one.ref.document == other.ref.document and not _same_in_one_article(one, other):
        return False
    return (
        not clash(one, other)
        and _amounts_agree(one, other)
        and _dates_agree(one, other)
        and not texts_clash(one, other)
    )


def clash(one: Entry, other: Entry) -> bool:
    """Whether a role that both fill has nothing in common, or a measure or title is another one."""
    theirs = dict(other.roles)
    if any(role in theirs and set(keys).isdisjoint(theirs[role]) for role, keys in one.roles):
        return True
    return any(_words_differ(one, other, role) for role in EXACT_TEXTS)


def texts_clash(one: Entry, other: Entry) -> bool:
    """Whether purposes or items of one language have no word in common."""
    return one.language == other.language and any(_words_differ(one, other, role) for role in LOOSE_TEXTS)


def _words_differ(one: Entry, other: Entry, role: str) -> bool:
    mine, theirs = one.words(role), other.words(role)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _same_in_one_article(one: Entry, other: Entry) -> bool:
    """An article that says a thing twice gives the same parties and the same amount; a part is no whole."""
    parts = one.claim.part_of, other.claim.part_of
    if one.ref.claim in other.wholes or other.ref.claim in one.wholes:
        return False
    if all(parts) and parts[0] != parts[1]:
        return False
    mine, theirs = one.money, other.money
    same_amount = (mine and (mine.value, mine.max_value, mine.unit)) == (
        theirs and (theirs.value, theirs.max_value, theirs.unit)
    )
    return one.roles == other.roles and same_amount


def _amounts_agree(one: Entry, other: Entry) -> bool:
    if one.money and other.money:
        return compare(one.money, other.money) is Verdict.AGREE
    return once(one.claim.kind) or one.money is other.money


def _dates_agree(one: Entry, other: Entry) -> bool:
    """Dates of one status agree; a later rung of the ladder may have a later date, a result may not."""
    mine, theirs = one.claim.date, other.claim.date
    if dates.agree(mine, theirs):
        return True
    first, second = sorted((one, other), key=lambda entry: LADDER.index(entry.claim.stance.status))
    moved = first.claim.stance.status is not second.claim.stance.status
    in_order = (first.claim.date or "") <= (second.claim.date or "")
    return moved and in_order and one.claim.kind is not Kind.RESULT
