"""Names that look alike and were kept apart, with the reason: a person may judge otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from graphbuild.model import EntityType, fold
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.names import has_number, identifying, without_numbers
from graphbuild.resolve.nouns import Canonical, Decision
from graphbuild.resolve.records import Record

PART, NUMBER, SPELLING, TYPES = "part", "number", "spelling", "type"
ALIKE = 0.85  # of 1: how alike two spellings look that a person may want to judge
BEGINNING = 4  # letters that names share that are compared by their spelling
NEIGHBOURS = 4  # names after each one, in the alphabet, that it is compared with


def ambiguous(meant: Mapping[Record, Meaning], canonicals: Mapping[str, Canonical]) -> set[Decision]:
    """The refusals that acronyms met: each acronym with each name it may stand for."""
    return {
        Decision(
            type=record.type,
            one=record.name,
            other=canonicals[rival].name,
            merged=False,
            reason=meaning.reason,
            score=meaning.score,
            keys=(canonicals[meaning.node].key, canonicals[rival].key),
        )
        for record, meaning in meant.items()
        for rival in meaning.rivals
        if rival in canonicals
    }


def look_alikes(canonicals: Iterable[Canonical]) -> set[Decision]:
    """Pairs of canonicals whose names are near each other; work grows with the number of names.

    What never leaves its article (a key with ``@``) is nobody's near miss.
    """
    known = sorted((c for c in canonicals if "@" not in c.key), key=lambda canonical: canonical.key)
    return {*_spelled_alike(known), *_numbers(known), *_parts(known), *_types(known)}


def _refuse(one: Canonical, other: Canonical, reason: str) -> Decision:
    first, second = sorted((one, other), key=lambda canonical: (canonical.name, canonical.key))
    score = Levenshtein.normalized_similarity(fold(first.name), fold(second.name))
    return Decision(
        type=one.type,
        one=first.name,
        other=second.name,
        merged=False,
        reason=reason,
        score=round(score, 2),
        keys=(first.key, second.key),
    )


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


def _spelled_alike(known: list[Canonical]) -> Iterator[Decision]:
    """Luc Rémont and Luc Rémond: near each other in the alphabet, and nearly the same letters."""
    alike: dict[tuple[EntityType, str], list[tuple[str, Canonical]]] = defaultdict(list)
    for canonical in known:
        name = identifying(canonical.type, canonical.name)
        alike[canonical.type, name[:BEGINNING]].append((name, canonical))
    for group in alike.values():
        ordered = sorted(group, key=lambda pair: (pair[0], pair[1].key))
        for i, (name, one) in enumerate(ordered):
            for its, other in ordered[i + 1 : i + 1 + NEIGHBOURS]:
                if _is_near(name, its):
                    yield _refuse(one, other, SPELLING)


def _is_near(one: str, other: str) -> bool:
    """Whether two names look alike without one being the beginning of the other or another number."""
    if one == other or other.startswith(f"{one} ") or without_numbers(one) == without_numbers(other):
        return False
    return Levenshtein.normalized_similarity(one, other, score_cutoff=ALIKE) > 0


def _types(known: list[Canonical]) -> Iterator[Decision]:
    same: dict[str, list[Canonical]] = defaultdict(list)
    for canonical in known:
        same[fold(canonical.name)].append(canonical)
    for group in same.values():
        for one, other in pairwise(group):
            if one.type is not other.type:
                yield _refuse(one, other, TYPES)
