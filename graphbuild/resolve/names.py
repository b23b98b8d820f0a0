"""Names reduced to what identifies: legal forms, titles, acronyms, numbers, generic words."""

import re
from functools import cache, lru_cache
from typing import Any

from graphbuild.data import table
from graphbuild.model import EntityType, fold

KEPT = 65_536  # names of which is kept what they come to: each is asked for by every article that has it
LONGEST_FORM = 4  # words of a legal form ("GmbH & Co. KG")
LONGEST_TITLE = 2  # words of a title ("prime minister")
FEWEST_SPELLED = 2  # an acronym stands for at least two words
MOST_SKIPPED = 2  # significant words that an acronym may leave out (CEA)
HOLDINGS = frozenset({"holding", "holdings"})
DOMAIN = re.compile(r"(?<=\w)\.(?:com|fr|io|net|org)\b", re.IGNORECASE)


def knowledge() -> dict[str, Any]:
    """The word lists of data/identity/names.toml."""
    return table("identity/names.toml")


def spelling() -> dict[str, Any]:
    """The word lists of data/identity/spelling.toml."""
    return table("identity/spelling.toml")


@cache
def letters() -> dict[int, str]:
    """Letters that are no accented ones, with a plain spelling: for ``str.translate`` after ``casefold``."""
    return str.maketrans(spelling()["letters"])


def plain(name: str) -> list[str]:
    """The words of a name without accents, single letters put together: J. D. is jd, U.S. is us.

    >>> plain("J. D. Vance"), plain("Ørsted A/S")
    (['jd', 'vance'], ['orsted', 'as'])
    """
    words = fold(name.casefold().translate(letters()))
    return re.sub(r"(?<!\S)(\w) (?=\w(?!\S))", r"\1", words).split()


@lru_cache(maxsize=KEPT)
def identifying(kind: EntityType, name: str) -> str:
    """A name reduced to the words that tell it from others of its type.

    >>> identifying(EntityType.ORGANIZATION, "Nvidia Corp.")
    'nvidia'
    """
    words = plain(DOMAIN.sub("", name) if kind is EntityType.ORGANIZATION else name)
    if kind is EntityType.PERSON:
        return " ".join(_without_titles(words))
    if kind is EntityType.ORGANIZATION:
        words = _without_forms(words)
    variants = spelling()["words"] | (spelling()["place_words"] if kind is EntityType.PLACE else {})
    words = [variants.get(word, word) for word in words]
    if kind is not EntityType.PLACE:
        words = [w for w in words if w not in spelling()["joining"]["words"]] or words
    return " ".join(_without_around(kind, name, words))


@lru_cache(maxsize=KEPT)
def squashed(kind: EntityType, name: str) -> str:
    """What identifies, without the spaces: TotalEnergies and Total Energies; digits stay apart.

    >>> squashed(EntityType.PRODUCT, "A320 neo"), squashed(EntityType.PRODUCT, "Phase 1 1")
    ('a320neo', 'phase1 1')
    """
    return re.sub(r"(?<!\d) | (?!\d)", "", identifying(kind, name))


def _without_forms(words: list[str]) -> list[str]:
    """A company's words without its legal forms, and without "Holding" before one."""
    while (cut := _legal_form(words)) < len(words) and not is_generic(" ".join(words[:cut])):
        words = words[:cut]
        if len(words) > 1 and words[-1] in HOLDINGS:
            words = words[:-1]
    return words


def _legal_form(words: list[str]) -> int:
    """Where the legal form at the end of a name begins; never at the first word."""
    for start in range(max(1, len(words) - LONGEST_FORM), len(words)):
        form = " ".join(words[start:])
        if form in knowledge()["legal_forms"]:
            return start
    return len(words)


def _without_titles(words: list[str]) -> list[str]:
    while cut := _title(words):
        words = words[cut:]
    return words


def _title(words: list[str]) -> int:
    """How many words at the beginning are a title; at least one word is left."""
    for count in range(min(LONGEST_TITLE, len(words) - 1), 0, -1):
        if " ".join(words[:count]) in knowledge()["honorifics"]:
            return count
    return 0


def _without_around(kind: EntityType, name: str, words: list[str]) -> list[str]:
    """Without what stands around a proper name: "groupe Bouygues", "Stargate Project"."""
    around = spelling()["around"].get(kind.value)
    if not around or len(words) < 2:
        return words
    if words[0] in around["before"] and name[:1].islower() and _is_proper(name, words[1:]):
        return words[1:]
    if words[-1] in around["after"] and _is_proper(name, words[:-1]):
        return words[:-1]
    return words


def _is_proper(name: str, words: list[str]) -> bool:
    """Whether some of these words is written with a capital in the name and is no common word."""
    capital = {word for part in name.split() if part[:1].isupper() for word in plain(part)}
    return any(word in capital and word not in common() for word in words)


@cache
def common() -> frozenset[str]:
    """The single words that data/identity/words.toml has for concepts."""
    concepts = table("identity/words.toml")["concepts"].values()
    return frozenset(word for words in concepts for word in words if " " not in word)


@cache
def nationalities() -> dict[str, str]:
    """The adjectives of countries, folded, with the country's code: "allemande" is DE."""
    parts = common()
    return {
        word: code
        for code, forms in table("names/demonyms.toml").items()
        for form in forms.values()
        for word in map(fold, form.split())
        if word not in parts
    }


@lru_cache(maxsize=KEPT)
def is_generic(name: str) -> bool:
    """Whether many bodies of the world bear this name ("État", "ministère de l'Économie")."""
    folded = fold(name)
    if folded in knowledge()["generic"]:
        return True
    starts = tuple(f"{start} " for start in knowledge()["generic_starts"])
    return f"{folded} ".startswith(starts) and not any(word in nationalities() for word in folded.split())


@lru_cache(maxsize=KEPT)
def is_surname(name: str) -> bool:
    """Whether a person's name is one word beside its particles: Macron, von der Leyen, Mme Lagarde."""
    return len(proper(name)) <= 1


def proper(name: str) -> list[str]:
    """The words of a person's name beside titles and particles."""
    words = identifying(EntityType.PERSON, name).split()
    return [word for word in words if word not in knowledge()["particles"]]


@lru_cache(maxsize=KEPT)
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


def numbers(name: str) -> tuple[str, ...]:
    """The numbers in a name, in order: what France 2030 and France 2025 do not share."""
    return tuple(re.findall(r"\d+", " ".join(spelling()["words"].get(w, w) for w in fold(name).split())))


def without_numbers(name: str) -> str:
    """A folded name with its numbers blanked: what France 2030 and France 2025 have in common."""
    return re.sub(r"\d+", "#", name)


def has_number(name: str) -> bool:
    return any(c.isdigit() for c in name)
