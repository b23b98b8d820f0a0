"""Claims of many documents in; facts with all their sources, parts, histories and conflicts out."""

from graphbuild.ledger.book import ledger
from graphbuild.ledger.nouns import ClaimRef, Conflict, Fact, Ledger, Mismatch, Money, Step

__all__ = ["ClaimRef", "Conflict", "Fact", "Ledger", "Mismatch", "Money", "Step", "ledger"]
