"""Reference rates of the European Central Bank, which come with a library: what a sum is in another currency.

Nothing that an article wrote is replaced by what comes out of here: a converted sum decides whether two
sums can be one, or stands beside them with its rate and the rate's day.
"""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from currency_converter import (  # type: ignore[import-untyped]  # has no type information
    CurrencyConverter,
    RateNotFoundError,
)

REFERENCE = "EUR"
CLOSED = 10  # days: the bank fixes no rates at weekends and on holidays


class Rate(NamedTuple):
    """What one unit of ``one`` is in ``other``, on the day of the rates that it was taken from."""

    one: str
    other: str
    value: Decimal
    day: date

    def of(self, value: Decimal) -> Decimal:
        """``value`` in ``one``, in ``other``."""
        return value * self.value


def rate(one: str, other: str, when: str | None) -> Rate | None:
    """The rate of the last day that had one, on or before ``when`` (ISO: a day, a month or a year).

    A month or a year stands for its middle. After the last day that the library knows, its last rates
    hold on: ``Rate.day`` says so. None for a currency without a rate at that time, and without a date.

    >>> rate("USD", "EUR", "2025-02-10").day.isoformat()
    '2025-02-10'
    """
    day = middle(when)
    if day is None or not {one, other} <= _converter().currencies:
        return None
    day = min(day, *(_converter().bounds[currency].last_date for currency in (one, other)))
    for back in range(CLOSED):
        earlier = day - timedelta(back)
        if (mine := _euro(one, earlier)) and (theirs := _euro(other, earlier)):
            return Rate(one, other, theirs / mine, earlier)
    return None


def fresh(one: str, other: str, when: str | None) -> Rate | None:
    """The rate, where it is of the days that ``when`` speaks of: not for a year, not from before."""
    day, found = middle(when), rate(one, other, when)
    if found is None or day is None or len(when or "") <= len("2025"):
        return None
    return found if (day - found.day).days <= CLOSED else None


def known() -> frozenset[str]:
    """The currencies that have, or had, a rate (ISO 4217)."""
    return frozenset(_converter().currencies)


def middle(when: str | None) -> date | None:
    """The day, or the middle of the month or of the year, that an ISO date names; None for anything else.

    >>> middle("2024-05"), middle("2024")
    (datetime.date(2024, 5, 15), datetime.date(2024, 7, 1))
    """
    text = when or ""
    text += {4: "-07-01", 7: "-15"}.get(len(text), "")
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _euro(currency: str, day: date) -> Decimal | None:
    """How much of the currency one euro is."""
    if currency == REFERENCE:
        return Decimal(1)
    try:
        return Decimal(_converter().convert(1, REFERENCE, currency, date=day))
    except RateNotFoundError:
        return None


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)
