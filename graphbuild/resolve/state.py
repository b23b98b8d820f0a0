"""Whose State "l'État" is: that of the country that an article is about, where it names no other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphbuild.model import EntityType, fold
from graphbuild.resolve.gazetteer import Reference, look_up, references
from graphbuild.resolve.names import knowledge, nationalities, plain
from graphbuild.resolve.records import Record

EUROPE = "EU"  # what is European is no other country's


def states(records: Iterable[Record]) -> dict[Record, Reference]:
    """The State that each bare "État" means, where its article names one country and no other."""
    inside: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        inside[record.document].append(record)
    bodies = {reference.id: reference for reference in references()}
    found: dict[Record, Reference] = {}
    for document in inside.values():
        for record in document:
            if (about := _meant_by(record)) and _countries(document) == {about["country"]}:
                found[record] = bodies[f"body:{about['body']}"]
    return found


def _meant_by(record: Record) -> Mapping[str, str] | None:
    """What data/identity/names.toml says of a bare name in this language."""
    about: Mapping[str, str] | None = knowledge()["state"].get(record.language)
    bare = record.type is EntityType.ORGANIZATION and about is not None and fold(record.name) == about["name"]
    return about if bare else None


def _countries(document: Iterable[Record]) -> set[str]:
    """The countries that the names of an article are of, or speak of: France, France 2030, État français."""
    return {code for record in document for code in _of_name(record)} - {EUROPE}


def _of_name(record: Record) -> set[str]:
    words = plain(record.name)
    hits = [look_up(EntityType.PLACE, phrase, record.language) for phrase in {record.name, *words}]
    codes = {hit.reference.id.removeprefix("territory:") for hit in hits if hit}
    codes |= {nationalities()[word] for word in words if word in nationalities()}
    return {code for code in codes if code.isalpha()}
