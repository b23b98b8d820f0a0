"""What each sum counts as, and why another counts nowhere."""

import pytest
from books import article, book, says

MONDAY, TUESDAY = "2025-02-10", "2025-02-11"


def invests(amount="5e9 EUR", **given):
    return says("investment", amount, **{"payer": "France", "project": "InvestAI", **given})


def counted(*said, published=(MONDAY, TUESDAY, TUESDAY, TUESDAY)):
    """By article, what its sum counts as, or the reason why it does not."""
    corpus = [
        article(name, one, published=day) for name, one, day in zip("abcd", said, published, strict=False)
    ]
    facts = book(*corpus).facts
    return {ref.document: f.counts_as or f.left_out for f in facts for ref in f.claims}


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        (invests(), "certain"),
        (invests(status="done"), "certain"),
        (invests(status="committed"), "certain"),
        (invests(status="planned"), "planned"),
        (invests(status="requested"), "planned"),
        (invests(certainty="hedged", status="done"), "rumoured"),
        (invests(polarity="negative"), "denied"),
        (invests(status="cancelled"), "cancelled"),
        (invests("1 GW"), None),
        (invests("15e6 EUR/P1Y"), "per period"),
        (invests(None), None),
        (says("result", "5e9 EUR", organization="Airbus", measure="revenue"), "no payment"),
        (says("result", "5e9 EUR", organization="Airbus", measure="valuation"), "no payment"),
        (says("result", "5e9 EUR", organization="Airbus", measure="price"), "no payment"),
        (says("ownership", "5e9 EUR", owner="Airbus", owned="Vega"), "no payment"),
        (says("fine", "5e9 EUR", payer="Airbus", authority="AMF"), "certain"),
    ],
)
def test_what_a_sum_counts_as(one, counts):
    assert counted(one) == {"a": counts}


def test_of_figures_that_disagree_only_the_surest_count():
    assert counted(invests("109e9 EUR"), invests("112e9 EUR")) == {"a": "certain", "b": "certain"}
    assert counted(invests("109e9 EUR"), invests("112e9 EUR", certainty="hedged")) == {
        "a": "certain",
        "b": "surer figure",
    }


def test_told_again_revised_cancelled():
    assert counted(invests(certainty="hedged"), invests()) == {"a": "repeated", "b": "certain"}
    assert counted(invests("9e9 EUR"), invests("9.9e9 EUR", status="done")) == {
        "a": "revised",
        "b": "certain",
    }
    assert counted(invests(), invests(None, status="cancelled")) == {"a": "cancelled", "b": "cancelled"}


def test_a_part_falls_with_its_whole_unless_it_is_paid():
    for status, counts in (("announced", "whole cancelled"), ("done", "certain")):
        corpus = [
            article(
                "a", invests("200e9 EUR"), invests("20e9 EUR", project="Gigas", part_of=0, status=status)
            ),
            article("b", invests("200e9 EUR", status="cancelled")),
        ]
        facts = {fact.amount.value: fact for fact in book(*corpus).facts}
        assert facts[200_000_000_000].left_out == "cancelled"
        assert (facts[20_000_000_000].counts_as or facts[20_000_000_000].left_out) == counts


def test_facts_that_disagree_share_a_story_and_others_do_not():
    corpus = [
        article("a", invests("109e9 EUR"), published=MONDAY),
        article("b", invests("112e9 EUR"), published=TUESDAY),
        article("c", invests("3e9 EUR", payer="Espagne"), published=TUESDAY),
    ]
    stories = [fact.story for fact in sorted(book(*corpus).facts, key=lambda f: f.claims)]
    assert stories[0] == stories[1] is not None
    assert stories[2] is None


def test_a_yearly_sum_neither_contradicts_what_it_comes_to_nor_is_a_part_of_it():
    corpus = [
        article("a", invests("15e6 EUR/P1Y"), published=MONDAY),
        article("b", invests("45e6 EUR"), published=TUESDAY),
    ]
    found = book(*corpus)
    assert found.conflicts == ()
    assert {(f.amount.value, f.amount.period, f.part_of) for f in found.facts} == {
        (15_000_000, "P1Y", None),
        (45_000_000, None, None),
    }


def test_revenue_is_that_of_its_year_however_it_is_put():
    revenues = [
        says("result", amount, organization="Airbus", measure="revenue", date="2024")
        for amount in ("50e9 EUR/P1Y", "70e9 EUR")
    ]
    corpus = [article(name, one, published=MONDAY) for name, one in zip("ab", revenues, strict=True)]
    assert len(book(*corpus).conflicts) == 1
