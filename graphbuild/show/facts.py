"""What the page shows of a graph: facts, claims and entities as plain values.

Nothing here knows how they are written in RDF (``reading``) or how they are drawn (``view``).
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount as it is understood, and as it is written (``quote``)."""

    value: str  # plain decimal, in units
    unit: str
    comparator: str = "="
    high: str | None = None  # ranges only
    quote: str | None = None
    id: str | None = None  # its IRI

    @property
    def size(self) -> Decimal:
        return Decimal(self.high or self.value)


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """Somebody has compared a claim with its article and found it right."""

    when: str
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim: what one article says. ``evidence`` are (start, end) code points of its text."""

    id: str
    document: str  # dcterms:identifier
    evidence: tuple[tuple[int, int], ...]
    amount: Sum | None
    status: str | None
    polarity: str
    certainty: str
    speaker: str | None = None  # an entity's IRI, or words
    date: str | None = None
    conflicts: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more claims say in common. ``amounts`` has two or more values where they disagree."""

    id: str
    kind: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]  # role -> IRIs of entities
    texts: tuple[tuple[str, str], ...]
    amounts: tuple[Sum, ...]
    status: str | None
    stance: str  # certain, planned, rumoured, cancelled or denied: how it is drawn
    claims: tuple[Statement, ...]
    conflicts: tuple[str, ...] = ()  # other facts
    part_of: str | None = None

    @property
    def disputed(self) -> bool:
        return bool(self.conflicts) or any(claim.conflicts for claim in self.claims)

    @property
    def entities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for _, keys in self.roles for key in keys))


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity. ``mentions`` are (document, start, end)."""

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    mentions: tuple[tuple[str, int, int], ...] = ()
