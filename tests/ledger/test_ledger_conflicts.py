"""What disagrees, and what only seems to."""

from dataclasses import replace

import pytest
from books import article, book, says

MONDAY, TUESDAY, NEXT_YEAR = "2025-02-10", "2025-02-11", "2026-02-10"


def invests(amount, **given):
    return says("investment", amount, **{"payer": "France", "project": "InvestAI", **given})


def debt(amount, **given):
    return says("result", amount, organization="Thames Water", measure="debt", status="done", **given)


def notes(one, other, published=(MONDAY, TUESDAY)):
    found = book(article("a", one, published=published[0]), article("b", other, published=published[1]))
    return [conflict.note_en for conflict in found.conflicts]


def within(*said):
    return book(article("a", *said, published=MONDAY)).conflicts


def test_two_articles_of_one_week_give_two_figures():
    result = book(
        article("a", invests("109e9 EUR"), published=MONDAY),
        article("b", invests("112e9 EUR"), published=TUESDAY),
    )
    (conflict,) = result.conflicts
    assert [ref.document for ref in conflict.claims] == ["a", "b"]
    assert (
        conflict.note_en
        == "Two figures for one thing that cannot both hold: 109 billion EUR and 112 billion EUR."
    )
    assert conflict.note_fr.endswith("tous les deux : 109 milliards EUR et 112 milliards EUR.")
    assert result.claim_conflicts == (conflict.claims,)
    assert result.fact_conflicts == (tuple(sorted(fact.key for fact in result.facts)),)


def test_the_same_number_in_two_currencies():
    english, *others = notes(invests("> 200e9 USD", status="planned"), invests("200e9 EUR"))
    assert not others
    assert english == (
        "The same number in another currency: more than 200 billion USD and 200 billion EUR."
        " At most one of the two can be right."
        " 200 billion USD are 193.8 billion EUR at the reference rate of 2025-02-10 (1 USD = 0.96899 EUR)."
    )
    undated = book(article("a", invests("200e9 USD")), article("b", invests("200e9 EUR"))).conflicts
    assert undated[0].note_en.endswith("At most one of the two can be right.")
    assert undated[0].note_fr.endswith("L'un des deux au plus peut être exact.")


def test_two_figures_in_two_currencies_that_no_rate_of_the_week_makes_one():
    (english,) = notes(invests("109e9 EUR"), invests("150e9 USD"))
    assert english == (
        "Two figures for one thing that cannot both hold: 109 billion EUR and 150 billion USD."
        " 109 billion EUR are 112.5 billion USD at the reference rate of 2025-02-10 (1 EUR = 1.032 USD)."
    )
    far = invests("109e9 EUR"), invests("121e9 USD")  # which rate did they take?
    assert notes(*far) == []
    assert notes(invests("109e9 EUR"), invests("150e9 USD"), published=(None, None)) == []
    assert notes(invests("109e9 EUR"), invests("150e9 KZT")) == []  # the bank has no rate


def test_the_currency_mix_up_of_one_article_about_one_purpose():
    headline = says("investment", "> 200e9 USD", payer="UE", purpose="le développement de l’IA")
    body = says(
        "investment",
        "200e9 EUR",
        payer="UE",
        purpose="développement de l’intelligence artificielle",
        status="done",
    )
    (conflict,) = within(headline, body)
    assert conflict.note_fr.startswith("Le même nombre dans deux monnaies : ")


def test_the_currency_mix_up_of_one_article_about_one_party():
    headline = says("investment", "200e9 USD", payer="UE")
    body = invests("200e9 EUR", payer="UE")
    assert len(within(headline, body)) == 1
    assert notes(headline, body) == []  # two articles: perhaps two plans
    assert within(headline, invests("200e9 EUR")) == ()
    assert within(headline, invests("201e9 EUR", payer="UE")) == ()


def test_two_voices_in_one_article():
    assert (
        len(within(debt("15.2e9 GBP", speaker="Chris Weston"), debt("18e9 GBP", speaker="other estimates")))
        == 1
    )
    assert within(debt("15.2e9 GBP"), debt("18e9 GBP")) == ()  # before and after, net and gross, ...


