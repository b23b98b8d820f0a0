"""Nasty texts, the whole way to an extract: no crash, time that grows with the length, spans inside the text."""

import time
from itertools import product
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import DocumentError
from graphbuild.model import Document
from graphbuild.recognise import MOST_NAMES
from graphbuild.report import Report
from graphbuild.run import Cache, extract, extract_all
from graphbuild.settings import Settings

SYLLABLES = ["".join(letters) for letters in product("bdfglmnprstv", "aeiou", "lmnrs")]
NAMES = ", ".join(f"Jean {a.title()}{b}" for a, b in product(SYLLABLES, SYLLABLES[:60:3]))

# What each text repeats.
PIECES = {
    "one letter": "a",
    "one capital": "A",
    "brackets": "(",
    "words in brackets": "(a",
    "quotes": "« ",
    "nested quotes": "« il a dit « que ",
    "bullets": "- la France investit\n",
    "commas": "a,",
    "blank commas": ", ",
    "amounts": "1 million d'euros, ",
    "percentages": "5 % ",
    "digits": "7 ",
    "sentences": "La France investira 3 milliards d'euros dans Mistral AI. ",
    "no end of a sentence": "la France investit 3 milliards d'euros dans Mistral AI et ",
    "clauses": "qui dit que ",
    "nouns": "Alpha Beta de ",
    "hyphens": "Saint-",
    "short lines": "Nvidia\n",
    "paragraphs": "Nvidia\n\n",
    "control characters": "\x01a\x7f\x1b[2J ",
    "NUL": "a\0b ",
    "lone surrogates": "\ud800a \udfff ",
    "right to left": "שלום العربية \u202e",
    "zero width": "a\u200bb\u200d ",
    "families": "👩‍👩‍👧‍👦 a",
    "accents": "e\u0301\u0301\u0301 ",
    "accents alone": "a \u0301\u0301",
    "blanks": "a      ",
}
LIMIT = Settings().max_chars
FULL = ("one letter", "one capital", "brackets", "quotes", "blank commas")


def document(text: str, language: str = "fr") -> Document:
    return Document(id="hostile", text=text, language=language)


def check(text: str, language: str = "fr") -> None:
    """Extract, and look whether all that was found is in the text."""
    found = extract(document(text, language))
    claimed = [span for claim in found.claims for span in claim.evidence]
    for span in (*claimed, *(m.span for m in found.mentions), *(a.span for a in found.amounts)):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    keys = {entity.key for entity in found.entities}
    assert {mention.entity for mention in found.mentions} <= keys
    assert {key for claim in found.claims for _, filled in claim.roles for key in filled} <= keys
    amounts = {amount.span for amount in found.amounts}
    assert {claim.amount for claim in found.claims} - {None} <= amounts


def seconds(text: str) -> float:
    start = time.process_time()
    check(text)
    return time.process_time() - start


@pytest.fixture(scope="module", autouse=True)
def _warm():
    """The first text of a process pays for loading models and knowledge."""
    for language, text in (("fr", "La France investit 3 millions d'euros."), ("en", "France invests $3m.")):
        check(text, language)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_with_the_length(piece):
    short, long = (seconds((piece * length)[:length]) for length in (3_000, 12_000))
    assert long < 9 * short + 1, f"4 times the text took {long / short:.0f} times as long"


@pytest.mark.parametrize("name", FULL)
def test_the_longest_article_that_is_read(name):
    assert seconds((PIECES[name] * LIMIT)[:LIMIT]) < 30


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" it ", "en"),
        ("It is", "en"),
        ("Oracle raised $5m from funds such as", "en"),
        ("Its brands, including the", "en"),
        ("Des fonds comme", "fr"),
        ("Both count towards", "en"),
        ("Ces deux prêts font partie de", "fr"),
        ("Oracle bought Acme Inc.", "en"),
        ("He paid US $", "en"),
        ("Il en aura coûté", "fr"),
    ],
)
def test_a_text_that_breaks_off(text, language):
    check(text, language)


def test_many_names_in_one_sentence():
    check(f"Le groupe a été fondé par {NAMES[:6000]}.")


def test_a_register_is_an_issue_and_not_the_end_of_the_run(tmp_path):
    lines = [f"M. {a.title()}{b} dirige la société." for a, b in product(SYLLABLES, SYLLABLES)]
    report = Report(read=["register", "good"])
    register = Document(
        id="register", text=" ".join(lines[: MOST_NAMES + 500]), language="fr", source="r.txt"
    )
    good = Document(id="good", text="La France investit 3 millions d'euros.", language="fr")
    with pytest.raises(DocumentError, match="different names"):
        extract(register)
    extracts = extract_all([register, good], report, cache=Cache(tmp_path))
    assert [found.document.id for found in extracts] == ["good"]
    (issue,) = report.issues
    assert (issue.source, issue.remedy) == ("r.txt", "split it into articles")
    assert report.read == ["good"]


MIXED = [
    "La France", "l’Union européenne", "Ursula von der Leyen", ", présidente de la Commission,", "Nvidia", "OpenAI (", ")", " et ", " a annoncé ",
    " investira ", " 200 milliards d’euros", " $5bn", " dont 20 milliards", " dans ", " de ", " selon elle", "Le bloc", " qui ", " que ", " ne ", " pas ",
    " pourrait ", "«", " »", "“", "”", '"', " said ", " will invest ", " up to ", "the company", " it ", " of which ", ". ", ", ", " : ", "; ", "\n", "\n\n",
    "• ", "- ", "# ", " en 2025", " le 3 mars", " last year", "?", "(", " — ", "e\u0301", "\u00a0", "\u200b", "👩‍👩‍👧", "\u202e", "\x00", "\ud800",
    *ascii_lowercase[:3],
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(MIXED), max_size=40).map("".join), st.sampled_from(("fr", "en")))
def test_any_mixture_of_what_articles_are_made_of(text, language):
    check(text, language)
