"""What the resolve room gives: who is who across documents, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphbuild.data import table
from graphbuild.model import EntityType

Member = tuple[str, str]  # (Document.id, Entity.key)


@dataclass(frozen=True, slots=True)
class Canonical:
    """Somebody or something, as the whole corpus knows it.

    ``key`` is ``entity_key(type, name)``; what is only described, or named by a surname or an
    ambiguous acronym alone, carries the hash of its text after ``@``: it never leaves its article.
    ``same_as`` are IRIs of public identifiers, known and not guessed.
    """

    key: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Two names that were put together, or that look alike and were kept apart, and why.

    ``reason`` is a name in data/identity/reasons.toml, which has it in words. ``keys`` are those of the
    canonicals of both names: one and the same where they were merged. ``score`` is how sure a merge is
    (0..1), or how alike the two names of a refusal look (0..1). What a person decided has the reason
    "corrected" and the score 1.
    """

    type: EntityType
    one: str
    other: str
    merged: bool
    reason: str
    score: float
    keys: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Identities:
    """The canonical entities, sorted by key, and the decisions that made them.

    ``unmet`` are the keys of rulings that no document bears any more.
    """

    canonicals: tuple[Canonical, ...]
    decisions: tuple[Decision, ...]
    members: Mapping[Member, Canonical] = field(hash=False, repr=False)
    unmet: tuple[str, ...] = ()

    def entity_of(self, document_id: str, key: str) -> Canonical:
        """The canonical of an entity of one document; KeyError when that document has no such entity."""
        return self.members[document_id, key]


def reason_in(reason: str, language: str) -> str:
    """The reason of a decision in words, "en" or "fr"."""
    words: str = table("identity/reasons.toml")[reason][language]
    return words
