"""The same money told again is counted once."""

import pytest
from books import article, book, says

MONDAY, TUESDAY, MAY = "2025-02-10", "2025-02-11", "2025-05-10"


def invests(amount="5e9 EUR", **given):
    return says("investment", amount, **{"payer": "France", "project": "InvestAI", **given})


def told(one, other, published=(MONDAY, TUESDAY)):
    """By article, the article of the fact that its fact repeats, or is revised by."""
    facts = book(article("a", one, published=published[0]), article("b", other, published=published[1])).facts
    where = {fact.key: fact.claims[0].document for fact in facts}
    assert len(facts) == 2
    repeats = {where[f.key]: where[f.repeats] for f in facts if f.repeats}
    revised = {where[f.key]: where[f.revised_by] for f in facts if f.revised_by}
    return repeats, revised


def test_a_rumour_repeats_what_is_certain():
    assert told(invests(certainty="hedged"), invests()) == ({"a": "b"}, {})
    assert told(invests(), invests("~ 5e9 EUR", certainty="hedged")) == ({"b": "a"}, {})
    assert told(invests(certainty="hedged"), invests("7e9 EUR")) == ({}, {})


def test_a_round_and_the_investment_that_fills_it():
    raised = says("fundraising", "600e6 EUR", beneficiary="Mistral")
    filled = says("investment", "600e6 EUR", payer="ASML", beneficiary="Mistral")
    assert told(raised, filled) == ({"a": "b"}, {})  # the one that names more is kept
    other = says("investment", "600e6 EUR", payer="ASML", beneficiary="Helsing")
    assert told(raised, other) == ({}, {})
    loan = says("loan", "600e6 EUR", payer="BNP", beneficiary="Mistral")
    grant = says("grant", "600e6 EUR", payer="France", beneficiary="Mistral")
    assert told(loan, grant) == ({}, {})


def test_a_bound_that_fits_two_figures_adds_nothing_to_them():
    amounts = {"a": "109e9 EUR", "b": "112e9 EUR", "c": "> 100e9 EUR"}
    facts = book(
        *(article(name, invests(amount), published=MONDAY) for name, amount in amounts.items())
    ).facts
    assert [fact.claims[0].document for fact in facts if fact.repeats] == ["c"]


def test_a_denial_repeats_nothing():
    assert told(invests(polarity="negative"), invests()) == ({}, {})


def test_a_later_figure_of_a_plan_that_went_on_replaces_the_older_one():
    announced, done = invests("9e9 EUR"), invests("9.9e9 EUR", status="done")
    assert told(announced, done, (MONDAY, MAY)) == ({}, {"a": "b"})
    assert told(done, announced, (MONDAY, MAY)) == ({}, {})  # an old promise recalled
    assert told(announced, done, (None, None)) == ({}, {})
    assert told(announced, invests("1e9 EUR", status="done"), (MONDAY, MAY)) == ({}, {})  # a slice
    assert told(announced, invests("9.9e9 EUR", status="done", place="Lyon"), (MONDAY, MAY)) == ({}, {})


@pytest.mark.parametrize("swap", [False, True])
def test_of_three_figures_the_newest_replaces_both(swap):
    corpus = [
        article("a", invests("8e9 EUR", status="planned"), published="2025-01-01"),
        article("b", invests("9e9 EUR", status="announced"), published="2025-02-01"),
        article("c", invests("9.9e9 EUR", status="done"), published="2025-03-01"),
    ]
    facts = book(*(reversed(corpus) if swap else corpus)).facts
    where = {fact.key: fact.claims[0].document for fact in facts}
    assert {where[f.key]: where[f.revised_by] for f in facts if f.revised_by} == {"a": "c", "b": "c"}


def test_one_sum_of_a_payer_is_counted_once_whatever_an_article_calls_it():
    invested = says("investment", "1e9 EUR", payer="Germany", project="RhinH2")
    granted = says("grant", "1e9 EUR", payer="Germany")
    assert told(invested, granted) == ({"b": "a"}, {})
    elsewhere = says("grant", "1e9 EUR", payer="Germany", project="Hyland")
    assert told(invested, elsewhere) == ({}, {})
    more = says("grant", "1.1e9 EUR", payer="Germany")
    assert told(invested, more) == ({}, {})
