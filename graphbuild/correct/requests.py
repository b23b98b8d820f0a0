"""What a person asks to have corrected, in their own words: names, identifiers, numbers.

An entity is a label, an alias or an IRI; ``type:name`` where a name means several things, ``name @ article``
where it is meant in one article only. A claim is its IRI, or its short name (``investment-8a5c82ad``).
"""

from dataclasses import dataclass
from decimal import Decimal

from graphbuild.model import Certainty, Comparator, EntityType, Kind, Polarity, Status


@dataclass(frozen=True, slots=True)
class Same:
    """Two names are one."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Different:
    """Two names are not one: they are kept apart, and taken apart where they were put together."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Retype:
    entity: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class Rename:
    entity: str
    name: str


@dataclass(frozen=True, slots=True)
class Reject:
    """No source says this: the claim stays to be seen and supports nothing."""

    claim: str


@dataclass(frozen=True, slots=True)
class Accept:
    """A person has compared it with the article and found it right. It counts no more for that."""

    claim: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and the article's words for it; without ``words``, those of the claim's amount.

    ``value`` and ``max_value`` are in units (20 billion is 20000000000); ``unit`` is an ISO 4217 code or
    a physical unit (GW).
    """

    value: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACT
    max_value: Decimal | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class FixAmount:
    """``amount`` is None where the claim has none."""

    claim: str
    amount: Money | None


@dataclass(frozen=True, slots=True)
class FixRole:
    """Who fills a role; the words, for a text role such as ``purpose``; nobody empties it."""

    claim: str
    role: str
    fillers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Add:
    """A claim that the program has not found. ``quote`` must stand in the article, word for word.

    ``roles`` are (role, entity or words), a role once for each of its fillers. ``start`` says which
    place is meant where the words stand at several (code points).
    """

    kind: Kind
    document: str
    quote: str
    roles: tuple[tuple[str, str], ...] = ()
    amount: Money | None = None
    status: Status = Status.DONE
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.ASSERTED
    speaker: str | None = None
    date: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """Take a correction back: its IRI, or its short name (``reject-1a2b3c4d5e``)."""

    correction: str


Request = Same | Different | Retype | Rename | Reject | Accept | FixAmount | FixRole | Add | Undo


@dataclass(frozen=True, slots=True)
class Recorded:
    """What stands in ``corrections.ttl``. ``new`` is False where it stood there already."""

    id: str
    summary: str
    new: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """A correction and what has become of it.

    ``state`` is "applied", "target gone" (``detail`` says why), "undone" or "overruled" (``detail``
    names the correction that does it), "kept out" (what it makes does not fit the shapes), or
    "waiting" for the next build. ``claim`` is the short name of the claim that it is about, if any.
    """

    id: str
    action: str
    summary: str
    by: str
    when: str
    because: str
    state: str
    detail: str = ""
    claim: str = ""
