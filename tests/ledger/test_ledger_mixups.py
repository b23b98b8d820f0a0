"""The same number in two currencies: named, and counted once."""

from books import article, book, says

FEBRUARY, NEXT_DAY, MAY, NOVEMBER = "2025-02-10", "2025-02-11", "2025-05-20", "2025-11-18"


def invests(amount, **given):
    return says("investment", amount, **{"payer": "Brightwater", "project": "Saône IA", **given})


def counts(result):
    return {fact.amount.unit: fact.counts_as or fact.left_out for fact in result.facts if fact.amount}


def test_the_currency_that_more_sources_give_counts_and_both_are_shown():
    result = book(
        article("a", invests("3e9 EUR"), published=FEBRUARY),
        article(
            "b", invests("3e9 EUR"), published=NEXT_DAY, text="An article of its own words, on the plan."
        ),
        article("c", invests("3e9 USD"), published=NEXT_DAY),
    )
    assert counts(result) == {"EUR": "certain", "USD": "other currency"}
    note = result.conflicts[0].note_en
    assert note.startswith("The same number in another currency: 3 billion EUR and 3 billion USD.")
    assert "at the reference rate of 2025-02-10 (1 EUR = 1.032 USD)" in note


def test_of_one_source_each_either_may_be_right():
    result = book(
        article("a", invests("3e9 EUR"), published=MAY), article("b", invests("3e9 USD"), published=MAY)
    )
    assert counts(result) == {"EUR": "certain", "USD": "certain"}
    assert len({fact.story for fact in result.facts} - {None}) == 1


def test_what_is_cancelled_later_is_cancelled_in_every_currency():
    result = book(
        article("a", invests("3e9 EUR"), published=FEBRUARY),
        article("b", invests("3e9 USD"), published=NEXT_DAY),
        article("c", invests("3e9 EUR", status="cancelled"), published=NOVEMBER),
    )
    assert counts(result) == {"EUR": "cancelled", "USD": "cancelled"}


def test_the_price_converted_beside_it_is_what_is_mixed_up():
    deal = {"payer": "Lormeau", "target": "Carden"}
    full = article(
        "a",
        says("acquisition", "1.95e9 GBP", **deal),
        says("result", "2.3e9 EUR", measure="price", conversion_of=0),
        published=MAY,
    )
    slip = article("b", says("acquisition", "2.3e9 USD", target="Carden"), published=MAY)
    (conflict,) = book(full, slip).conflicts
    assert "2.3 billion EUR and 2.3 billion USD" in conflict.note_en


def test_like_numbers_of_two_plans_are_no_slip():
    other = article("b", invests("3e9 USD", project="Hyland"), published=NEXT_DAY)
    assert book(article("a", invests("3e9 EUR"), published=FEBRUARY), other).conflicts == ()
