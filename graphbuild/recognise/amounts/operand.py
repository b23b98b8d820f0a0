"""One quantity with its currency or unit: "$450m", "3 milliards d'euros", "50 centimes", "704 MW"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.recognise.amounts.lexicon import Currency, Lexicon
from graphbuild.recognise.amounts.numbers import VULGAR, read_number
from graphbuild.recognise.amounts.quantity import DE, Quantity, read_quantity
from graphbuild.recognise.amounts.tokens import Tokens

DEFINITE = frozenset({"the", "les"})  # "gave the US $5 million"


@dataclass(frozen=True, slots=True)
class Operand:
    """Tokens ``start`` to ``end``. ``currency`` and ``unit`` are None where the text leaves them out."""

    start: int
    end: int
    quantity: Quantity
    currency: Currency | None = None
    unit: str | None = None
    prefixed: bool = False
    cents: Decimal = Decimal(0)
    symbolic: bool = False

    @property
    def value(self) -> Decimal:
        share = self.currency.share if self.currency else Decimal(1)
        return self.quantity.value * share + self.cents

    @property
    def bare_article(self) -> bool:
        """Only "a" or "un", whatever follows."""
        return self.quantity.article and self.quantity.scale == 1

    @property
    def article(self) -> bool:
        """Only "a" or "un", and no currency: no number at all."""
        return self.bare_article and not self.measured

    @property
    def measured(self) -> bool:
        return self.currency is not None or self.unit is not None


def read_operand(
    tokens: Tokens, i: int, lexicon: Lexicon, *, beside_currency: bool = False
) -> Operand | None:
    """The quantity that begins at token i, with the currency or unit beside it if any.

    ``beside_currency``: it ends a range that began with a sign ("$10m-15m"), so a letter is a scale.
    """
    kind = tokens[i].kind
    if kind != "figures":
        found: Operand | None = _prefixed(tokens, i, lexicon) or _symbolic(tokens, i, lexicon)
        if found or (kind == "sign" and tokens[i].raw not in VULGAR):
            return found
    elif tokens.glued(i) and tokens[i - 1].kind in {"word", "figures"}:
        return None  # "A320", "G7"
    quantity = read_quantity(tokens, i, lexicon, beside_currency=beside_currency)
    if quantity is None:
        return None
    return _measured(tokens, Operand(quantity.start, quantity.end, quantity), lexicon)


def _prefixed(tokens: Tokens, i: int, lexicon: Lexicon) -> Operand | None:
    """A sum that begins with its sign: "$5", "US$ 5 billion", "EUR 5m", "MSEK 60"."""
    sign = lexicon.signs.at(tokens, i)
    if sign and _is_prefix(tokens, i, sign[1]):
        quantity = _figures(tokens, sign[1], lexicon, beside_currency=True)
        if quantity is None:
            return None
        return _suffixed(tokens, Operand(i, quantity.end, quantity, sign[0], prefixed=True), lexicon)
    scaled = lexicon.scaled_signs.at(tokens, i)
    quantity = _figures(tokens, i + 1, lexicon, beside_currency=False) if scaled else None
    if scaled is None or quantity is None:
        return None
    scale, currency = scaled[0]
    return Operand(i, quantity.end, replace(quantity, scale=quantity.scale * scale), currency, prefixed=True)


def _figures(tokens: Tokens, i: int, lexicon: Lexicon, *, beside_currency: bool) -> Quantity | None:
    if tokens[i].kind != "figures" and tokens[i].raw not in VULGAR:
        return None
    return read_quantity(tokens, i, lexicon, beside_currency=beside_currency)


def _is_prefix(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the sign is one: "A$5" is Australian, "US $5" American; "A $5 plan" says neither."""
    apart = tokens[i].raw.isupper() and len(tokens[i].raw) > 1 and tokens[i - 1].word not in DEFINITE
    return (apart or all(tokens.glued(k) for k in range(i + 1, j))) and not (
        tokens.glued(i) and tokens[i - 1].kind == "word" and tokens[i].kind == "word"
    )


def _suffixed(tokens: Tokens, operand: Operand, lexicon: Lexicon) -> Operand:
    """Let words say which dollar it is: "$9.99 US dollars", "$5 million USD"."""
    i = operand.end
    found = _currency_at(tokens, i, lexicon) or _after_sign(tokens, i, lexicon)
    if not found or found[0].share != 1 or not found[0].codes:
        return operand
    same = set(found[0].codes) & set(operand.currency.codes if operand.currency else ())
    narrower = operand.currency and operand.currency.codes == ("USD",)
    if not (same or narrower):
        return operand
    keep = operand.currency if same and len(found[0].codes) > 1 else found[0]
    return replace(operand, currency=keep, end=found[1])


