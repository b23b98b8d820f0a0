"""Conflicts put into words, in English and in French."""

from decimal import Decimal
from typing import Any

from graphbuild.data import table
from graphbuild.ledger.nouns import Money
from graphbuild.ledger.rates import Rate, fresh
from graphbuild.model import Comparator

LANGUAGES = ("en", "fr")
PLURAL = 2  # in French, 1,95 is no plural yet
FIGURES = 4  # of a converted sum: it is no more exact than its rate
RATE_FIGURES = 5  # of a rate, as the bank gives them


def _words() -> dict[str, Any]:
    return table("identity/notes.toml")


def note(reason: str, one: Money | None, other: Money | None, when: str | None = None) -> tuple[str, str]:
    """The note for a reason ("mixed_up", "differ", "denied", "one_sum"), in English and in French.

    Of two currencies the note names the reference rate of ``when`` (ISO), if there is one.
    """
    english, french = (
        _words()[reason][language].format(one=in_words(one, language), other=in_words(other, language))
        + _rate(one, other, when, language)
        for language in LANGUAGES
    )
    return english, french


def _rate(one: Money | None, other: Money | None, when: str | None, language: str) -> str:
    """A sentence with the rate that compares two currencies, its day and what the first sum then is."""
    if one is None or other is None or one.unit == other.unit:
        return ""
    exchange = fresh(one.unit, other.unit, when)
    return " " + rate_in_words(exchange, one, language) if exchange else ""


def rate_in_words(exchange: Rate, money: Money, language: str) -> str:
    """An exchange rate with its day, and what a sum is at it.

    >>> from graphbuild.ledger.rates import rate
    >>> rate_in_words(rate("USD", "EUR", "2025-02-10"), Money(Decimal(200000000000), "USD"), "en")
    '200 billion USD are 193.8 billion EUR at the reference rate of 2025-02-10 (1 USD = 0.96899 EUR).'
    """
    converted = exchange.of(money.value)
    return str(_words()["rate"][language]).format(
        sum=in_words(Money(money.value, money.unit), language),
        converted=in_words(Money(rounded(converted, FIGURES), exchange.other), language),
        day=exchange.day.isoformat(),
        rate=_plain(rounded(exchange.value, RATE_FIGURES), language),
        one=exchange.one,
        other=exchange.other,
    )


def rounded(value: Decimal, figures: int) -> Decimal:
    """A number in so many significant figures."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - figures + 1)) if value else value


def in_words(money: Money | None, language: str) -> str:
    """An amount as a reader writes it.

    >>> in_words(Money(Decimal(200000000000), "EUR", Comparator.MORE), "fr")
    'plus de 200 milliards EUR'
    """
    if money is None:
        return ""
    text = _number(money.value, language)
    if money.comparator is Comparator.RANGE and money.max_value is not None:
        text = _words()["range"][language].format(low=text, high=_number(money.max_value, language))
    hedge = _words()["comparators"][language].get(money.comparator, "")
    often = _words()["periods"][language].get(money.period or "", "")
    return f"{hedge}{text} {money.unit}{often}"


def _number(value: Decimal, language: str) -> str:
    for power, word in _words()["scales"][language]:
        if abs(value) >= Decimal(10) ** power:
            number = value.scaleb(-power)
            one = language == "fr" and abs(number) < PLURAL
            return f"{_plain(number, language)} {word.removesuffix('s') if one else word}"
    return _plain(value, language)


def _plain(value: Decimal, language: str) -> str:
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") if language == "fr" else text
