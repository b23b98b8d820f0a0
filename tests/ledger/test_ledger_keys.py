"""A fact's name stays: what arrives later and says the same does not change it."""

import pytest
from books import article, book, says
from hypothesis import given, settings
from hypothesis import strategies as st


def invests(amount="109e9 EUR", **given):
    return says("investment", amount, **{"payer": "France", "project": "InvestAI", **given})


def key_after(first, *later):
    """The key of the fact that the first article tells, before and after the others arrive."""
    (before,) = book(first).facts
    after = next(
        fact
        for fact in book(first, *later).facts
        if any(ref.document == first.document.id for ref in fact.claims)
    )
    return before.key, after.key


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (invests(), invests()),
        (invests("> 100e9 EUR"), invests()),
        (invests(), invests("> 100e9 EUR")),
        (invests("~ 5e9 EUR"), invests("5.1e9 EUR")),
        (invests("40e9 USD"), invests("30e9..50e9 USD")),
        (invests(), invests(place="Paris")),
        (invests(), invests(beneficiary="Mistral")),
        (invests(), invests(status="done", date="2025")),
        (invests(), invests(status="cancelled", polarity="negative")),
        (invests(), invests("112e9 EUR")),
        (invests(), invests("20e9 EUR")),
        (invests(), invests(certainty="hedged")),
        (says("ownership", owner="Airbus", owned="Vega"), says("ownership", owner="Airbus", owned="Vega")),
        (
            says("acquisition", payer="Microsoft", target="Activision"),
            says("acquisition", "69e9 USD", payer="Microsoft", target="Activision"),
        ),
    ],
)
@pytest.mark.parametrize("dates", [("2025-02-10", "2025-02-11"), ("2025-02-10", "2025-02-10"), (None, None)])
def test_what_arrives_later_changes_no_key(mine, theirs, dates):
    for name in ("b", "z", "0"):  # whichever text comes first
        before, after = key_after(
            article("m", mine, published=dates[0]), article(name, theirs, published=dates[1])
        )
        assert before == after


def test_articles_that_appear_later_change_no_key_whatever_they_say():
    first = article("m", invests(), published="2025-02-10")
    later = [
        article(f"d{i}", invests(amount, beneficiary=body), published=f"2025-03-{i + 10}")
        for i, (amount, body) in enumerate(
            [("> 100e9 EUR", "Mistral"), ("108.9e9 EUR", "Mistral"), ("112e9 EUR", "H"), ("109e9 USD", "H")]
        )
    ]
    for n in range(1, len(later) + 1):
        before, after = key_after(first, *later[:n])
        assert before == after


def test_two_facts_of_one_link_and_one_first_figure_have_two_keys():
    told = [
        article(f"d{i}", invests(purpose=words), published="2025-02-10")
        for i, words in enumerate(["écoles", "hôpitaux", "routes"])
    ]
    facts = book(*told).facts
    assert len({fact.key for fact in facts}) == len(facts) == 3
    assert [fact.key for fact in book(*reversed(told)).facts] == [fact.key for fact in facts]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["109e9 EUR", "> 100e9 EUR", "~ 110e9 EUR", None]), min_size=1, max_size=6))
def test_facts_of_other_parties_do_not_touch_a_key(amounts):
    mine = [article(f"m{i}", invests(amount)) for i, amount in enumerate(amounts)]
    others = [article(f"o{i}", invests(amount, payer="Espagne")) for i, amount in enumerate(amounts)]
    alone = {fact.key for fact in book(*mine).facts}
    assert alone <= {fact.key for fact in book(*mine, *others).facts}
