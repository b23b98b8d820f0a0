"""Whether two amounts can both hold: bounds, ranges, rounding and about."""

from decimal import Decimal
from enum import Enum

from graphbuild.ledger.nouns import Money
from graphbuild.ledger.rates import Rate, fresh
from graphbuild.model import Comparator

ABOUT = Decimal("0.05")  # "environ 5" and 5.1
ROUNDED = Decimal("0.02")  # 3.57 and 3.6, both written as exact
# An editor's rate is of another day than the bank's: in 99 weeks of 100 since 1999, the euro moved by less
# than this against the dollar, the pound, the franc, the yuan and the yen.
RATE_MARGIN = Decimal("0.05")
PAR = Decimal("0.01")  # at such a rate, the same number in two currencies is the same sum
NEAR = Decimal("1.25")  # "plus de 100" is said of 109 and of 125, hardly of 400
MOST_FIGURES = 15  # a coarse number has fewer
FAR = 10  # more than this many times as much is another measure, not another figure for it


class Verdict(Enum):
    """How two amounts stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    MIXED_UP = "mixed up"  # the same number in two currencies
    APART = "apart"  # nothing can be said: other units, far too different, or a bound far off


def compare(one: Money, other: Money, when: str | None = None) -> Verdict:
    """Say whether both can hold; ``when`` (ISO) is the day whose exchange rate compares two currencies.

    >>> compare(Money(Decimal(100), "EUR", Comparator.MORE), Money(Decimal(109), "EUR")).value
    'agree'
    """
    if one.period != other.period and one.value != other.value:
        return Verdict.APART
    if one.unit != other.unit:
        return (
            _in_two_currencies(one, other, when) if one.is_currency and other.is_currency else Verdict.APART
        )
    low, high = sorted((abs(one.value), abs(other.value)))
    if _intersect(one, other):
        ranged = Comparator.RANGE in {one.comparator, other.comparator}
        return Verdict.AGREE if ranged or high <= NEAR * low else Verdict.APART
    if _rounds(one, other):
        return Verdict.AGREE
    return Verdict.APART if high > FAR * low else Verdict.DIFFER


def _in_two_currencies(one: Money, other: Money, when: str | None) -> Verdict:
    """One sum at the day's rate agrees; the same number at a rate that is not 1 is a slip of the pen."""
    exchange = fresh(one.unit, other.unit, when)
    if one.value == other.value and one.max_value == other.max_value:
        at_par = exchange is not None and abs(exchange.value - 1) <= PAR
        return Verdict.AGREE if at_par else Verdict.MIXED_UP
    if exchange is None:
        return Verdict.APART
    mine = _converted(one, exchange)
    low, high = sorted((abs(mine.value), abs(other.value)))
    if _intersect(mine, other, RATE_MARGIN):
        ranged = Comparator.RANGE in {one.comparator, other.comparator}
        return Verdict.AGREE if ranged or high <= NEAR * low else Verdict.APART
    doubtful = high > FAR * low or _intersect(mine, other, 2 * RATE_MARGIN)
    return Verdict.APART if doubtful else Verdict.DIFFER


def _converted(money: Money, exchange: Rate) -> Money:
    high = exchange.of(money.max_value) if money.max_value is not None else None
    return Money(exchange.of(money.value), exchange.other, money.comparator, high)


def precision(money: Money | None) -> int:
    """A rank for sorting: 0 for an exact amount, 1 about, 2 a bound or a range, 3 for none."""
    if money is None:
        return 3
    return {Comparator.EXACT: 0, Comparator.ABOUT: 1}.get(money.comparator, 2)


def interval(money: Money, margin: Decimal = Decimal(0)) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a written amount can be; None where it says nothing of that end.

    ``margin`` is a share of the value by which an exact figure may be off; "about" has one of its own.
    """
    value = money.value
    about = ABOUT if money.comparator is Comparator.ABOUT else Decimal(0)
    off = abs(value) * max(margin, about)
    match money.comparator:
        case Comparator.MORE | Comparator.AT_LEAST:
            return value - off, None
        case Comparator.LESS | Comparator.AT_MOST:
            return None, value + off
        case Comparator.RANGE:
            high = money.max_value if money.max_value is not None else value
            return value - off, high + off
        case _:
            return value - off, value + off


def _intersect(one: Money, other: Money, margin: Decimal = Decimal(0)) -> bool:
    """Whether some amount satisfies both."""
    if not margin and one.comparator is other.comparator is Comparator.EXACT:
        return one.value == other.value
    (low1, high1), (low2, high2) = interval(one, margin), interval(other)
    reaches = low1 is None or high2 is None or low1 <= high2
    return reaches and (low2 is None or high1 is None or low2 <= high1)


def _rounds(one: Money, other: Money) -> bool:
    """Whether one is the other in fewer figures (3.6 for 3.57)."""
    if abs(one.value - other.value) > max(abs(one.value), abs(other.value)) * ROUNDED:
        return False
    coarse, fine = sorted((one.value, other.value), key=_figures)
    figures = _figures(coarse)
    near = abs(coarse - fine) <= abs(fine) * ROUNDED
    if not fine or not near or figures == _figures(fine) or figures > MOST_FIGURES:
        return False
    step = Decimal(1).scaleb(fine.adjusted() - figures + 1)
    return (fine / step).quantize(Decimal(1)) * step == coarse


def _figures(value: Decimal) -> int:
    """How many significant figures a number is written with (200000000000 has one)."""
    return max(len(value.normalize().as_tuple().digits), 1)
