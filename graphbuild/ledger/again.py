"""The ledger of a corpus that has changed a little: what is as it was is not added up again.

Blocks that are as they were are taken as they are; in the others, what is known of their claims and facts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild.ledger import entries as claims
from graphbuild.ledger import memory
from graphbuild.ledger.blocks import gathered
from graphbuild.ledger.book import added_up
from graphbuild.ledger.memory import Block, name_of, together
from graphbuild.ledger.nouns import Ledger
from graphbuild.model import Extract
from graphbuild.resolve import Identities


@dataclass(frozen=True, slots=True)
class Books:
    """A ledger, and those of its blocks by a name for all that decided them."""

    whole: Ledger = field(default_factory=lambda: Ledger((), ()))
    blocks: Mapping[str, Block] = field(default_factory=dict)


def ledger_again(extracts: Sequence[Extract], identities: Identities, before: Mapping[str, Block]) -> Books:
    """``ledger``, where what ``before`` knows is taken from there."""
    texts = {extract.document.id: extract.document.text for extract in extracts}
    blocks = {name_of(block): block for block in gathered(claims.entries(extracts, identities))}
    lost = together(block for name, block in before.items() if name not in blocks)
    found = {
        name: before[name] if name in before else added_up(block, texts, lost)
        for name, block in blocks.items()
    }
    claims.forget()
    memory.forget()
    return Books(_joined(found), found)


def _joined(blocks: Mapping[str, Block]) -> Ledger:
    books = [block.ledger for block in blocks.values()]
    return Ledger(
        facts=tuple(sorted((f for book in books for f in book.facts), key=lambda f: f.key)),
        conflicts=tuple(sorted((c for b in books for c in b.conflicts), key=lambda c: c.claims)),
        mismatches=tuple(sorted((m for b in books for m in b.mismatches), key=lambda m: m.claim)),
    )
