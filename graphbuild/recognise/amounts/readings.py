"""What each draft says by itself: money of which currency, a capacity, counted things, or nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.model import Span
from graphbuild.recognise.amounts.counting import is_counted
from graphbuild.recognise.amounts.doubtful import is_doubtful
from graphbuild.recognise.amounts.drafts import Draft
from graphbuild.recognise.amounts.places import Article
from graphbuild.recognise.amounts.scene import Scene, is_refused, is_vetoed, speaks_of_money

LARGE = Decimal(1_000_000)  # a scale word from which a number without a currency may be money
DEAREST = Decimal(100_000)  # no currency is worth so many of another
PAREN_REACH = 10  # tokens between an amount and the bracket that converts it


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft and what it was found to be; no amount while ``unit`` is None."""

    draft: Draft
    unit: str | None = None
    money: bool = False
    counted: bool = False
    refused: bool = False
    chrome: bool = False
    conversion_of: int | None = None  # index of the reading that it converts
    scale: Decimal = Decimal(1)  # borrowed with the currency

    @property
    def lends(self) -> bool:
        """Whether a number without a currency may borrow this one's."""
        return self.money and self.unit is not None and self.conversion_of is None

    @property
    def value(self) -> Decimal:
        return self.draft.operand.value * self.scale


def read_alone(drafts: Sequence[Draft], scene: Scene, chrome: Sequence[Span]) -> list[Reading]:
    """A reading for each draft, without its neighbours, but with the conversions marked."""
    article = Article(scene.tokens.plain.text.lower(), scene.lexicon.language)
    inside = _inside(drafts, scene, sorted(chrome))
    found = [_alone(d, scene, article, chrome=c) for d, c in zip(drafts, inside, strict=True)]
    last: int | None = None
    for i, reading in enumerate(found):
        if not reading.money:
            continue
        if last is not None and _converts(found[last], reading, scene):
            whole = last if found[last].lends else found[last].conversion_of
            found[i] = replace(reading, conversion_of=whole)
        last = i
    return found


def _alone(draft: Draft, scene: Scene, article: Article, *, chrome: bool) -> Reading:
    operand, currency = draft.operand, draft.operand.currency
    reading = Reading(draft, chrome=chrome)
    doubtful = is_doubtful(draft, scene.tokens, scene.lexicon)
    if doubtful or is_refused(draft, scene) or is_vetoed(draft, scene) or operand.value == 0:
        return replace(reading, refused=True)
    if operand.unit:
        return replace(reading, unit=operand.unit)
    if currency is None:
        last = draft.high or operand
        large = last.quantity.scale >= LARGE or operand.quantity.scale >= LARGE
        return replace(reading, counted=large and is_counted(scene.tokens, last.end, scene.lexicon))
    if not currency.codes:
        return reading
    if currency.doubtful and operand.quantity.scale == 1 and operand.quantity.value < 1000:
        return replace(reading, refused=True)
    unit = article.code(currency, scene.tokens[draft.start].start, scene.span(draft.start))
    if unit is None and currency.placed and operand.value >= 1000 and speaks_of_money(draft, scene):
        unit = currency.default
    return replace(reading, unit=unit, money=True)


def _inside(drafts: Sequence[Draft], scene: Scene, chrome: Sequence[Span]) -> list[bool]:
    """Which drafts stand inside page chrome; both are sorted."""
    found, k, plain = [], 0, scene.tokens.plain
    for draft in drafts:
        start = plain.offset(scene.tokens[draft.start].start)
        while k < len(chrome) and chrome[k].end <= start:
            k += 1
        found.append(k < len(chrome) and chrome[k].start <= start)
    return found


def _converts(before: Reading, reading: Reading, scene: Scene) -> bool:
    """Whether it says the amount before in another currency: "(1,5 million d'euros)", ", soit ..."."""
    start, gap = reading.draft.start, reading.draft.start - before.draft.end
    if reading.unit == before.unit or gap > PAREN_REACH or not scene.same_sentence(start, before.draft.start):
        return False
    if not (before.value <= DEAREST * reading.value and reading.value <= DEAREST * before.value):
        return False
    between = [token.word for token in scene.tokens[before.draft.end : start]]
    if before.conversion_of is not None and between in ([";"], [","], ["or"], ["ou"]):
        return True
    return _is_said_again(between, scene)


def _is_said_again(between: list[str], scene: Scene) -> bool:
    """Whether the words between two amounts are a bracket or "soit", and then nothing but a hedge."""
    words, again = scene.lexicon.sets["conversion"], scene.lexicon.sets["again"]
    at = max((n for n, word in enumerate(between) if word in again or word in {"(", "["}), default=None)
    if at is None or not all(word in words for word in between[at + 1 :]):
        return False
    return between[at] not in again or between[at] == "soit" or all(word == "," for word in between[:at])
