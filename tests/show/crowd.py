"""A made-up economy of any size, for measuring the page: a few hubs, communities, many small names.

It is random with a fixed seed, and shaped like what news gives: names differ a lot in how often
they are named, most facts stay inside a community, most articles state a few facts.
"""

import random
from dataclasses import dataclass

from graphbuild.model import Document
from graphbuild.show.facts import Fact, Statement, Sum, Thing

BASE = "https://w3id.org/graphbuild/id/"
SYLLABLES = [
    "ba",
    "ra",
    "no",
    "vi",
    "tel",
    "lor",
    "men",
    "dis",
    "ka",
    "ru",
    "sol",
    "par",
    "zen",
    "hi",
    "mo",
    "fi",
    "gra",
    "to",
    "lu",
    "per",
    "ny",
    "ax",
    "el",
    "cor",
]
ENDS = {
    "organization": ["Group", "Capital", "SA", "Energy", "Labs", "Bank"],
    "project": ["plant", "data centre", "programme", "campus"],
    "person": ["Martin", "Dubois", "Smith", "Rossi", "Weber"],
    "place": ["-sur-Mer", "ville", " County", "burg"],
}
TYPES = ["organization"] * 11 + ["project"] * 4 + ["place"] * 3 + ["person"] * 3
ROLES = {
    "investment": ("payer", "beneficiary"),
    "grant": ("payer", "beneficiary"),
    "acquisition": ("payer", "target"),
    "contract": ("payer", "beneficiary"),
    "ownership": ("owner", "owned"),
    "supply": ("supplier", "customer"),
    "partnership": ("partner", "partner"),
}
MONEY = {"investment", "grant", "acquisition", "contract"}
STANCES = ["certain"] * 14 + ["planned"] * 3 + ["rumoured"] * 2 + ["cancelled", "denied"]
STATUS = {
    "certain": "announced",
    "planned": "planned",
    "rumoured": "announced",
    "cancelled": "cancelled",
    "denied": "announced",
}


@dataclass(frozen=True, slots=True)
class Crowd:
    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    texts: dict[str, Document]


def crowd(nodes: int, lines: int, *, seed: int = 7, words: int = 60) -> Crowd:
    """``nodes`` entities and ``lines`` facts between them, four facts an article of ``words`` words a fact."""
    dice = random.Random(seed)  # noqa: S311  # made-up names, not a secret
    things = tuple(_thing(dice, i) for i in range(nodes))
    pairs = _pairs(dice, nodes, lines)
    texts: dict[str, Document] = {}
    facts: list[Fact] = []
    for start in range(0, len(pairs), 4):
        key = f"gazette-{start // 4:05}"
        day = f"{2019 + dice.randrange(7)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        text = f"News of the week, number {start // 4}\n\n"
        for number, (a, b) in enumerate(pairs[start : start + 4], start):
            fact, sentence = _fact(dice, number, (things[a], things[b]), key, len(text))
            text += sentence + " " + _filler(dice, words) + "\n\n"
            facts.append(fact)
        texts[key] = Document(
            key, text, "en", f"News of the week, number {start // 4}", day, f"https://gazette.example/{key}"
        )
    return Crowd(things, tuple(_disagreeing(facts)), texts)


def _thing(dice: random.Random, i: int) -> Thing:
    kind = dice.choice(TYPES)
    root = "".join(dice.choice(SYLLABLES) for _ in range(dice.choice([2, 2, 3]))).capitalize()
    end = dice.choice(ENDS[kind])
    name = root + end if end[0] in "-v bu" and kind == "place" else f"{root} {end}"
    return Thing(f"{BASE}entity/{name.lower().replace(' ', '-')}-{i:x}", kind, name)


def _pairs(dice: random.Random, nodes: int, lines: int) -> list[tuple[int, int]]:
    """Most inside a community, some across; a few names in many of them."""
    count = max(1, min(60, nodes // 40))
    homes = [min(count - 1, int(dice.paretovariate(0.9)) - 1) for _ in range(nodes)]
    inside: dict[int, list[int]] = {}
    for node, home in enumerate(homes):
        inside.setdefault(home, []).append(node)
    found: dict[tuple[int, int], None] = {}
    for _ in range(lines * 40):
        if len(found) >= lines:
            break
        a = dice.randrange(nodes)
        pool = inside[homes[a]] if dice.random() < 0.87 else inside[homes[dice.randrange(nodes)]]
        b = pool[min(len(pool) - 1, int((dice.paretovariate(0.7) - 1) * 2))]
        if a != b:
            found[a, b] = None
    return list(found)


def _fact(
    dice: random.Random, number: int, pair: tuple[Thing, Thing], key: str, start: int
) -> tuple[Fact, str]:
    kind, stance = dice.choice([*ROLES, "investment", "investment"]), dice.choice(STANCES)
    size = int(10 ** dice.uniform(5.5, 9.5) if dice.random() < 0.97 else 10 ** dice.uniform(9.5, 11.5))
    unit = dice.choice(["EUR", "EUR", "USD", "GBP"])
    quote = f"{size:,} {unit}"
    money = (Sum(str(size), unit, "=", None, quote),) if kind in MONEY else ()
    sentence = f"{pair[0].label} and {pair[1].label}: {kind}" + (f" of {quote}." if money else ".")
    claim = Statement(
        f"{BASE}claim/{kind}-{number:016x}", key, ((start, start + len(sentence)),), money[0] if money else None,
        STATUS[stance], "negative" if stance == "denied" else "positive", "hedged" if stance == "rumoured" else "asserted",
    )  # fmt: skip
    first, second = ROLES[kind]
    ids = (pair[0].id, pair[1].id)
    roles = ((first, ids),) if first == second else ((first, ids[:1]), (second, ids[1:]))
    return Fact(
        f"{BASE}fact/{kind}-{number:016x}", kind, roles, (), money, STATUS[stance], stance, (claim,)
    ), sentence


def _filler(dice: random.Random, words: int) -> str:
    return " ".join(dice.choice(SYLLABLES) + dice.choice(SYLLABLES) for _ in range(words)) + "."


def _disagreeing(facts: list[Fact]) -> list[Fact]:
    """Every hundredth fact about money contradicts the next one of its kind."""
    from dataclasses import replace  # noqa: PLC0415

    money = [i for i, fact in enumerate(facts) if fact.amounts]
    for here, there in zip(money[::100], money[1::100], strict=False):
        pair = facts[here], facts[there]
        facts[here] = replace(pair[0], conflicts=(pair[1].id,))
        facts[there] = replace(pair[1], conflicts=(pair[0].id,), kind=pair[0].kind, roles=pair[0].roles)
    return facts
