"""A number with its scale: "1,5 milliard", "deux millions et demi", "half a billion", "450m"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.numbers import read_number
from graphbuild.recognise.amounts.tokens import Tokens

DE = frozenset({"de", "d"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """``number * scale``, at tokens ``start`` to ``end``. ``scale`` is 1 where none is written.

    ``article``: the number is only "a" or "un". ``about``: "une dizaine". ``year``: four plain figures.
    """

    start: int
    end: int
    number: Decimal
    scale: Decimal = Decimal(1)
    article: bool = False
    about: bool = False
    plain: bool = False
    figures: bool = False

    @property
    def value(self) -> Decimal:
        return self.number * self.scale

    @property
    def year(self) -> bool:
        return self.plain and self.scale == 1 and 1900 <= self.number <= 2100


def read_quantity(tokens: Tokens, i: int, lexicon: Lexicon, *, beside_currency: bool) -> Quantity | None:
    """The quantity that begins at token i; ``beside_currency``: after a sign, where "m" is a scale."""
    found = _fraction(tokens, i, lexicon) or _collective(tokens, i, lexicon) or _definite(tokens, i, lexicon)
    if found:
        return found
    number = read_number(tokens, i, lexicon)
    if number is None:
        return None
    first = Quantity(
        i, number.end, number.value, article=number.article, plain=number.plain, figures=number.figures
    )
    whole = _scaled(tokens, _half(tokens, first, lexicon), lexicon, beside_currency=beside_currency)
    return _sum(tokens, whole, lexicon)


def _half(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """Add the half of what stands before: "two and a half", "deux milliards et demi"."""
    half = lexicon.halves.at(tokens, _skip(tokens, quantity.end))
    if half is None:
        return quantity
    return replace(quantity, number=quantity.number + half[0], end=half[1], article=False)


def _scaled(tokens: Tokens, quantity: Quantity, lexicon: Lexicon, *, beside_currency: bool) -> Quantity:
    """Take the scale words; twice for "mille milliards"."""
    before = quantity
    for _ in range(2):
        i = _skip(tokens, quantity.end)
        if quantity.about and tokens[i].word in DE:
            i += 2 if tokens[i + 1].word == "'" else 1
        found = lexicon.scales.at(tokens, i + (tokens[i].word in lexicon.sets["amid"]))
        if found is None:
            break
        quantity = replace(quantity, scale=quantity.scale * found[0], end=found[1])
    if quantity.scale == 1:
        quantity = _letter(tokens, quantity, lexicon, beside_currency=beside_currency)
    return _half(tokens, quantity, lexicon) if quantity is not before else quantity


def _letter(tokens: Tokens, quantity: Quantity, lexicon: Lexicon, *, beside_currency: bool) -> Quantity:
    """Take a letter as the scale in "450m" after a sign, "5 M€", "850 M d'euros", nowhere else."""
    found = lexicon.scales_letter.at(tokens, _skip(tokens, quantity.end))
    if found is None or not quantity.figures:
        return quantity
    j = found[1]
    near = beside_currency or lexicon.signs.at(tokens, j) or lexicon.names.at(tokens, j)
    if not near and tokens[j].word in DE:
        k = j + (2 if tokens[j + 1].word == "'" else 1)
        near = lexicon.names.at(tokens, k) or lexicon.signs.at(tokens, k)
    return replace(quantity, scale=found[0], end=j) if near else quantity


def _sum(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """Add the smaller number that follows: "1 milliard 200 millions", "deux millions cinq cent mille"."""
    if quantity.scale < 1_000_000 or quantity.end == quantity.start:
        return quantity
    i = quantity.end
    if tokens[i].word in lexicon.number_and and lexicon.language == "en":
        return quantity
    number = read_number(tokens, i, lexicon)
    if number is None or number.article:
        return quantity
    rest = _scaled(tokens, Quantity(i, number.end, number.value), lexicon, beside_currency=False)
    if not 1000 <= rest.value < quantity.scale or number.plain:
        return quantity
    return replace(quantity, number=quantity.number + rest.value / quantity.scale, end=rest.end)


def _fraction(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """A part of a scale: "half a billion", "trois quarts de milliard"."""
    found = lexicon.fractions.at(tokens, i)
    scale = lexicon.scales.at(tokens, _skip(tokens, found[1])) if found else None
    if found is None or scale is None:
        return None
    return Quantity(i, scale[1], found[0], scale[0])


def _collective(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """About so many: "une dizaine de millions"."""
    found = lexicon.collectives.at(tokens, i)
    if found is None:
        return None
    return _scaled(
        tokens, Quantity(i, found[1], Decimal(found[0]), about=True), lexicon, beside_currency=False
    )


def _definite(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """One, for "le milliard d'euros promis"; the plural "les milliards" is vague."""
    if tokens[i].word not in lexicon.sets["definite"]:
        return None
    scale = lexicon.scales.at(tokens, i + 1)
    if scale is None or scale[0] < 1_000_000 or tokens[scale[1] - 1].word.endswith("s"):
        return None
    return Quantity(i + 1, scale[1], Decimal(1), scale[0], article=True)


def _skip(tokens: Tokens, i: int) -> int:
    return i + 1 if tokens.hyphen(i) else i
