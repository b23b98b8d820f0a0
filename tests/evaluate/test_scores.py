"""Scoring: small cases counted by hand."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import DocumentError
from graphbuild.evaluate.gold import read_gold
from graphbuild.evaluate.matching import agreeing, distinct, pair, share_words
from graphbuild.evaluate.nouns import Article, Quote, Statement, Sum, folded
from graphbuild.evaluate.scores import Scores
from graphbuild.evaluate.tally import tally

TEXT = "L’UE investit 20 milliards d’euros en France. Le pays paie."
EUROS = Sum(2e10, None, "EUR", "=")
EU, FRANCE = frozenset({"union europeenne", "ue"}), frozenset({"france"})


def statement(**changes) -> Statement:
    fields = {
        "id": "c1",
        "kind": "investment",
        "roles": (("payer", EU), ("place", FRANCE)),
        "texts": (),
        "amount": EUROS,
        "status": "done",
        "polarity": "positive",
        "certainty": "asserted",
        "attributed": False,
        "part_of": None,
        "evidence": (Quote(TEXT[:45], 0, 45),),
    }
    return Statement(**{**fields, **changes})


def article(*statements: Statement, **changes) -> Article:
    fields = {
        "id": "a",
        "language": "fr",
        "text": TEXT,
        "entities": (("organization", EU), ("place", FRANCE)),
        "amounts": (EUROS,),
        "statements": statements or (statement(),),
    }
    return Article(**{**fields, **changes})


def figures(gold: Article, found: Article) -> Scores:
    return Scores((tally(gold, found),))


def test_what_is_all_right_scores_one():
    scores = figures(article(), article())
    assert {rate.f1 for rate in scores.rates().values()} == {1.0}
    shares = scores.accuracies()
    assert {label for label, share in shares.items() if share != 1} == {
        "hedged, denied, planned or cancelled kept so",
        "part-of found",
        "conflicts found",
    }
    assert math.isnan(shares["part-of found"])


def test_nothing_found_scores_nothing():
    scores = figures(article(), Article("a"))
    assert set(scores.rates().values()) == {(0.0, 0.0, 0.0)}
    assert math.isnan(scores.accuracies()["status"])
    assert scores.as_json()["all"]["accuracy"]["status"] is None


def test_each_slot_counts_by_itself():
    # Kind, payer and amount are right, the place is missing: 3 of 4 gold slots, 3 of 3 found.
    rate = figures(article(), article(statement(roles=(("payer", EU),)))).rates()["claims, by slot"]
    assert (rate.precision, rate.recall) == (1, 0.75)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ({}, 4),
        ({"kind": "grant"}, 3),
        ({"amount": Sum(2e10, None, "USD", "=")}, 3),
        ({"amount": Sum(2e10, None, "EUR", ">")}, 4),  # the comparator counts among the amounts, not here
        ({"roles": (("payer", frozenset({"ue"})), ("place", FRANCE))}, 4),
        ({"roles": (("payer", EU), ("payer", EU), ("project", FRANCE))}, 3),
        ({"roles": ()}, 2),
    ],
)
def test_slots_agree_one_to_one(found, right):
    assert agreeing(statement(), statement(**found)) == right


def test_kind_alone_pairs_nothing():
    scores = figures(article(), article(statement(roles=(), amount=None)))
    assert scores.counts()["slot_tp"] == 0
    assert {sort for sort, _ in scores.tallies[0].errors} == {"claim missed", "claim wrong"}


def test_stance_decides_between_two_that_fit_alike():
    planned = statement(id="c2", status="planned")
    scores = figures(article(statement(), planned), article(planned, statement()))
    assert scores.accuracies()["status"] == 1


def test_found_twice_counts_once():
    assert distinct([statement(), statement(id="c2"), statement(id="c3", status="planned")]) == [
        statement(),
        statement(id="c3", status="planned"),
    ]


def test_parts_and_conflicts_need_both_ends():
    gold = article(statement(), statement(id="c2", amount=Sum(1e10, None, "EUR", "="), part_of="c1"))
    good = article(
        statement(id="x"),
        statement(id="y", amount=Sum(1e10, None, "EUR", "="), part_of="x"),
        conflicts=frozenset({frozenset("xy")}),
    )
    assert figures(gold, good).accuracies()["part-of found"] == 1
    gold = article(*gold.statements, conflicts=frozenset({frozenset({"c1", "c2"})}))
    assert figures(gold, good).accuracies()["conflicts found"] == 1
    alone = article(statement(id="y", amount=Sum(1e10, None, "EUR", "="), part_of="x"))
    assert figures(gold, alone).accuracies()["part-of found"] == 0


@pytest.mark.parametrize("quote", [Quote(TEXT[:45], 1, 46), Quote(TEXT[:45]), Quote("Autre chose", 0, 11)])
def test_a_quote_that_does_not_stand_there_is_counted(quote):
    assert (
        figures(article(), article(statement(evidence=(quote,)))).accuracies()[
            "quotes that are the text's own words"
        ]
        == 0
    )


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_pairs_are_one_to_one_and_nothing_is_lost(golds, founds):
    pairing = pair(golds, founds, lambda gold, found: float(gold == found))
    assert sorted([i for i, _, _ in pairing.pairs] + list(pairing.missed)) == list(range(len(golds)))
    assert sorted([j for _, j, _ in pairing.pairs] + list(pairing.wrong)) == list(range(len(founds)))
    assert not {golds[i] for i in pairing.missed} & {founds[j] for j in pairing.wrong}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("L’Union européenne", "union europeenne"),
        ("the SoftBank Group Corp.", "softbank group corp"),
        ("de la Poste", "poste"),
    ],
)
def test_names_are_folded(name, plain):
    assert folded(name) == plain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("présidente", "Présidente de la Commission", True),
        ("directeur général", "directeur", True),
        ("roi", "reine", False),
        ("", "", False),
    ],
)
def test_titles_share_half_their_words(one, other, same):
    assert share_words(one, other) is same


def test_an_interval_is_the_same_each_time_and_holds_the_figure():
    scores = Scores(tuple(tally(article(id=str(i)), article() if i % 3 else Article("a")) for i in range(12)))
    low, high = scores.intervals()["entities"]
    assert low < scores.rates()["entities"].f1 < high
    assert scores.intervals()["entities"] == (low, high)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not readable JSON"),
        ("[]", "one JSON object"),
        ('{"id": "a"}', "not an annotated article: KeyError 'entities'"),
    ],
)
def test_a_file_that_is_no_annotated_article_is_named(tmp_path, text, said):
    (tmp_path / "bad.json").write_text(text)
    with pytest.raises(DocumentError, match=r"bad\.json") as caught:
        read_gold(tmp_path)
    assert said in str(caught.value)


def test_annotations_are_read(tmp_path):
    claim = {"id": "c1", "kind": "investment", "roles": {"payer": ["e1"], "purpose": "x"}, "amount": "a1"}
    claim |= {"status": "done", "polarity": "positive", "certainty": "asserted", "attributed_to": "e1"}
    claim |= {"part_of": None, "evidence": TEXT[:45]}
    data = {
        "id": "a",
        "language": "fr",
        "text": TEXT,
        "entities": [{"id": "e1", "type": "organization", "name": "L’Union européenne", "aliases": ["UE"]}],
        "amounts": [{"id": "a1", "low": "20000000000", "high": None, "unit": "EUR", "comparator": "="}],
        "claims": [claim],
    }
    (tmp_path / "a.json").write_text(json.dumps(data))
    (read,) = read_gold(tmp_path)
    assert read.statements == (
        statement(
            roles=(("payer", EU),), texts=(("purpose", "x"),), attributed=True, evidence=(Quote(TEXT[:45]),)
        ),
    )
