"""Nationality adjectives and the countries they mean: "iranien" is Iran's."""

from functools import cache

from babel import Locale

from graphbuild.model import fold
from graphbuild.relate.lexicon import load


@cache
def nations(language: str) -> dict[str, frozenset[str]]:
    """Nationality adjectives to the folded names of their country in either language."""
    locales = [Locale(code) for code in ("fr", "en")]
    table: dict[str, frozenset[str]] = {}
    for code, adjectives in load("names/demonyms.toml").items():
        names = frozenset(fold(locale.territories[code]) for locale in locales if code in locale.territories)
        table |= {word.lower(): names for word in adjectives.get(language, "").split()}
    return table
