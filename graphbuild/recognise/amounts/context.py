"""What a draft borrows from its neighbours: a currency left out, whose cents, the scale of "contre 728"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from graphbuild.recognise.amounts.drafts import Draft, stands_for_sum
from graphbuild.recognise.amounts.readings import LARGE, Reading
from graphbuild.recognise.amounts.scene import (
    Scene,
    continues,
    is_anaphoric,
    is_parallel,
    speaks_of_money,
    speaks_of_things,
    takes_up,
)

HUGE = Decimal(10) ** 9  # what is counted in such numbers, and not named, is money
NEARBY = 60  # tokens over which a million that nothing calls money still borrows
ALIKE = Decimal(100)  # a bare number that takes up a sum is at most so many times larger or smaller


@dataclass(slots=True)
class Neighbours:
    """Indexes of the readings that may lend, for readers of the article and (True) of page chrome."""

    lender: dict[bool, int | None] = field(default_factory=lambda: {False: None, True: None})
    said: dict[bool, int | None] = field(default_factory=lambda: {False: None, True: None})

    def pass_by(self, i: int, reading: Reading) -> None:
        for chrome in (True,) if reading.chrome else (True, False):
            if reading.lends:
                self.lender[chrome] = i
            if reading.lends or reading.counted:
                self.said[chrome] = i


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each currency is named outside conversions, and the first amount in the commonest."""

    counts: Counter[str | None]
    first: int | None

    def is_stray(self, reading: Reading) -> bool:
        """Whether the currency is named there only, in an article whose own is another."""
        return self.counts[reading.unit] == 1 < max(self.counts.values())


def settle(readings: Sequence[Reading], scene: Scene) -> list[Reading]:
    """The readings with what they borrow; those whose ``unit`` stays None are no amounts. Linear."""
    found = _hundredths(readings)
    following = _following(found)
    usage = {chrome: _usage(found, chrome=chrome) for chrome in (False, True)}
    past = Neighbours()
    for i, reading in enumerate(found):
        if reading.unit is None and not (
            reading.refused or reading.counted or reading.draft.operand.currency
        ):
            found[i] = _borrow(i, found, past, (following[i], usage[reading.chrome]), scene)
        past.pass_by(i, found[i])
    return found


def _following(readings: Sequence[Reading]) -> list[int | None]:
    """For each reading, the next one that may lend to it."""
    result: list[int | None] = [None] * len(readings)
    ahead = Neighbours()
    for i in range(len(readings) - 1, -1, -1):
        result[i] = ahead.lender[readings[i].chrome]
        ahead.pass_by(i, readings[i])
    return result


def _usage(readings: Sequence[Reading], *, chrome: bool) -> Usage:
    lenders = [i for i, r in enumerate(readings) if r.lends and (chrome or not r.chrome)]
    counts = Counter(readings[i].unit for i in lenders)
    return Usage(counts, max(lenders, key=lambda i: (counts[readings[i].unit], -i), default=None))


def _hundredths(readings: Sequence[Reading]) -> list[Reading]:
    """Cents and pence are of the nearest amount's currency, else of their default."""
    following, past, found = _following(readings), Neighbours(), []
    for i, reading in enumerate(readings):
        currency = reading.draft.operand.currency
        if currency is None or currency.codes or reading.refused:
            found.append(reading)
        else:
            near = [k for k in (following[i], past.lender[reading.chrome]) if k is not None]
            lender = min(near, key=lambda k: abs(k - i), default=None)
            unit = currency.default if lender is None else readings[lender].unit
            found.append(replace(reading, unit=unit, money=True))
        past.pass_by(i, reading)
    return found


def _borrow(
    i: int, readings: Sequence[Reading], past: Neighbours, ahead: tuple[int | None, Usage], scene: Scene
) -> Reading:
    """A number with a large scale borrows a currency; a bare one that takes a sum up, its scale too."""
    reading = readings[i]
    draft = reading.draft
    if draft.quantity.scale >= LARGE or (draft.high and draft.high.quantity.scale >= LARGE):
        lender = _lender(i, readings, past, ahead, scene)
        if lender is not None:
            return replace(reading, unit=readings[lender].unit, money=True)
        return reading if past.lender[reading.chrome] is not None else _at_home(reading, past, scene)
    before = past.said[reading.chrome]
    if before is not None and _goes_on(readings[before].draft, draft, scene, adjacent=before == i - 1):
        return _taking_up(reading, readings[before])
    return reading


def _goes_on(before: Draft, draft: Draft, scene: Scene, *, adjacent: bool) -> bool:
    """Whether a bare number takes up the sum before: "contre 728"; "en", of the last sentence's too."""
    if scene.same_sentence(before.start, draft.start):
        linked = adjacent and (continues(before, draft, scene) or is_parallel(before, draft, scene))
        return linked or takes_up(draft, scene)
    following = scene.next_sentence(before.start, draft.start)
    return following and stands_for_sum(scene.tokens, draft.start, scene.lexicon) and takes_up(draft, scene)


def _taking_up(reading: Reading, before: Reading) -> Reading:
    """Lend currency and scale of the sum before to "contre 728", if that makes sums of one size."""
    currency = before.draft.operand.currency
    if currency is not None and currency.share != 1:
        return reading  # a price in cents is another matter
    scale = before.draft.quantity.scale * before.scale
    whole = reading.draft.quantity.value * scale
    if not before.lends or not before.value / ALIKE <= whole <= before.value * ALIKE:
        scale, whole = Decimal(1), reading.draft.quantity.value
    if not before.lends or not before.value / ALIKE <= whole <= before.value * ALIKE:
        return reading
    return replace(reading, unit=before.unit, money=True, scale=scale)


def _lender(
    i: int, readings: Sequence[Reading], past: Neighbours, ahead: tuple[int | None, Usage], scene: Scene
) -> int | None:
    """The neighbour before in the sentence, else after it there, else before, else the usual currency."""
    reading, (following, usage) = readings[i], ahead
    start, said, lender = reading.draft.start, past.said[reading.chrome], past.lender[reading.chrome]
    money = speaks_of_money(reading.draft, scene)
    if said is not None and readings[said].counted:
        if is_anaphoric(reading.draft, scene) or not money:
            return None
    elif said is not None and scene.same_sentence(readings[said].draft.start, start):
        return said
    if following is not None and scene.same_sentence(readings[following].draft.start, start):
        return following
    if not money and (lender is None or speaks_of_things(reading.draft, scene)):
        return None
    if not money and lender is not None and reading.draft.quantity.scale < HUGE:
        return lender if start - readings[lender].draft.end <= NEARBY else None
    return usage.first if lender is None or usage.is_stray(readings[lender]) else lender


def _at_home(reading: Reading, past: Neighbours, scene: Scene) -> Reading:
    """An article that names no currency speaks of its readers' own, if it speaks of budgets and debts."""
    home, draft = scene.lexicon.home, reading.draft
    said = past.said[reading.chrome]
    if home is None or (said is not None and is_anaphoric(draft, scene)):
        return reading
    if not speaks_of_money(draft, scene, strictly=True) or speaks_of_things(draft, scene):
        return reading
    return replace(reading, unit=home, money=True)
