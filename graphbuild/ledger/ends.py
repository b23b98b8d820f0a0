"""Promises that are not kept: "a loan of 600 million will not be paid out" ends the loan, it denies nothing.

A denial answers a report, soon, and says that there never was such a thing. Who says weeks after a promise
that it will not be kept, with its exact sum, tells how it ended.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graphbuild.ledger import dates
from graphbuild.ledger.contributions import one_sum, ties
from graphbuild.ledger.entries import Entry, Link
from graphbuild.ledger.history import LADDER
from graphbuild.model import Certainty, Polarity, Status

PROMISED = frozenset({Status.ANNOUNCED, Status.COMMITTED})


def with_ends(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, in the same order; what says that an earlier promise is not kept is a cancellation."""
    given = list(entries)
    promises: dict[Link, list[Entry]] = defaultdict(list)
    for entry in given:
        stance = entry.claim.stance
        asserted = stance.certainty is Certainty.ASSERTED and stance.polarity is Polarity.POSITIVE
        if asserted and stance.status in PROMISED:
            for tie in ties(entry):
                promises[tie].append(entry)
    return [_ended(entry) if _ends_one(entry, promises) else entry for entry in given]


def _ends_one(entry: Entry, promises: dict[Link, list[Entry]]) -> bool:
    stance = entry.claim.stance
    if stance.polarity is Polarity.POSITIVE or LADDER.index(stance.status) > LADDER.index(Status.COMMITTED):
        return False
    earlier = (promise for tie in ties(entry) for promise in promises.get(tie, ()))
    return any(_is_before(promise, entry) and one_sum(promise, entry) for promise in earlier)


def _is_before(promise: Entry, end: Entry) -> bool:
    """Whether a promise was made before, and too long ago for a denial."""
    known = promise.published and end.published and promise.published < end.published
    return bool(known) and not dates.days_apart(promise.published, end.published, dates.DAYS_STORY)


def _ended(entry: Entry) -> Entry:
    stance = replace(
        entry.claim.stance,
        status=Status.CANCELLED,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.ASSERTED,
    )
    return replace(entry, claim=replace(entry.claim, stance=stance))
