"""From drafts to amounts: which currency is meant where it is shared or left out, and what is no sum at all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.model import Amount, Span
from graphbuild.recognise.amounts.drafts import Draft
from graphbuild.recognise.amounts.places import decide
from graphbuild.recognise.amounts.scene import (
    Scene,
    is_anaphoric,
    is_counted,
    is_refused,
    speaks_of_money,
    takes_up,
)

LARGE = Decimal(1_000_000)  # a scale word from which a number without a currency may be money
PAREN_REACH = 10  # tokens between an amount and the bracket that converts it
LARGEST = Decimal(10) ** 24


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft with what it was found to be: money or a capacity (``unit``), counted things, or nothing yet."""

    draft: Draft
    unit: str | None = None
    money: bool = False
    counted: bool = False
    chrome: bool = False
    conversion_of: int | None = None  # index of the reading that it converts
    scale: Decimal = Decimal(1)  # borrowed with the currency

    @property
    def lends(self) -> bool:
        """Whether a number without a currency may borrow this one's."""
        return self.money and self.unit is not None and self.conversion_of is None


def settle(drafts: Sequence[Draft], scene: Scene, chrome: Sequence[Span]) -> list[Reading]:
    """Readings of all drafts; those whose ``unit`` stays None are no amounts."""
    text = scene.tokens.plain.text.lower()
    readings = [_first(draft, scene, text, chrome) for draft in drafts]
    for i, reading in enumerate(readings):
        readings[i] = replace(reading, conversion_of=_converts(i, readings, scene))
    for settle_one in (_hundredths, _borrow):
        for i in range(len(readings)):
            if readings[i].unit is None:
                readings[i] = settle_one(i, readings, scene)
    return readings


def _first(draft: Draft, scene: Scene, text: str, chrome: Sequence[Span]) -> Reading:
    """What the draft says by itself."""
    operand = draft.operand
    place = Span(scene.tokens[draft.start].start, scene.tokens[draft.end - 1].end)
    reading = Reading(draft, chrome=any(span.contains(place) for span in chrome))
    if is_refused(draft, scene):
        return reading
    if operand.unit:
        return replace(reading, unit=operand.unit)
    currency = operand.currency
    if currency is None:
        large = operand.quantity.scale >= LARGE
        return replace(reading, counted=large and is_counted(draft, scene))
    if not currency.codes:
        return reading
    small = operand.quantity.scale == 1 and operand.quantity.value < 1000
    if currency.doubtful and small:
        return reading
    return replace(reading, unit=decide(currency, text, scene.lexicon.language), money=True)


def _converts(i: int, readings: Sequence[Reading], scene: Scene) -> int | None:
    """The amount before, if this one says it again in another unit: "(1,5 million d'euros)", ", soit ..."."""
    reading, before = readings[i], readings[i - 1] if i else None
    if before is None or not (reading.money and before.money) or reading.unit == before.unit:
        return None
    tokens, start = scene.tokens, reading.draft.start
    if not scene.same_sentence(start, before.draft.start) or start - before.draft.end > PAREN_REACH:
        return None
    between = [tokens[k].word for k in range(before.draft.end, start)]
    words = scene.lexicon.sets["conversion"]
    bracket = next((n for n, word in enumerate(reversed(between)) if word in "(["), None)
    if bracket is not None and all(word in words for word in between[len(between) - bracket :]):
        return before.conversion_of if before.conversion_of is not None else i - 1
    return i - 1 if [word for word in between if word != ","] == ["soit"] else None


def _hundredths(i: int, readings: Sequence[Reading], scene: Scene) -> Reading:
    """Cents and pence are of the nearest amount's currency, else of their default."""
    reading = readings[i]
    currency = reading.draft.operand.currency
    if currency is None or currency.codes or is_refused(reading.draft, scene):
        return reading
    near = sorted((abs(k - i), k < i, k) for k, other in enumerate(readings) if other.lends and _may_lend(other, reading))
    return replace(reading, unit=readings[near[0][2]].unit if near else currency.default, money=True)


def _borrow(i: int, readings: Sequence[Reading], scene: Scene) -> Reading:
    """A number with a large scale, or taken up by "contre", borrows the currency of its neighbour."""
    reading = readings[i]
    draft = reading.draft
    if draft.operand.currency or reading.counted or is_refused(draft, scene):
        return reading
    large = draft.quantity.scale >= LARGE or (draft.high is not None and draft.high.quantity.scale >= LARGE)
    if not large and not takes_up(draft, scene):
        return reading
    donor = _donor(i, readings, scene, bare=not large)
    if donor is None:
        return reading
    scale = Decimal(1) if large else donor.draft.quantity.scale * donor.scale
    return replace(reading, unit=donor.unit, money=True, scale=scale)


def _donor(i: int, readings: Sequence[Reading], scene: Scene, *, bare: bool) -> Reading | None:
    reading = readings[i]
    before = next((r for r in reversed(readings[:i]) if r.counted or (r.lends and _may_lend(r, reading))), None)
    near = before is not None and scene.same_sentence(before.draft.start, reading.draft.start)
    if bare:
        return before if before and near and before.lends and before.draft.quantity.scale > 1 else None
    if before and before.counted and not (speaks_of_money(reading.draft, scene) and not is_anaphoric(reading.draft, scene)):
        return None
    if before and before.lends and near:
        return before
    after = next((r for r in readings[i + 1 :] if r.lends and _may_lend(r, reading)), None)
    if after and scene.same_sentence(after.draft.start, reading.draft.start):
        return after
    lenders = [r for r in readings[:i] if r.lends and _may_lend(r, reading)]
    return lenders[-1] if lenders else _dominant(reading, readings)


def _dominant(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The first amount in the currency that the article uses most."""
    lenders = [r for r in readings if r.lends and _may_lend(r, reading)]
    if not lenders:
        return None
    best = Counter(r.unit for r in lenders).most_common(1)[0][0]
    return next(r for r in lenders if r.unit == best)


def _may_lend(lender: Reading, borrower: Reading) -> bool:
    """Page chrome ("1 € the first month") lends nothing to the article."""
    return borrower.chrome or not lender.chrome


def to_amounts(readings: Sequence[Reading], scene: Scene) -> tuple[Amount, ...]:
    """The readings that are amounts, with spans of the text as given."""
    spans = [_span(reading.draft, scene) for reading in readings]
    return tuple(
        _amount(reading, span, spans[reading.conversion_of] if reading.conversion_of is not None else None)
        for reading, span in zip(readings, spans, strict=True)
        if reading.unit is not None and reading.draft.operand.value * reading.scale < LARGEST
    )


def _span(draft: Draft, scene: Scene) -> Span:
    plain, tokens = scene.tokens.plain, scene.tokens
    return Span(plain.offset(tokens[draft.start].start), plain.offset(tokens[draft.end - 1].end))


def _amount(reading: Reading, span: Span, conversion_of: Span | None) -> Amount:
    draft = reading.draft
    high = draft.high.value if draft.high else None
    value = _plain(draft.operand.value * reading.scale)
    return Amount(span, value, reading.unit or "", draft.comparator, None if high is None else _plain(high), conversion_of)


def _plain(value: Decimal) -> Decimal:
    """Without exponent and trailing zeros, and never minus zero: 200000000000, 7.5."""
    whole = value.quantize(Decimal("0.000001")) if value % 1 else value.to_integral_value()
    return abs(Decimal(f"{whole.normalize():f}"))
