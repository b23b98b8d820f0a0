"""The named questions, on two small articles, with the store's engine and with rdflib's as the oracle."""

import re
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from graphbuild.graph import ontology_dir, to_turtle

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
from articles import corpus, graph_of

FILES = sorted((ontology_dir() / "queries").glob("*.rq"))
GRAPH = graph_of(*corpus())
STRING = "http://www.w3.org/2001/XMLSchema#string"


def store():
    engine = pyoxigraph.Store()
    engine.load(to_turtle(GRAPH).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return engine


STORE = store()


def ask(name, **values):
    """The rows of a question as dictionaries of plain text, as the store answers it."""
    text = (ontology_dir() / "queries" / f"{name}.rq").read_text("utf-8")
    bound = {pyoxigraph.Variable(k): pyoxigraph.Literal(v) for k, v in values.items()}
    answer = STORE.query(text, substitutions=bound)
    names = [variable.value for variable in answer.variables]
    return [{n: row[n].value if row[n] else "" for n in names} for row in answer]


def columns(name, *wanted, **values):
    return [tuple(row[column] for column in wanted) for row in ask(name, **values)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_engines_give_the_same_rows_in_the_same_order(path):
    text = path.read_text("utf-8")
    values = {"entity": "Octave"} if "# param entity:" in text else {}
    bound = {pyoxigraph.Variable(k): pyoxigraph.Literal(v) for k, v in values.items()}
    answer = STORE.query(text, substitutions=bound)
    names = [variable.value for variable in answer.variables]
    ours = [tuple(_plain(row[n]) for n in names) for row in answer]
    oracle = GRAPH.query(text, initBindings={k: rdflib.Literal(v) for k, v in values.items()})
    theirs = [tuple(_plain(row.get(rdflib.Variable(n))) for n in names) for row in oracle.bindings]
    # rdflib groups nothing into one empty row; SPARQL 1.1 says: into none.
    theirs = [row for row in theirs if any(value for value, _ in filter(None, row))]
    assert ours == theirs
    assert ours or path.stem in {"corrections", "figures"}


def _plain(term):
    if term is None:
        return None
    kind = getattr(term, "datatype", None)
    return (
        str(getattr(term, "value", term)) if isinstance(term, pyoxigraph.NamedNode) else _literal(term, kind)
    )


def _literal(term, kind):
    if isinstance(term, pyoxigraph.Literal):
        return term.value, kind.value
    return str(term), str(kind) if kind else STRING


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_question_says_what_it_answers_and_is_ordered(path):
    lines = path.read_text("utf-8").splitlines()
    assert re.match(r"# [A-Z].{10,70}$", lines[0])
    assert re.match(r"# en: [A-Z].+\.$", lines[1])
    assert re.match(r"# fr: \S.+\.$", lines[2])
    assert any(line.startswith("ORDER BY") for line in lines)
    declared = re.findall(r"^# param (\w+): .+", "\n".join(lines), re.MULTILINE)
    for name in declared:
        assert re.search(rf"\?{name}\b", "\n".join(lines[4:]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_answers_are_words_and_numbers_not_addresses(path):
    text = path.read_text("utf-8")
    values = {"entity": "c"} if "# param entity:" in text else {}
    bound = {pyoxigraph.Variable(k): pyoxigraph.Literal(v) for k, v in values.items()}
    for row in STORE.query(text, substitutions=bound):
        assert all(isinstance(value, pyoxigraph.Literal) for value in row if value is not None)


def test_there_are_enough_of_them():
    assert len(FILES) >= 12


def test_who_funds_what():
    assert columns("who-funds-what", "payer", "funded", "amount", "status", "denied", "part") == [
        ("Acme Corp", "Orion", "30000000–50000000 USD", "Done", "", ""),
        ("France", "InvestAI", "3000000000 EUR", "Announced", "denied", ""),
        ("Union européenne", "InvestAI", "200000000000 EUR", "Announced", "", ""),
        ("Union européenne", "InvestAI", "> 200000000000 USD", "Announced", "", ""),
        ("Union européenne", "gigafactories", "20000000000 EUR", "Announced", "", "part"),
    ]


def test_totals_count_no_part_twice_and_nothing_denied_and_choose_no_currency():
    wanted = ("currency", "certainty", "low", "high", "facts", "about", "disputed")
    assert columns("totals-per-payer", "payer", *wanted) == [
        ("Acme Corp", "USD", "certain", "30000000", "50000000", "1", "", ""),
        ("Union européenne", "EUR", "certain", "200000000000", "200000000000", "1", "", "currency"),
        ("Union européenne", "USD", "certain", "200000000000", "", "1", "", "currency"),
    ]
    assert columns("money-per-project", "project", *wanted) == [
        ("InvestAI", "EUR", "certain", "200000000000", "200000000000", "1", "", "currency"),
        ("InvestAI", "USD", "certain", "200000000000", "", "1", "", "currency"),
        ("Orion", "USD", "certain", "30000000", "50000000", "1", "", ""),
        ("gigafactories", "EUR", "certain", "20000000000", "20000000000", "1", "", ""),
    ]


def test_disagreements_stand_side_by_side_with_their_words():
    (row,) = ask("disagreements")
    assert (row["about"], row["amount"], row["other_amount"]) == (
        "InvestAI, Union européenne",
        *sorted(["200 billion EUR", "more than 200 billion USD"], key=lambda a: a != row["amount"]),
    )
    assert {row["quote"][:27], row["other_quote"][:27]} == {
        "L’Union européenne a annonc",
        "L’Union européenne investir",
    }
    assert "currenc" in row["why"]


@pytest.mark.parametrize(
    ("name", "wanted", "rows"),
    [
        (
            "planned-or-rumoured",
            ("who", "what", "amount", "certainty"),
            [("Octave", "InvestAI", "1 GW", "hedged")],
        ),
        ("who-leads-what", ("leader", "title", "leads"), [("Nadia Ferrand", "présidente", "Octave")]),
        ("partnerships", ("partners", "project"), [("Acme Corp, Octave", "Orion")]),
        ("fines", ("sanctioned", "authority", "amount"), [("Acme Corp", "Bureau", "5000000 USD")]),
        ("who-supplies-whom", ("supplier", "project", "amount"), [("Octave", "InvestAI", "1 GW")]),
        (
            "ownership",
            ("owner", "owned", "amount", "status"),
            [("Acme Corp", "Widget Ltd", "", "Done"), ("Bolt Inc", "Widget Ltd", "7000000 USD", "Cancelled")],
        ),
        (
            "cancelled-or-denied",
            ("who", "what", "status", "denied"),
            [("Bolt Inc", "Widget Ltd", "Cancelled", ""), ("France", "InvestAI", "Announced", "denied")],
        ),
        (
            "sources",
            ("document", "date", "language", "claims", "amounts", "source"),
            [
                ("acme", "2025-03", "en", "5", "3", "news/acme.txt"),
                ("ue.txt", "2025-02-11", "fr", "6", "5", "https://example.org/ue"),
            ],
        ),
    ],
)
def test_rows(name, wanted, rows):
    assert columns(name, *wanted) == rows


def test_about_finds_by_part_of_a_name_in_any_case():
    assert columns("about", "subject", "role", "kind", "with", entity="oCTAv") == [
        ("Octave", "partner", "Partnership", "Acme Corp, Orion"),
        ("Octave", "organization", "Position", "Nadia Ferrand"),
        ("Octave", "supplier", "Supply", "InvestAI"),
    ]


def test_evidence_gives_the_words_and_their_place():
    texts = {e.document.id: e.document.text for e in corpus()}
    rows = ask("evidence", entity="octave")
    assert len(rows) == 3
    for row in rows:
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]
    assert {row["attributed_to"] for row in rows} == {"", "Nadia Ferrand"}


@pytest.mark.parametrize("value", ['"', "\\", "' } DROP ALL", "?x", "\n", "('x')", "*"])
def test_a_value_is_only_ever_a_value(value):
    assert ask("about", entity=value) == []


def test_the_timeline_goes_forward_and_says_whose_date_it_is():
    rows = ask("timeline")
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert len(rows) == 11
    assert {(row["who"], row["date"]) for row in rows if row["date_of"] == "event"} == {
        ("Nadia Ferrand", "2025")
    }


@pytest.mark.parametrize("name", ["l'agence", "L’Agence"])
def test_apostrophes_of_both_sorts_find_a_name(name):
    engine = pyoxigraph.Store()
    turtle = to_turtle(GRAPH).replace('rdfs:label "Octave"', 'rdfs:label "Octave de l’Agence"')
    engine.load(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    text = (ontology_dir() / "queries" / "about.rq").read_text("utf-8")
    rows = engine.query(text, substitutions={pyoxigraph.Variable("entity"): pyoxigraph.Literal(name)})
    assert len(list(rows)) == 3
