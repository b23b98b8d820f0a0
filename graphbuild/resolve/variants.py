"""The other ways to write a name: what two names must share to be one although they are written otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.data import table
from graphbuild.model import EntityType
from graphbuild.resolve.gazetteer import LANGUAGES, references
from graphbuild.resolve.names import identifying, knowledge, nationalities, plain, spelling

LONGEST_PHRASE = 4  # words of a concept or of a place's name
FEWEST_LETTERS = 6  # of a name that is compared by its sound
ABROAD = frozenset({EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION})  # written by sound


@dataclass(frozen=True, slots=True)
class Variant:
    """What a name shares with other spellings of it, why that makes them one, and how sure that is.

    ``between`` says that it only counts between an article in French and one in English.
    """

    key: str
    reason: str
    score: float
    between: bool


def variants(kind: EntityType, name: str, language: str) -> Iterator[Variant]:
    """The variants of one name in one language; pure, and no two types share any."""
    if concepts := _concepts(kind, name):
        key, free = concepts
        yield Variant(f"{kind}:words:{key}", "same-words", 0.9, not free)
    if kind in ABROAD and (heard := _sound(kind, name, language)):
        reason = "same-sound"
        yield Variant(f"{kind}:sound:{heard}", reason, 0.85, between=True)
    if kind is EntityType.PERSON:
        yield from _of_person(name)


def _of_person(name: str) -> Iterator[Variant]:
    words = identifying(EntityType.PERSON, name).split()
    if len(words) < 2:
        return
    first, *rest = words
    doubled = re.sub(r"([a-z])\1+", r"\1", " ".join((_first_name(first), *rest)))
    yield Variant(f"person:short:{doubled}", "first-name", 0.85, between=False)
    if len(first) > 1 and not any(len(word) == 1 for word in words[-1:]):
        full = [first, *(word for word in rest[:-1] if len(word) > 2), rest[-1]]
        if full != words or len(words) == 2 or words[-1] in SUFFIXES:
            yield Variant(f"person:initials:{' '.join(full)}", "initials", 0.9, between=False)


SUFFIXES = frozenset({"jr", "sr"})


# --- words: "Université de Stanford" is "Stanford University" -------------------------------------


def _concepts(kind: EntityType, name: str) -> tuple[str, bool] | None:
    """The words of a name as concepts, sorted, and whether their order is free in one language too.

    None when nothing in the name is translated or nothing in it is proper to somebody.
    """
    if kind in (EntityType.PERSON, EntityType.PLACE):
        return None
    found, known = [], _phrases()
    words = plain(name)
    while words:
        count = next((n for n in range(LONGEST_PHRASE, 0, -1) if " ".join(words[:n]) in known), 0)
        phrase = " ".join(words[: count or 1])
        found.append(known.get(phrase, nationalities().get(phrase) or f"={phrase}"))
        words = words[count or 1 :]
    kept = sorted(item for item in found if item.removeprefix("=") not in knowledge()["small_words"])
    proper = [item for item in kept if item not in table("identity/words.toml")["concepts"]]
    if len(kept) < 2 or not proper or all(item.startswith("=") for item in kept):
        return None
    return "+".join(kept), any(item in table("identity/words.toml")["free"] for item in kept)


@cache
def _phrases() -> dict[str, str]:
    """What a word or a few mean: a concept, or a place by its public identifier."""
    places = {
        " ".join(plain(name)): reference.id.removeprefix("territory:")
        for reference in references()
        if reference.type is EntityType.PLACE
        for _, name in (*reference.names, *reference.shorts)
    }
    concepts = table("identity/words.toml")["concepts"].items()
    return places | {word: concept for concept, words in concepts for word in words}


# --- sounds: "Tchaïkovski" is "Tchaikovsky" -------------------------------------------------------


def _sound(kind: EntityType, name: str, language: str) -> str | None:
    """A foreign name as it sounds, from how French or English writes it."""
    words = identifying(kind, name).split()
    if language not in LANGUAGES or sum(map(len, words)) < FEWEST_LETTERS:
        return None
    if kind is EntityType.PERSON:
        if len(words) < 2:
            return None
        words[0] = _first_name(words[0])
        words[1:] = [spelling()["sounds"]["particles"].get(word, word) for word in words[1:]]
    return " ".join(_heard(word, language) for word in words)


@cache
def _heard(word: str, language: str) -> str:
    for pattern, sound in (*spelling()["sounds"][language], *spelling()["sounds"]["both"]):
        word = re.sub(pattern, sound, word)
    return re.sub(r"(\w)\1+", r"\1", word) if not word.isdigit() else word


def _first_name(word: str) -> str:
    return _first_names().get(word, word)


@cache
def _first_names() -> dict[str, str]:
    """Each first name with the one that stands for all its forms."""
    stands: dict[str, str] = {}
    for line in spelling()["first_names"]["same"]:
        forms = line.split()
        one = next((stands[form] for form in forms if form in stands), forms[0])
        stands |= dict.fromkeys(forms, one)
    return stands
