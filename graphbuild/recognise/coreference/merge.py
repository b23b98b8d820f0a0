"""Which names of an article name the same: full and short forms, acronyms, surnames, well-known aliases."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from graphbuild.data import table
from graphbuild.model import EntityType, Span, fold
from graphbuild.recognise.names import Name
from graphbuild.recognise.names.knowledge import lexicon, synonyms

PERSON, ORG = EntityType.PERSON, EntityType.ORGANIZATION
SMALL_WORDS = frozenset(
    {
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "pour",
        "of",
        "the",
        "for",
        "and",
        "a",
        "au",
        "aux",
    }
)
LOCATIVE = frozenset({"à", "in", "near", "vers", "at", "from", "to", "off"})
ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,6}")


class Forms:
    """The distinct names of an article with their types and places; grouped as they are found to be one."""

    def __init__(self, names: Sequence[Name], text: str) -> None:
        self.text = text
        self.places: dict[str, list[Span]] = {}
        self.types: dict[str, EntityType] = {}
        for name in names:
            key = form_key(name.span.of(text))
            self.places.setdefault(key, []).append(name.span)
            self.types.setdefault(key, name.type)
        self.leader = {key: key for key in self.places}

    def find(self, key: str) -> str:
        while self.leader[key] != key:
            key = self.leader[key]
        return key

    def join(self, short: str, full: str) -> None:
        """Two forms name one entity; the type of the fuller holds."""
        a, b = self.find(short), self.find(full)
        if a != b:
            self.leader[a] = b

    def groups(self) -> dict[str, list[str]]:
        result: dict[str, list[str]] = {}
        for key in self.places:
            result.setdefault(self.find(key), []).append(key)
        return result


def form_key(words: str) -> str:
    """The folded name, without an English possessive."""
    return fold(re.sub(r"['’]s?$", "", words))


def merge(names: Sequence[Name], text: str, headline: Span | None) -> Forms:
    """The forms of an article's names, those of one entity together."""
    forms = Forms(names, text)
    for short, full in (*_aliases(forms), *_in_parentheses(names, text)):
        forms.join(short, full)
    for city, body in _metonyms():
        if forms.leader.get(city) == city and body in forms.places and _acts(city, forms):
            forms.join(city, body)
    for key in sorted(forms.places, key=lambda k: (len(k), k)):
        fuller = sorted(
            {
                forms.find(full)
                for full in forms.places
                if full != key and _stands_for(key, full, forms, headline)
            }
        )
        meant = fuller[0] if len(fuller) == 1 else _foremost(fuller, forms)
        if meant and forms.find(key) != meant:
            forms.join(key, meant)
    return forms


def _foremost(fuller: Sequence[str], forms: Forms) -> str | None:
    """Of several people of one surname the first, when it is named at least twice as often as any other."""
    if not fuller or any(forms.types[key] is not PERSON for key in fuller):
        return None
    often = {key: len(forms.places[key]) for key in fuller}
    first = min(fuller, key=lambda key: forms.places[key][0].start)
    return first if all(often[first] >= 2 * often[key] for key in fuller if key != first) else None


def _aliases(forms: Forms) -> Iterator[tuple[str, str]]:
    """UE and Union européenne, États-Unis and USA."""
    known = synonyms()
    first: dict[str, str] = {}
    for key in forms.places:
        if key in known:
            full = first.setdefault(known[key], key)
            if full != key:
                yield (full, key) if len(key) > len(full) else (key, full)


def _in_parentheses(names: Sequence[Name], text: str) -> Iterator[tuple[str, str]]:
    """Banque européenne d'investissement (BEI)."""
    for full, short in pairwise(names):
        between, after = text[full.span.end : short.span.start], text[short.span.end : short.span.end + 1]
        words = short.span.of(text)
        if (
            re.fullmatch(r"\s*\(\s*", between)
            and after == ")"
            and ACRONYM.fullmatch(words)
            and words[0] in full.span.of(text).upper()
        ):
            yield form_key(words), form_key(full.span.of(text))


def _stands_for(short: str, full: str, forms: Forms, headline: Span | None) -> bool:
    """Whether a form may be short for a fuller one."""
    kinds = forms.types[short], forms.types[full]
    few, many = short.split(), full.split()
    if kinds == (PERSON, PERSON):
        return _same_person(few, many)
    if len(few) >= len(many):
        return False
    if len(few) == 1 and kinds[1] is ORG and short == _initials(many) and len(short) > 1:
        return any(span.of(forms.text).isupper() for span in forms.places[short])
    return kinds == (ORG, ORG) and _same_body(short, full, forms, headline)


def _same_body(short: str, full: str, forms: Forms, headline: Span | None) -> bool:
    """Whether "Niantic" is "Niantic Labs", "PSA" is "groupe PSA"; "EDF" is not "EDF Renewables"."""
    few, many = short.split(), full.split()
    extra = [word for word in many if word not in few]
    if many[: len(few)] != few and many[-len(few) :] != few:
        return False
    rules = _rules()
    if _is_branch(full, forms):
        return False
    if short in _heads() or all(word in rules["generic"] for word in extra):
        return True
    later = _first(forms.places[full], headline) < _first(forms.places[short], headline)
    return later and many[: len(few)] == few and not any(word in rules["part"] for word in extra)


def _is_branch(full: str, forms: Forms) -> bool:
    """Whether the text calls a name a branch of a house: "sa filiale X Énergie", "X Power, a unit of"."""
    words = "|".join(sorted(_rules()["branch"]))
    before = re.compile(rf"\b(?:{words})\s+$")
    after = re.compile(rf"\s*,\s+(?:\w+\s+){{0,3}}(?:{words})\b")
    return any(
        before.search(forms.text, 0, span.start) or after.match(forms.text, span.end)
        for span in forms.places[full]
    )


def _same_person(few: Sequence[str], many: Sequence[str]) -> bool:
    """Surname, first name, or initial and surname of a fuller name."""
    if len(few) == len(many) == 2:
        return few[1] == many[1] and len(few[0]) == 1 and many[0].startswith(few[0])
    return len(few) < len(many) and (
        list(many[-len(few) :]) == list(few) or list(many[: len(few)]) == list(few)
    )


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in SMALL_WORDS)


def _first(places: Sequence[Span], headline: Span | None) -> int:
    """The first place below the headline, which likes short names."""
    below = [span.start for span in places if headline is None or not headline.contains(span)]
    return min(below or [span.start for span in places])


def _acts(city: str, forms: Forms) -> bool:
    """Whether a capital never stands as a place where something is: "à Bruxelles", "in London"."""
    before = [forms.text[: span.start].split()[-1:] for span in forms.places[city]]
    return not any(word and word[0].lower() in LOCATIVE for word in before)


@cache
def _metonyms() -> tuple[tuple[str, str], ...]:
    pairs = (line.split("=") for line in table("names/merge.toml")["metonyms"].strip().split("\n"))
    return tuple((fold(city), fold(body)) for city, body in pairs)


@cache
def _heads() -> frozenset[str]:
    """Nouns that name a body in short: "la Commission", "le gouvernement"."""
    return frozenset(fold(word) for language in ("fr", "en") for word in lexicon(language).heads)


@cache
def _rules() -> Mapping[str, frozenset[str]]:
    return {
        name: frozenset(fold(word) for word in table("names/merge.toml")[name].split())
        for name in ("generic", "part", "branch")
    }