def test_two_prices_of_one_deal():
    deal = [
        says("acquisition", price, payer="Microsoft", target="Activision")
        for price in ("69e9 USD", "75e9 USD")
    ]
    assert len(notes(*deal)) == 1
    assert len(within(*deal)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (invests("> 100e9 EUR"), invests("109e9 EUR")),
        (invests("> 100e9 EUR"), invests("400e9 EUR")),
        (invests("~ 5e9 EUR"), invests("5.1e9 EUR")),
        (invests("109e9 EUR"), invests("109e9 EUR")),
        (invests("109e9 EUR"), invests("112e9 USD")),  # a conversion, for all we know
        (invests("10e9 EUR", status="requested"), invests("9.9e9 EUR")),
        (invests("9e9 EUR", status="announced"), invests("9.9e9 EUR", status="done")),
        (invests("9e9 EUR", status="cancelled"), invests("9.9e9 EUR", status="cancelled")),
        (invests("9e9 EUR", date="2024"), invests("9.9e9 EUR", date="2025")),
        (invests("9e9 EUR", payer="Allemagne"), invests("9.9e9 EUR")),
        (invests("9e9 EUR"), invests("9.9e9 EUR", project="Stargate")),
        (invests("9e9 EUR", purpose="écoles"), invests("9.9e9 EUR", purpose="hôpitaux")),
        (invests("9e9 EUR"), invests("1 GW")),
        (invests("9e9 EUR"), invests("9 EUR")),
        (
            debt("15e9 GBP"),
            says("result", "18e9 GBP", organization="Thames Water", measure="cost", status="done"),
        ),
        (debt("15e9 GBP", date="2023"), debt("18e9 GBP")),
    ],
)
def test_no_conflict(one, other):
    assert notes(one, other) == []
    assert within(one, other) == ()


def test_three_grants_to_one_beneficiary_are_three_grants():
    def grant(amount, **given):
        return says("grant", amount, payer="Fondation Y", beneficiary="Institut Z", status="done", **given)

    assert within(grant("1e6 EUR"), grant("2e6 EUR"), grant("3e6 EUR")) == ()
    assert notes(grant("1e6 EUR", purpose="laboratoire"), grant("2e6 EUR", purpose="bourses")) == []
    assert notes(grant("1e6 EUR", date="2024"), grant("2e6 EUR", date="2025")) == []
    assert notes(grant("1e6 EUR"), grant("2e6 EUR"), published=(MONDAY, NEXT_YEAR)) == []
    assert notes(grant("1e6 EUR"), grant("2e6 EUR"), published=(None, None)) == []
    assert len(notes(grant("1e6 EUR"), grant("2e6 EUR"))) == 1


def test_a_part_does_not_contradict_its_whole():
    assert within(invests("200e9 EUR"), invests("50e9 EUR", part_of=0), invests("150e9 EUR", part_of=0)) == ()
    whole = article("b", invests("200e9 USD"), published=MONDAY)
    parts = article("a", invests("200e9 USD"), invests("50e9 USD", part_of=0), published=MONDAY)
    assert book(whole, parts).conflicts == ()


def test_a_conversion_in_parentheses_is_no_conflict():
    same = invests("12e6 CNY"), invests("12e6 EUR")
    assert len(within(*same)) == 1
    assert within(same[0], invests("12e6 EUR", conversion_of=0)) == ()


def test_a_denial_meets_its_assertion():
    bought = says("acquisition", "2e9 EUR", payer="Vivendi", target="Editis", status="done")
    denied = says(
        "acquisition", "2e9 EUR", payer="Vivendi", target="Editis", status="done", polarity="negative"
    )
    assert notes(bought, denied) == ["One says it and the other denies it."]
    assert notes(denied, denied) == []
    assert within(bought, denied) == ()  # one voice
    assert len(within(replace(bought, speaker="Le Monde"), replace(denied, speaker="Vivendi"))) == 1
    same = replace(bought, speaker="Vivendi"), replace(denied, speaker="Vivendi")
    assert notes(*same) == []  # who changes his mind contradicts nobody
    assert notes(bought, replace(denied, amount=None)) == ["One says it and the other denies it."]
    assert notes(bought, replace(denied, amount="5e9 EUR")) == []  # another sum
    assert notes(bought, replace(denied, roles={**denied.roles, "beneficiary": "Lagardère"})) == []
    assert notes(bought, replace(denied, status="announced")) == ["One says it and the other denies it."]
    assert len(notes(bought, denied, published=(MONDAY, "2025-04-10"))) == 1  # an answer takes its time
    assert notes(bought, denied, published=(MONDAY, NEXT_YEAR)) == []
    paid = says("acquisition", "2e9 EUR", payer="Vivendi", target="Editis", status="announced")
    assert notes(paid, denied) == []  # promised, not done


def test_many_claims_of_two_facts_make_few_conflicts():
    corpus = [article(f"a{i}", invests("109e9 EUR"), published=MONDAY) for i in range(40)]
    corpus += [article(f"b{i}", invests("112e9 EUR"), published=TUESDAY) for i in range(40)]
    result = book(*corpus)
    assert len(result.fact_conflicts) == 1
    assert len(result.conflicts) == 79  # every claim is in one, and no more
    assert len({ref for conflict in result.conflicts for ref in conflict.claims}) == 80


@pytest.mark.parametrize(
    ("speakers", "disagree"), [((None, "X"), True), (("X", "X"), False), ((None, None), False)]
)
def test_in_one_article_another_voice_contradicts_its_figure(speakers, disagree):
    costs = [
        says("result", amount, organization="Ariane 6", measure="cost", status="done", speaker=speaker)
        for amount, speaker in zip(("4e9 EUR", "4.5e9 EUR"), speakers, strict=True)
    ]
    assert bool(book(article("a", *costs)).conflicts) is disagree
