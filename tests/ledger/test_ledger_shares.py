"""What several pay together and what each of them pays is one money; a plan that gives all its parts adds up."""

import pytest
from books import article, book, says

MONDAY, MAY = "2025-02-10", "2025-05-10"
SHARES = {"France": "800e6 EUR", "Germany": "1e9 EUR", "European Commission": "600e6 EUR"}
PUBLIC = says("grant", "2.4e9 EUR", project="RhinH2")  # "2.4 billion of public money"


def grants(payer, amount, **given):
    return says("grant", amount, **{"payer": payer, "project": "RhinH2", **given})


def counting(*articles):
    return sorted(int(fact.amount.value) for fact in book(*articles).facts if fact.counts_as)


def test_a_sum_of_nobody_in_particular_counts_by_the_shares_that_one_sentence_gives():
    told = article(
        "a", *(grants(payer, amount) for payer, amount in SHARES.items()), published=MONDAY, sentences=1
    )
    (joint,) = [f for f in book(told, article("b", PUBLIC, published=MAY)).facts if f.amount.value == 2.4e9]
    assert (joint.left_out, joint.repeats is not None) == ("repeated", True)


def test_shares_in_sentences_of_their_own_may_be_of_something_else():
    told = article("a", *(grants(payer, amount) for payer, amount in SHARES.items()), published=MONDAY)
    assert 2_400_000_000 in counting(told, article("b", PUBLIC, published=MAY))


def test_it_counts_where_the_shares_come_to_another_sum():
    sums = SHARES | {"France": "700e6 EUR"}
    told = article(
        "a", *(grants(payer, amount) for payer, amount in sums.items()), published=MONDAY, sentences=1
    )
    assert 2_400_000_000 in counting(told, article("b", PUBLIC, published=MAY))


def test_shares_of_several_articles_that_add_up_exactly_are_the_same_money():
    joint = says("grant", "1.8e9 EUR", payer=["Berlin", "Paris"], project="RhinH2")
    each = [article("a", grants("France", "800e6 EUR")), article("b", grants("Germany", "1e9 EUR"))]
    assert counting(*each, article("c", joint)) == [800_000_000, 1_000_000_000]
    other = says("grant", "1.8e9 EUR", payer=["Berlin", "Paris"], project="InvestAI")
    assert 1_800_000_000 in counting(*each, article("c", other))
    assert 1_800_000_000 in counting(
        each[0], article("b", grants("Poland", "1e9 EUR")), article("c", joint)
    ), "Poland's billion is not Germany's"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_a_later_article_says_is_a_new_figure_replaces_the_old_one(order):
    old = article("a", grants("France", "800e6 EUR"), published=MONDAY)
    words = "La France ramènera de 800 à 650 millions sa contribution."
    new = article("b", grants("France", "650e6 EUR"), published=MAY, text=words, sentences=1)
    both = [(old, new)[place] for place in order]
    assert counting(*both) == [650_000_000]
    silent = article("b", grants("France", "650e6 EUR"), published=MAY)
    assert counting(old, silent) == [650_000_000, 800_000_000]
