"""The word lists and gazetteers of ``data/names``, read once a process."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel import Locale

from graphbuild.data import table, text
from graphbuild.model import EntityType, fold
from graphbuild.recognise.pipelines import pipeline

LANGUAGES = ("fr", "en")
WORDS_OF_A_TRIGGER = 3
COUNTRY_CODE = 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words. Triggers map one to three lower-case words to the type they announce."""

    nouns: dict[str, EntityType]
    heads: dict[str, EntityType]
    lower_heads: frozenset[str]
    tails: dict[tuple[str, ...], EntityType]
    national_tails: frozenset[tuple[str, ...]]  # of these tails, those that only follow a nationality
    alone: frozenset[str]
    before: dict[tuple[str, ...], EntityType]
    after: dict[tuple[str, ...], EntityType]
    titles: frozenset[str]
    made: frozenset[str]  # verbs whose objects are things
    built: frozenset[str]  # verbs whose objects are works
    dismissed: frozenset[str]  # verbs whose objects are people in office
    dative: frozenset[str]  # verbs of giving and taking
    verbs: dict[str, EntityType]
    stop: frozenset[str]
    particles: frozenset[str]
    demonyms: dict[str, str]  # lower-case adjective to code
    legal_lower: frozenset[str]
    directions: frozenset[str]
    compass: frozenset[str]
    thing_determiners: frozenset[str]  # before the name of a thing, not of a company
    legal: frozenset[str]  # forms of companies, which end a name
    language: str


@cache
def lexicon(language: str) -> Lexicon:
    """The words of "fr" or "en"."""
    data = table(f"names/{language}.toml")
    return Lexicon(
        nouns=_nouns(data["nouns"], language),
        heads=_typed({k: v for k, v in data["heads"].items() if k not in {"lower", "alone"}}),
        lower_heads=frozenset(data["heads"]["lower"].split()),
        tails=_triggers(data.get("tail", [])),
        national_tails=frozenset(_triggers(e for e in data.get("tail", []) if e.get("national"))),
        alone=frozenset(data["heads"]["alone"].split()),
        before=_triggers(data["before"]),
        after=_triggers(data["after"]),
        titles=frozenset(w for entry in data["before"] if entry.get("strip") for w in entry["words"].split()),
        made=frozenset(data["made"]["verbs"].split()),
        built=frozenset(data["built"]["verbs"].split()),
        dismissed=frozenset(data["dismissed"]["verbs"].split()),
        dative=frozenset(data["dative"]["verbs"].split()),
        verbs=_typed(data["verbs"]),
        stop=frozenset(data["stop"]["words"].split()),
        particles=frozenset(data["stop"]["particles"].split()),
        demonyms=demonyms(language),
        thing_determiners=frozenset(data["stop"]["thing_determiners"].split()),
        legal=frozenset(data["stop"]["legal"].split()),
        legal_lower=frozenset(data["stop"]["legal_lower"].split()),
        directions=frozenset(data["stop"].get("directions", "").split()),
        compass=frozenset(data["stop"].get("compass", "").split()),
        language=language,
    )


def _typed(lists: dict[str, str]) -> dict[str, EntityType]:
    """Word to type; a word of several lists keeps the first."""
    result: dict[str, EntityType] = {}
    for kind, words in lists.items():
        for word in words.split():
            result.setdefault(word, EntityType(kind))
    return result


def _nouns(lists: dict[str, str], language: str) -> dict[str, EntityType]:
    """Noun to type: to those of the names come the nouns that describe companies."""
    described: str = table("names/descriptions.toml")[language]["company"]
    return dict.fromkeys(described.split(), EntityType.ORGANIZATION) | _typed(lists)


def _triggers(entries: Iterable[dict[str, str]]) -> dict[tuple[str, ...], EntityType]:
    return {
        tuple(w.split("·")): EntityType(entry["type"]) for entry in entries for w in entry["words"].split()
    }


@cache
def _common(language: str) -> frozenset[str]:
    """Nouns, verbs, adjectives and adverbs of the lemmatizer's index."""
    lookups = pipeline(language).get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return frozenset(word for words in lookups.get_table("lemma_index").values() for word in words)


@cache
def is_common(word: str, language: str) -> bool:
    """Whether a lower-case word, perhaps inflected, is a common word of the language."""
    if word in _common(language) or word.rstrip("s") in _common(language):
        return True
    lookups = pipeline(language).get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return bool(
        lookups.has_table("lemma_lookup") and lookups.get_table("lemma_lookup").get(word, word) != word
    )


@cache
def demonyms(language: str) -> dict[str, str]:
    """Lower-case adjective, in all its French forms, to the code of its country."""
    result: dict[str, str] = {}
    for code, forms in table("names/demonyms.toml").items():
        for form in forms[language].replace("·", "\u00a0").split(" "):
            word = form.replace("\u00a0", " ").lower()
            for plural in ("", "s"):
                result.setdefault(word + plural, code)
    return result


@cache
def known() -> dict[str, EntityType]:
    """Folded well-known name to its type: our own list, CLDR's countries in both languages."""
    result: dict[str, EntityType] = {}
    for kind, lines in table("names/known.toml").items():
        for name in str(lines).replace("|", "\n").split("\n"):
            if name:
                result.setdefault(fold(name), EntityType(kind))
    for language in LANGUAGES:
        for name in Locale(language).territories.values():
            result.setdefault(fold(name), EntityType.PLACE)
    return result


@cache
def synonyms() -> dict[str, str]:
    """Folded well-known name to the folded first form of its group."""
    result: dict[str, str] = {}
    for lines in table("names/known.toml").values():
        for line in str(lines).strip().split("\n"):
            forms = [fold(form) for form in line.split("|")]
            result.update(dict.fromkeys(forms, forms[0]))
    return result


@cache
def countries() -> dict[str, str]:
    """Folded name of a country to its ISO 3166 code."""
    result: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == COUNTRY_CODE:
                result.setdefault(fold(name), code)
    groups = synonyms()
    firsts = {groups[name]: code for name, code in result.items() if name in groups}
    return result | {name: firsts[first] for name, first in groups.items() if first in firsts}


@cache
def cities() -> frozenset[str]:
    """Folded names of cities (GeoNames)."""
    return frozenset(fold(line) for line in _lines("cities.txt"))


@cache
def towns() -> frozenset[str]:
    """Folded names of smaller towns (GeoNames), which need something else to speak for a place."""
    return frozenset(_lines("towns.txt"))


def is_town(key: str) -> bool:
    """Whether a folded name is one of a city or of a smaller town."""
    return key in cities() or key in towns()


@cache
def companies() -> frozenset[str]:
    """Folded names of well-known companies."""
    return frozenset(fold(line) for name in ("companies.txt", "houses.txt") for line in _lines(name))


@cache
def first_names() -> dict[str, str]:
    """First name to m, f or n (either)."""
    return dict(line.split("\t") for line in _lines("first_names.txt"))


def _lines(name: str) -> list[str]:
    return [line for line in text(f"names/{name}").splitlines() if line and not line.startswith("#")]
