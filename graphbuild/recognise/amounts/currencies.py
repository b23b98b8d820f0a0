"""Currency words out of CLDR (babel): every name with and without its country, in singular and plural."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

NOT_A_NAME = re.compile(r"[\d(){}]|^[A-Z]{3}$")
BANK = re.compile(r" \([^)]*\)$")  # whose it is, as in "franc CFA (BCEAO)": no part of the word
NEW = {"nouveau", "nouvelle", "nouveaux", "nouvelles", "new"}


@cache
def current_codes() -> frozenset[str]:
    """The currencies that some territory pays with today."""
    territories = get_global("territory_currencies")
    return frozenset(
        code for rows in territories.values() for code, _, end, tender in rows if tender and end is None
    )


@cache
def territories_of(code: str) -> tuple[str, ...]:
    """The territories that pay with a currency today."""
    rows = get_global("territory_currencies")
    return tuple(
        sorted(t for t, spells in rows.items() if any(c == code and e is None for c, _, e, _ in spells))
    )


@cache
def full_names(language: str) -> dict[str, str]:
    """CLDR's names: "dollars canadiens" → CAD. A current currency goes before an old one."""
    locale = Locale(language)
    codes = sorted(locale.currencies, key=lambda code: (code in current_codes(), code))
    return {name: code for code in codes for name in _names(code, language) if " " in name}


@cache
def heads(language: str) -> dict[str, tuple[str, ...]]:
    """Bare words and the current currencies that share each: "dollars" → (AUD, CAD, ... USD ...)."""
    found: dict[str, set[str]] = {}
    for code in sorted(current_codes()):
        for name in _names(code, language):
            found.setdefault(_head(name, language), set()).add(code)
    return {head: tuple(sorted(codes)) for head, codes in sorted(found.items())}


@cache
def adjectives(code: str, language: str) -> tuple[str, ...]:
    """What CLDR's name says beside the currency word: "suédoise" for SEK."""
    name = get_currency_name(code, 1, locale=language).lower()
    if NOT_A_NAME.search(name):
        return ()
    head = _head(name, language)
    return tuple(word for word in re.findall(r"[^\W\d_]{4,}", name) if word != head and word not in NEW)


def _names(code: str, language: str) -> Iterator[str]:
    for count in (1, 2):
        name = BANK.sub("", get_currency_name(code, count, locale=language))
        if not NOT_A_NAME.search(name):
            yield name.lower()


def _head(name: str, language: str) -> str:
    """French puts the currency first, English last."""
    words = [word for word in name.split() if word not in NEW]
    return words[0] if language == "fr" else words[-1]
