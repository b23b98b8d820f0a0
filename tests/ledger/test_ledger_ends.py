"""A promise that is not kept has ended; a report that is denied is contradicted."""

import pytest
from books import article, book, says

from graphbuild.data import table
from graphbuild.ledger.entries import cues
from graphbuild.model import fold

MAY, NEXT_DAY, NOVEMBER = "2025-05-20", "2025-05-21", "2025-11-18"


def lends(**given):
    return says("loan", "600e6 EUR", **{"payer": "BEI", "beneficiary": "Brightwater", **given})


def told(first, second):
    """The status, the polarity and the history of each fact, and the number of disagreements."""
    result = book(
        *(article(name, said, published=day) for name, (said, day) in zip("ab", (first, second), strict=True))
    )
    facts = [
        (f.status.value, f.polarity.value, [(s.status.value, s.said) for s in f.history])
        for f in result.facts
    ]
    return facts, len(result.conflicts)


def test_a_promise_that_will_not_be_kept_is_an_evolution_that_ends():
    ((fact,), conflicts) = told((lends(status="committed"), MAY), (lends(polarity="negative"), NOVEMBER))
    assert fact == ("cancelled", "positive", [("committed", MAY), ("cancelled", NOVEMBER)])
    assert conflicts == 0


def test_a_denial_of_the_next_day_contradicts():
    facts, conflicts = told((lends(status="committed"), MAY), (lends(polarity="negative"), NEXT_DAY))
    assert [polarity for _, polarity, _ in facts].count("negative") == 1
    assert conflicts == 1


def test_another_sum_ends_nothing():
    facts, _ = told((lends(), MAY), (says("loan", "60e6 EUR", payer="BEI", polarity="negative"), NOVEMBER))
    assert {status for status, _, _ in facts} == {"announced"}


def test_who_would_not_buy_in_april_may_buy_in_june():
    deal = {"payer": "Lormeau", "target": "Carden"}
    denial = says("acquisition", polarity="negative", status="announced", **deal)
    deed = says("acquisition", "2e9 EUR", status="done", **deal)
    assert told((denial, "2025-04-04"), (deed, "2025-06-16"))[1] == 0
    assert told((denial, "2025-04-04"), (deed, "2025-04-03"))[1] == 1


@pytest.mark.parametrize("cue", ["not_yet", "split", "unfinished", "changed", "neither"])
def test_the_examples_of_the_cues(cue):
    wanted = () if cue == "neither" else (cue,)
    for words in table("identity/cues.toml")["examples"][cue]:
        assert set(cues(fold(words))) >= set(wanted), words
        assert wanted or not cues(fold(words))