def _after_sign(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Currency, int] | None:
    """The dollar of "$2 billion Canadian"; "a $2 billion Canadian pipeline" says nothing of it."""
    found = lexicon.after_sign.at(tokens, i)
    if found is None or (
        tokens[found[1]].kind == "word" and tokens[found[1]].word not in lexicon.sets["goes_on"]
    ):
        return None
    return found


def _measured(tokens: Tokens, operand: Operand, lexicon: Lexicon) -> Operand:
    quantity = operand.quantity
    i = quantity.end + 1 if tokens.hyphen(quantity.end) else quantity.end
    linked = (quantity.scale != 1 or quantity.about) and tokens[i].word in DE
    places = (i + (2 if tokens[i + 1].word == "'" else 1),) if linked else (i,)
    for place in places:
        unit = lexicon.unit_signs.at(tokens, place) or lexicon.units.at(tokens, place)
        if unit:
            return replace(operand, unit=unit[0], end=unit[1])
        scaled = lexicon.scaled_signs.at(tokens, place)
        if scaled:
            quantity = replace(quantity, scale=quantity.scale * scaled[0][0])
            return replace(operand, quantity=quantity, currency=scaled[0][1], end=scaled[1])
        found = _currency_at(tokens, place, lexicon)
        if found:
            whole = replace(operand, currency=found[0], end=found[1])
            whole = _suffixed(tokens, whole, lexicon) if tokens[found[1] - 1].raw == "$" else whole
            return _with_cents(tokens, whole, lexicon)
        pence = (
            tokens[place].raw == "p" and tokens.glued(place) and quantity.figures and lexicon.language == "en"
        )
        if pence and tokens.sterling:
            return replace(operand, currency=Currency(("GBP",), "GBP", Decimal("0.01")), end=place + 1)
    return operand


def _currency_at(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Currency, int] | None:
    name = lexicon.names.at(tokens, i)
    sign = lexicon.signs.at(tokens, i)
    if sign and (not name or sign[1] > name[1]):
        return None if _belongs_to_next(tokens, i, sign[1], lexicon) else sign
    return name


def _belongs_to_next(tokens: Tokens, i: int, j: int, lexicon: Lexicon) -> bool:
    """In "by 2030 $5bn" the sign is the next number's; in "5 € 10" the first one's."""
    if tokens[j].kind != "figures":
        return False
    if tokens.glued(i):
        return False
    return tokens.glued(j) or lexicon.language == "en"


def _with_cents(tokens: Tokens, operand: Operand, lexicon: Lexicon) -> Operand:
    """Add the hundredths: "3 dollars 50 cents", "quatre euros cinquante"."""
    currency, quantity = operand.currency, operand.quantity
    if currency is None or currency.share != 1 or quantity.scale != 1 or quantity.value % 1:
        return operand
    linked = tokens[operand.end].word in lexicon.number_and
    number = read_number(tokens, operand.end + linked, lexicon)
    if number is None or number.article or number.value % 1 or not 0 < number.value < 100:
        return operand
    minor = lexicon.names.at(tokens, number.end)
    if minor and minor[0].share != 1:
        return replace(operand, cents=number.value / 100, end=minor[1])
    closed = tokens[number.end].kind in {"line", "sign"} and tokens[number.end].word not in {
        "%",
        "-",
        "$",
        "€",
        "£",
        "‰",
    }
    if linked or not closed or number.value < 10:
        return operand
    return replace(operand, cents=number.value / 100, end=number.end)


def _symbolic(tokens: Tokens, i: int, lexicon: Lexicon) -> Operand | None:
    """One, for "a symbolic dollar", "l'euro symbolique"."""
    words, one = lexicon.sets["symbolic"], Decimal(1)
    if lexicon.language == "en":
        j = i + 1 if tokens[i].word in lexicon.articles or tokens[i].word in {"one", "the"} else i
        found = lexicon.names.at(tokens, j + 1) if tokens[j].word in words else None
        if found is None:
            return None
        return Operand(i, found[1], Quantity(i, found[1], one), found[0], symbolic=True)
    j = i + 2 if tokens[i + 1].word == "'" else i + 1
    if tokens[i].word not in lexicon.articles and tokens[i].word not in lexicon.sets["definite"]:
        return None
    found = lexicon.names.at(tokens, j)
    if found is None or tokens[found[1]].word not in words:
        return None
    return Operand(i, found[1] + 1, Quantity(i, found[1], one), found[0], symbolic=True)
