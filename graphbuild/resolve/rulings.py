"""What a person has decided about names: it goes before every judgement of ours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graphbuild.model import EntityType, entity_key
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.records import Record

CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Rulings:
    """Which names are one, which are not, what they are and what they are called.

    A name is given as a key: ``entity_key(type, name)`` for that name in every document, or the same
    with ``@`` and ``digest(document.sha256)`` for it in one text only. ``Canonical.key`` is such a key.
    The order within a pair does not matter. Where pairs contradict each other, what must be kept apart
    is kept apart. ``renamed`` gives the label; the key stays what it was.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    retyped: frozenset[tuple[str, EntityType]] = frozenset()
    renamed: frozenset[tuple[str, str]] = frozenset()

    def keys(self) -> frozenset[str]:
        """Every key that a ruling is about."""
        pairs = self.same | self.different
        alone = self.retyped | self.renamed
        return frozenset([key for pair in pairs for key in pair] + [key for key, _ in alone])


NONE = Rulings()


def retyped(records: Iterable[Record], rulings: Rulings) -> list[Record]:
    """The records with the types that a person gave; ``Record.member`` keeps the document's own key."""
    types = dict(sorted(rulings.retyped))
    return [_retyped(record, types) for record in records]


def _retyped(record: Record, types: Mapping[str, EntityType]) -> Record:
    kind = types.get(record.inside) or types.get(record.entity.key)
    if kind is None or kind is record.type:
        return record
    entity = replace(record.entity, type=kind, key=entity_key(kind, record.entity.name))
    return replace(record, entity=entity)


def chosen(meant: Mapping[Record, Meaning], rulings: Rulings) -> dict[str, frozenset[Record]]:
    """For each key of the rulings the records that it is about; none when its target is gone.

    A name of a public reference that no document gives as such ("United Kingdom" where all say "UK")
    is about all records of that reference.
    """
    wanted = rulings.keys()
    own: dict[str, set[Record]] = defaultdict(set)
    public: dict[str, set[Record]] = defaultdict(set)
    for record, meaning in meant.items() if wanted else ():
        for key in wanted.intersection(_keys(record)):
            own[key].add(record)
        for key in wanted.intersection(_public_keys(meaning)):
            public[key].add(record)
    return {key: frozenset(own[key] or public[key]) for key in wanted}


def _keys(record: Record) -> Iterator[str]:
    """What a record answers to, as its document has it and as a person retyped it."""
    for key in (record.member, record.entity.key):
        yield from (key, f"{key}@{record.text}", f"{key}@{record.language}")


def _public_keys(meaning: Meaning) -> Iterator[str]:
    if meaning.reference:
        for _, name in meaning.reference.names:
            key = entity_key(meaning.reference.type, name)
            yield from (key, f"{key}@{meaning.reference.id.rpartition(':')[2]}")
