"""What the ledger room gives: facts, who says them, and what disagrees."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from graphbuild.model import Amount, Certainty, Comparator, Kind, Polarity, Status, is_currency


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """A claim of the corpus: ``Document.id`` and ``Claim.key``."""

    document: str
    claim: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount without its place: value in units, ISO 4217 code or physical unit, bounds.

    ``period`` is an ISO 8601 duration, where so much is paid in each one.
    """

    value: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACT
    max_value: Decimal | None = None
    period: str | None = None

    @property
    def is_currency(self) -> bool:
        return is_currency(self.unit)


def money_of(amount: Amount, kind: Kind) -> Money:
    """What a claim of this kind says with an amount; a result is that of its year, however it is put."""
    period = None if kind is Kind.RESULT else amount.period
    return Money(amount.value, amount.unit, amount.comparator, amount.max_value, period)


class Step(NamedTuple):
    """One rung of a fact's history: which status, when it held, when it was said, and who says so.

    ``date`` is the day that the text gives, ``said`` the day its document appeared, as precise as known.
    """

    status: Status
    date: str | None
    said: str | None
    claim: ClaimRef

    @property
    def when(self) -> str | None:
        """The day to order by: the one that the text gives, else the one when it was said."""
        return self.date or self.said


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more claims say in common.

    ``roles`` hold keys of canonicals, ``texts`` one wording a role; both are sorted by role.
    ``amount`` is the most precise one that was written. ``status`` is the furthest of ``history``
    since it was last cancelled.
    ``sources`` counts independent documents: copies of one text count once.
    ``part_of`` is the key of the whole's fact, ``repeats`` that of the fact whose money this one tells
    again (less surely, as another kind, or the shares of all together), ``revised_by`` that of the fact with
    a later figure. Of a fact with a sum of money, ``counts_as`` says how sure it is, or ``left_out`` why no
    sum counts it; ``story`` is one key for all facts that contradict each other. ``notes`` say, in English
    and in French, why sums in two currencies were taken as one.
    """

    key: str
    kind: Kind
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    texts: tuple[tuple[str, str], ...]
    amount: Money | None
    polarity: Polarity
    certainty: Certainty
    status: Status
    history: tuple[Step, ...]
    claims: tuple[ClaimRef, ...]
    sources: int
    part_of: str | None = None
    repeats: str | None = None
    revised_by: str | None = None
    counts_as: str | None = None
    left_out: str | None = None
    story: str | None = None
    notes: tuple[tuple[str, str], ...] = ()

    def fillers(self, role: str) -> tuple[str, ...]:
        return next((keys for name, keys in self.roles if name == role), ())


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims whose figures cannot both hold, the facts they belong to, and a note in words.

    ``claims`` and ``facts`` are in ascending order of the claims; nobody wins. ``reason`` is the note's key
    in data/identity/notes.toml.
    """

    claims: tuple[ClaimRef, ClaimRef]
    facts: tuple[str, str]
    note_en: str
    note_fr: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A whole that its parts exceed, or fall short of: its claim and fact, the facts of the parts, a note."""

    claim: ClaimRef
    whole: str
    parts: tuple[str, ...]
    note_en: str
    note_fr: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Facts sorted by key, conflicts and mismatches sorted by their claims."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def claim_conflicts(self) -> tuple[tuple[ClaimRef, ClaimRef], ...]:
        """The pairs of claims that disagree, each once, sorted."""
        return tuple(conflict.claims for conflict in self.conflicts)

    @property
    def fact_conflicts(self) -> tuple[tuple[str, str], ...]:
        """The pairs of fact keys that disagree, each once, the smaller key first, sorted."""
        pairs = {(min(c.facts), max(c.facts)) for c in self.conflicts}
        return tuple(sorted(pairs))
