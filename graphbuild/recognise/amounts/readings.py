"""What each draft says by itself: money of which currency, a capacity, counted things, or nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from graphbuild.model import Span
from graphbuild.recognise.amounts.drafts import Draft
from graphbuild.recognise.amounts.lexicon import Currency
from graphbuild.recognise.amounts.places import decide
from graphbuild.recognise.amounts.scene import Scene, is_counted, is_refused, is_vetoed, speaks_of_money

LARGE = Decimal(1_000_000)  # a scale word from which a number without a currency may be money
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


@dataclass(frozen=True, slots=True)
class Article:
    """The text in lower case, and the currencies that its places have decided so far."""

    text: str
    language: str
    decided: dict[Currency, str | None] = field(default_factory=dict)

    def code(self, currency: Currency) -> str | None:
        if currency not in self.decided:
            self.decided[currency] = decide(currency, self.text, self.language)
        return self.decided[currency]


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
            found[i] = replace(reading, conversion_of=last if found[last].lends else found[last].conversion_of)
        last = i
    return found


def _alone(draft: Draft, scene: Scene, article: Article, *, chrome: bool) -> Reading:
    operand, currency = draft.operand, draft.operand.currency
    reading = Reading(draft, chrome=chrome)
    if is_refused(draft, scene) or is_vetoed(draft, scene) or operand.value == 0:
        return replace(reading, refused=True)
    if operand.unit:
        return replace(reading, unit=operand.unit)
    if currency is None:
        large = operand.quantity.scale >= LARGE or (draft.high is not None and draft.high.quantity.scale >= LARGE)
        return replace(reading, counted=large and is_counted(draft, scene))
    if not currency.codes:
        return reading
    if currency.doubtful and operand.quantity.scale == 1 and operand.quantity.value < 1000:
        return replace(reading, refused=True)
    unit = article.code(currency)
    if unit is None and currency.placed and operand.quantity.scale >= LARGE and speaks_of_money(draft, scene):
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
    """"(1,5 million d'euros)", ", soit 3 millions de dollars": the amount before, in another currency."""
    tokens, start = scene.tokens, reading.draft.start
    if reading.unit == before.unit or start - before.draft.end > PAREN_REACH:
        return False
    if not scene.same_sentence(start, before.draft.start):
        return False
    between = [tokens[k].word for k in range(before.draft.end, start)]
    words = scene.lexicon.sets["conversion"]
    bracket = max((n for n, word in enumerate(between) if word in {"(", "["}), default=None)
    if bracket is not None:
        return all(word in words for word in between[bracket + 1 :])
    said = [word for word in between if word != ","]
    return bool(said) and said[0] in scene.lexicon.sets["again"] and all(word in words for word in said)
