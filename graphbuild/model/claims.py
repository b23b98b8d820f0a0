"""What one article says, how far it stands behind it, and all that one document gives."""

from dataclasses import dataclass

from graphbuild.model.amounts import Amount, AmountKey
from graphbuild.model.entities import Entity, Mention, digest
from graphbuild.model.terms import Certainty, Kind, Polarity, Status
from graphbuild.model.text import Block, Document, Sentence, Span, Token


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


def claim_id(kind: Kind, document_id: str, key: str) -> str:
    """The name of a claim in the corpus, such as "investment-8a5c82ad0d6e457e7a38"."""
    return f"{kind.value}-{digest(document_id + chr(10) + key)}"
