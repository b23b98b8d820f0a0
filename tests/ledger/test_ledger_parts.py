"""Parts and wholes, in one article and across articles; breakdowns that do not add up."""

from books import article, book, says


def invests(amount, **given):
    return says("investment", amount, **{"payer": "UE", "project": "InvestAI", **given})


def wholes(*corpus):
    """By the figure of a part, the figure of its whole."""
    facts = {fact.key: fact for fact in book(*corpus).facts}
    return {
        f.amount.value / 10**9: facts[f.part_of].amount.value / 10**9 for f in facts.values() if f.part_of
    }


def test_parts_point_at_their_whole_across_articles():
    told = article("a", invests("200e9 EUR"), invests("20e9 EUR", project="gigafactories", part_of=0))
    alone = article("b", invests("20e9 EUR", project="gigafactories"))
    facts = {fact.amount.value: fact for fact in book(told, alone).facts}
    assert facts[20_000_000_000].part_of == facts[200_000_000_000].key
    assert facts[20_000_000_000].sources == 2
    assert facts[200_000_000_000].part_of is None


def test_parts_never_go_in_a_circle():
    one = article("a", invests("200e9 EUR"), invests("20e9 EUR", project="Gigas", part_of=0))
    other = article("b", invests("20e9 EUR", project="Gigas"), invests("200e9 EUR", part_of=0))
    facts = book(one, other).facts
    assert len(facts) == 2
    assert sum(fact.part_of is not None for fact in facts) == 1


def test_a_smaller_sum_for_something_of_the_project_is_a_part_whoever_tells_it():
    whole = article("a", invests("200e9 EUR"))
    assert wholes(whole, article("b", invests("20e9 EUR", purpose="gigafactories"))) == {20: 200}
    assert wholes(whole, article("b", invests("20e9 EUR", beneficiary="Mistral"))) == {20: 200}


def test_what_is_no_part():
    whole = article("a", invests("200e9 EUR"))
    for other in (
        invests("20e9 EUR"),  # it says no more of what for: another figure, or another tranche
        invests("190e9 EUR", purpose="gigafactories"),  # nearly as large
        invests("20e9 USD", purpose="gigafactories"),
        invests("20e9 EUR", purpose="gigafactories", payer="Allemagne"),
        invests("20e9 EUR", purpose="gigafactories", project="Stargate"),
        invests("20e9 EUR", purpose="gigafactories", certainty="hedged"),
        invests("20e9 EUR", purpose="gigafactories", status="cancelled"),
        says("loan", "20e9 EUR", payer="UE", project="InvestAI", purpose="gigafactories"),
        says("investment", "20e9 EUR", payer="UE", beneficiary="Mistral"),
    ):
        assert wholes(whole, article("b", other)) == {}


def test_a_ticket_is_part_of_the_round():
    raised = article("a", says("fundraising", "600e6 EUR", beneficiary="Mistral", payer=["ASML", "Nvidia"]))
    ticket = article("b", says("investment", "100e6 EUR", payer="Nvidia", beneficiary="Mistral"))
    stranger = article("c", says("investment", "50e6 EUR", payer="France", beneficiary="Mistral"))
    facts = {fact.amount.value: fact for fact in book(raised, ticket, stranger).facts}
    assert facts[100_000_000].part_of == facts[600_000_000].key
    assert facts[50_000_000].part_of is None


def broken(*amounts, **given):
    whole, *parts = amounts
    said = [invests(whole)] + [
        invests(part, project=f"P{i}", part_of=0, **given) for i, part in enumerate(parts)
    ]
    return [(m.note_en, m.note_fr) for m in book(article("a", *said)).mismatches]


def test_parts_that_exceed_their_whole_are_told():
    ((english, french),) = broken("200e9 EUR", "150e9 EUR", "70e9 EUR")
    assert english == (
        "The parts add up to 220 billion EUR, more than their whole of 200 billion EUR:"
        " they overlap, or a figure is wrong."
    )
    assert french == (
        "Les parties font 220 milliards EUR au total, plus que leur tout de 200 milliards EUR :"
        " elles se recoupent, ou un chiffre est faux."
    )
    ((english, _),) = broken("~ 200e9 EUR", "> 150e9 EUR", "70e9 EUR")
    assert english.startswith(
        "The parts add up to at least 220 billion EUR, more than their whole of about 200"
    )


def test_parts_that_may_fit_are_not():
    assert broken("200e9 EUR", "150e9 EUR", "50e9 EUR") == []
    assert broken("200e9 EUR", "150e9 EUR") == []  # the rest is not told
    assert broken("5e9 EUR", "2.6e9 EUR", "2.45e9 EUR") == []  # rounding
    assert broken("> 200e9 EUR", "150e9 EUR", "70e9 EUR") == []
    assert broken("200e9 EUR", "<= 150e9 EUR", "70e9 EUR") == []
    assert broken("200e9 EUR", "150e9 EUR", "70e9 USD") == []
    assert broken("200e9 EUR", "150e9 EUR", "70e9 EUR", status="cancelled") == []
