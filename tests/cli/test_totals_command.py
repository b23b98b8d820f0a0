"""``graphbuild totals`` as a person reads it."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

import graphbuild
from graphbuild.cli.main import main

ARTICLES = [
    ("ue", "fr", "2025-02-10", "L’Union européenne investira 200 milliards d’euros dans InvestAI."),
    ("mistral", "fr", "2025-02-11", "Nvidia a investi plus de 50 millions d’euros dans Mistral AI."),
    ("wayve", "en", "2025-02-12", "Nvidia plans to invest $30 million in Wayve."),
    ("acme", "en", "2025-02-12", "Revenue at Nvidia rose to $9 billion."),
]


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("totals")
    lines = (
        json.dumps({"id": name, "language": language, "published": day, "text": text})
        for name, language, day, text in ARTICLES
    )
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    graphbuild.build(folder / "news.jsonl", output=folder / "output")
    return folder / "output"


def told(output, *arguments, env=None):
    result = CliRunner().invoke(main, ["totals", "-o", str(output), *arguments], env=env)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_a_journalist_reads_it_in_english_and_in_french(output):
    english = told(output, "--language", "en").splitlines()
    assert english[0].split() == ["payer", "certain", "planned", "rumoured", "remarks"]
    assert english[2].split("  ")[0] == "Nvidia"
    assert "at least 50 million EUR" in english[2]
    assert "30 million USD" in english[3]
    assert "200 billion EUR" in english[4]
    assert english[5].startswith("Certain: announced, committed or done.")
    assert english[-1] != "Left out"
    french = told(output, "--language", "fr").splitlines()
    assert french[0].split() == ["payeur", "certain", "prévu", "rumeur", "remarques"]
    assert "au moins 50 millions EUR" in french[2]
    assert "200 milliards EUR" in french[4]


@pytest.mark.parametrize(("locale", "word"), [("fr_FR.UTF-8", "payeur"), ("C", "payer"), ("", "payer")])
def test_the_language_is_the_terminals(output, locale, word):
    env = {"LC_ALL": locale, "LC_MESSAGES": "", "LANG": ""}
    assert told(output, env=env).split()[0] == word


def test_explain_lists_what_counts_and_what_does_not(output):
    text = told(output, "--explain", "--language", "en")
    assert "not money put into something" in text
    assert "plus de 50 millions d’euros" in text
    assert "pas de l’argent mis dans quelque chose" in told(output, "--explain", "--language", "fr")


def test_converted_sums_name_their_rates(output):
    assert "European Central Bank" in told(output, "--in", "EUR", "--language", "en")
    assert "at the reference rate of 2025-02-12" in told(
        output, "--in", "EUR", "--explain", "--language", "en"
    )


def test_programs_read_it_too(output):
    rows = list(csv.DictReader(io.StringIO(told(output, "--format", "csv"))))
    assert [(row["payer"], row["certainty"], row["low"], row["high"]) for row in rows] == [
        ("Nvidia", "certain", "50000000", ""),
        ("Nvidia", "planned", "30000000", "30000000"),
        ("Union européenne", "certain", "200000000000", "200000000000"),
    ]
    found = json.loads(told(output, "--format", "json", "--by", "year"))
    assert found["head"]["vars"][0] == "year"


def test_nothing_to_add_up_is_said(output):
    assert told(output, "--kind", "fine", "--language", "en").startswith("No sum counts.")
    assert told(output, "--kind", "fine", "--language", "fr").startswith("Aucune somme ne compte.")


PAID = {"id": "a", "language": "fr", "text": "Nvidia a investi 50 millions d’euros dans Mistral AI."}
RAISED = {"id": "b", "language": "fr", "text": "La société Orsane a levé 12 millions d’euros."}
RAISED_TOO = {"id": "c", "language": "fr", "text": "La société Novaxis a levé 17 millions d’euros."}


def built(tmp_path, *lines):
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    graphbuild.build(tmp_path / "news.jsonl", output=tmp_path / "output", page=False)


def test_what_strangers_give_to_strangers_is_not_added_up(tmp_path):
    built(tmp_path, PAID, RAISED, RAISED_TOO)
    shown = told(tmp_path / "output", "--language", "en")
    assert "(not named)" not in shown
    assert "29 million" not in shown
    assert "Left out: 2 of nobody who is named" in shown
    assert "12 million EUR" in told(tmp_path / "output", "--of", "Orsane", "--language", "en")
    by_whom = told(tmp_path / "output", "--by", "beneficiary", "--language", "en")
    assert "Orsane" in by_whom
    assert "Novaxis" in by_whom


def test_what_nobody_pays_stands_apart_below_the_payers(tmp_path):
    built(tmp_path, PAID, RAISED)
    rows = told(tmp_path / "output", "--language", "en").splitlines()
    first = next(place for place, row in enumerate(rows) if row.startswith("(not named)"))
    assert rows[first - 1] == ""
    assert rows[first - 2].startswith("Nvidia")
