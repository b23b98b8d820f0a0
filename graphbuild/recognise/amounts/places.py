"""Which country's pesos, crowns or pounds: the places and peoples that the article names decide."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from graphbuild.recognise.amounts.currencies import territories_of
from graphbuild.recognise.amounts.lexicon import Currency, lexicon

INFLECTION = re.compile(r"(?:nne|ne|e)?s?$")


def decide(currency: Currency, text: str, language: str) -> str | None:
    """The code that the places named in ``text`` (lower case) speak for; None where nothing decides."""
    if len(currency.codes) == 1 and not currency.placed:
        return currency.codes[0]
    votes = {code: _votes(code, text, language) for code in currency.codes}
    best = max(votes.values(), default=0)
    winners = [code for code in currency.codes if votes[code] == best]
    if best == 0:
        return None if currency.placed else currency.default
    return currency.default if currency.default in winners else winners[0]


def _votes(code: str, text: str, language: str) -> int:
    return len(clues(code, language).findall(text))


@cache
def clues(code: str, language: str) -> re.Pattern[str]:
    """Names of the territories that pay with a currency, their cities in CLDR, the adjective of its name."""
    locale = Locale(language)
    words = {re.escape(locale.territories[t].lower()) for t in territories_of(code) if t in locale.territories}
    words |= {re.escape(city) for city in _cities(code, locale)}
    words |= {re.escape(word) for word in lexicon(language).places.get(code, ())}
    words |= {re.escape(INFLECTION.sub("", word)) + r"(?:n?n?e)?s?" for word in lexicon(language).demonyms.get(code, ())}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words)) or '(?!)'})(?!\w)")


def _cities(code: str, locale: Locale) -> list[str]:
    zones = get_global("zone_territories")
    known = set(territories_of(code))
    named = {zone: entry.get("city") for zone, entry in locale.time_zones.items()}
    cities = {named.get(zone) or zone.rsplit("/", 1)[-1].replace("_", " ") for zone, t in zones.items() if t in known}
    return sorted(city.lower() for city in cities if len(city) >= 4)
