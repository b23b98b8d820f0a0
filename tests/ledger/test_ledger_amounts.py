"""When two sums can be one: bounds, rounding, conversions, exchange rates."""

from decimal import Decimal

import pytest
from books import article, book, says

from graphbuild.ledger.amounts import Verdict, compare
from graphbuild.ledger.nouns import Money
from graphbuild.ledger.rates import fresh, rate
from graphbuild.model import Comparator

DAY = "2025-02-10"  # 1 EUR = 1.032 USD


def money(words):
    *hedge, number, unit = words.split()
    low, _, high = number.partition("..")
    comparator = Comparator.RANGE if high else Comparator(hedge[0] if hedge else "=")
    return Money(Decimal(low), unit, comparator, Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("> 100e9 EUR", "109e9 EUR", Verdict.AGREE),
        ("~ 5e9 EUR", "5.1e9 EUR", Verdict.AGREE),  # près de 5 milliards
        ("~ 5e9 EUR", "4.8e9 EUR", Verdict.AGREE),
        ("~ 5e9 EUR", "5.6e9 EUR", Verdict.DIFFER),
        ("109e9 EUR", "112e9 EUR", Verdict.DIFFER),
        ("3.57e9 EUR", "3.6e9 EUR", Verdict.AGREE),
        ("<= 5e9 EUR", "~ 5e9 EUR", Verdict.AGREE),
        ("109e9 EUR", "112.5e9 USD", Verdict.AGREE),
        ("109e9 EUR", "112e9 USD", Verdict.AGREE),
        ("109e9 EUR", "> 110e9 USD", Verdict.AGREE),
        ("109e9 EUR", "110e9..120e9 USD", Verdict.AGREE),
        ("109e9 EUR", "120e9 USD", Verdict.APART),
        ("109e9 EUR", "150e9 USD", Verdict.DIFFER),
        ("109e9 EUR", "109e9 USD", Verdict.MIXED_UP),
        ("109e9 EUR", "9e9 USD", Verdict.APART),
        ("1 GW", "1 EUR", Verdict.APART),
    ],
)
def test_whether_both_can_hold(one, other, verdict):
    assert compare(money(one), money(other), DAY) is verdict
    assert compare(money(other), money(one), DAY) is verdict


def test_at_par_the_same_number_is_the_same_sum():
    one, other = money("200e9 EUR"), money("200e9 USD")
    assert compare(one, other, "2022-08-23") is Verdict.AGREE  # 0.9927
    assert compare(one, other, "2022-08") is Verdict.MIXED_UP  # the middle of that month had another rate
    assert compare(one, other) is Verdict.MIXED_UP


def test_a_rate_is_of_its_day_or_of_the_last_day_before_that_had_one():
    assert rate("EUR", "USD", "2025-02-10").value == Decimal("1.032")
    sunday = rate("EUR", "USD", "2025-02-09")
    assert (sunday.day.isoformat(), sunday.value) == ("2025-02-07", Decimal("1.0377"))
    assert rate("GBP", "GBP", DAY).value == 1
    for nothing in (None, "", "soon", "1998", "2025-13-45"):
        assert rate("EUR", "USD", nothing) is None
    assert rate("EUR", "XXX", DAY) is None


def test_after_the_last_known_day_its_rates_hold_on_but_decide_nothing():
    late = rate("EUR", "USD", "2999-01-01")
    assert late.day.year < 2999
    assert fresh("EUR", "USD", "2999-01-01") is None
    assert fresh("EUR", "USD", "2025") is None  # of a whole year, no day is meant
    assert compare(money("109e9 EUR"), money("112e9 USD"), "2025") is Verdict.APART


def invests(amount, **given):
    return says("investment", amount, payer="France", project="InvestAI", **given)


def test_a_sum_in_two_currencies_is_one_fact_and_the_note_names_the_rate():
    (fact,) = book(
        article("a", invests("109e9 EUR"), published=DAY), article("b", invests("112e9 USD"), published=DAY)
    ).facts
    assert (fact.amount.value, fact.amount.unit, fact.sources) == (109_000_000_000, "EUR", 2)
    ((english, french),) = fact.notes
    assert english == (
        "Taken as one sum: 109 billion EUR and 112 billion USD."
        " 109 billion EUR are 112.5 billion USD at the reference rate of 2025-02-10 (1 EUR = 1.032 USD)."
    )
    assert french == (
        "Tenus pour une même somme : 109 milliards EUR et 112 milliards USD."
        " 109 milliards EUR font 112,5 milliards USD au taux de référence du 2025-02-10 (1 EUR = 1,032 USD)."
    )


def test_without_a_date_nothing_is_converted():
    facts = book(article("a", invests("109e9 EUR")), article("b", invests("112e9 USD"))).facts
    assert len(facts) == 2


def test_what_an_article_converts_itself_needs_no_rate():
    both = article("a", invests("109e9 EUR"), invests("130e9 USD", conversion_of=0))
    (fact,) = book(both, article("b", invests("130e9 USD"))).facts
    assert len(fact.claims) == 3
    assert fact.sources == 2
    assert fact.notes == ()
