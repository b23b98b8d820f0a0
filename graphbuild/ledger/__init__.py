"""Claims of many documents in; facts with all their sources, parts, histories and conflicts out."""

from graphbuild.ledger.again import Books, ledger_again
from graphbuild.ledger.book import ledger
from graphbuild.ledger.memory import Block
from graphbuild.ledger.nouns import ClaimRef, Conflict, Fact, Ledger, Mismatch, Money, Step, money_of

__all__ = [
    "Block",
    "Books",
    "ClaimRef",
    "Conflict",
    "Fact",
    "Ledger",
    "Mismatch",
    "Money",
    "Step",
    "ledger",
    "ledger_again",
    "money_of",
]
