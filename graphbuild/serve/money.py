"""How the pages write a sum: small, as the picture does ("> €200bn"), and in full."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import Any, Final

from babel.numbers import format_decimal, get_currency_name, get_currency_symbol, is_currency

from graphbuild.data import table

Amount = Mapping[str, str | None]  # value, high, unit, comparator: see ``near.Around.amount``
SIGNS: Final = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "~ "}
FIGURES: Final = 3  # significant ones of a small sum; six where it has four and more before the point
HARD: Final = "\u00a0"


def small(amount: Amount, language: str) -> str:
    """A sum as small as it goes: "> $200bn", "15–25 Md€", "1 GW"; nothing where it is no number."""
    values = [n for key in ("value", "high") if (n := _number(amount.get(key))) is not None]
    if not values:
        return ""
    unit, words = amount.get("unit") or "", _table(language)["short"]
    scale, by = next(
        ((name, size) for name, size in words["scales"] if is_currency(unit) and abs(values[-1]) >= size),
        ("", 1),
    )
    figures = "–".join(_rounded(value / Decimal(by), language) for value in values)
    sign = get_currency_symbol(unit, locale="en_US") if is_currency(unit) else unit
    pattern = "unit_pattern" if not is_currency(unit) else "code_pattern" if sign == unit else "pattern"
    text = words[pattern].format(sign=sign, number=figures, scale=scale)
    return (SIGNS.get(amount.get("comparator") or "=", "") + " ".join(text.split())).replace(" ", HARD)


def full(amount: Amount, language: str) -> str:
    """A sum in full: "more than 200,000,000,000 US dollars"."""
    values = [n for key in ("value", "high") if (n := _number(amount.get(key))) is not None]
    if not values:
        return ""
    unit = amount.get("unit") or ""
    name = get_currency_name(unit, count=values[-1], locale=language) if is_currency(unit) else unit
    first, last = (
        format_decimal(n, locale=language, decimal_quantization=False) for n in (values[0], values[-1])
    )
    pattern = _table(language)["comparators"].get(amount.get("comparator") or "=", "{amount}")
    return str(pattern.format(amount=first if len(values) > 1 else f"{last} {name}", high=f"{last} {name}"))


def _table(language: str) -> Mapping[str, Any]:
    return table(f"page/words.{language}.toml")


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal(text or "")
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _rounded(number: Decimal, language: str) -> str:
    figures = 2 * FIGURES if abs(number) >= 1000 else FIGURES
    short = Context(prec=figures, rounding=ROUND_HALF_EVEN).plus(number)
    return str(format_decimal(short, locale=language, decimal_quantization=False))
