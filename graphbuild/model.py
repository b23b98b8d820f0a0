"""The nouns. Frozen, slotted, hashable; no spaCy and no rdflib in here.

Offsets are code points of ``Document.text`` as it was given, half-open. Money is ``Decimal``.
Keys are derived from content, never from counters, clocks or randomness.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class EntityType(StrEnum):
    """The six types of ../shared/vocabulary.md (a country stays a place even where it acts)."""

    ORGANIZATION = "organization"
    PERSON = "person"
    PLACE = "place"
    PROJECT = "project"
    EVENT = "event"
    PRODUCT = "product"


class Kind(StrEnum):
    """The fifteen kinds of claims; their roles are in ``data/kinds.toml``."""

    INVESTMENT = "investment"
    GRANT = "grant"
    LOAN = "loan"
    FUNDRAISING = "fundraising"
    ACQUISITION = "acquisition"
    CONTRACT = "contract"
    FINE = "fine"
    RESULT = "result"
    POSITION = "position"
    PARTNERSHIP = "partnership"
    OWNERSHIP = "ownership"
    SUPPLY = "supply"
    LOCATION = "location"
    OPERATION = "operation"
    LAUNCH = "launch"


class Status(StrEnum):
    """The ladder from wish to deed, and its end."""

    REQUESTED = "requested"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    COMMITTED = "committed"
    DONE = "done"
    CANCELLED = "cancelled"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    ASSERTED = "asserted"
    HEDGED = "hedged"


class Comparator(StrEnum):
    EXACT = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"
    RANGE = "range"


class BlockKind(StrEnum):
    """What a stretch of the page is; CHROME is kept in the text and never read."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CHROME = "chrome"


class Form(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    SHORT = "short"  # acronym, surname, short form
    DESCRIPTION = "description"  # "le bloc", "the company", "une usine en Floride"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: code points, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article, its text exactly as given (for HTML: the extracted text)."""

    id: str
    text: str
    language: str  # "fr" or "en"
    title: str | None = None
    published: str | None = None  # ISO date, at the precision given
    url: str | None = None
    source: str | None = None  # the input it came from, as the user named it

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, heading, paragraph, bullet or piece of page chrome; sentences never cross one."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Token:
    """One word as the parser read it; an amount of money or power is one token.

    ``text`` is the document's own text of the token; ``lemma`` is lower case. ``dep`` and
    ``head`` (index into ``Reading.tokens``; a root is its own head) are the parser's.
    ``morph`` holds "Tense=Fut"-like features.
    """

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: frozenset[str]
    span: Span
    sentence: int
    amount: int | None = None  # index into Reading.amounts


@dataclass(frozen=True, slots=True)
class Sentence:
    """``tokens[first:last]`` of a Reading; ``block`` indexes ``Reading.blocks``."""

    i: int
    span: Span
    block: int
    first: int
    last: int


AmountKey = tuple[Span, str | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money or a physical capacity, at one place of the text.

    ``value`` is in units ("200 milliards" is 200000000000). ``max_value`` only for ranges.
    ``unit`` is an ISO 4217 code or a physical unit (GW, MWh). ``span`` covers the hedge word.
    """

    span: Span
    value: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACT
    max_value: Decimal | None = None
    conversion_of: Span | None = None  # "(1,5 million d'euros)" converts the amount at this span
    correction: str | None = None  # the person's correction that says what these words mean

    @property
    def key(self) -> AmountKey:
        """Names the amount in its document; a corrected reading stands beside the program's own."""
        return self.span, self.correction

    @property
    def is_money(self) -> bool:
        return is_currency(self.unit)


PHYSICAL_CAPITALS = frozenset({"TWH", "GWH", "MWH"})


def is_currency(unit: str) -> bool:
    """Whether a unit is money (an ISO 4217 code) and not power or energy."""
    return bool(re.fullmatch(r"[A-Z]{3}", unit)) and unit not in PHYSICAL_CAPITALS


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something, as one document knows it. ``key`` is ``entity_key(type, name)``.

    ``name`` is the fullest form in the text without leading article; ``aliases`` the other
    surface forms (no pronouns). ``named`` is False for something only described ("une usine
    en Floride"), which is kept only if a claim needs it.
    """

    key: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names, describes or points at an entity."""

    span: Span
    entity: str  # Entity.key
    form: Form


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the recognise room understood it: everything relate needs."""

    document: Document
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    amounts: tuple[Amount, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: an entity of the document where it is one, and always the words."""

    text: str
    entity: str | None = None  # Entity.key


@dataclass(frozen=True, slots=True)
class Stance:
    """How far the article stands behind a claim."""

    status: Status = Status.DONE
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.ASSERTED
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says: who does what with how much, in which words.

    ``roles`` are (role, entity keys), ``texts`` (text role, words), both sorted by role.
    ``amount`` is the span of an Amount of the same document. ``part_of`` is the key of the
    whole's claim. ``evidence`` spans are whole sentences or headlines. ``rule`` is the frame.

    Where a person had a hand in it, ``corrections`` are the identifiers of what was decided, ``revises``
    is the key of the claim as it was read, and ``amount_correction`` says that the amount is theirs.
    """

    kind: Kind
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    texts: tuple[tuple[str, str], ...]
    amount: Span | None
    stance: Stance
    evidence: tuple[Span, ...]
    rule: str
    date: str | None = None
    part_of: str | None = None
    confidence: float = 1.0
    corrections: tuple[str, ...] = ()
    revises: str | None = None
    amount_correction: str | None = None

    @property
    def key(self) -> str:
        """Content key, unique in its document; does not depend on ``part_of``."""
        parts = (self.kind, self.roles, self.texts, self.amount, self.stance, self.evidence, self.date)
        return digest(repr((*parts, self.corrections) if self.corrections else parts))

    @property
    def amount_key(self) -> AmountKey | None:
        """The ``Amount.key`` of its amount."""
        return None if self.amount is None else (self.amount, self.amount_correction)

    def fillers(self, role: str) -> tuple[str, ...]:
        return next((keys for name, keys in self.roles if name == role), ())

    def words(self, role: str) -> str | None:
        return next((words for name, words in self.texts if name == role), None)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A claim as the program read it, which these corrections of a person put aside."""

    claim: Claim
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """All that one document gives: a pure function of text, settings and model versions, then of corrections.

    ``withdrawn`` claims support nothing; they stay to be seen.
    """

    document: Document
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    amounts: tuple[Amount, ...]
    claims: tuple[Claim, ...]
    withdrawn: tuple[Withdrawn, ...] = ()


def digest(text: str) -> str:
    """A short, stable content hash (80 bits, hexadecimal)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


LEADING_ARTICLE = re.compile(r"^(?:(?:the|an?|les?|la|une?|des|du|de la)\s+|[ld]['’]\s*)", re.IGNORECASE)


def fold(name: str) -> str:
    """A name reduced to what identifies it: no case, accents, leading article or punctuation.

    >>> fold("L’Union européenne")
    'union europeenne'
    """
    bare = LEADING_ARTICLE.sub("", name.strip())
    plain = unicodedata.normalize("NFKD", bare.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain)) or " ".join(name.casefold().split())


def claim_id(kind: Kind, document_id: str, key: str) -> str:
    """The name of a claim in the corpus, such as "investment-8a5c82ad0d6e457e7a38"."""
    return f"{kind.value}-{digest(document_id + chr(10) + key)}"


def entity_key(kind: EntityType, name: str) -> str:
    """The key of an entity inside its document."""
    return f"{kind}:{fold(name)}"
