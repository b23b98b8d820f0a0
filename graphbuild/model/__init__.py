"""The nouns. Frozen, slotted, hashable; no spaCy and no rdflib in here.

Offsets are code points of ``Document.text`` as it was given, half-open. Money is ``Decimal``.
Keys are derived from content, never from counters, clocks or randomness.
"""

from graphbuild.model.amounts import Amount, AmountKey, is_currency
from graphbuild.model.claims import Claim, Extract, Reading, Speaker, Stance, Withdrawn, claim_id
from graphbuild.model.entities import Entity, Mention, digest, entity_key, fold
from graphbuild.model.terms import BlockKind, Certainty, Comparator, EntityType, Form, Kind, Polarity, Status
from graphbuild.model.text import Block, Document, Sentence, Span, Token

__all__ = [
    "Amount",
    "AmountKey",
    "Block",
    "BlockKind",
    "Certainty",
    "Claim",
    "Comparator",
    "Document",
    "Entity",
    "EntityType",
    "Extract",
    "Form",
    "Kind",
    "Mention",
    "Polarity",
    "Reading",
    "Sentence",
    "Span",
    "Speaker",
    "Stance",
    "Status",
    "Token",
    "Withdrawn",
    "claim_id",
    "digest",
    "entity_key",
    "fold",
    "is_currency",
]
