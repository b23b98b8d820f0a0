"""The whole way, on the sample articles that come with the package."""

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, Graph

import graphbuild
from graphbuild import store
from graphbuild.graph import GB
from graphbuild.read.files import BUILD_MARK, BUILT
from graphbuild.run import extract
from graphbuild.settings import Settings
from graphbuild.store import layout

SAMPLES = Path(str(files("graphbuild"))) / "samples"
ARTICLES = sorted(
    path
    for path in SAMPLES.iterdir()
    if path.suffix in {".txt", ".md", ".html", ".jsonl"} and path.stem != "README"
)


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "output"
    built = graphbuild.build(ARTICLES, output=folder)
    assert built.findings == ()
    return folder


def test_every_sample_is_read(output):
    report = json.loads((output / "report.json").read_text(encoding="utf-8"))
    assert report["issues"] == []
    assert len(report["read"]) >= len(ARTICLES)
    assert {document.language for document in store.documents(output)} == {"fr", "en"}


def test_another_order_in_another_process_gives_the_same_bytes(output, tmp_path):
    shuffled = list(ARTICLES)
    shuffled.reverse()
    command = [sys.executable, "-m", "graphbuild", "build", *shuffled, "-o", tmp_path]
    # Sets of strings have another order in a process with another seed.
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    for name in ("graph.ttl", "graph.html", "documents.jsonl", "report.json"):
        assert (tmp_path / name).read_bytes() == (output / name).read_bytes(), name


def test_a_document_that_was_added_leaves_no_trace_when_it_is_gone(output, tmp_path):
    extra = tmp_path / "extra.txt"
    extra.write_text("La Suisse investit 3 milliards de francs dans Mistral AI.", encoding="utf-8")
    graphbuild.build([*ARTICLES, extra], output=tmp_path / "output")
    assert (tmp_path / "output" / "graph.ttl").read_bytes() != (output / "graph.ttl").read_bytes()
    graphbuild.build(ARTICLES, output=tmp_path / "output", prune=True)
    assert (tmp_path / "output" / "graph.ttl").read_bytes() == (output / "graph.ttl").read_bytes()


def test_the_store_holds_what_the_turtle_says(output):
    turtle = parse((output / "graph.ttl").read_bytes(), format=RdfFormat.TURTLE)
    readable = {(q.subject, q.predicate) for q in turtle}
    assert {(q.subject, q.predicate) for q in store.open_store(output)} == readable
    assert len(list(store.open_store(output))) == len(Graph().parse(output / "graph.ttl"))


def test_the_graph_is_valid_and_every_quote_stands_in_its_article(output):
    assert graphbuild.check(output=output) == ()


def test_both_languages_give_claims_facts_and_amounts(output):
    graph = store.graph(output)
    for language in ("fr", "en"):
        question = f"ASK {{ ?c a gb:Claim ; gb:inDocument/dcterms:language ?l FILTER(STRSTARTS(STR(?l), '{language}')) }}"
        assert graphbuild.query(question, output=output)
    for term in (GB.Claim, GB.Fact, GB.Amount, GB.Mention):
        assert len(set(graph.subjects(RDF.type, term))) > 20, term


# Nobody has corrected the samples: tests/correct asks about corrections.
ANSWERED = [question for question in graphbuild.questions() if question.name != "corrections"]


@pytest.mark.parametrize("question", ANSWERED, ids=lambda question: question.name)
def test_every_named_question_has_an_answer_in_the_samples(output, question):
    values = {parameter.name: "France" for parameter in question.parameters}
    assert graphbuild.ask(question.name, values, output=output).rows


def test_the_page_is_there_and_names_no_other_machine(output):
    page = (output / "graph.html").read_text(encoding="utf-8")
    assert "Mistral" in page
    for outside in ('src="http', "src='http", 'href="https://cdn', "@import"):
        assert outside not in page


def test_extraction_is_a_pure_function_of_the_document(output):
    document = min(store.documents(output), key=lambda document: len(document.text))
    assert extract(document) == extract(document)


def test_what_an_earlier_build_left_is_not_read(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for output in (tmp_path / "output", tmp_path):
        graphbuild.build(tmp_path, output=output)
        report = graphbuild.build(tmp_path, output=output).report
        assert (report.read, report.issues) == (["good.txt"], [])


def test_what_the_reading_room_leaves_out_is_what_the_store_writes():
    assert {*layout.MANAGED} == BUILT
    assert layout.LOCK == BUILD_MARK


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "broken.txt": "Une entreprise investit 3 millions d’euros à Lyon.".encode()[:-1] + b"\xff\xc3(",
    "line.jsonl": b'{"id": "a", "text": "x"\n',
    "long.jsonl": b'{"id": "b", "text": "' + b"a" * 50_000_000 + b'"}\n',
    "deutsch.txt": "Die Bundesregierung investiert zwanzig Milliarden Euro in neue Fabriken für Halbleiter.".encode(),
    "bomb.html": b"<html><body>" + b"<div>" * 300_000 + b"x",
    "word.docx": b"PK\x03\x04 not for us",
}
GOOD = "La France investit 109 milliards d’euros dans l’intelligence artificielle."


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_named_and_the_others_are_built(tmp_path, name):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / name).write_bytes(BAD[name])
    built = graphbuild.build([tmp_path / "good.txt", tmp_path / name], output=tmp_path / "output")
    assert "good.txt" in built.report.read
    issues = [issue for issue in built.report.issues if name in issue.source]
    assert issues
    assert all(issue.problem and issue.remedy for issue in issues)
    assert (tmp_path / "output" / "graph.ttl").exists()


@pytest.mark.parametrize("name", ["empty.txt", "deutsch.txt", "line.jsonl", "missing.txt", "*.txt"])
def test_when_nothing_can_be_read_nothing_is_built_and_the_reasons_are_told(tmp_path, name):
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    with pytest.raises(graphbuild.GraphBuildError) as caught:
        graphbuild.build([tmp_path / name], output=tmp_path / "output")
    assert name in str(caught.value)
    assert not (tmp_path / "output" / "graph.ttl").exists()


def test_when_nothing_can_be_read_the_build_before_stays(output, tmp_path):
    copy = tmp_path / "output"
    shutil.copytree(output, copy)
    with pytest.raises(graphbuild.GraphBuildError, match="No article could be read"):
        graphbuild.build(tmp_path / "missing.txt", output=copy)
    assert (copy / "graph.ttl").read_bytes() == (output / "graph.ttl").read_bytes()
    assert graphbuild.query("ASK { ?c a gb:Claim }", output=copy)


def test_the_base_of_the_settings_is_where_the_nodes_live(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    settings = Settings(base="https://example.org/news/")
    graphbuild.build(tmp_path / "good.txt", output=tmp_path / "output", settings=settings)
    question = "SELECT ?c { ?c a gb:Claim }"
    assert all(
        row[0].startswith("https://example.org/news/")
        for row in graphbuild.query(question, output=tmp_path / "output").rows
    )
