"""Tokens are the words of the text, at their places, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import BlockKind, Span
from graphbuild.recognise.blocks import find_blocks
from graphbuild.recognise.boundaries import LONGEST, sentence_starts
from graphbuild.recognise.parse import Unit, parse, tokens_of

PIECES = ["La France", "Orval", " a vendu ", "l’", "’", "qu'", " ", "\n", "\n\n", ". ", "M. ", "« ", " »", "(", "3,5 ", "200 Md€", "e\u0301t\u00e9", "\u0301", "👩‍👩‍👧‍👦",
          "\u00a0", "\u202f", "\u200b", "\u200f", "שלום ", "مرحبا ", "\ufeff", "\x00", "\x1c", "\ud800", "https://a.example/" + "b" * 150, "…", "—", "• "]  # fmt: skip
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def read(text, units=(), language="fr"):
    blocks = find_blocks(text)
    return blocks, *tokens_of(parse(text, blocks, units, language=language), text)


def check(text, blocks, tokens, sentences):
    for before, after in pairwise(tokens):
        assert before.span.end <= after.span.start
    for i, token in enumerate(tokens):
        sentence = sentences[token.sentence]
        assert token.i == i
        assert token.text == token.span.of(text)
        assert sentence.first <= i < sentence.last
        assert sentence.first <= token.head < sentence.last
        assert sentence.span.contains(token.span)
        assert blocks[sentence.block].span.contains(sentence.span)
    assert [(s.i, s.first) for s in sentences] == list(
        enumerate([0, *(s.last for s in sentences)][: len(sentences)])
    )
    assert sum(s.last - s.first for s in sentences) == len(tokens)
    covered = {i for token in tokens for i in range(token.span.start, token.span.end)}
    for block in blocks:
        places = range(block.span.start, block.span.end)
        missing = {i for i in places if i not in covered and text[i].isalnum()}
        assert not missing or block.kind is BlockKind.CHROME, [text[i] for i in missing]
        assert block.kind is not BlockKind.CHROME or covered.isdisjoint(places)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(("fr", "en")))
def test_any_text(text, language):
    check(text, *read(text, language=language))


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=4))
def test_any_units(text, places):
    places = [
        Span(a, a + b) for a, b in places if a + b <= len(text) and text[a : a + b].strip() == text[a : a + b]
    ]
    units = [Unit(place, ("5", "millions"), i) for i, place in enumerate(places)]
    blocks, tokens, sentences = read(text, units)
    check(text, blocks, tokens, sentences)
    assert all(places[token.amount] == token.span for token in tokens if token.amount is not None)


def test_an_amount_and_a_long_name_are_one_token_each():
    text = "La Caisse des dépôts investit 200 Md€ à Paris."
    amount, name = Span(30, 37), Span(3, 20)
    units = [Unit(amount, ("5", "millions"), 0), Unit(name, ("Renault",))]
    _, tokens, sentences = read(text, units)
    assert [t.text for t in tokens] == ["La", "Caisse des dépôts", "investit", "200 Md€", "à", "Paris", "."]
    assert (tokens[3].amount, tokens[3].pos, tokens[1].pos) == (0, "NOUN", "PROPN")
    assert tokens[1].head == tokens[3].head == 2
    assert len(sentences) == 1


def test_an_elided_article_before_a_unit_keeps_its_apostrophe():
    text = "Il investit dans l’Union européenne."
    _, tokens, _ = read(text, [Unit(Span(19, 35), ("Renault",))])
    assert [t.text for t in tokens] == ["Il", "investit", "dans", "l’", "Union européenne", "."]


def test_chrome_is_not_read_and_a_sentence_never_crosses_a_block():
    text = "Orval vend Brindel\n\nPublicité\n\n• Le groupe\n• paie 3 millions. Il vend."
    blocks, tokens, sentences = read(text)
    check(text, blocks, tokens, sentences)
    assert [s.span.of(text) for s in sentences] == [
        "Orval vend Brindel",
        "Le groupe",
        "paie 3 millions.",
        "Il vend.",
    ]


def test_a_sentence_without_end_is_cut_and_an_amount_is_not():
    words = "le groupe paie 200 Md€ et "
    text = words * 100
    amounts = [Span(i * len(words) + 15, i * len(words) + 22) for i in range(100)]
    blocks, tokens, sentences = read(text, [Unit(a, ("5", "millions"), i) for i, a in enumerate(amounts)])
    check(text, blocks, tokens, sentences)
    assert [t.span for t in tokens if t.amount is not None] == amounts
    assert max(s.last - s.first for s in sentences) <= LONGEST


@pytest.mark.parametrize(("sign", "at"), [(".", 121), (";", 121), (",", 121), ("et", LONGEST)])
def test_where_a_sentence_without_end_is_cut(sign, at):
    words = ["x"] * 120 + [sign] + ["x"] * 200
    starts = sentence_starts(words, [False] * len(words))
    assert starts[0] is True
    assert starts[at] is True
    assert max(b - a for a, b in pairwise([*(i for i, s in enumerate(starts) if s), len(words)])) <= LONGEST


def test_the_parser_decides_within_ordinary_sentences():
    words = ["Il", "vend", ".", "Elle", "achète", ",", "dit", "M.", "Dupont", "."]
    assert sentence_starts(words, [False] * len(words)) == [
        True, False, False, None, False, False, False, False, None, False,
    ]  # fmt: skip
