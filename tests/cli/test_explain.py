"""``graphbuild explain``: what was found in an article, how, and why something was not."""

import os
import re
import subprocess
import sys

import pytest
from test_commands import ROOT, on_a_terminal, run

from graphbuild.cli.main import NOBODY_READS

ARTICLE = (
    "Verkor\n\n"
    "Le groupe Renault a injecté 20 millions d’euros dans Verkor.\n\n"
    "La Commission européenne a accordé une subvention à Verkor.\n\n"
    "On parle de 3 millions d’euros.\n"
)


@pytest.fixture
def article(tmp_path):
    (tmp_path / "verkor.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "verkor.txt"


def test_a_claim_is_shown_with_its_frame_and_the_way_to_each_role(article):
    shown = run("explain", article).stdout
    assert "La Commission européenne a accordé une subvention à Verkor." in shown
    claim = shown.partition("  1 investment  20 millions d’euros")[2].partition("\n\n")[0]
    assert "frame fr/investment/investir  at injecté" in claim
    assert re.search(r"payer Renault  subj  injecté –nsubj→ \w+", claim)
    assert re.search(r"beneficiary Verkor  dans  injecté .*–(?:nmod|obl:mod)→ Verkor", claim)


def test_a_dropped_candidate_is_shown_with_the_reason(article):
    dropped = run("explain", article).stdout.partition("candidates dropped")[2]
    (line,) = [line for line in dropped.splitlines() if "fr/grant/subvention" in line]
    assert "beneficiary=Verkor" in line
    assert line.endswith("lacks amount")
    assert "1 amounts in no claim\n  3 millions d’euros" in dropped


def test_only_the_claims(article):
    shown = run("explain", "--claims-only", article).stdout
    assert "fr/investment/investir" in shown
    assert "dropped" not in shown
    assert "On parle" not in shown


def test_colours_are_for_terminals(article):
    assert "\x1b[" not in run("explain", article).stdout
    assert "\x1b[" in on_a_terminal("explain", article)


def test_nothing_of_an_article_drives_the_terminal_or_becomes_markup(tmp_path):
    (tmp_path / "bad.txt").write_text(
        "Le groupe Renault a injecté 20 millions d’euros dans <script>alert(1)</script> [red]Verkor[/red]\x1b[2J.\n",
        encoding="utf-8",
    )
    shown = run("explain", tmp_path / "bad.txt").stdout
    assert "\x1b" not in shown
    assert "[red]Verkor[/red]" in shown
    page = run("explain", "--format", "html", tmp_path / "bad.txt").stdout
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_page_has_the_article_in_colour(article):
    page = run("explain", "--format", "html", article).stdout
    assert page.startswith("<!DOCTYPE html>")
    assert re.search(r"<span style=[^>]*font-weight: bold[^>]*>20 millions d’euros</span>", page)


def test_a_file_that_is_no_article(tmp_path):
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    result = run("explain", tmp_path / "empty.txt")
    assert result.exit_code == 2
    assert "No article could be read." in result.stderr
    assert "empty.txt" in result.stderr


def test_who_stops_reading_is_no_error_of_ours(article):
    command = [sys.executable, "-m", "graphbuild", "explain", article]
    explaining = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    explaining.stdout.close()
    said = explaining.stderr.read()
    assert (explaining.wait(), said) == (NOBODY_READS, b"")


def test_an_environment_of_ascii_still_shows_french(article):
    command = [sys.executable, "-m", "graphbuild", "explain", "--claims-only", article]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    shown = subprocess.run(command, env=environment, capture_output=True, cwd=ROOT, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert "20 millions d’euros" in shown.stdout.decode("utf-8")
