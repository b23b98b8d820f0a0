"""The labelled bench of name pairs: reads it, judges each pair, and says what is wrong and why.

    python tests/resolve/bench.py          figures, and the errors of the open half by cause
    python tests/resolve/bench.py --kept   figures, and the errors of both halves

Rules are written with the open half before one's eyes. The kept half says whether they serve others
too: read its errors only when a rule is settled.
"""

import csv
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from naming import article

from graphbuild.model import Claim, EntityType, Form, Kind, Span, Stance, digest, entity_key
from graphbuild.resolve import resolve

FOLDER = Path(__file__).parent / "bench"
VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Side:
    """A name in an article. ``context`` are (what, words): entities, aliases and titles beside it."""

    type: str
    language: str
    name: str
    context: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    verdict: str
    cause: str
    one: Side
    other: Side

    @property
    def kept(self) -> bool:
        return int(digest(f"{self.one.name} {self.other.name} {self.cause}"), 16) % 2 == 1

    def __str__(self) -> str:
        names = " / ".join(f"{side.language} {side.name}" for side in (self.one, self.other))
        around = "".join(
            f" [{what} {words}]" for side in (self.one, self.other) for what, words in side.context
        )
        return f"{self.cause}: {names}{around}"


def pairs() -> list[Pair]:
    return [pair for verdict in VERDICTS for pair in _read(verdict)]


def _read(verdict):
    with (FOLDER / f"{verdict}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        for cause, types, spoken1, name1, spoken2, name2, *context in rows:
            first, _, second = types.partition("/")
            here, there = _contexts(*context)
            one, other = Side(first, spoken1, name1, here), Side(second or first, spoken2, name2, there)
            yield Pair(verdict, cause, one, other)


def _contexts(text=""):
    """ "1: place Paris; title CEO @ Apple || 2: alias UE" -> what is beside the first and the second name."""
    found = {"1": (), "2": ()}
    for part in filter(None, text.split("||")):
        number, _, items = part.strip().partition(": ")
        found[number] = tuple(tuple(item.strip().split(" ", 1)) for item in items.split(";"))
    return found["1"], found["2"]


def extract(side, document_id):
    """The article of one side: its name, what is beside it, and who holds which office."""
    forms = {words: Form.SHORT for what, words in side.context if what == "alias"}
    beside, offices = [], []
    for what, words in side.context:
        if what == "title":
            title, _, body = words.partition(" @ ")
            kind = "place" if body in COUNTRIES else "organization"
            beside.append((kind, body))
            offices.append((title, entity_key(EntityType(kind), body)))
        elif what != "alias":
            beside.append((what, words))
    made = article(document_id, (side.type, side.name, forms), *dict.fromkeys(beside), language=side.language)
    person = entity_key(EntityType(side.type), side.name)
    return replace(made, claims=tuple(_position(person, *office) for office in offices))


COUNTRIES = ("France", "United States", "États-Unis", "United Kingdom", "Royaume-Uni", "Chicago", "Limoges")


def _position(person, title, body):
    roles = (("organization", (body,)), ("person", (person,)))
    return Claim(Kind.POSITION, roles, (("title", title),), None, Stance(), (Span(0, 1),), "bench")


def merged(pair: Pair) -> bool:
    """Whether the two names, each in an article of its own, become one."""
    identities = resolve([extract(pair.one, "one"), extract(pair.other, "two")])
    keys = [entity_key(EntityType(side.type), side.name) for side in (pair.one, pair.other)]
    return identities.entity_of("one", keys[0]) == identities.entity_of("two", keys[1])


@dataclass(frozen=True, slots=True)
class Figures:
    precision: float
    recall: float
    unsure: float  # share of the unsure pairs that were merged
    wrong: tuple[Pair, ...]

    def __str__(self) -> str:
        return f"precision {self.precision:.4f}, recall {self.recall:.4f}, unsure merged {self.unsure:.4f}"


def measure(some: list[Pair]) -> Figures:
    """Pairwise precision and recall of "same", and how many of the unsure were merged all the same."""
    put = {pair: merged(pair) for pair in some}
    count = Counter((pair.verdict, answer) for pair, answer in put.items())
    together, same = count["same", True], count["same", True] + count["same", False]
    unsure = count["unsure", True] + count["unsure", False]
    return Figures(
        precision=together / max(1, together + count["different", True]),
        recall=together / max(1, same),
        unsure=count["unsure", True] / max(1, unsure),
        wrong=tuple(pair for pair, answer in put.items() if answer is not (pair.verdict == "same")),
    )


def main() -> None:
    for kept in (False, True):
        figures = measure([pair for pair in pairs() if pair.kept is kept])
        sys.stdout.write(f"{'kept' if kept else 'open'} half: {figures}\n")
        if not kept or "--kept" in sys.argv:
            for pair in sorted(figures.wrong, key=lambda pair: (pair.verdict, str(pair))):
                what = "not merged" if pair.verdict == "same" else f"merged ({pair.verdict})"
                sys.stdout.write(f"  {what}  {pair}\n")


if __name__ == "__main__":
    main()
