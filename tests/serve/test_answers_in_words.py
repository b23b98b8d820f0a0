"""How an answer reads on a page: in the reader's language, sums and days as a newspaper writes them."""

import re

import pytest
from conftest import ROOT

from graphbuild.ask.questions import questions
from graphbuild.data import table
from graphbuild.serve.cells import heading, shown
from graphbuild.serve.days import day

HARD = "\u00a0"


def literal(**cells):
    return {name: {"type": "literal", "value": value} for name, value in cells.items()}


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_each_question_and_each_of_its_columns_has_french_words(question, client):
    known = table("serve/words.fr.toml")
    assert question.name in known["question_titles"]
    assert len(known["question_titles"][question.name]) < 70
    values = {p.name: "e" for p in question.parameters}
    answer = client.get(
        f"/questions/{question.name}", params=values, headers={"accept": "application/sparql-results+json"}
    )
    found = set(answer.json()["head"]["vars"])
    assert len(found) > 5
    missing = {
        c for c in found if c not in known["columns"] and f"{question.name}.{c}" not in known["columns"]
    }
    assert missing == set()


def test_a_column_may_mean_something_else_in_one_question():
    assert heading("about", "disagreements", "fr") == "sujet"
    assert heading("about", "totals-per-payer", "fr") == "approximatif"
    assert heading("put_aside", "corrections", "en") == "put aside"


@pytest.mark.parametrize(
    ("cells", "column", "english", "french"),
    [
        ({"payer": ""}, "payer", "not named", "non nommé"),
        ({"payer": "CNIL"}, "payer", "CNIL", "CNIL"),
        ({"quote": ""}, "quote", "", ""),
        ({"amount": "109000000000 EUR"}, "amount", "€109bn", f"109{HARD}Md€"),
        ({"amount": "~ 1500000 USD"}, "amount", f"~{HARD}$1.5m", f"~{HARD}1,5{HARD}M$"),
        ({"amount": "15000000000–25000000000 EUR"}, "amount", "€15–25bn", f"15–25{HARD}Md€"),
        ({"amount": "much"}, "amount", "much", "much"),
        ({"low": "200000000000", "currency": "EUR"}, "low", "€200bn", f"200{HARD}Md€"),
        ({"kind": "Investment"}, "kind", "Investment", "Investissement"),
        ({"status": "Announced"}, "status", "announced", "annoncé"),
        ({"certainty": "hedged"}, "certainty", "as a possibility", "au conditionnel"),
        ({"denied": "denied"}, "denied", "denied", "démenti"),
        ({"date": "2025-02-18"}, "date", "18 February 2025", "18 février 2025"),
        ({"title": "2025-02-18"}, "title", "2025-02-18", "2025-02-18"),
    ],
)  # fmt: skip
def test_a_cell_is_written_as_the_reader_writes(cells, column, english, french):
    row = literal(**cells)
    assert shown(row, column, "en")["text"] == english
    assert shown(row, column, "fr")["text"] == french


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [("2025", "2025", "2025"), ("2025-02", "February 2025", "février 2025"), ("2025-02-30", "2025-02-30", "2025-02-30"),
     ("2025-02-18T10:00:00Z", "18 February 2025", "18 février 2025"), (None, "", ""), ("soon", "soon", "soon")],
)  # fmt: skip
def test_a_day_is_written_as_far_as_it_is_known(text, english, french):
    assert (day(text, "en"), day(text, "fr")) == (english, french)


def test_on_the_page_nobody_named_is_said_and_the_download_stays_raw(client):
    html = {"accept": "text/html"}
    french = client.get("/questions/who-funds-what", headers={**html, "accept-language": "fr"}).text
    assert "<h1>Qui met de l’argent dans quoi</h1>" in french
    assert "qui paie" in french
    assert "non nommé" in french
    assert "200000000000" not in french
    assert "not named" in client.get("/questions/who-funds-what", headers=html).text
    csv = client.get("/questions/who-funds-what", params={"as": "csv"}).text
    assert "200000000000 EUR" in csv
    assert "not named" not in csv


@pytest.mark.parametrize("path", ["/nothing", "/questions/none"])
def test_a_refusal_is_told_in_the_readers_language(client, path):
    said = {
        code: re.search(
            r'<p class="said">(.+?)</p>',
            client.get(path, headers={"accept": "text/html", "accept-language": code}).text,
        )[1]
        for code in ("en", "fr")
    }
    assert re.search(r"\b(nothing|No question)\b", said["en"])
    assert re.search(r"\b(rien|Aucune question)\b", said["fr"])


def test_every_refusal_that_is_translated_is_one_that_the_program_says():
    """A sentence that is changed in the program alone would be told in English on a French page."""
    program = "".join(path.read_text("utf-8") for path in (ROOT / "graphbuild" / "serve").glob("*.py"))
    refusals = table("serve/words.fr.toml")["refusals"]
    assert len(refusals) >= 10
    assert [words for words in refusals if words not in program] == []
