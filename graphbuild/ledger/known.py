"""What is known, from the build before, of facts that are as they were."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graphbuild.ledger.nouns import Conflict, Fact


@dataclass(frozen=True, slots=True)
class Known:
    """``facts`` are by their keys; what they echo, are revised by, are inside of; their conflicts."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    echoes: Mapping[str, str] = field(default_factory=dict)
    revisions: Mapping[str, str] = field(default_factory=dict)
    inside: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()

    @property
    def keys(self) -> Collection[str]:
        return self.facts.keys()


NOTHING = Known()
