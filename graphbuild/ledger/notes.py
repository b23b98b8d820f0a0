"""Conflicts put into words, in English and in French."""

from decimal import Decimal
from typing import Any

from graphbuild.data import table
from graphbuild.ledger.nouns import Money
from graphbuild.model import Comparator

LANGUAGES = ("en", "fr")


def _words() -> dict[str, Any]:
    return table("identity/notes.toml")


def note(reason: str, one: Money | None, other: Money | None) -> tuple[str, str]:
    """The note for a reason ("mixed_up", "differ", "denied"), in English and in French."""
    english, french = (
        _words()[reason][language].format(one=in_words(one, language), other=in_words(other, language))
        for language in LANGUAGES
    )
    return english, french


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
    return f"{hedge}{text} {money.unit}"


def _number(value: Decimal, language: str) -> str:
    for power, word in _words()["scales"][language]:
        if abs(value) >= Decimal(10) ** power:
            return f"{_plain(value.scaleb(-power), language)} {word}"
    return _plain(value, language)


def _plain(value: Decimal, language: str) -> str:
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") if language == "fr" else text
