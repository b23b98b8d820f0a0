"""Any number of short articles in French and English: what the benchmark and the properties build from.

Names are made of syllables, so that a larger corpus has more bodies as a real one has: a few are in every
other article, most in one or two. The same number gives the same article.

Nine sums and six people are all that there is, so that much hangs together in a few articles. A ``varied``
wire has sums, people, towns and States as a newsroom has: thousands of figures, of which a round one comes often.
"""

import json
import random
from collections.abc import Iterator
from itertools import product

STARTS = ["Ar", "Bel", "Cor", "Dal", "El", "Fen", "Gal", "Hel", "Ister", "Jor", "Kal", "Lum", "Mer", "Nov", "Or", "Per", "Quan", "Ros", "Sol", "Tel", "Ur", "Ver", "Wel", "Xan", "Yl", "Zen"]  # fmt: skip
MIDDLES = ["a", "eo", "ia", "io", "o", "u", "ara", "eli", "ona", "uri"]
ENDS = ["bio", "dyn", "gen", "lis", "met", "nix", "ron", "tec", "via", "xor"]
TOWNS = {"fr": ["Lyon", "Nantes", "Grenoble", "Toulouse", "Lille", "Dresde", "Turin"], "en": ["Leeds", "Dresden", "Turin", "Austin", "Lyon", "Bristol", "Phoenix"]}  # fmt: skip
STATES = {"fr": ["La France", "L’Allemagne", "L’Italie", "L’Espagne", "La Commission européenne"], "en": ["France", "Germany", "Italy", "Spain", "The European Commission"]}  # fmt: skip
PEOPLE = ["Anne Delcourt", "Marc Villiers", "Julia Brandt", "Paolo Ferri", "Susan Whitfield", "Karim Benali"]
SUMS = (5, 12, 20, 40, 65, 110, 250, 430, 700)
MORE_TOWNS = [
    "Bordeaux",
    "Rennes",
    "Rotterdam",
    "Hamburg",
    "Porto",
    "Madrid",
    "Milan",
    "Oslo",
    "Stuttgart",
    "Nice",
]
MORE_STATES = {"fr": ["La Belgique", "Les Pays-Bas", "La Suède", "La Pologne", "Le Canada", "Le Japon", "L’Inde", "La Région Occitanie"], "en": ["Belgium", "The Netherlands", "Sweden", "Poland", "Canada", "Japan", "India", "The World Bank"]}  # fmt: skip
FORENAMES = [
    "Anne",
    "Marc",
    "Julia",
    "Paolo",
    "Susan",
    "Karim",
    "Claire",
    "David",
    "Elena",
    "Thomas",
    "Nadia",
    "Peter",
]
SURNAMES = [start + end for start, end in product(["Del", "Vil", "Bran", "Fer", "Whit", "Ben", "Mar", "Hol", "Kes", "Lan"], ["court", "ston", "delli", "mann", "quez", "ley"])]  # fmt: skip
LINES = {
    "fr": [
        "{a} va investir {n} millions d’euros dans une usine à {town}.",
        "{a} a levé {n} millions d’euros auprès de {b}.",
        "{state} a accordé une subvention de {n} millions d’euros à {a}.",
        "{a} a racheté {b} pour {n} millions d’euros.",
        "Selon {person}, {a} prévoit d’investir {n} millions d’euros dans {b}.",
        "{person} a été nommé directeur général de {a}.",
        "Le chiffre d’affaires de {b} a atteint {n} millions d’euros.",
    ],
    "en": [
        "{a} will invest {n} million euros in a plant in {town}.",
        "{a} raised €{n} million from {b}.",
        "{state} granted €{n} million to {a}.",
        "{a} bought {b} for {n} million euros.",
        "According to {person}, {a} plans to invest {n} million euros in {b}.",
        "{person} was appointed chief executive of {a}.",
        "{b} reported revenue of {n} million euros.",
    ],
}


def article(number: int, *, lines: int = 5, varied: bool = False) -> dict[str, str]:
    """Article ``number`` as a line of JSON Lines holds it."""
    dice = random.Random(number)  # noqa: S311 - nothing is secret here
    language = ("fr", "en")[number % 2]
    drawn = _varied if varied else _alike
    said = [dice.choice(LINES[language]).format(**drawn(dice, language)) for _ in range(lines)]
    day = f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    return {"id": f"wire-{number:05}", "language": language, "published": day, "text": "\n\n".join(said)}


def articles(first: int, last: int, *, varied: bool = False) -> Iterator[dict[str, str]]:
    return (article(number, varied=varied) for number in range(first, last))


def feed(first: int, last: int, *, varied: bool = False) -> str:
    """Articles ``first`` to ``last`` (not included) as JSON Lines."""
    rows = articles(first, last, varied=varied)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _alike(dice: random.Random, language: str) -> dict[str, object]:
    return {
        "a": company(dice),
        "b": company(dice),
        "n": dice.choice(SUMS),
        "town": dice.choice(TOWNS[language]),
        "state": dice.choice(STATES[language]),
        "person": dice.choice(PEOPLE),
    }


def _varied(dice: random.Random, language: str) -> dict[str, object]:
    return {
        "a": company(dice),
        "b": company(dice),
        "n": _figure(dice, language),
        "town": dice.choice(TOWNS[language] + MORE_TOWNS),
        "state": dice.choice(STATES[language] + MORE_STATES[language]),
        "person": f"{dice.choice(FORENAMES)} {dice.choice(SURNAMES)}",
    }


def _figure(dice: random.Random, language: str) -> str:
    """From 1 to 999, the small ones as often as the large; half are written to one or two figures alone."""
    value = 10 ** dice.uniform(0, 3)
    figures = dice.choice((1, 2, 3, 3))
    step = 10 ** max(len(str(int(value))) - figures, -1)
    written = f"{max(round(value / step), 1) * step:.1f}".removesuffix(".0")
    return written.replace(".", ",") if language == "fr" else written


def company(dice: random.Random) -> str:
    """A name; its rank is drawn so that half of all mentions are of some twenty bodies (Zipf)."""
    rank = min(int(dice.paretovariate(0.6)), 2600)
    start, rest = STARTS[rank % 26], rank // 26
    return start + MIDDLES[rest % 10] + ENDS[(rest // 10 + rank) % 10]
