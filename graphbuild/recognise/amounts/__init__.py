"""Money and physical capacities in French and English newspaper text, read by a grammar of their own.

Text → ``plain`` (one for one) → ``tokens`` → ``drafts`` (number, scale, currency, hedge, range) →
``readings`` (what each says alone) → ``context`` (what a neighbour lends) → amounts. What the words mean
is in graphbuild/data/amounts and in CLDR. Time grows with the length of the text, whatever is in it.
"""

from collections.abc import Sequence
from decimal import Decimal

from graphbuild.model import Amount, Span
from graphbuild.recognise.amounts.context import settle
from graphbuild.recognise.amounts.drafts import read_drafts
from graphbuild.recognise.amounts.lexicon import lexicon
from graphbuild.recognise.amounts.periods import period
from graphbuild.recognise.amounts.plain import plain
from graphbuild.recognise.amounts.readings import Reading, read_alone
from graphbuild.recognise.amounts.scene import Scene, scene
from graphbuild.recognise.amounts.tokens import Tokens

__all__ = ["find_amounts", "without_verb"]

LARGEST = Decimal(10) ** 24


def find_amounts(text: str, *, language: str, chrome: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """Every amount of ``text``, in order, without overlaps; spans are offsets of ``text`` as given.

    ``language`` is "fr" or "en" (OntologyError otherwise). ``chrome`` are the spans of page chrome: amounts
    in there are found too, but lend no currency to the article.

    >>> [a] = find_amounts("L’UE investira plus de 200 milliards d’euros.", language="fr")
    >>> a.value, a.unit, a.comparator.value
    (Decimal('200000000000'), 'EUR', '>')
    """
    stage = scene(Tokens(plain(text)), lexicon(language))
    readings = settle(read_alone(list(read_drafts(stage.tokens, stage.lexicon)), stage, chrome), stage)
    return tuple(_amount(reading, readings, stage) for reading in readings if _is_amount(reading))


def without_verb(span: Span, text: str, *, language: str) -> Span:
    """An amount's span without a verb that bounds it: of "dépassera 10 milliards" the "10 milliards"."""
    verb, gap, _ = span.of(text).partition(" ")
    bounds = gap and verb.lower() in lexicon(language).sets["bounding_verbs"]
    return Span(span.start + len(verb) + len(gap), span.end) if bounds else span


def _is_amount(reading: Reading) -> bool:
    return reading.unit is not None and reading.value < LARGEST


def _amount(reading: Reading, readings: Sequence[Reading], stage: Scene) -> Amount:
    draft, whole = reading.draft, reading.conversion_of
    return Amount(
        span=_span(reading, stage),
        value=_plain(reading.value),
        unit=reading.unit or "",
        comparator=draft.comparator,
        max_value=_plain(draft.high.value) if draft.high else None,
        conversion_of=None if whole is None else _span(readings[whole], stage),
        period=period(draft.start, draft.end, stage) if reading.money else None,
    )


def _span(reading: Reading, stage: Scene) -> Span:
    text, tokens, draft = stage.tokens.plain, stage.tokens, reading.draft
    return Span(text.offset(tokens[draft.start].start), text.offset(tokens[draft.end - 1].end))


def _plain(value: Decimal) -> Decimal:
    """Without exponent and trailing zeros: 200000000000, 7.5; a millionth is the least."""
    whole = value.quantize(Decimal("0.000001")) if value % 1 else value.to_integral_value()
    return Decimal(f"{whole.normalize():f}")
