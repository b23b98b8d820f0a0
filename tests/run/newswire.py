"""Any number of short articles in French and English: what the benchmark and the properties build from.

Names are made of syllables, so that a larger corpus has more bodies as a real one has: a few are in every
other article, most in one or two. The same number gives the same article.
"""

import json
import random
from collections.abc import Iterator

STARTS = ["Ar", "Bel", "Cor", "Dal", "El", "Fen", "Gal", "Hel", "Ister", "Jor", "Kal", "Lum", "Mer", "Nov", "Or", "Per", "Quan", "Ros", "Sol", "Tel", "Ur", "Ver", "Wel", "Xan", "Yl", "Zen"]  # fmt: skip
MIDDLES = ["a", "eo", "ia", "io", "o", "u", "ara", "eli", "ona", "uri"]
ENDS = ["bio", "dyn", "gen", "lis", "met", "nix", "ron", "tec", "via", "xor"]
TOWNS = {"fr": ["Lyon", "Nantes", "Grenoble", "Toulouse", "Lille", "Dresde", "Turin"], "en": ["Leeds", "Dresden", "Turin", "Austin", "Lyon", "Bristol", "Phoenix"]}  # fmt: skip
STATES = {"fr": ["La France", "L’Allemagne", "L’Italie", "L’Espagne", "La Commission européenne"], "en": ["France", "Germany", "Italy", "Spain", "The European Commission"]}  # fmt: skip
PEOPLE = ["Anne Delcourt", "Marc Villiers", "Julia Brandt", "Paolo Ferri", "Susan Whitfield", "Karim Benali"]
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


def article(number: int, *, lines: int = 5) -> dict[str, str]:
    """Article ``number`` as a line of JSON Lines holds it."""
    dice = random.Random(number)  # noqa: S311 - nothing is secret here
    language = ("fr", "en")[number % 2]
    said = [_line(dice, language) for _ in range(lines)]
    day = f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    return {"id": f"wire-{number:05}", "language": language, "published": day, "text": "\n\n".join(said)}


def articles(first: int, last: int) -> Iterator[dict[str, str]]:
    return (article(number) for number in range(first, last))


def feed(first: int, last: int) -> str:
    """Articles ``first`` to ``last`` (not included) as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in articles(first, last))


def _line(dice: random.Random, language: str) -> str:
    return dice.choice(LINES[language]).format(
        a=company(dice),
        b=company(dice),
        n=dice.choice((5, 12, 20, 40, 65, 110, 250, 430, 700)),
        town=dice.choice(TOWNS[language]),
        state=dice.choice(STATES[language]),
        person=dice.choice(PEOPLE),
    )


def company(dice: random.Random) -> str:
    """A name; its rank is drawn so that half of all mentions are of some twenty bodies (Zipf)."""
    rank = min(int(dice.paretovariate(0.6)), 2600)
    start, rest = STARTS[rank % 26], rank // 26
    return start + MIDDLES[rest % 10] + ENDS[(rest // 10 + rank) % 10]
