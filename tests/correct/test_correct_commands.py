"""Each correction, through the command line, on two small articles: what is in the graph before and after."""

import json
import shutil

import pytest
from click.testing import CliRunner

import graphbuild
from graphbuild.cli import main

ARTICLES = (
    {
        "id": "gazette-118",
        "language": "fr",
        "published": "2025-02-10",
        "text": "Nvidia a investi 50 millions d’euros dans Mistral AI. "
        "La BPI a accordé un prêt de 20 millions d’euros à Verkor.",
    },
    {
        "id": "herald-7",
        "language": "en",
        "published": "2025-02-11",
        "text": "Nvidia Corp. invested 50 million euros in Mistral AI. "
        "Northvolt will lend $3 billion to Verkor.",
    },
)
WHO = ("--because", "I have read it", "--by", "Marie Dupont", "--when", "2026-01-31T12:00:00Z")


def lines(articles=ARTICLES):
    return "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)


def run(*words, exit_code=0):
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == exit_code, done.output
    return done.output


def build(folder, articles=ARTICLES):
    """Build the articles into ``folder/output``."""
    source = folder / "news.jsonl"
    source.write_text(lines(articles), encoding="utf-8")
    return run("build", source, "-o", folder / "output")


def correct(output, *words, exit_code=0):
    return run("correct", *words, *WHO, "-o", output, exit_code=exit_code)


BASE = "https://w3id.org/graphbuild/id/"


def ask(output, sparql):
    """The rows of a SELECT as tuples of plain text, sorted."""
    return sorted(graphbuild.query(f"PREFIX claim: <{BASE}claim/>\n{sparql}", output=output).rows)


def claims(output, kind):
    """The short names of the claims of a kind that stand."""
    rows = ask(output, f"SELECT ?c {{ ?c a gb:Claim, gb:{kind} }}")
    return [iri.rpartition("/")[2] for (iri,) in rows]


def claim_of(output, name):
    """The short name of the only claim in which somebody is the payer."""
    ((iri,),) = ask(output, f'SELECT ?c {{ ?c a gb:Claim ; gb:payer/rdfs:label "{name}" }}')
    return iri.rpartition("/")[2]


def files(output):
    """What a build wrote, byte by byte; the store is the same graph."""
    return {
        name: (output / name).read_bytes()
        for name in ("graph.ttl", "graph.html", "documents.jsonl", "report.json")
    }


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    folder = tmp_path_factory.mktemp("before")
    build(folder)
    return folder


@pytest.fixture
def folder(before, tmp_path):
    """A copy of the build, to correct."""
    shutil.copytree(before, tmp_path, dirs_exist_ok=True)
    return tmp_path


FACTS = """SELECT ?kind ?payer ?paid ?value ?currency {
  ?f a gb:Fact, ?class ; gb:payer/rdfs:label ?payer ; gb:beneficiary/rdfs:label ?paid .
  OPTIONAL { ?f gb:amount ?sum . ?sum gb:value ?value ; gb:currency ?currency }
  FILTER (?class != gb:Fact) BIND (STRAFTER(STR(?class), "#") AS ?kind) }"""
FUNDS = "SELECT ?a ?b { ?x gb:funds ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }"


def test_what_is_read_without_corrections(before):
    assert ask(before / "output", FACTS) == [
        ("Investment", "Nvidia Corp", "Mistral AI", "50000000", "EUR"),
        ("Loan", "BPI", "Verkor", "20000000", "EUR"),
        ("Loan", "Northvolt", "Verkor", "3000000000", "USD"),
    ]


def test_a_rejected_claim_stays_to_be_seen_and_supports_nothing(folder):
    output = folder / "output"
    loan = claim_of(output, "BPI")
    assert "rejected" in correct(output, "reject", loan[:12])
    build(folder)
    assert ask(output, FACTS) == [
        ("Investment", "Nvidia Corp", "Mistral AI", "50000000", "EUR"),
        ("Loan", "Northvolt", "Verkor", "3000000000", "USD"),
    ]
    assert ("BPI", "Verkor") not in ask(output, FUNDS)
    seen = ask(
        output,
        "SELECT ?quote ?by ?why ?when { ?c a gb:InvalidatedClaim ; gb:evidence/gb:quote ?quote ;"
        " prov:wasInvalidatedBy ?made . ?made a gb:Rejection ; rdfs:comment ?why ; gb:applied true ;"
        " prov:endedAtTime ?when ; prov:wasAssociatedWith/rdfs:label ?by }",
    )
    assert seen == [
        (
            "La BPI a accordé un prêt de 20 millions d’euros à Verkor.",
            "Marie Dupont",
            "I have read it",
            "2026-01-31T12:00:00Z",
        )
    ]
    assert not ask(output, f"SELECT ?x {{ ?x gb:statedBy claim:{loan} }}")
