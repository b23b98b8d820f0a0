"""A part of a larger sum, and money that only goes through a project, count once."""

from dataclasses import replace

import pytest
from books import article, book, says

from graphbuild.model import EntityType, entity_key

WINTER, SPRING = "2025-01-22", "2025-05-10"


def counting(*articles):
    return sorted(
        int(fact.amount.value) for fact in book(*articles).facts if fact.counts_as and not fact.part_of
    )


def grant(amount, payer="Commission européenne", **given):
    return says("grant", amount, payer=payer, **given)


PROMISE = article("a", grant("600e6 EUR", project="RhinH2"), published=WINTER)
PAID = "Elle a versé une première annuité de 120 millions."


def paid(words, status="done", project="RhinH2", **given):
    claim = grant("120e6 EUR", project=project, status=status, **given)
    return article("b", claim, text=words, published=SPRING, sentences=1)


def test_an_instalment_is_a_part_of_what_the_same_purse_promised():
    assert counting(PROMISE, paid(PAID)) == [600_000_000]
    assert counting(PROMISE, paid(PAID, payer="Union européenne")) == [600_000_000], "one purse"


@pytest.mark.parametrize(
    "other",
    [
        paid("Elle a aussi versé 120 millions."),
        paid(PAID, status="announced"),
        paid(PAID, payer="Pologne"),
        paid(PAID, project="InvestAI"),
    ],
)
def test_what_no_sentence_calls_an_instalment_of_it_counts_beside_it(other):
    assert counting(PROMISE, other) == [120_000_000, 600_000_000]


def test_a_quarter_of_a_promise_in_one_sentence_is_inside_it():
    words = "L’État a versé 125 millions, soit le quart des 500 millions promis."
    claims = (
        grant("125e6 EUR", payer="État français", status="done"),
        grant("500e6 EUR", payer="État français"),
    )
    others = article("a", grant("500e6 EUR", payer="France", beneficiary="Belval"), published=WINTER)
    told = article("b", *claims, text=words, sentences=1, published=SPRING, beside=["Belval"])
    assert 125_000_000 not in counting(told, others)


def test_an_investors_ticket_is_a_part_of_the_round_of_its_article():
    raised = says("fundraising", "120e6 EUR", beneficiary="Orsane", status="done")
    ticket = says("investment", "45e6 EUR", payer="Kestrel Partners", status="done")
    assert counting(article("a", raised, ticket, beside=["Orsane"])) == [120_000_000]
    assert counting(article("a", raised), article("b", ticket)) == [45_000_000, 120_000_000]
    elsewhere = says("investment", "45e6 EUR", payer="Kestrel Partners", beneficiary="Novaxis", status="done")
    assert counting(article("a", raised, elsewhere, beside=["Orsane"])) == [45_000_000, 120_000_000]


def test_a_ticket_stays_a_part_of_its_articles_round_whoever_led_it_in_another():
    raised = says("fundraising", "120e6 EUR", beneficiary="Orsane", status="done")
    ticket = says("investment", "30e6 EUR", payer="Bpifrance", status="done")
    led = says("fundraising", "120e6 EUR", beneficiary="Orsane", payer="Kestrel Partners", status="done")
    one, other = article("a", raised, ticket, beside=["Orsane"]), article("b", led)
    assert counting(one, other) == [120_000_000]
    assert counting(article("a", ticket, beside=["Orsane"]), other) == [30_000_000, 120_000_000]


def test_what_nobody_in_particular_spends_on_it_is_inside_what_somebody_invests_in_it():
    whole = says("investment", "500e9 USD", payer="Stargate", project="data centres")
    now = says("investment", "100e9 USD", project="data centres")
    assert counting(article("a", whole, now)) == [500_000_000_000]
    assert counting(article("a", whole), article("b", now)) == [100_000_000_000, 500_000_000_000]


FUNDED = article(
    "a",
    says("investment", "500e9 USD", payer=["OpenAI", "SoftBank"], beneficiary="Stargate"),
    published=WINTER,
)


def spent(beside, amount="500e9 USD"):
    return article(
        "b", says("investment", amount, payer="Stargate", project="Abilene"), published=WINTER, beside=beside
    )


def test_what_a_venture_spends_is_what_those_beside_it_put_in():
    (out,) = [f for f in book(FUNDED, spent(["OpenAI", "SoftBank"])).facts if f.fillers("project")]
    assert (out.left_out, out.counts_as) == ("repeated", None)


@pytest.mark.parametrize("other", [spent([]), spent(["OpenAI", "SoftBank"], "400e9 USD")])
def test_another_sum_or_one_without_its_funders_is_its_own(other):
    assert len(counting(FUNDED, other)) == 2


def test_a_project_pays_with_the_money_that_it_was_given():
    given = says("grant", "40e6 EUR", payer="Pologne", project="RhinH2")
    out = says("investment", "40e6 EUR", payer="RhinH2", place="Kehl")
    assert counting(article("a", given), article("b", out)) == [40_000_000]
    company = says("grant", "40e6 EUR", payer="Pologne", beneficiary="Belval")
    own = says("investment", "40e6 EUR", payer="Belval", place="Kehl")
    assert counting(article("a", company), article("b", own)) == [40_000_000, 40_000_000], "its own half"


def test_a_body_and_its_institution_tell_one_sum_in_one_article():
    claims = (
        says("grant", "200e9 EUR", payer="Commission européenne", purpose="intelligence artificielle"),
        says("investment", "200e9 EUR", payer="Union européenne", purpose="intelligence artificielle"),
    )
    (kept,) = [fact for fact in book(article("a", *claims)).facts if fact.counts_as]
    assert kept.fillers("payer") == ("organization:union europeenne",)


def test_who_heads_a_company_stands_for_it():
    lent = article("a", says("loan", "500e6 EUR", payer="BEI", beneficiary="Belval"), published=WINTER)
    him = says("loan", "500e6 EUR", payer="BEI", beneficiary="Ingrid Vogel")

    def told(beside):
        found = article("b", him, published=SPRING, beside=beside)
        return counting(lent, as_person(found))

    assert told(["Belval"]) == [500_000_000]
    assert told([]) == [500_000_000, 500_000_000]


def as_person(extract):
    """The extract, its Ingrid Vogel a person."""
    key, old = (entity_key(kind, "Ingrid Vogel") for kind in (EntityType.PERSON, EntityType.ORGANIZATION))
    entities = tuple(
        replace(e, key=key, type=EntityType.PERSON) if e.key == old else e for e in extract.entities
    )
    claims = tuple(
        replace(c, roles=tuple((role, tuple(key if k == old else k for k in keys)) for role, keys in c.roles))
        for c in extract.claims
    )
    return replace(extract, entities=entities, claims=claims)
