"""SPARQL on an output: what is answered, what is refused, and what is stopped."""

import json
import time

import pytest

from graphbuild.ask import query as asking
from graphbuild.ask.query import query
from graphbuild.errors import QueryError, StoreError

PAYERS = "SELECT ?name ?value { ?c gb:payer/rdfs:label ?name ; gb:amount/gb:value ?value }"
EVERYTHING_FOUR_TIMES = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s }"
)


def test_a_select_gives_rows_that_a_person_reads(small_output):
    answer = query(PAYERS, output=small_output)
    assert (answer.columns, answer.rows) == (("name", "value"), [("Union européenne", "20000000000")])
    assert bool(answer)


def test_iris_are_short_and_what_is_not_bound_is_empty(small_output):
    answer = query(
        "SELECT ?t ?x { ?c gb:payer ?p . ?c a ?t OPTIONAL { ?c gb:none ?x } } ORDER BY ?t",
        output=small_output,
    )
    assert answer.rows == [("gb:Claim", ""), ("gb:Investment", "")]


@pytest.mark.parametrize(
    ("question", "said"), [("ASK { ?c gb:payer ?p }", "yes"), ("ASK { ?c gb:loan ?p }", "no")]
)
def test_an_ask_says_yes_or_no(small_output, question, said):
    answer = query(question, output=small_output)
    assert answer.rows == [(said,)]
    assert bool(answer) is (said == "yes")
    assert answer.serialise("csv") == (b"true\n" if said == "yes" else b"false\n")
    assert json.loads(answer.serialise("json")) == {"head": {}, "boolean": said == "yes"}


@pytest.mark.parametrize(
    "verb", ["CONSTRUCT { ?c gb:payer ?p } WHERE { ?c gb:payer ?p }", "DESCRIBE <https://example.org/eu>"]
)
def test_triples_are_turtle_with_the_usual_prefixes(small_output, verb):
    answer = query(verb, output=small_output)
    assert answer.columns == ("subject", "predicate", "object")
    assert answer.serialise("turtle").startswith(b"@prefix ")
    assert b"gb:" in answer.serialise("turtle")
    with pytest.raises(QueryError, match="write them as turtle, not csv"):
        answer.serialise("csv")


def test_rows_in_every_format(small_output):
    answer = query(PAYERS, output=small_output)
    assert answer.serialise("csv").decode().splitlines() == ["name,value", "Union européenne,20000000000"]
    assert answer.serialise("tsv").decode().splitlines()[0] == "?name\t?value"
    (row,) = json.loads(answer.serialise("json"))["results"]["bindings"]
    assert row["name"] == {"type": "literal", "value": "Union européenne"}
    assert b"<sparql" in answer.serialise("xml")
    with pytest.raises(QueryError, match="csv, tsv, json, xml, not turtle"):
        answer.serialise("turtle")


@pytest.mark.parametrize("prefix", ["gb", "schema", "dcterms", "skos", "prov", "rdfs", "xsd", "rdf", "owl"])
def test_the_usual_prefixes_need_no_declaration(small_output, prefix):
    query(f"ASK {{ ?x {prefix}:any ?y }}", output=small_output)


def test_a_prefix_that_is_declared_wins(small_output):
    question = "PREFIX gb: <https://example.org/> SELECT (gb:eu AS ?x) {}"
    assert query(question, output=small_output).rows == [("https://example.org/eu",)]


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "delete where { ?s ?p ?o }",
        "PREFIX ex: <https://example.org/> # SELECT\nDELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        "BASE <https://example.org/>\nCLEAR ALL",
        "LOAD <file:///etc/passwd>",
        "DROP DEFAULT",
    ],
)
def test_an_update_is_refused_in_so_many_words(small_output, update):
    with pytest.raises(QueryError, match="changes data, and questions only read"):
        query(update, output=small_output)
    assert query(PAYERS, output=small_output).rows


def test_no_other_machine_is_asked(small_output):
    with pytest.raises(QueryError, match="SERVICE"):
        query("SELECT * { service <http://127.0.0.1:9/sparql> { ?s ?p ?o } }", output=small_output)


@pytest.mark.parametrize(
    "question",
    [
        'SELECT ("INSERT DATA { SERVICE <x:y> }" AS ?x) {}',
        "SELECT ?service { ?service a gb:Claim } # SERVICE <x:y>",
        "PREFIX insert: <https://example.org/insert/> SELECT * { ?s insert:service ?o }",
        "SELECT * { ?s <https://example.org/SERVICE> '''SERVICE''' }",
    ],
)
def test_words_in_strings_names_and_comments_are_only_words(small_output, question):
    query(question, output=small_output)


