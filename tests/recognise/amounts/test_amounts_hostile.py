"""Whatever the text: no crash, spans that are the text's own words, no overlaps, time that grows with its length."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import OntologyError
from graphbuild.model import Span
from graphbuild.recognise.amounts import find_amounts

PIECES = ["5", "1 000", "3,5", "2.5", "€", "$", "US$", " millions", " milliards", "bn", "M€", " d'euros", " à ", " et ", "-", "entre ", "de ", "un ", "a ",
          "plus de ", "(", ")", "\n", ". ", " ", "\u202f", "’", "é", "e\u0301", "cent", "mille ", "quatre-vingts ", "half a ", "billion", "contre ", "dont ", "%", "½", "٣", "０", "²", "𝟓", "\ud800", "\x00"]  # fmt: skip


def check(text: str, language: str) -> None:
    amounts = find_amounts(text, language=language)
    for amount in amounts:
        assert 0 <= amount.span.start < amount.span.end <= len(text)
        assert amount.value > 0
        assert amount.value.is_finite()
        assert "E" not in str(amount.value)
        assert amount.span.of(text).strip() == amount.span.of(text)
        assert (amount.max_value is not None) == (amount.comparator == "range")
    for before, after in itertools.pairwise(amounts):
        assert before.span.end <= after.span.start


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(("fr", "en")))
def test_any_mixture_of_pieces(text, language):
    check(text, language)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(("fr", "en")))
def test_any_text(text, language):
    check(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "€€€",
        "$",
        "5",
        "-0 €",
        "0 euro",
        "1" * 50 + " €",
        "9" * 30 + " milliards d'euros",
        "٣ €",
        "²€",
        "1,2,3,4 €",
        "€ .",
        "M€",
        "",
    ],
)
def test_what_is_no_sum(text):
    assert find_amounts(text, language="fr") == ()


HOSTILE = ["1", "1 ", "100 ", " ", "\n", "€", "5 millions ", "5 M€ ", "de 5 à 6 millions et ", "5 millions de gens. ", "5 millions de couronnes ",
           "3 millions de livres de dette ", "5 cents ", "1,1", "1.", "5-", "un ", "cent ", "plus de ", "contre 5, ", "e\u0301", "5 € (", "'", "entre 5 et ", "a"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length(piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        find_amounts(text, language="fr")
        return time.process_time() - start

    seconds(1000)
    short, long = min(seconds(10_000) for _ in range(3)), seconds(80_000)
    assert long < 40 * short + 0.3, f"8 times the text took {long / short:.0f} times as long"


def test_a_megabyte_of_digits_and_of_prose():
    prose = "Le groupe investira 5 millions d’euros dans son usine, contre 3 l’an dernier, et emploie 200 salariés. "
    for text in ("7" * 1_000_000, " " * 1_000_000, (prose * 10_000)[:100_000]):
        start = time.process_time()
        find_amounts(text, language="fr")
        assert time.process_time() - start < 5


def test_combining_accents_keep_the_offsets():
    text = "De\u0301ja\u0300 pre\u0300s de 5 millions d'euros, jusqu'a\u0300 6 M€."
    first, second = find_amounts(text, language="fr")
    assert first.span.of(text) == "pre\u0300s de 5 millions d'euros"
    assert second.span.of(text) == "jusqu'a\u0300 6 M€"


def test_chrome_lends_no_currency_but_counts():
    text = "Abonnez-vous pour 1 $\n\nLe budget est de 30 milliards, puis de 40 milliards d'euros."
    chrome = [Span(0, 21)]
    assert [a.unit for a in find_amounts(text, language="fr", chrome=chrome)] == ["USD", "EUR", "EUR"]


def test_a_language_without_grammar_is_an_error_that_names_those_with_one():
    with pytest.raises(OntologyError, match=r"'de'.*en, fr"):
        find_amounts("5 Euro", language="de")
