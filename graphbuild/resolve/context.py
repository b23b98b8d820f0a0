"""What stands around a name: the bodies and projects beside it, and the offices that a person holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from graphbuild.data import text
from graphbuild.model import EntityType, fold
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.names import identifying, knowledge
from graphbuild.resolve.records import Record

TITLES_ALIKE = 80  # of 100: ministre and minister, président and president


@dataclass(frozen=True, slots=True)
class Context:
    """Around one name: its articles' bodies, projects and events (nodes), and its offices (title, node)."""

    beside: frozenset[str]
    offices: frozenset[tuple[str, str]]
    places: frozenset[str]  # nodes of ``offices`` that are places: a country has many offices

    def bodies(self) -> frozenset[str]:
        return frozenset(node for _, node in self.offices)

    def shares_office(self, other: "Context") -> bool:
        """Whether both hold an office at one body; at one place, the titles must be alike too."""
        return any(
            one == its and (one not in self.places or fuzz.ratio(fold(title), fold(called)) >= TITLES_ALIKE)
            for title, one in self.offices
            for called, its in other.offices
        )


def by_document(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records of each document."""
    inside: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        inside[record.document].append(record)
    return inside


def contexts(
    meant: Mapping[Record, Meaning], inside: Mapping[str, Sequence[Record]], wanted: Iterable[Record]
) -> dict[Record, Context]:
    """The context of each of these records, from the document that it stands in (see ``by_document``)."""
    return {record: _context(record, inside[record.document], meant) for record in wanted}


def _context(record: Record, document: Iterable[Record], meant: Mapping[Record, Meaning]) -> Context:
    others = {other.member: other for other in document if other is not record and not other.scoped}
    offices = [(title, others[body]) for title, body in record.offices if body in others]
    skipped = {EntityType.PERSON, EntityType.PLACE}
    return Context(
        frozenset(meant[other].node for other in others.values() if other.type not in skipped),
        frozenset((title, meant[body].node) for title, body in offices),
        frozenset(meant[body].node for _, body in offices if body.type is EntityType.PLACE),
    )


def together(contexts: Iterable[Context]) -> Context:
    """The context of several records of one person."""
    known = list(contexts)
    return Context(
        frozenset().union(*(context.beside for context in known)),
        frozenset().union(*(context.offices for context in known)),
        frozenset().union(*(context.places for context in known)),
    )


def gender(record: Record) -> str | None:
    """What titles before a name say: "m", "f" or nothing."""
    said = {
        kind
        for form in (record.name, *record.forms)
        for kind, titles in knowledge()["gender"].items()
        if (words := fold(form).split())[0] in titles and len(words) > 1
    }
    return said.pop() if len(said) == 1 else None


def gender_of(name: str) -> str | None:
    """What the first name says: "m", "f", or nothing."""
    kind = _first_names().get(identifying(EntityType.PERSON, name).split()[0])
    return kind if kind in ("m", "f") else None


def is_first_name(word: str) -> bool:
    return word in _first_names()


@cache
def _first_names() -> dict[str, str]:
    rows = (line.split("\t") for line in text("names/first_names.txt").splitlines() if "\t" in line)
    return {fold(name): kind for name, kind in rows}
