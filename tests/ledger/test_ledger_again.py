"""What is remembered of a ledger changes nothing of the next one but the time."""

from hypothesis import given, settings
from hypothesis import strategies as st
from test_ledger_properties import corpora

from graphbuild.ledger import Books, ledger, ledger_again
from graphbuild.resolve import resolve


@settings(deadline=None, max_examples=100)
@given(corpora(1), corpora(1), st.data())
def test_a_ledger_made_again_and_again_is_that_of_the_articles(some, others, data):
    books = Books()
    for _ in range(3):
        held = data.draw(st.lists(st.sampled_from([*some, *others]), unique_by=lambda e: e.document.id))
        identities = resolve(held)
        books = ledger_again(held, identities, books.blocks)
        assert books.whole == ledger(held, identities)
