"""Totals of small corpora: nothing counts twice, and the named questions give the same numbers."""

import sys
from decimal import Decimal
from pathlib import Path

import pytest

import graphbuild
from graphbuild import store
from graphbuild.errors import QueryError
from graphbuild.graph import build_graph, to_turtle
from graphbuild.ledger import ledger
from graphbuild.resolve import resolve

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
from books import article, says

MONDAY, TUESDAY, MAY = "2025-02-10", "2025-02-11", "2025-05-10"


def invests(amount, **given):
    return says("investment", amount, **{"payer": "UE", "project": "InvestAI", **given})


def output_of(folder, *corpus):
    identities = resolve(corpus)
    graph = build_graph(corpus, identities, ledger(corpus, identities))
    with store.staged(folder) as inside:
        store.write(inside, turtle=to_turtle(graph), documents=(e.document for e in corpus))
        store.write_page(inside, "<!doctype html>")
    return folder


# Five stories: a whole with a part told elsewhere; a disagreement; a currency mix-up; a rumour confirmed; ends.
CORPUS = (
    article("whole", invests("200e9 EUR"), published=MONDAY),
    article("part", invests("20e9 EUR", purpose="gigafactories"), published=MAY),
    article("member", says("investment", "3e9 EUR", payer="Espagne", project="InvestAI"), published=MAY),
    article("one", says("grant", "109e6 EUR", payer="France", beneficiary="Mistral"), published=MONDAY),
    article("other", says("grant", "112e6 EUR", payer="France", beneficiary="Mistral"), published=TUESDAY),
    article("third", says("grant", "> 10e6 EUR", payer="France", beneficiary="Helsing"), published=TUESDAY),
    article("euros", says("loan", "40e6 EUR", payer="BEI", beneficiary="Orsane"), published=MONDAY),
    article("dollars", says("loan", "40e6 USD", payer="BEI", beneficiary="Orsane"), published=TUESDAY),
    article("rumour", says("investment", "600e6 USD", payer="Nvidia", beneficiary="Wayve", certainty="hedged"), published=MONDAY),
    article("sure", says("investment", "600e6 USD", payer="Nvidia", beneficiary="Wayve"), published=MAY),
    article("hope", says("investment", "30e6..50e6 USD", payer="Nvidia", beneficiary="Poolside", status="planned"), published=MONDAY),
    article("maybe", says("investment", "~ 7e6 USD", payer="Nvidia", beneficiary="H", certainty="hedged"), published=MAY),
    article("dropped", says("investment", "8e9 EUR", payer="Intel", project="Magdebourg", status="cancelled"), published=MAY),
    article("denied", says("investment", "8e9 EUR", payer="Intel", project="Dresde", polarity="negative"), published=MAY),
    article("results", says("result", "8e9 EUR", organization="Intel", measure="revenue"), published=MAY),
    article("fine", says("fine", "5e6 EUR", payer="Nvidia", authority="AMF"), published=MAY),
    article("nobody", says("fundraising", "2e6 EUR", beneficiary="Pasqal"), published=MAY),
)  # fmt: skip


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    return output_of(tmp_path_factory.mktemp("totals") / "output", *CORPUS)


def lines(output, *columns, **asked):
    answer = graphbuild.totals(output=output, **asked).answer()
    places = [answer.columns.index(name) for name in columns]
    return [tuple(row[place] for place in places) for row in answer.rows]


def test_totals_per_payer(output):
    assert lines(output, "payer", "currency", "certainty", "low", "high", "about", "disputed") == [
        ("Banque européenne d'investissement", "EUR", "certain", "40000000", "40000000", "", "currency"),
        ("Banque européenne d'investissement", "USD", "certain", "40000000", "40000000", "", "currency"),
        ("Espagne", "EUR", "certain", "3000000000", "3000000000", "", ""),
        ("France", "EUR", "certain", "119000000", "", "", "figure"),  # 109 to 112, and more than 10
        ("Nvidia", "USD", "certain", "600000000", "600000000", "", ""),
        ("Nvidia", "USD", "planned", "30000000", "50000000", "", ""),
        ("Nvidia", "USD", "rumoured", "7000000", "7000000", "yes", ""),
        ("Union européenne", "EUR", "certain", "200000000000", "200000000000", "", ""),
        ("", "EUR", "certain", "2000000", "2000000", "", ""),
    ]


def test_totals_per_project_and_year_count_no_part_beside_its_whole(output):
    assert lines(output, "project", "low", by="project", of="InvestAI") == [("InvestAI", "203000000000")]
    assert lines(output, "year", "low", by="year", of="UE") == [("2025", "200000000000")]
    assert lines(output, "kind", "low", by="kind", of="Pasqal") == [("fundraising", "2000000")]


def test_by_two_things_at_once(output):
    assert lines(output, "payer", "year", "low", by=["payer", "year"], of="Nvidia") == [
        ("Nvidia", "2025", "600000000"),
        ("Nvidia", "2025", "30000000"),
        ("Nvidia", "2025", "7000000"),
    ]


