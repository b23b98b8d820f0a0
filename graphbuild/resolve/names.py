"""Names reduced to what identifies: legal forms, acronyms, numbers, generic words."""

import re
from functools import cache
from typing import Any

from graphbuild.data import table
from graphbuild.model import EntityType, fold

LONGEST_FORM = 4  # words of a legal form ("GmbH & Co. KG")
FEWEST_SPELLED = 2  # an acronym stands for at least two words
MOST_SKIPPED = 2  # significant words that an acronym may leave out (CEA)


def knowledge() -> dict[str, Any]:
    """The word lists of data/identity/names.toml."""
    return table("identity/names.toml")


@cache
def identifying(kind: EntityType, name: str) -> str:
    """A name folded; of an organization without its legal form, of a person without "Sir" or "Mme".

    >>> identifying(EntityType.ORGANIZATION, "Nvidia Corp.")
    'nvidia'
    """
    words = fold(name).split()
    if kind is EntityType.ORGANIZATION:
        while (cut := _legal_form(words)) < len(words) and not is_generic(" ".join(words[:cut])):
            words = words[:cut]
    if kind is EntityType.PERSON:
        while len(words) > 1 and words[0] in knowledge()["honorifics"]:
            words = words[1:]
    return " ".join(words)


def _legal_form(words: list[str]) -> int:
    """Where the legal form at the end of a name begins; never at the first word."""
    for start in range(max(1, len(words) - LONGEST_FORM), len(words)):
        form = " ".join(words[start:])
        if form in knowledge()["legal_forms"]:
            return start
    return len(words)


def is_generic(name: str) -> bool:
    """Whether many bodies of the world bear this name ("État", "ministère de l'Économie")."""
    folded = fold(name)
    starts = tuple(f"{start} " for start in knowledge()["generic_starts"])
    return folded in knowledge()["generic"] or f"{folded} ".startswith(starts)


def is_surname(name: str) -> bool:
    """Whether a person's name is one word beside its particles: Macron, von der Leyen, Mme Lagarde."""
    words = identifying(EntityType.PERSON, name).split()
    return sum(word not in knowledge()["particles"] for word in words) <= 1


def is_acronym(surface: str) -> bool:
    """Whether a surface form looks like an acronym by itself: UE, G7, AT&T, but not Airbus."""
    return bool(re.fullmatch(r"[^\W_][\w&.-]{1,9}", surface)) and sum(c.isupper() for c in surface) >= 2


def spells_out(full: str, short: str) -> bool:
    """Whether ``short`` is made of the first letters of ``full``, small words left out or not.

    >>> spells_out("Commissariat à l'énergie atomique et aux énergies alternatives", "CEA")
    True
    """
    words, letters = fold(full).split(), fold(short).replace(" ", "")
    if len(letters) < FEWEST_SPELLED or len(words) < FEWEST_SPELLED or words[0][0] != letters[0]:
        return False
    left = list(letters)
    skipped = 0
    for word in words:
        if left and word[0] == left[0]:
            left.pop(0)
        elif word not in knowledge()["small_words"]:
            skipped += 1
    return not left and skipped <= MOST_SKIPPED and skipped < len(letters)


def without_numbers(name: str) -> str:
    """A folded name with its numbers blanked: what France 2030 and France 2025 have in common."""
    return re.sub(r"\d+", "#", name)


def has_number(name: str) -> bool:
    return any(c.isdigit() for c in name)
