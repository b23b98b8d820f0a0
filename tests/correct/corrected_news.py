"""Two small articles, and what a person does with them on the command line."""

import json

from click.testing import CliRunner

import graphbuild
from graphbuild.cli import main

GAZETTE = {
    "id": "gazette-118",
    "language": "fr",
    "published": "2025-02-10",
    "text": "Nvidia a investi 50 millions d’euros dans Mistral AI. "
    "La BPI a accordé un prêt de 20 millions d’euros à Verkor.",
}
HERALD = {
    "id": "herald-7",
    "language": "en",
    "published": "2025-02-11",
    "text": "Nvidia Corp. invested 50 million euros in Mistral AI. Northvolt will lend $3 billion to Verkor.",
}
ARTICLES = (GAZETTE, HERALD)
BASE = "https://w3id.org/graphbuild/id/"
WHEN = "2026-01-31T12:00:00Z"

FACTS = """SELECT ?kind ?payer ?paid ?value ?currency {
  ?f a gb:Fact, ?class ; gb:payer/rdfs:label ?payer ; gb:beneficiary/rdfs:label ?paid .
  OPTIONAL { ?f gb:amount ?sum . ?sum gb:value ?value ; gb:currency ?currency }
  FILTER (?class != gb:Fact) BIND (STRAFTER(STR(?class), "#") AS ?kind) }"""
FUNDS = "SELECT ?a ?b { ?x gb:funds ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }"
NVIDIA = ("Investment", "Nvidia Corp", "Mistral AI", "50000000", "EUR")
BPI = ("Loan", "BPI", "Verkor", "20000000", "EUR")
NORTHVOLT = ("Loan", "Northvolt", "Verkor", "3000000000", "USD")


def changed(article, old, new):
    """The article with other words."""
    assert old in article["text"]
    return article | {"text": article["text"].replace(old, new)}


def run(*words, exit_code=0):
    """What the command says."""
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == exit_code, done.output
    return done.output


def build(folder, articles=ARTICLES, exit_code=0):
    """Build the articles, always out of one file, into ``folder/output``."""
    source = folder.parent / "news.jsonl"
    source.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    return run("build", source, "-o", folder / "output", exit_code=exit_code)


def correct(output, *words, when=WHEN, exit_code=0):
    """Write a correction down, as Marie Dupont."""
    who = ("--because", "I have read it", "--by", "Marie Dupont", "--when", when)
    return run("correct", *words, *who, "-o", output, exit_code=exit_code)


def name_of(said):
    """The name of the correction that a command has written."""
    return said.partition(":")[0]


def ask(output, sparql):
    """The rows of a SELECT as tuples of plain text, sorted."""
    return sorted(graphbuild.query(f"PREFIX claim: <{BASE}claim/>\n{sparql}", output=output).rows)


def facts(output):
    return ask(output, FACTS)


def claim_of(output, payer, article="gazette-118"):
    """The short name of the only claim of an article in which somebody is the payer."""
    ((iri,),) = ask(
        output,
        f'SELECT ?c {{ ?c a gb:Claim ; gb:payer/rdfs:label "{payer}" ; gb:inDocument/dcterms:identifier "{article}" }}',
    )
    return iri.rpartition("/")[2]


def files(output):
    """What a build wrote, byte by byte; the store is the same graph."""
    names = ("graph.ttl", "graph.html", "documents.jsonl", "report.json")
    return {name: (output / name).read_bytes() for name in names}


def states(output):
    """What has become of each correction, by its name."""
    return {state.id.rpartition("/")[2]: state.state for state in graphbuild.corrections(output=output)}
