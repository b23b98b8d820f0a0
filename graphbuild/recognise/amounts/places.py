"""Which country's pesos, crowns or pounds: the places and peoples that the article names decide."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from babel import Locale
from babel.core import get_global

from graphbuild.model import Span
from graphbuild.recognise.amounts.currencies import territories_of
from graphbuild.recognise.amounts.lexicon import Currency, lexicon

INFLECTION = re.compile(r"(?:nne|ne|e)?s?$")


@dataclass(frozen=True, slots=True)
class Article:
    """The text in lower case, and where it names the countries of the currencies asked for so far."""

    text: str
    language: str
    named: dict[str, list[int]] = field(default_factory=dict)

    def clues(self, code: str) -> list[int]:
        if code not in self.named:
            self.named[code] = [m.start() for m in clues(code, self.language).finditer(self.text)]
        return self.named[code]

    def code(self, currency: Currency, place: int, sentence: Span) -> str | None:
        """Of the currencies that share a word, the one whose country the sentence names nearest to ``place``.

        Else the one most often named in the article; else the word's default, if it has one.
        """
        if len(currency.codes) == 1 and not currency.placed:
            return currency.codes[0]
        near = {code: _nearest(self.clues(code), place, sentence) for code in currency.codes}
        votes = {
            code: (-near[code], len(self.clues(code)), code == currency.default) for code in currency.codes
        }
        best = max(currency.codes, key=lambda code: votes[code])
        if votes[best][1]:
            return best
        return None if currency.placed else currency.default


def _nearest(places: list[int], place: int, sentence: Span) -> int:
    """Distance to the nearest clue inside the sentence; the same large number where there is none."""
    i = bisect_left(places, place)
    inside = [abs(p - place) for p in places[max(0, i - 1) : i + 1] if sentence.start <= p < sentence.end]
    return min(inside, default=10**9)


@cache
def clues(code: str, language: str) -> re.Pattern[str]:
    """Names of the territories that pay with a currency, their cities in CLDR, the adjective of its name."""
    locale, words = Locale(language), lexicon(language)
    names = {locale.territories[t].lower() for t in territories_of(code) if t in locale.territories}
    plain = sorted(re.escape(name) for name in {*names, *_cities(code, locale), *words.places.get(code, ())})
    stems = sorted(re.escape(INFLECTION.sub("", word)) for word in words.demonyms.get(code, ()))
    inflected = [rf"{stem}(?:n?n?e)?s?" for stem in stems]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*plain, *inflected]) or '(?!)'})(?!\w)")


def _cities(code: str, locale: Locale) -> set[str]:
    """CLDR names the towns that time zones are called after: capitals, mostly."""
    known = set(territories_of(code))
    zones = [zone for zone, territory in get_global("zone_territories").items() if territory in known]
    named = {zone: entry.get("city") for zone, entry in locale.time_zones.items()}
    cities = (named.get(zone) or zone.rsplit("/", 1)[-1].replace("_", " ") for zone in zones)
    return {city.lower() for city in cities if len(city) >= 4}
