"""The ledger of a corpus that has changed a little: blocks that are as they were are not added up again."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from graphbuild.ledger.blocks import gathered
from graphbuild.ledger.book import added_up
from graphbuild.ledger.entries import Entry, entries, forget
from graphbuild.ledger.nouns import Ledger
from graphbuild.model import Extract
from graphbuild.resolve import Identities
from graphbuild.versions import PACKAGE, made_by

ENCODER = msgspec.msgpack.Encoder(order="deterministic")
CODE = (PACKAGE / "ledger", PACKAGE / "model", PACKAGE / "data" / "identity")


@dataclass(frozen=True, slots=True)
class Books:
    """A ledger, and those of its blocks by a name for all that decided them."""

    whole: Ledger = field(default_factory=lambda: Ledger((), ()))
    blocks: Mapping[str, Ledger] = field(default_factory=dict)


def ledger_again(extracts: Sequence[Extract], identities: Identities, before: Mapping[str, Ledger]) -> Books:
    """``ledger``, where the blocks that ``before`` knows are taken from there."""
    texts = {extract.document.id: extract.document.text for extract in extracts}
    found: dict[str, Ledger] = {}
    for block in gathered(entries(extracts, identities)):
        key = _key(block)
        found[key] = before[key] if key in before else added_up(block, texts)
    forget()
    return Books(_joined(found), found)


def _key(block: Sequence[Entry]) -> str:
    version = made_by(CODE, ("currencyconverter", "rapidfuzz"))
    return hashlib.blake2b(version.encode() + ENCODER.encode(block), digest_size=16).hexdigest()


def _joined(books: Mapping[str, Ledger]) -> Ledger:
    return Ledger(
        facts=tuple(sorted((f for book in books.values() for f in book.facts), key=lambda f: f.key)),
        conflicts=tuple(sorted((c for b in books.values() for c in b.conflicts), key=lambda c: c.claims)),
        mismatches=tuple(sorted((m for b in books.values() for m in b.mismatches), key=lambda m: m.claim)),
    )