def test_in_one_currency_at_the_rate_of_the_day(output):
    (line,) = lines(output, "currency", "low", "high", "disputed", of="BEI", into="EUR")
    assert line[0] == "EUR"
    assert Decimal(line[1]) == pytest.approx(Decimal(40_000_000) / Decimal("1.0324"), rel=Decimal("0.01"))
    assert line[2:] == ("40000000", "figure")
    rows = graphbuild.totals(output=output, of="Wayve", into="EUR").explained()
    counted = next(dict(zip(rows.columns, row, strict=True)) for row in rows.rows if row[1])
    assert (counted["low"], counted["currency"], counted["rate_day"]) == ("600000000", "USD", "2025-05-09")


def test_what_has_no_day_is_not_converted(tmp_path):
    undated = output_of(tmp_path / "o", article("a", says("loan", "5e6 USD", payer="BEI", beneficiary="X")))
    assert lines(undated, "low") == [("5000000",)]
    assert lines(undated, "low", into="EUR") == []
    assert lines(undated, "low", into="USD") == [("5000000",)]
    explained = graphbuild.totals(output=undated, into="EUR").explained()
    assert explained.rows[0][explained.columns.index("left_out")] == "no rate"


def test_every_sum_is_explained(output):
    answer = graphbuild.totals(output=output).explained()
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert {row["documents"]: row["counted"] or row["left_out"] for row in rows} == {
        "whole": "certain",
        "part": "part",
        "member": "certain",
        "one": "certain",
        "other": "certain",
        "third": "certain",
        "euros": "certain",
        "dollars": "certain",
        "rumour": "repeated",
        "sure": "certain",
        "hope": "planned",
        "maybe": "rumoured",
        "dropped": "cancelled",
        "denied": "denied",
        "results": "no payment",
        "fine": "other kind",
        "nobody": "certain",
    }


def test_fines_and_prices_are_added_up_where_they_are_asked_for(output):
    assert lines(output, "payer", "low", kinds=["fine"]) == [("Nvidia", "5000000")]


@pytest.mark.parametrize(
    ("question", "by"), [("totals-per-payer", "payer"), ("money-per-project", "project")]
)
def test_the_named_questions_give_the_same_numbers(output, question, by):
    asked = graphbuild.ask(question, output=output)
    mine = graphbuild.totals(by=by, output=output).answer()
    assert asked.columns == mine.columns
    assert sorted(asked.rows) == sorted(row for row in mine.rows if row[0])
    assert asked.rows


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"by": "colour"}, "There are no totals by 'colour'"),
        ({"kinds": ["result"]}, "A result is no payment"),
        ({"kinds": ["gift"]}, "'gift' is not a valid Kind"),
        ({"into": "XXX"}, "There is no reference rate for 'XXX'"),
        ({"of": "Nvidai"}, "Did you mean Nvidia"),
    ],
)
def test_what_there_is_none_of_is_told(output, asked, told):
    with pytest.raises(QueryError, match=told):
        graphbuild.totals(output=output, **asked)


def test_a_name_is_a_whole_name_where_somebody_has_it(tmp_path):
    corpus = [
        article("a", says("loan", "5e6 EUR", payer="Orange", beneficiary="X"), published=MONDAY),
        article("b", says("loan", "6e6 EUR", payer="Orange Ventures", beneficiary="Y"), published=MONDAY),
    ]
    output = output_of(tmp_path / "o", *corpus)
    assert lines(output, "payer", of="ORANGE") == [("Orange",)]
    assert lines(output, "payer", of="orang") == [("Orange",), ("Orange Ventures",)]


def test_a_denial_leaves_the_sum_open_to_nothing(tmp_path):
    bought = {"payer": "Vivendi", "beneficiary": "Editis"}
    output = output_of(
        tmp_path / "o",
        article("a", says("investment", "5e6 EUR", **bought), published=MONDAY),
        article("b", says("investment", "5e6 EUR", polarity="negative", **bought), published=TUESDAY),
    )
    assert lines(output, "low", "high", "disputed") == [("0", "5000000", "figure")]
    assert (
        graphbuild.ask("totals-per-payer", output=output).rows
        == graphbuild.totals(output=output).answer().rows
    )


def test_breakdowns_that_do_not_add_up_are_told(tmp_path):
    parts = (invests(f"{part}e9 EUR", project=f"P{part}", part_of=0) for part in (150, 70))
    output = output_of(tmp_path / "o", article("a", invests("200e9 EUR"), *parts, published=MONDAY))
    found = graphbuild.totals(output=output)
    ((document, english, french),) = found.mismatches
    assert document == "a"
    assert english.startswith("The parts add up to 220 billion EUR")
    assert french.startswith("Les parties font 220 milliards EUR")
    assert lines(output, "low") == [("200000000000",)]
