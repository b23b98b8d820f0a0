"""One exact sum told in other words is one fact; two like sums are two."""

import pytest
from books import article, book, says


def gives(kind="grant", amount="50e6 EUR", **given):
    return says(kind, amount, **{"payer": "France", **given})


def facts_of(*articles):
    return [fact for fact in book(*articles).facts if fact.amount]


def test_a_loan_without_its_borrower_is_the_loan_where_the_article_names_the_borrower():
    full = article("a", says("loan", "40e6 EUR", payer="BEI", beneficiary="Orsane"))
    short = article("b", says("loan", "40e6 EUR", payer="BEI"), beside=("Orsane",))
    (fact,) = facts_of(full, short)
    assert fact.sources == 2
    elsewhere = article("b", says("loan", "40e6 EUR", payer="BEI"), beside=("Hepavax",))
    assert len(facts_of(full, elsewhere)) == 2


def test_two_like_grants_to_two_companies_stay_two():
    both = article("a", gives(beneficiary="Orsane"), gives(beneficiary="Hepavax"))
    again = article("b", gives("investment", beneficiary="Hepavax"), beside=("Orsane", "Hepavax"))
    facts = facts_of(both, again)
    assert sorted((fact.fillers("beneficiary"), fact.sources) for fact in facts) == [
        (("organization:hepavax",), 2),
        (("organization:orsane",), 1),
    ]


@pytest.mark.parametrize("swap", [False, True])
def test_what_may_be_either_of_two_grants_is_neither(swap):
    corpus = [
        article("a", gives(beneficiary="Orsane")),
        article("b", gives(beneficiary="Hepavax")),
        article("c", gives(), beside=("Orsane", "Hepavax")),
    ]
    assert sorted(fact.sources for fact in facts_of(*(reversed(corpus) if swap else corpus))) == [1, 1, 1]


def test_an_investment_and_a_grant_of_one_sum_to_one_project_are_one_contribution():
    one = article("a", gives("investment", project="RhinH2"))
    other = article("b", gives("grant", beneficiary="RhinH2"))
    (fact,) = facts_of(one, other)
    assert fact.sources == 2
    assert len(facts_of(one, article("b", gives("grant", "51e6 EUR", beneficiary="RhinH2")))) == 2


def test_a_parliament_votes_the_money_of_its_state():
    vote = article("a", gives(payer="Bundestag", project="RhinH2", status="committed"))
    promise = article("b", gives(payer="Allemagne", project="RhinH2"))
    assert len(facts_of(vote, promise)) == 1
    assert len(facts_of(vote, article("b", gives(payer="France", project="RhinH2")))) == 2


def test_the_same_sum_a_year_and_a_half_later_is_told_of_something_else():
    one = article("a", gives(), beside=("Orsane", "Lyon"), published="2024-01-10")
    near = article("b", gives(), beside=("Orsane", "Lyon"), published="2024-03-10")
    far = article("b", gives(), beside=("Orsane", "Lyon"), published="2025-09-10")
    assert len(facts_of(one, near)) == 1
    assert len(facts_of(one, far)) == 2


def test_a_plant_that_each_article_describes_in_its_words_has_one_cost():
    cost = {"amount": "1.8e9 EUR", "measure": "cost"}
    one = article("a", says("result", organization="Usine Nord", **cost), beside=("Belval", "Thionville"))
    silent = article("b", says("result", **cost), beside=("Belval", "Thionville", "Usine Nord"))
    assert len(facts_of(one, silent)) == 1
    other = article("b", says("result", organization="Usine Sud", **cost), beside=("Belval", "Thionville"))
    assert len(facts_of(one, other)) == 2


def test_a_fine_of_one_sum_is_one_whatever_its_authority_is_called():
    fine = {"amount": "86e6 EUR", "status": "done"}
    full = article("a", says("fine", payer="Carden", authority="Commission européenne", **fine))
    loose = article("b", says("fine", payer="Carden", authority="Union européenne", **fine))
    silent = article("c", says("fine", authority="Commission européenne", **fine), beside=("Carden",))
    (fact,) = facts_of(full, loose, silent)
    assert fact.sources == 3
    assert len(facts_of(full, article("b", says("fine", payer="Signalka", **fine)))) == 2
