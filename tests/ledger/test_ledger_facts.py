"""Which claims are one fact."""

import pytest
from books import article, book, says

from graphbuild.ledger import ClaimRef
from graphbuild.model import Comparator


def invests(amount, **given):
    return says("investment", amount, **{"payer": "France", "project": "InvestAI", **given})


def facts_of(one, other, **given):
    return book(article("a", one, **given), article("b", other, **given)).facts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("109e9 EUR", "109e9 EUR"),
        ("109e9 EUR", "> 100e9 EUR"),
        ("5.1e9 EUR", "~ 5e9 EUR"),
        ("3.57e9 GBP", "3.6e9 GBP"),
        ("40e9 USD", "30e9..50e9 USD"),
        ("100e6 EUR", "<= 100e6 EUR"),
        (None, None),
    ],
)
def test_two_articles_that_agree_make_one_fact(one, other):
    (fact,) = facts_of(invests(one), invests(other))
    assert fact.sources == 2
    assert len(fact.claims) == 2
    if one:
        assert fact.amount.comparator is Comparator.EXACT  # the most precise is kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("109e9 EUR", "112e9 EUR"),
        ("109e9 EUR", "109e9 USD"),
        ("400e9 EUR", "> 100e9 EUR"),
        ("6e9 EUR", "~ 5e9 EUR"),
        ("1 GW", "1e9 EUR"),
        ("109e9 EUR", None),
    ],
)
def test_other_amounts_make_other_facts(one, other):
    assert len(facts_of(invests(one), invests(other))) == 2


@pytest.mark.parametrize(
    "difference",
    [
        {"payer": "Allemagne"},
        {"project": "Stargate"},
        {"polarity": "negative"},
        {"certainty": "hedged"},
        {"date": "2023"},
        {"purpose": "hôpitaux"},
    ],
    ids=str,
)
def test_what_keeps_two_claims_of_one_amount_apart(difference):
    one = invests("5e9 EUR", date="2025", purpose="écoles")
    other = invests("5e9 EUR", **{"date": "2025", "purpose": "écoles", **difference})
    assert len(facts_of(one, one)) == 1
    assert len(facts_of(one, other)) == 2


def test_one_vague_role_is_not_enough():
    one, other = (says("investment", "5e9 EUR", payer="France") for _ in range(2))
    assert len(facts_of(one, other)) == 2


def test_an_acquisition_happens_once_whoever_gives_its_price():
    priced = says("acquisition", "69e9 USD", payer="Microsoft", target="Activision")
    bare = says("acquisition", payer="Microsoft", target="Activision")
    (fact,) = facts_of(priced, bare)
    assert fact.amount.value == 69_000_000_000


def test_partners_are_shared_by_two():
    pair = says("partnership", partner=["OpenAI", "SoftBank"])
    three = says("partnership", partner=["OpenAI", "SoftBank", "Oracle"])
    other = says("partnership", partner=["OpenAI", "Apple"])
    ((_, partners),) = facts_of(pair, three)[0].roles
    assert len(partners) == 3
    assert len(facts_of(pair, other)) == 2


def test_titles_and_measures_tell_facts_apart():
    head = says("position", person="Tim Cook", organization="Apple", title="directeur général")
    chair = says("position", person="Tim Cook", organization="Apple", title="administrateur")
    assert len(facts_of(head, chair)) == 2
    debt = says("result", "15e9 GBP", organization="Thames Water", measure="debt")
    cost = says("result", "15e9 GBP", organization="Thames Water", measure="cost")
    assert len(facts_of(debt, cost)) == 2
    assert len(facts_of(debt, debt)) == 1


def test_one_article_repeats_itself_only_with_the_same_parties_and_amount():
    twice = article("a", invests("5e9 EUR"), invests("5e9 EUR", status="planned"))
    assert len(book(twice).facts) == 1
    bounds = article("a", invests("109e9 EUR"), invests("> 100e9 EUR"))
    assert len(book(bounds).facts) == 2
    roles = article("a", invests("5e9 EUR"), invests("5e9 EUR", place="Lyon"))
    assert len(book(roles).facts) == 2


def test_a_bound_between_two_figures_joins_neither():
    corpus = [
        article(name, invests(amount))
        for name, amount in zip("abc", ["109e9 EUR", "112e9 EUR", "> 100e9 EUR"], strict=True)
    ]
    assert len(book(*corpus).facts) == 3


def test_copies_count_as_one_source():
    agency = " ".join(f"mot{i}" for i in range(200))
    edited = agency.replace("mot100 ", "", 1) + " avec AFP"
    corpus = [
        article("a", invests("5e9 EUR"), text=agency),
        article("b", invests("5e9 EUR"), text=edited),
        article("c", invests("5e9 EUR")),
    ]
    (fact,) = book(*corpus).facts
    assert (fact.sources, len(fact.claims)) == (2, 3)


def test_every_claim_is_in_one_fact():
    said = (
        invests("5e9 EUR"),
        invests("7e9 EUR", project="Stargate"),
        says("ownership", owner="Airbus", owned="Vega"),
    )
    corpus = [article(name, *said) for name in "abc"]
    claims = [ref for fact in book(*corpus).facts for ref in fact.claims]
    assert sorted(claims) == sorted(ClaimRef(x.document.id, c.key) for x in corpus for c in x.claims)
