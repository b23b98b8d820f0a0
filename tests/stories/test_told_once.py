"""What the articles of the pack tell together: one fact with all its sources, its history, its disagreements."""

import pytest

import graphbuild
from graphbuild.ledger.rates import rate

CAMPUS = "3000000000 EUR"


def facts_of(found, amount, *payers):
    """The facts of this sum that one of these pays."""
    paid = [iri for name in payers for iri in found.named(name)]
    return [
        fact
        for fact in found.facts.values()
        if amount in fact.amounts and set(fact.roles.get("payer", ())) & set(paid)
    ]


def articles_of(found, fact):
    return {found.article(claim) for claim in found.get(fact.iri, "statedBy")}


def row_of(output, **cells):
    """The only row of `ask disagreements` with these cells."""
    answer = graphbuild.ask("disagreements", output=str(output))
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    (row,) = [row for row in rows if all(row[name] == words for name, words in cells.items())]
    return row


def test_one_investment_in_two_languages_is_one_fact_with_all_its_articles(found):
    (fact,) = facts_of(found, CAMPUS, "Brightwater Compute")
    told = articles_of(found, fact)
    assert told >= {"ace-0210-brightwater", "courrier-0211", "ledger-0211", "communique-0520", "ledger-1119"}
    assert {"fr", "en"} == {found.language(article) for article in told}


def test_a_copy_of_the_agency_is_no_source_of_its_own(found):
    (fact,) = facts_of(found, CAMPUS, "Brightwater Compute")
    told = articles_of(found, fact)
    assert {"ace-0210-brightwater", "courrier-0211"} <= told
    assert int(found.one(fact.iri, "sources")) == len(told) - 1


def test_announced_signed_dropped_is_an_evolution_with_both_clocks(found):
    (fact,) = facts_of(found, CAMPUS, "Brightwater Compute")
    steps = [
        (found.one(step, "status").rpartition("#")[2], found.one(step, "date"), found.one(step, "reported"))
        for step in sorted(found.get(fact.iri, "history"), key=lambda step: int(found.one(step, "ordinal")))
    ]
    assert steps[0][0] == "Announced"
    assert steps[0][2] == "2025-02-10"
    assert {"Cancelled"} == {status for status, _, said in steps if said >= "2025-11-18"}
    # year-end-1220 says in December what held in November
    assert ("Cancelled", "2025-11-18", "2025-12-20") in steps
    assert fact.status == "cancelled"


def test_a_loan_that_will_not_be_paid_out_has_ended_and_nobody_denies_it(found):
    (fact,) = [
        fact
        for fact in facts_of(found, "600000000 EUR", "European Investment Bank")
        if fact.polarity == "positive"
    ]
    assert fact.status == "cancelled"
    assert {"communique-0520", "cw-0521-brightwater", "ledger-1119"} <= articles_of(found, fact)
    assert found.get(fact.iri, "conflictsWith") == []


def test_a_vote_and_a_promise_of_one_state_are_one_fact(found):
    (fact,) = facts_of(found, "1000000000 EUR", "Allemagne")
    assert {"ace-0122-rhinh2", "cw-0710-rhinh2", "industrie-verte-0712"} <= articles_of(found, fact)
    assert fact.status == "committed"
    assert found.names(fact.roles["payer"][0])[0] in {"Allemagne", "Germany"}
    assert len(fact.roles["payer"]) == 1, "the Bundestag votes Germany's money"


def test_a_figure_rounded_and_converted_agrees(found):
    (fact,) = [f for f in found.facts.values() if {"120000000 EUR", "130000000 USD"} <= set(f.amounts)]
    assert {"lyon-eco-0306", "cw-0306-orsane"} <= articles_of(found, fact)
    (pledges,) = [
        f for f in found.facts.values() if {"109000000000 EUR", "100000000000 EUR"} <= set(f.amounts)
    ]
    assert {"ace-0210-brightwater", "ledger-0211"} <= articles_of(found, pledges)


@pytest.mark.parametrize(
    ("number", "day"),
    [("3 billion", "2025-02-10"), ("2.3 billion", "2025-06-16"), ("120 million", "2025-03-06")],
)
def test_a_currency_that_is_mixed_up_is_named_in_words_with_the_rate_of_the_day(story_output, number, day):
    row = row_of(story_output, other_amount=f"{number} USD")
    euro = rate("EUR", "USD", day)
    assert f"The same number in another currency: {number} EUR and {number} USD" in row["why"]
    assert f"at the reference rate of {day} (1 EUR = {euro.value:.5g} USD)" in row["why"]


def test_two_figures_for_one_order_disagree(story_output):
    row = row_of(story_output, kind="Contract")
    assert (row["amount"], row["other_amount"]) == ("640 million EUR", "680 million EUR")
    assert (row["said"], row["other_said"]) == ("2025-09-18", "2025-09-19")
    assert (row["articles"], row["other_articles"]) == ("cw-0918-deutsche-bahn", "rail/nouvelles-0919.txt")
    assert row["about"] == "Carden Rail, Deutsche Bahn"


def test_a_denial_contradicts_what_it_answers_and_not_the_deal_of_the_summer(story_output):
    row = row_of(story_output, amount="denied", said="2025-04-04")
    assert (row["other_amount"], row["other_articles"]) == ("about 1.9 billion GBP", "rail/city-0403.txt")


def test_the_disagreements_are_one_row_a_pair_and_no_more(story_output):
    answer = graphbuild.ask("disagreements", output=str(story_output))
    pairs = [(row[0], row[1], row[2], row[5]) for row in answer.rows]
    assert len(pairs) == len(set(pairs)) == 6
    assert not [cell for row in answer.rows for cell in row if "000000" in cell]


def test_a_plan_whose_parts_fall_short_is_the_only_breakdown_that_does_not_add_up(story_output):
    ((article, english, french),) = graphbuild.totals(output=str(story_output)).mismatches
    assert article == "battery/est-industrie-0314.md"
    assert "add up to 1.68 billion EUR, less than their whole of 1.8 billion EUR" in english
    assert "font 1,68 milliard EUR, moins que leur tout de 1,8 milliard EUR" in french


def test_every_fact_is_supported_by_its_articles_own_words(story_output):
    assert graphbuild.check(output=str(story_output)) == ()


def test_money_is_written_as_a_reader_writes_it(story_output):
    answer = graphbuild.ask("planned-or-rumoured", output=str(story_output))
    amounts = {row[answer.columns.index("amount")] for row in answer.rows}
    assert {"250 million EUR", "1 billion EUR"} <= amounts
