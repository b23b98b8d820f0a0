"""Whether two claims say the same thing."""

from graphbuild.ledger import dates
from graphbuild.ledger.amounts import Verdict, compare
from graphbuild.ledger.contributions import one_sum
from graphbuild.ledger.entries import Entry, once
from graphbuild.ledger.history import LADDER
from graphbuild.model import Kind, Status

EXACT_TEXTS = ("measure", "title")
LOOSE_TEXTS = ("purpose", "item")


def same_fact(one: Entry, other: Entry) -> bool:
    """Whether two claims of one sort, polarity and certainty that share a link say one thing."""
    if not _dates_agree(one, other) or texts_clash(one, other):
        return False
    return one_sum(one, other) or (one.claim.kind is other.claim.kind and _one_thing(one, other))


def _one_thing(one: Entry, other: Entry) -> bool:
    """Whether nothing that the one says contradicts the other.

    What an article only describes ("the plant", "une usine") is no contradiction to what another calls it.
    """
    if one.ref.document == other.ref.document:
        return _same_in_one_article(one, other) and not clash(one, other) and _amounts_agree(one, other)
    words = any(_words_differ(one, other, role) for role in EXACT_TEXTS)
    return not words and not _apart(one, other) and _amounts_agree(one, other)


def _apart(one: Entry, other: Entry) -> bool:
    """Whether a role that both fill with names has nothing in common; payers are compared by their purses."""
    if one.purses and other.purses and set(one.purses).isdisjoint(other.purses):
        return True
    roles = {role for entry in (one, other) for role, _ in entry.roles} - {"payer", "authority"}
    named = ((one.named(role), other.named(role)) for role in roles)
    return any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in named)


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
    return _dropped(one, other) or (one.roles == other.roles and _one_sum(one, other))


def _one_sum(one: Entry, other: Entry) -> bool:
    """The same figure again, or the same sum converted in parentheses."""
    if one.claim.amount and other.claim.amount and _converts(one, other):
        return True
    mine, theirs = one.money, other.money
    return (mine and (mine.value, mine.max_value, mine.unit)) == (
        theirs and (theirs.value, theirs.max_value, theirs.unit)
    )


def _converts(one: Entry, other: Entry) -> bool:
    return one.conversion_of == other.claim.amount or other.conversion_of == one.claim.amount


def _dropped(one: Entry, other: Entry) -> bool:
    """Whether one drops, without a figure, what the other promises: "Intel renonce à son usine"."""
    return any(entry.claim.stance.status is Status.CANCELLED and not entry.money for entry in (one, other))


def amounts(one: Entry, other: Entry) -> Verdict:
    """How the amounts of two claims that both have one stand to each other.

    Where both give it in one currency, be it in parentheses, no exchange rate is asked.
    """
    if one.money and other.money and one.money.unit == other.money.unit and not one.also and not other.also:
        return compare(one.money, other.money)
    pairs = [(mine, theirs) for mine in one.sums for theirs in other.sums]
    like = [(mine, theirs) for mine, theirs in pairs if mine.unit == theirs.unit]
    when = day(one, other)
    verdicts = {compare(mine, theirs, when) for mine, theirs in like or pairs[:1]}
    return next((verdict for verdict in Verdict if verdict in verdicts), Verdict.APART)


def day(one: Entry, other: Entry) -> str | None:
    """The day whose exchange rates compare two claims: of the first article, else of what it tells of."""
    published = [entry.published for entry in (one, other) if entry.published]
    told = [entry.claim.date for entry in (one, other) if entry.claim.date]
    return min(published or told, default=None)


def _amounts_agree(one: Entry, other: Entry) -> bool:
    if one.money and other.money:
        return amounts(one, other) is Verdict.AGREE
    return _dropped(one, other) or once(one.claim.kind) or one.money is other.money


def _dates_agree(one: Entry, other: Entry) -> bool:
    """Dates of one status agree; a later rung of the ladder may have a later date, a result may not.

    What was cancelled may be taken up again.
    """
    mine, theirs = one.claim.date, other.claim.date
    if dates.agree(mine, theirs):
        return True
    first, second = sorted((one, other), key=lambda entry: LADDER.index(entry.claim.stance.status))
    moved = first.claim.stance.status is not second.claim.stance.status
    in_order = (first.claim.date or "") <= (second.claim.date or "")
    ended = second.claim.stance.status is Status.CANCELLED
    return moved and (in_order or ended) and one.claim.kind is not Kind.RESULT
