"""Nationality adjectives and the countries they mean: "iranien" is Iran's."""

from functools import cache

from babel import Locale

from graphbuild.data import table
from graphbuild.model import fold


@cache
def nations(language: str) -> dict[str, frozenset[str]]:
    """Nationality adjectives to the folded names of their country in either language."""
    locales = [Locale(code) for code in ("fr", "en")]
    found: dict[str, frozenset[str]] = {}
    for code, adjectives in table("names/demonyms.toml").items():
        names = frozenset(fold(locale.territories[code]) for locale in locales if code in locale.territories)
        found |= {word.lower(): names for word in adjectives.get(language, "").split()}
    return found
