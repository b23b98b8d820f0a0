"""The ledger of a corpus that has changed a little: what is as it was is not added up again.

Blocks that are as they were are taken as they are; in the others, what is known of their claims and facts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from graphbuild.ledger import entries as claims
from graphbuild.ledger import memory
from graphbuild.ledger.blocks import gathered
from graphbuild.ledger.book import added_up
from graphbuild.ledger.memory import Block, name_of, together
from graphbuild.ledger.nouns import ClaimRef, Ledger
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
    lost = {ref: name for name in before.keys() - blocks.keys() for ref in _claims(before[name])}
    found: dict[str, Block] = {}
    for name, block in blocks.items():
        # What is known of other claims says nothing of these.
        near = sorted({lost[entry.ref] for entry in block if entry.ref in lost})
        known = before.get(name)
        found[name] = known or added_up(block, texts, together(before[other] for other in near))
    claims.forget()
    memory.forget()
    return Books(_joined(found), found)


def _claims(block: Block) -> Iterator[ClaimRef]:
    return chain.from_iterable(fact.claims for fact in block.ledger.facts)


def _joined(blocks: Mapping[str, Block]) -> Ledger:
    books = [block.ledger for block in blocks.values()]
    return Ledger(
        facts=tuple(sorted((f for book in books for f in book.facts), key=lambda f: f.key)),
        conflicts=tuple(sorted((c for b in books for c in b.conflicts), key=lambda c: c.claims)),
        mismatches=tuple(sorted((m for b in books for m in b.mismatches), key=lambda m: m.claim)),
    )
