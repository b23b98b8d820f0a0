"""Whether two amounts can both hold: bounds, ranges, rounding and about."""

from decimal import Decimal
from enum import Enum

from graphbuild.ledger.nouns import Money
from graphbuild.model import PHYSICAL_CAPITALS, Comparator

ABOUT = Decimal("0.05")  # "environ 5" and 5.1
ROUNDED = Decimal("0.02")  # 3.57 and 3.6, both written as exact
NEAR = Decimal("1.25")  # "plus de 100" is said of 109 and of 125, hardly of 400
MOST_FIGURES = 15  # a coarse number has fewer
FAR = 10  # more than this many times as much is another measure, not another figure for it


class Verdict(Enum):
    """How two amounts stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    MIXED_UP = "mixed up"  # the same number in two currencies
    APART = "apart"  # nothing can be said: other units, far too different, or a bound far off


def compare(one: Money, other: Money) -> Verdict:
    """Say whether both can hold.

    >>> compare(Money(Decimal(100), "EUR", Comparator.MORE), Money(Decimal(109), "EUR")).value
    'agree'
    """
    if one.unit != other.unit:
        same = one.value == other.value and one.max_value == other.max_value
        return Verdict.MIXED_UP if same and _is_currency(one) and _is_currency(other) else Verdict.APART
    low, high = sorted((abs(one.value), abs(other.value)))
    if _intersect(one, other):
        ranged = Comparator.RANGE in {one.comparator, other.comparator}
        return Verdict.AGREE if ranged or high <= NEAR * low else Verdict.APART
    if _rounds(one, other):
        return Verdict.AGREE
    return Verdict.APART if high > FAR * low else Verdict.DIFFER


def precision(money: Money | None) -> int:
    """A rank for sorting: 0 for an exact amount, 1 about, 2 a bound or a range, 3 for none."""
    if money is None:
        return 3
    return {Comparator.EXACT: 0, Comparator.ABOUT: 1}.get(money.comparator, 2)


def _is_currency(money: Money) -> bool:
    return len(money.unit) == 3 and money.unit.isupper() and money.unit not in PHYSICAL_CAPITALS


def _interval(money: Money) -> tuple[Decimal | None, Decimal | None]:
    value = money.value
    margin = abs(value) * ABOUT
    match money.comparator:
        case Comparator.MORE | Comparator.AT_LEAST:
            return value, None
        case Comparator.LESS | Comparator.AT_MOST:
            return None, value
        case Comparator.ABOUT:
            return value - margin, value + margin
        case Comparator.RANGE:
            return value, money.max_value
        case Comparator.EXACT:
            return value, value


def _intersect(one: Money, other: Money) -> bool:
    """Whether some amount satisfies both."""
    (low1, high1), (low2, high2) = _interval(one), _interval(other)
    reaches = low1 is None or high2 is None or low1 <= high2
    return reaches and (low2 is None or high1 is None or low2 <= high1)


def _rounds(one: Money, other: Money) -> bool:
    """Whether one is the other in fewer figures (3.6 for 3.57)."""
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
