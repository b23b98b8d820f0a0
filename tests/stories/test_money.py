"""`graphbuild totals` on the pack: what each puts in, counted once, and what is left out."""

import pytest
from click.testing import CliRunner

import graphbuild
from graphbuild.cli import main


def lines(output, *columns, **asked):
    """The lines of the totals as tuples of these columns."""
    answer = graphbuild.totals(output=str(output), **asked).answer()
    places = [answer.columns.index(name) for name in columns]
    return [tuple(row[place] for place in places) for row in answer.rows]


@pytest.mark.parametrize(
    ("payer", "currency", "certain"),
    [
        ("Allemagne", "EUR", "1000000000"),
        ("France", "EUR", "1150000000"),  # 500 million, and 650 instead of 800
        ("Lormeau Énergie", "EUR", "700000000"),
        ("Kestrel Partners", "EUR", "45000000"),
        ("Grand Est", "EUR", "80000000"),
        ("Luxembourg", "EUR", "90000000"),
        ("Nvidia", "USD", "20000000"),
        ("Land de Sarre", "EUR", "60000000"),
    ],
)
def test_a_sum_that_many_articles_tell_counts_once(story_output, payer, currency, certain):
    told = lines(story_output, "payer", "currency", "low", "high", "certainty")
    assert [line[2:4] for line in told if line[:2] == (payer, currency) and line[4] == "certain"] == [
        (certain, certain)
    ]


def test_what_is_cancelled_counts_nowhere_in_either_currency(story_output):
    assert not [line for line in lines(story_output, "payer") if line[0] == "Brightwater Compute"]
    explained = graphbuild.totals(output=str(story_output), of="Brightwater Compute").explained()
    rows = [dict(zip(explained.columns, row, strict=True)) for row in explained.rows]
    promised = [row for row in rows if row["payer"] in {"Brightwater Compute", "European Investment Bank"}]
    assert {(row["low"], row["currency"], row["left_out"]) for row in promised} == {
        ("3000000000", "EUR", "cancelled"),
        ("3000000000", "USD", "cancelled"),
        ("600000000", "EUR", "cancelled"),
        ("800000000", "EUR", "whole cancelled"),
    }


def test_what_berlin_brussels_and_paris_pay_together_counts_by_their_shares(story_output):
    explained = graphbuild.totals(output=str(story_output)).explained()
    rows = [dict(zip(explained.columns, row, strict=True)) for row in explained.rows]
    joint = [row for row in rows if row["low"] == "2400000000" and row["kind"] == "grant"]
    assert {row["left_out"] for row in joint} == {"repeated"}
    assert "Berlin, Brussels, Paris" in {row["payer"] for row in joint}


def test_certain_planned_and_rumoured_stand_apart(story_output):
    told = lines(story_output, "payer", "certainty", "low")
    assert ("Allemagne", "certain", "1000000000") in told
    assert ("Allemagne", "planned", "250000000") in told
    bids = lines(story_output, "payer", "certainty", "low", kinds=["acquisition"])
    assert ("Novaxis", "rumoured", "0") in bids, "offered, says one, and denied, says the other"


def test_a_part_is_not_counted_on_top_of_its_whole(story_output):
    explained = graphbuild.totals(output=str(story_output), by=["project"]).explained()
    rows = [dict(zip(explained.columns, row, strict=True)) for row in explained.rows]
    counted = [row for row in rows if row["counted"] and "Saône IA" in row["project"]]
    assert counted == [], "the whole was dropped, and its tranches with it"


@pytest.mark.parametrize("by", ["year", "kind", "beneficiary"])
def test_whatever_they_are_added_up_by_no_euro_is_lost(story_output, by):
    """The lines of a total are disjoint: by whatever they are grouped, all together are the same."""
    (wanted,) = (
        int(low)
        for low, currency, column in lines(story_output, "low", "currency", "certainty", by="currency")
        if (currency, column) == ("EUR", "certain")
    )
    told = lines(story_output, "low", "currency", "certainty", by=by)
    assert sum(int(low) for low, *rest in told if rest == ["EUR", "certain"]) == wanted
    assert wanted


def test_in_one_reference_currency_at_the_rate_of_the_day(story_output):
    (line,) = [
        line for line in lines(story_output, "payer", "currency", "low", into="EUR") if line[0] == "Nvidia"
    ]
    # 20 million dollars on 2025-10-08: the bank's 1.1627
    assert line[1] == "EUR"
    assert 17_000_000 < float(line[2]) < 17_500_000


def test_every_sum_is_counted_or_left_out_for_a_reason(story_output):
    explained = graphbuild.totals(output=str(story_output)).explained()
    rows = [dict(zip(explained.columns, row, strict=True)) for row in explained.rows]
    assert all(bool(row["counted"]) is not bool(row["left_out"]) for row in rows)
    reasons = {row["left_out"] for row in rows}
    assert {"cancelled", "other currency", "other kind", "per period"} <= reasons
    (dollars,) = [
        row for row in rows if row["left_out"] == "other currency" and "Orsane" in row["beneficiary"]
    ]
    assert (dollars["low"], dollars["currency"]) == ("120000000", "USD")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("1 billion EUR", "250 million EUR", "cancelled")), ("fr", ("1 milliard EUR", "annulé"))],
)
def test_the_table_reads_as_a_newspaper_writes(story_output, language, words):
    said = CliRunner().invoke(main, ["totals", "-o", str(story_output), "--language", language]).output
    assert all(word in said for word in words), said
    named = [line for line in said.splitlines() if line and not line.startswith(("programme", "investors"))]
    assert len(named) == len([line for line in said.splitlines() if line]), "a common noun is no payer"


def test_what_was_paid_out_of_a_promise_stands_beside_it_for_no_payer(story_output):
    """125 million of the French State's 500, 120 of the Commission's 600, a loan of 500 told of two borrowers."""
    explained = graphbuild.totals(output=str(story_output)).explained()
    rows = [dict(zip(explained.columns, row, strict=True)) for row in explained.rows]
    left = {(row["payer"], row["low"]): row["left_out"] for row in rows if row["currency"] == "EUR"}
    assert left["French state", "125000000"] == "part"
    assert left["Commission européenne", "120000000"] == "part"
    lent = [
        row["left_out"]
        for row in rows
        if (row["payer"], row["low"]) == ("European Investment Bank", "500000000")
    ]
    assert sorted(lent) == ["", "repeated"]


def test_what_one_of_several_gives_alone_counts_for_it_alone(story_output):
    told = lines(story_output, "payer", "low", "disputed")
    assert ("Kestrel Partners", "45000000", "") in told
    assert ("Bpifrance", "30000000", "") in told
    assert ("Kestrel Partners, investors", "45000000", "rest") in told, (
        "the 45 million that remain, says the article"
    )


def test_what_nobody_gives_is_no_payers_total(story_output):
    told = lines(story_output, "payer", "low", "certainty")
    assert [line for line in told if not line[0] and line[2] == "certain"] == []