@pytest.mark.parametrize(
    ("question", "place", "hint"),
    [
        ("SELECT ?x\nWHERE { ?x a }", "line 2, near column 15", "missing"),
        ("SELECT ?x { ?x ex:y ?z }", "line 1, near column", "prefix ex: is not declared"),
        ("SELCT ?x { ?x ?y ?z }", "line 1, near column 1", "starts with SELECT"),
        ("", "line 1, near column 1", "starts with SELECT"),
    ],
)
def test_a_syntax_error_names_the_place_and_a_remedy(small_output, question, place, hint):
    with pytest.raises(QueryError) as caught:
        query(question, output=small_output)
    assert place in str(caught.value)
    assert hint in str(caught.value)
    assert "^" in str(caught.value)


def test_a_question_that_runs_away_is_stopped(small_output):
    began = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 1 seconds.*LIMIT"):
        query(EVERYTHING_FOUR_TIMES, output=small_output, time_limit=1)
    assert time.monotonic() - began < 10


def test_an_answer_that_is_too_large_is_stopped(small_output, monkeypatch):
    monkeypatch.setattr(asking, "MAX_RESULT", 2**24)
    # Forty variables of a long name, over a product of rows: gigabytes, were it allowed to end.
    names = " ".join(f"(?a AS ?{'x' * 900}{i})" for i in range(40))
    rows = f"SELECT ?a {names} {{ {EVERYTHING_FOUR_TIMES[len('SELECT (COUNT(*) AS ?n) {') :]}"
    with pytest.raises(QueryError, match="too large"):
        query(rows, output=small_output, time_limit=300)


def test_a_question_that_needs_too_much_memory_is_stopped(small_output, monkeypatch):
    monkeypatch.setattr(asking, "MAX_MEMORY", 2**29)
    rows = f"SELECT * {{ {EVERYTHING_FOUR_TIMES[len('SELECT (COUNT(*) AS ?n) {') :]} ORDER BY ?a"
    with pytest.raises(QueryError, match="too large"):
        query(rows, output=small_output, time_limit=300)


def test_the_working_folder_is_not_imported(small_output, tmp_path, monkeypatch):
    (tmp_path / "pyoxigraph.py").write_text("raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)
    assert query(PAYERS, output=small_output).rows


def test_no_build_is_a_store_error(tmp_path):
    with pytest.raises(StoreError, match="graphbuild build"):
        query(PAYERS, output=tmp_path)


def test_a_damaged_store_is_a_store_error(small_output):
    (small_output / "store" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="Build the output again"):
        query(PAYERS, output=small_output)


def test_an_answer_larger_than_a_file_may_be_says_so(small_output, monkeypatch):
    monkeypatch.setattr(asking, "MAX_RESULT", 10_000)
    with pytest.raises(QueryError, match=r"too large to hold.*LIMIT"):
        query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", output=small_output)


def test_a_question_that_is_nested_too_deeply_is_told_so(small_output):
    with pytest.raises(QueryError, match="nested too deeply"):
        query("SELECT * " + "{" * 100_000, output=small_output)


@pytest.mark.parametrize("clause", ["FROM <file:///etc/passwd>", "from named <a:b>", "FROM gb:graph"])
def test_a_question_to_another_graph_is_told_that_there_is_one(small_output, clause):
    with pytest.raises(QueryError, match="an output is one graph"):
        query(f"SELECT * {clause} WHERE {{ ?s ?p ?o }}", output=small_output)


@pytest.mark.parametrize(
    "question",
    [
        'SELECT ?from { ?from ?p ?o FILTER (?o != "FROM <a>") }',
        "PREFIX from: <a:> SELECT * { ?s from:x ?from }",
    ],
)
def test_the_word_from_may_stand_elsewhere(small_output, question):
    assert query(question, output=small_output).columns


def test_what_is_no_text_is_told_without_the_words_of_a_codec(small_output):
    with pytest.raises(QueryError, match="is not UTF-8 text"):
        query("\udcff\udcfe", output=small_output)
    with pytest.raises(QueryError, match="is not UTF-8 text"):
        query("SELECT ?x { ?x ?y ?z }", output=small_output, bindings={"x": "\udcff"})
