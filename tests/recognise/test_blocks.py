"""Page chrome by the examples of its data, the blocks of a page, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.data import table
from graphbuild.model import BlockKind
from graphbuild.read.chrome import is_chrome, is_masthead
from graphbuild.recognise.blocks import LONGEST, find_blocks
from graphbuild.recognise.plain import plain

DATA = table("blocks.toml")

PAGE = """La Gazette du calcul

Menu   Se connecter   S'abonner pour 1 € par mois

Brindel vend son usine de Dreux pour 40 millions d’euros

Publié le 3 mars 2025 - Lecture : 2 min
Léa Marchand / AFP

PARIS, 3 mars 2025 — Brindel a vendu son usine
à Orval. Elle emploie 200 salariés.

En bref

  • Orval paie 40 millions.
  - Brindel garde la marque.
  3) Rien n’est signé.

## Ce qu’on en dit

ORVAL - Le groupe ne dit rien.
-----
Refuser
Brindel vend son usine de Dreux pour 40 millions d’euros
"""


def blocks_of(text):
    return [(block.kind.value, block.span.of(text)) for block in find_blocks(text)]


@pytest.mark.parametrize("line", [line for entry in DATA["chrome"] for line in entry["examples"]])
def test_chrome(line):
    assert is_chrome(line)
    assert {kind for kind, _ in blocks_of(f"Orval vend Brindel à Dreux\n\n{line}\n\nC'est fait.")[1:-1]} == {
        "chrome"
    }


@pytest.mark.parametrize("line", [line for entry in DATA["chrome"] for line in entry["counter"]])
def test_what_only_looks_like_chrome(line):
    assert not is_chrome(line)


def test_every_pattern_says_why_and_has_both_sorts_of_examples():
    assert all(entry["why"] and entry["examples"] and entry["counter"] for entry in DATA["chrome"])


def test_every_example_is_known_by_its_own_pattern_or_a_line_of_buttons():
    """A pattern that matches none of its examples is dead."""
    import re  # noqa: PLC0415

    for entry in DATA["chrome"]:
        assert any(re.match(entry["pattern"], line, re.IGNORECASE) for line in entry["examples"]), entry[
            "why"
        ]


@pytest.mark.parametrize("entry", DATA["masthead"], ids=[entry["lines"][0] for entry in DATA["masthead"]])
def test_the_name_of_the_site(entry):
    assert is_masthead(entry["lines"]) is entry["chrome"]
    (kind, words), *_ = blocks_of("\n\n".join(entry["lines"]))
    assert (kind == "chrome", words) == (entry["chrome"], entry["lines"][0])


def test_the_blocks_of_a_page():
    assert blocks_of(PAGE) == [
        ("chrome", "La Gazette du calcul"),
        ("chrome", "Menu   Se connecter   S'abonner pour 1 € par mois"),
        ("headline", "Brindel vend son usine de Dreux pour 40 millions d’euros"),
        ("chrome", "Publié le 3 mars 2025 - Lecture : 2 min"),
        ("chrome", "Léa Marchand / AFP"),
        ("heading", "PARIS, 3 mars 2025"),
        ("paragraph", "Brindel a vendu son usine\nà Orval. Elle emploie 200 salariés."),
        ("heading", "En bref"),
        ("bullet", "Orval paie 40 millions."),
        ("bullet", "Brindel garde la marque."),
        ("bullet", "Rien n’est signé."),
        ("heading", "Ce qu’on en dit"),
        ("heading", "ORVAL"),
        ("paragraph", "Le groupe ne dit rien."),
        ("chrome", "-----"),
        ("chrome", "Refuser"),
        ("chrome", "Brindel vend son usine de Dreux pour 40 millions d’euros"),
    ]


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("LAGOS, Feb 20 (Reuters)", " - The bank will pay for it."),
        ("WOOSTER, Ohio", " — A company will build it here."),
        ("NEW YORK, N.Y. (Bloomberg)", " -- The bank will pay for it."),
        ("SAN FRANCISCO, March 3, 2025 /Wire/", " -- The bank will pay for it."),
        ("Paris (AFP)", " - Le groupe va payer cette usine."),
        ("Tesco", ". Britain's biggest grocer will pay for it."),
        ("Penn & Yardley", ". The housebuilder will pay for it."),
    ],
)
def test_datelines_and_run_in_heads_are_blocks_of_their_own(lead, rest):
    assert blocks_of(f"Un titre\n\nUne phrase entière.\n\n{lead}{rest}")[2:3] == [("heading", lead)]


@pytest.mark.parametrize(
    "start", ["Sen. Warren", "Prof. Martin", "Non. Nous", "Airbus Group - which makes planes -"]
)
def test_titles_of_people_open_no_story(start):
    words = f"{start} wrote a letter to the board on Monday."
    assert blocks_of(f"Un titre\n\nUne phrase entière.\n\n{words}")[2:] == [("paragraph", words)]


def test_a_headline_is_the_first_short_block_without_a_full_stop():
    assert blocks_of("Orval rachète Brindel\n\nC'est fait.")[0][0] == "headline"
    assert blocks_of("Orval a racheté Brindel.\n\nC'est fait.")[0][0] == "paragraph"


SENTENCE = "Le groupe Orval a vendu, en mars, son usine de Dreux à Brindel pour 40 millions d’euros. "


def test_a_block_without_end_is_cut_behind_a_sentence():
    text = SENTENCE * 100
    kinds, pieces = zip(*blocks_of(text), strict=True)
    assert set(kinds) == {"paragraph"}
    assert max(map(len, pieces)) <= LONGEST
    assert [piece[-9:] for piece in pieces] == [SENTENCE.strip()[-9:]] * len(pieces)
    assert " ".join(pieces) == text.strip()


@pytest.mark.parametrize("sign", ["; ", ", ", " "])
def test_a_sentence_without_end_is_cut_where_it_does_least_harm(sign):
    text = sign.join(["le groupe Orval"] * 1000)
    pieces = [words for _, words in blocks_of(text)]
    assert max(map(len, pieces)) <= LONGEST
    assert all(words.endswith("Orval" + sign.strip()) for words in pieces[:-1]) or sign == " "
    assert " ".join(pieces) == text


PIECES = ["Orval", " ", "  ", "\n", "\n\n", "• ", "- ", "3) ", "## ", "PARIS, 3 mars 2025 — ", "BOEING - ", ". ", "Refuser", "Menu", " | ",
          "a vendu", "\u00a0", "\u200b", "\r\n", "\x0b", "\x1c", "\u2028", "e\u0301", "👩‍👩‍👧", "שלום", "\ud800", "\x00", "x" * 2000]  # fmt: skip
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_blocks_never_overlap_and_hold_all_words_and_no_white_space_at_their_ends(text):
    at = 0
    for block in find_blocks(text):
        words = block.span.of(text)
        assert at <= block.span.start < block.span.end <= len(text)
        assert words == words.strip()
        # Between blocks are only white space and the signs of bullets, headings and datelines.
        assert not any(sign.isalpha() for sign in text[at : block.span.start])
        assert block.span.end - block.span.start <= LONGEST or block.kind is BlockKind.CHROME
        at = block.span.end
    assert not text[at:].strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_plain_text_has_the_same_length_and_the_same_lines(text):
    clean = plain(text)
    assert len(clean) == len(text)
    assert [i for i, sign in enumerate(clean) if sign == "\n"] == [
        i for i, sign in enumerate(text) if sign == "\n"
    ]
    assert plain(clean) == clean


def test_plain_text_is_what_the_parsers_were_trained_on():
    assert plain("L’«\u202fIA\u00a0» – 3\u202fM€…") == 'L\'" IA " - 3 M€.'
