"""What shares nothing with a claim does not touch it: the ledger can be made block by block."""

from dataclasses import replace

from books import article, book, says
from hypothesis import given, settings
from test_ledger_properties import corpora

from graphbuild.ledger import ClaimRef, ledger
from graphbuild.ledger.blocks import blocks
from graphbuild.resolve import resolve


def part_of_corpus(extracts, refs):
    """The extracts with the claims of one block only."""
    kept = [
        replace(e, claims=tuple(c for c in e.claims if ClaimRef(e.document.id, c.key) in refs))
        for e in extracts
    ]
    return [e for e in kept if e.claims]


@settings(deadline=None, max_examples=60)
@given(corpora())
def test_the_ledger_of_the_corpus_is_that_of_its_blocks(corpus):
    identities = resolve(corpus)
    whole = ledger(corpus, identities)
    each = [ledger(part_of_corpus(corpus, refs), identities) for refs in blocks(corpus, identities)]
    assert sorted((fact for book in each for fact in book.facts), key=lambda f: f.key) == list(whole.facts)
    assert sorted((c for book in each for c in book.conflicts), key=lambda c: c.claims) == list(
        whole.conflicts
    )
    mismatches = sorted((m for book in each for m in book.mismatches), key=lambda m: m.claim)
    assert mismatches == list(whole.mismatches)


def test_other_parties_make_other_blocks():
    corpus = [
        article("a", says("investment", "5e9 EUR", payer="France", project="InvestAI")),
        article("b", says("investment", "5e9 EUR", payer="France", project="InvestAI")),
        article("c", says("investment", "5e9 EUR", payer="Espagne", project="Stargate")),
    ]
    found = blocks(corpus, resolve(corpus))
    assert [sorted(ref.document for ref in block) for block in found] == [["a", "b"], ["c"]]
    assert len(book(*corpus).facts) == 2
