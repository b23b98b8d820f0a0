"""What is known, from the build before, of facts that are as they were."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphbuild.ledger.nouns import Conflict


@dataclass(frozen=True, slots=True)
class Known:
    """``keys`` are those of the facts; what they echo, are revised by, are inside of; their conflicts."""

    keys: frozenset[str] = frozenset()
    echoes: Mapping[str, str] = field(default_factory=dict)
    revisions: Mapping[str, str] = field(default_factory=dict)
    inside: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()


NOTHING = Known()
