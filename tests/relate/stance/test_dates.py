"""When it happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Document
from graphbuild.recognise import recognise
from graphbuild.relate import relate
from graphbuild.relate.context.calendar_words import expressions

FR_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
EN_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

# Published on Tuesday 11 February 2025.
EXPRESSIONS = [
    ("fr", "le 12 octobre 2021", "2021-10-12"),
    ("fr", "le 1er mai 2020", "2020-05-01"),
    ("fr", "en octobre 2021", "2021-10"),
    ("fr", "en 2018", "2018"),
    ("fr", "hier", "2025-02-10"),
    ("fr", "lundi", "2025-02-10"),
    ("fr", "mardi", "2025-02-11"),
    ("fr", "jeudi dernier", "2025-02-06"),
    ("fr", "le mois dernier", "2025-01"),
    ("fr", "en décembre", "2024-12"),
    ("fr", "en janvier", "2025-01"),
    ("fr", "l'an dernier", "2024"),
    ("en", "on October 12, 2021", "2021-10-12"),
    ("en", "on 12 October 2021", "2021-10-12"),
    ("en", "in March 2024", "2024-03"),
    ("en", "in 2018", "2018"),
    ("en", "yesterday", "2025-02-10"),
    ("en", "on Monday", "2025-02-10"),
    ("en", "last month", "2025-01"),
    ("en", "last December", "2024-12"),
    ("en", "on August 24", "2024-08-24"),
    ("en", "last year", "2024"),
]
NOTHING = [
    ("fr", "d'ici à 2030"),
    ("fr", "d'ici 2030"),
    ("fr", "jusqu'en 2030"),
    ("fr", "sur cinq ans"),
    ("fr", "depuis 2018"),
    ("fr", "le plan France 2030"),
    ("en", "by 2030"),
    ("en", "over five years"),
    ("en", "since 2018"),
    ("en", "until March 2026"),
    ("en", "by the end of 2026"),
]


@pytest.mark.parametrize(("language", "text", "iso"), EXPRESSIONS)
def test_expression(language: str, text: str, iso: str) -> None:
    assert [f.iso for f in expressions(text, language, "2025-02-11")] == [iso]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_deadlines_and_spans_are_no_dates(language: str, text: str) -> None:
    assert not list(expressions(text, language, "2025-02-11"))


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "hier"), ("fr", "en mai"), ("en", "last month"), ("en", "on Monday")]
)
def test_relative_dates_need_the_day_of_publication(language: str, text: str) -> None:
    assert not list(expressions(text, language, None))
    assert not list(expressions(text, language, "2025"))


@given(st.dates())
def test_written_dates_read_back(day: object) -> None:
    iso = str(day)
    year, month, number = iso.split("-")
    if not 1900 <= int(year) <= 2099:
        return
    french = f"le {int(number)} {FR_MONTHS[int(month) - 1]} {year}"
    english = f"on {EN_MONTHS[int(month) - 1]} {int(number)}, {year}"
    assert [f.iso for f in expressions(french, "fr", None)] == [iso]
    assert [f.iso for f in expressions(english, "en", None)] == [iso]


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("fr", "Renault a investi 200 millions d'euros dans Verkor en 2021.", "2021"),
        ("fr", "Renault a investi lundi 200 millions d'euros dans Verkor.", "2025-02-10"),
        ("fr", "Renault investira 200 millions d'euros dans Verkor d'ici à 2030.", None),
        ("fr", "Fondé en 1898, Renault a investi 200 millions d'euros dans Verkor.", None),
        ("en", "Microsoft invested $200 million in OpenAI in March 2024.", "2024-03"),
        ("en", "Microsoft will invest $200 million in OpenAI by 2030.", None),
    ],
)
def test_the_date_of_a_claim(language: str, text: str, iso: str | None) -> None:
    claims = relate(recognise(Document("dated", text, language, published="2025-02-11")))
    assert next(c for c in claims if c.amount is not None).date == iso


@pytest.mark.parametrize(
    ("language", "text", "published"),
    [
        ("fr", "hier", "0001-01-01"),
        ("fr", "le mois dernier", "0001-01-31"),
        ("fr", "l'an dernier", "0001-01-01"),
        ("fr", "l'an prochain", "9999-12-31"),
        ("fr", "dimanche dernier", "0001-01-01"),
        ("fr", "lundi prochain", "9999-12-31"),
        ("en", "yesterday", "0001-01-01"),
        ("en", "on Sunday", "0001-01-01"),
        ("en", "in December", "0001-01-01"),
        ("en", "next year", "9999"),
    ],
)
def test_what_lies_beyond_the_first_and_the_last_year_is_no_date(language, text, published):
    assert list(expressions(text, language, published)) == []
    assert len(list(expressions(text, language, "2025-02-12"))) == 1


@given(
    st.dates(), st.sampled_from(["hier", "lundi", "lundi prochain", "en mars", "l'an prochain", "le 3 mars"])
)
def test_whatever_the_day_of_publication_a_date_has_four_figures_for_its_year(day, text):
    for ahead in (True, False):
        for found in expressions(text, "fr", day.isoformat(), ahead=ahead):
            assert len(found.iso.split("-")[0]) == 4
