"""Whether a sum must be inside a larger one that another sentence or article tells.

Four ways: the larger is for the same project and does not say what for; the smaller is an instalment of it,
as its sentence says ("a first tranche", "a quarter of"); it is one investor's ticket in a round; nobody in
particular pays it for what somebody invests more in, in one article.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from graphbuild.ledger.agreement import clash, texts_clash
from graphbuild.ledger.contributions import GIVEN, goals
from graphbuild.ledger.entries import Entry, Link
from graphbuild.ledger.nouns import Money
from graphbuild.model import Kind, Status

NARROWER = ("beneficiary", "purpose", "place")  # what a part names and its whole does not
MOST = Decimal("0.75")  # of its whole; a part that is nearly as large may be another figure for all of it

NEAR = 600  # characters between the sentence on a round and the one on who put in how much


def ties(entry: Entry) -> Iterator[Link]:
    """What a part has in common with its whole."""
    if entry.dropped or entry.money is None:
        return
    kind, document = entry.claim.kind, entry.ref.document
    payers, projects = sorted(entry.fillers("payer")), sorted(entry.fillers("project"))
    if kind in GIVEN:
        yield from (("whole", *both) for both in product(payers, projects))
        yield from (("paid", *both) for both in product(entry.purses, (entry.said, *sorted(goals(entry)))))
        yield from (("spent", document, project) for project in projects)
    if kind in {Kind.INVESTMENT, Kind.FUNDRAISING}:
        yield from (("round", *both) for both in product(payers, sorted(entry.fillers("beneficiary"))))
        yield from (("ticket", document, name) for name in sorted(_raising(entry)))


def inside(part: Entry, whole: Entry) -> bool:
    """Whether one claim tells of a part of the other's money."""
    if not any(_less(mine, theirs) for mine in part.sums for theirs in whole.sums):
        return False
    if part.claim.stance.certainty is not whole.claim.stance.certainty:
        return False
    return any(holds(part, whole) for holds in (_narrower, _instalment, _ticket, _spent))


def in_its_article(part: Entry, whole: Entry) -> bool:
    """Whether it is a ticket in the round of its own article: who led it in another one changes nothing."""
    return part.ref.document == whole.ref.document and _ticket(part, whole) and inside(part, whole)


def _less(part: Money, whole: Money) -> bool:
    return (part.unit, part.period) == (whole.unit, whole.period) and part.value <= MOST * whole.value


def _narrower(part: Entry, whole: Entry) -> bool:
    """Whether it is for something that the other leaves open."""
    if clash(part, whole) or texts_clash(part, whole):
        return False
    raised = whole.claim.kind is Kind.FUNDRAISING
    if raised or part.claim.kind is not whole.claim.kind:
        return raised and part.claim.kind is Kind.INVESTMENT and _shared(part, whole, "beneficiary")
    opened = any(part.shares(role) and not whole.shares(role) for role in NARROWER)
    return _shared(part, whole, "project") and opened


def _instalment(part: Entry, whole: Entry) -> bool:
    """Whether it was paid out of what the same purse has promised for nothing else."""
    if "instalment" not in part.cues or part.claim.stance.status is not Status.DONE:
        return False
    given = {part.claim.kind, whole.claim.kind} <= GIVEN
    mine, theirs = goals(part), goals(whole)
    apart = mine and theirs and mine.isdisjoint(theirs)
    return given and not apart and not set(part.purses).isdisjoint(whole.purses)


def _ticket(part: Entry, whole: Entry) -> bool:
    """Whether it is what one investor puts into the round of whom the article is about."""
    if part.claim.kind is not Kind.INVESTMENT or whole.claim.kind is not Kind.FUNDRAISING:
        return False
    known = set(part.purses) <= set(whole.purses) or (not whole.purses and _beside(part, whole))
    return known and bool(part.purses) and not _raising(part).isdisjoint(_raising(whole))


def _beside(one: Entry, other: Entry) -> bool:
    """Whether two claims of one article stand near each other."""
    apart = (a.start - b.start for a, b in product(one.claim.evidence, other.claim.evidence))
    return one.ref.document != other.ref.document or min(map(abs, apart)) <= NEAR


def _spent(part: Entry, whole: Entry) -> bool:
    """Whether it goes, by nobody's hand in particular, to what somebody invests more in."""
    if dict(part.roles).get("payer") or not whole.purses or part.claim.kind is not whole.claim.kind:
        return False
    if part.ref.document != whole.ref.document:
        return False
    return _shared(part, whole, "project") and not clash(part, whole) and not texts_clash(part, whole)


def _raising(entry: Entry) -> frozenset[str]:
    """Who raises the money; of a ticket that does not say for whom, whoever is named around it."""
    if entry.claim.kind is Kind.FUNDRAISING:
        return entry.named("beneficiary")
    return goals(entry) or frozenset(entry.around)


def _shared(one: Entry, other: Entry, role: str) -> bool:
    return not one.fillers(role).isdisjoint(other.fillers(role))
