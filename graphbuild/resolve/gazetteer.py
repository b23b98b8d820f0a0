"""Who is known by public names: countries (CLDR) and bodies (data/identity/bodies.toml)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from graphbuild.data import table
from graphbuild.model import EntityType, fold
from graphbuild.resolve.names import KEPT, is_acronym, knowledge, squashed

LANGUAGES = ("fr", "en")
SPEAKABLE = 4  # letters of an acronym that is read as a word


@dataclass(frozen=True, slots=True)
class Reference:
    """Something with public names: full names by language and acronyms by language."""

    id: str
    type: EntityType
    names: tuple[tuple[str, str], ...]  # (language, full name)
    shorts: tuple[tuple[str, str], ...] = ()  # (language, acronym)
    also: tuple[EntityType, ...] = ()
    same_as: tuple[str, ...] = ()

    def name_in(self, language: str) -> str:
        return next((name for spoken, name in self.names if spoken == language), self.names[0][1])


@dataclass(frozen=True, slots=True)
class Hit:
    """A reference that a name means; ``short`` when only an acronym says so."""

    reference: Reference
    short: bool


@lru_cache(maxsize=KEPT)
def look_up(kind: EntityType, name: str, language: str) -> Hit | None:
    """What a name means in an article of this language, by its full names, then by its acronyms."""
    full = _full_names().get((kind, language, squashed(kind, name)))
    if full:
        return Hit(full, short=False)
    short = _short_names().get((kind, language, fold(name)))
    if short and (_is_written_short(name) or (language, name) in short.shorts):
        return Hit(short, short=True)
    return None


def _is_written_short(name: str) -> bool:
    """Whether a name is written as an acronym: UE, G7, but also Otan and Unesco."""
    return is_acronym(name) or (name.isalpha() and name.istitle() and len(name) >= SPEAKABLE)


def means_elsewhere(kind: EntityType, name: str, language: str) -> bool:
    """Whether the name would mean a reference in another language ("Mexico" in French is a city)."""
    return any(look_up(kind, name, other) for other in LANGUAGES if other != language)


@cache
def references() -> tuple[Reference, ...]:
    """All references; the ids are unique."""
    return (*_bodies(), *_territories(), *_places())


@cache
def _full_names() -> dict[tuple[EntityType, str, str], Reference]:
    """By type, language and name; a name of the other language counts where this one has no use for it.

    "Mexico" is the city in French and the country in English; "Beijing" is one place in both.
    """
    found: dict[tuple[EntityType, str, str], Reference] = {}
    for other in (False, True):
        for reference in references():
            for spoken, name in reference.names:
                for kind in (reference.type, *reference.also):
                    for language in LANGUAGES:
                        if other is (language != spoken):
                            found.setdefault((kind, language, squashed(kind, name)), reference)
    return found


def is_shared(reference: Reference, name: str) -> bool:
    """Whether a public name means another reference in another language ("Mexico")."""
    found = {
        _full_names().get((reference.type, spoken, squashed(reference.type, name))) for spoken in LANGUAGES
    }
    return bool(found - {reference, None})


@cache
def _short_names() -> dict[tuple[EntityType, str, str], Reference]:
    return {
        (kind, language, fold(short)): reference
        for reference in references()
        for language, short in reference.shorts
        for kind in (reference.type, *reference.also)
    }


def _bodies() -> Iterator[Reference]:
    for entry in table("identity/bodies.toml")["entry"]:
        yield Reference(
            id=f"body:{entry['id']}",
            type=EntityType(entry["type"]),
            names=tuple((spoken, name) for spoken in LANGUAGES for name in entry[spoken]),
            shorts=tuple((spoken, name) for spoken in LANGUAGES for name in entry.get(f"short_{spoken}", ())),
            also=tuple(EntityType(kind) for kind in entry.get("also", ())),
            same_as=tuple(entry.get("same_as", ())),
        )


def _places() -> Iterator[Reference]:
    """Cities and regions, with their numbers of GeoNames and items of Wikidata."""
    for file, room in (
        ("cities", "https://sws.geonames.org/{}/"),
        ("regions", "http://www.wikidata.org/entity/{}"),
    ):
        for number, entry in table(f"identity/{file}.toml").items():
            names = tuple((spoken, name) for spoken in LANGUAGES for name in entry[spoken])
            yield Reference(f"place:{number}", EntityType.PLACE, names, same_as=(room.format(number),))


def _territories() -> Iterator[Reference]:
    words = knowledge()
    public = table("identity/territories.toml")
    territories = {spoken: Locale(spoken).territories for spoken in LANGUAGES}
    for code in sorted(set(territories["fr"]) & set(territories["en"])):
        cldr = [(spoken, territories[spoken][code]) for spoken in LANGUAGES]
        if code in words["ambiguous"]["codes"] or fold(cldr[1][1]) in words["ambiguous"]["territories"]:
            continue
        known = words["territories"].get(code, ())
        yield Reference(
            id=f"territory:{code}",
            type=EntityType.PLACE,
            names=(
                *cldr,
                *((spoken, name) for name in known if not is_acronym(name) for spoken in LANGUAGES),
            ),
            shorts=tuple((spoken, name) for name in known if is_acronym(name) for spoken in LANGUAGES),
            same_as=(f"http://www.wikidata.org/entity/{public[code]}",) if code in public else (),
        )
