"""What a person has decided, and how it names what it is about so that it is found again.

Nothing here names a rule, a run or a version of the program: an article, its words, a kind and names.
"""

from dataclasses import dataclass
from decimal import Decimal

from graphbuild.model import Comparator, EntityType, Kind, Stance


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something by the names that articles use; in one article only, where ``document`` says so.

    ``also`` are other names under which it may stand.
    """

    type: EntityType
    name: str
    also: tuple[str, ...] = ()
    document: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return self.name, *self.also


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """Words of an article and where they stood when the correction was made (code points, half-open)."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Article:
    """``Document.id``, and ``Document.sha256`` by which it is known under another id."""

    id: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """What an amount is, and the words that say it. Units and bounds as in ``model.Amount``."""

    words: Quoted
    value: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACT
    max_value: Decimal | None = None


Roles = tuple[tuple[str, tuple[Named, ...]], ...]  # sorted by role


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of one article: its words, its kind, who is in it.

    ``amount`` are the words of its amount. ``id`` is ``model.claim_id`` of the claim that was meant.
    """

    article: Article
    kind: Kind
    passages: tuple[Quoted, ...]
    roles: Roles = ()
    texts: tuple[tuple[str, str], ...] = ()
    amount: Quoted | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Same:
    one: Named
    other: Named


@dataclass(frozen=True, slots=True)
class Different:
    one: Named
    other: Named


@dataclass(frozen=True, slots=True)
class Retype:
    entity: Named
    type: EntityType


@dataclass(frozen=True, slots=True)
class Rename:
    entity: Named
    name: str


@dataclass(frozen=True, slots=True)
class Reject:
    claim: Said


@dataclass(frozen=True, slots=True)
class Accept:
    """The claim is right as it is understood, ``amount`` included; nothing of it changes.

    It is about this claim and no other (``claim.id``): what is read otherwise later has to be accepted anew.
    """

    claim: Said
    amount: Sum | None = None


@dataclass(frozen=True, slots=True)
class FixAmount:
    """``amount`` is None where the claim has none."""

    claim: Said
    amount: Sum | None


@dataclass(frozen=True, slots=True)
class FixRole:
    """Who fills a role, or the words of a text role; nobody and no words empty it."""

    claim: Said
    role: str
    fillers: tuple[Named, ...] = ()
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """A claim that the program has not found."""

    claim: Said
    stance: Stance
    amount: Sum | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """``correction`` is the ``Correction.id`` of what is taken back."""

    correction: str


EntityChange = Same | Different | Retype | Rename
ClaimChange = Reject | Accept | FixAmount | FixRole | Add
Change = EntityChange | ClaimChange | Undo


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of a person. ``id`` is an IRI; ``when`` is UTC in ISO 8601, as it was given."""

    id: str
    change: Change
    by: str
    when: str
    because: str

    @property
    def order(self) -> tuple[str, str]:
        """Later ones about the same thing win; of one moment, the greater id."""
        return self.when, self.id

    @property
    def short(self) -> str:
        """The last part of the IRI, such as "reject-1a2b3c4d5e"."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a correction that stands. ``problem`` and ``remedy`` are empty where it was applied.

    ``overruled`` is the id of the correction that decides instead. ``accepts`` is the claim that an
    acceptance is about, as it is named now: ``Document.id`` and ``model.claim_id``.
    """

    correction: Correction
    problem: str = ""
    remedy: str = ""
    overruled: str | None = None
    accepts: tuple[str, str] | None = None

    @property
    def applied(self) -> bool:
        return not self.problem and self.overruled is None
