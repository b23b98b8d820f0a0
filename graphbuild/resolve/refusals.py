"""Names that look alike and were kept apart, with the reason: a person may judge otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from graphbuild.model import EntityType, fold
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.names import has_number, identifying, is_surname, without_numbers
from graphbuild.resolve.nouns import Canonical, Decision
from graphbuild.resolve.records import Record

PART = "one name is the beginning of the other: a part, a subsidiary or a namesake is not the whole"
NUMBER = "the names differ in a number"
SURNAME = "a surname alone does not say which person of another article is meant"
TYPES = "the same name for two types of things"


def ambiguous(meant: Mapping[Record, Meaning], canonicals: Mapping[str, Canonical]) -> set[Decision]:
    """The refusals that acronyms met: each acronym with each name it may stand for."""
    return {
        Decision(
            record.type,
            record.name,
            canonicals[rival].name,
            merged=False,
            reason=meaning.reason,
            score=meaning.score,
        )
        for record, meaning in meant.items()
        for rival in meaning.rivals
        if rival in canonicals
    }


def look_alikes(canonicals: Iterable[Canonical]) -> set[Decision]:
    """Pairs of canonicals whose names are near each other; work grows with the number of names."""
    known = sorted(canonicals, key=lambda canonical: canonical.key)
    return {*_numbers(known), *_parts(known), *_surnames(known), *_types(known)}


def _refuse(one: Canonical, other: Canonical, reason: str) -> Decision:
    first, second = sorted((one.name, other.name))
    score = round(_likeness(fold(first), fold(second)), 2)
    return Decision(one.type, first, second, merged=False, reason=reason, score=score)


def _likeness(one: str, other: str) -> float:
    """1 less the share of letters to change (Levenshtein) to make one name of the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, its in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != its))
    return 1 - row[-1] / max(len(one), len(other))


def _numbers(known: list[Canonical]) -> Iterator[Decision]:
    """France 2030 and France 2025: each with its neighbour in the alphabet, so that work stays linear."""
    alike: dict[tuple[EntityType, str], list[Canonical]] = defaultdict(list)
    for canonical in known:
        if has_number(canonical.name):
            alike[canonical.type, without_numbers(fold(canonical.name))].append(canonical)
    for group in alike.values():
        for one, other in pairwise(group):
            if fold(one.name) != fold(other.name):
                yield _refuse(one, other, NUMBER)


def _parts(known: list[Canonical]) -> Iterator[Decision]:
    """Airbus and Airbus Defence and Space: a name that begins another one of its type."""
    whole = {(c.type, identifying(c.type, c.name)): c for c in known if c.type is not EntityType.PERSON}
    for (kind, name), canonical in whole.items():
        words = name.split()
        for cut in range(1, len(words)):
            if start := whole.get((kind, " ".join(words[:cut]))):
                yield _refuse(start, canonical, PART)


def _surnames(known: list[Canonical]) -> Iterator[Decision]:
    people = [c for c in known if c.type is EntityType.PERSON]
    alone: dict[str, Canonical] = {}
    for canonical in people:
        if is_surname(canonical.name):
            alone.setdefault(fold(canonical.name), canonical)
    for canonical in people:
        words = fold(canonical.name).split()
        for cut in range(1, len(words)):
            if surname := alone.get(" ".join(words[cut:])):
                yield _refuse(surname, canonical, SURNAME)


def _types(known: list[Canonical]) -> Iterator[Decision]:
    same: dict[str, list[Canonical]] = defaultdict(list)
    for canonical in known:
        same[fold(canonical.name)].append(canonical)
    for group in same.values():
        for one, other in pairwise(group):
            if one.type is not other.type:
                yield _refuse(one, other, TYPES)
