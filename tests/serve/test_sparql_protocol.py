"""The SPARQL 1.1 Protocol: what the W3C's protocol tests ask of queries, by the names that they have there.

The W3C's tests are descriptions of requests, with graphs on the W3C's own machine; here the same
requests ask our own graph.
"""

import json
import subprocess
from unittest.mock import ANY

import httpx
import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, Store, parse, parse_query_results
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from graphbuild.serve.shelf import Shelf
from graphbuild.serve.worker import answer

NAMES = "SELECT ?name { ?who a gb:Organization ; rdfs:label ?name } ORDER BY ?name"
FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


def names(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/sparql-results+json"
    return [row["name"]["value"] for row in answer.json()["results"]["bindings"]]


def ask(client, **options) -> httpx.Response:
    return client.request("GET", "/sparql", params={"query": NAMES}, **options)


def test_query_get(client):
    assert "Nvidia" in names(ask(client))


def test_query_post_form(client):
    assert "Nvidia" in names(client.post("/sparql", data={"query": NAMES}))


def test_query_post_direct(client):
    assert "Nvidia" in names(client.post("/sparql", content=NAMES, headers=DIRECT))


def test_all_ways_give_the_same_bytes(client):
    ways = [
        ask(client),
        client.post("/sparql", data={"query": NAMES}),
        client.post("/sparql", content=NAMES, headers=DIRECT),
    ]
    assert len({way.content for way in ways}) == 1


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/json", "application/json", QueryResultsFormat.JSON),
        (
            "application/sparql-results+xml",
            "application/sparql-results+xml; charset=utf-8",
            QueryResultsFormat.XML,
        ),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", QueryResultsFormat.TSV),
        (
            "text/turtle, application/xml;q=0.2, text/tab-separated-values;q=0.8",
            "text/tab-separated-values; charset=utf-8",
            QueryResultsFormat.TSV,
        ),
        (
            "application/*;q=0.3, application/sparql-results+json;q=0.1, text/csv;q=0",
            "application/json",
            QueryResultsFormat.JSON,
        ),
        ("*/*", "application/sparql-results+json", QueryResultsFormat.JSON),
        ("nonsense;;q=x, text/*;q=0.9", "text/csv; charset=utf-8", None),
    ],
)
def test_query_content_type_select(client, accept, media, form):
    answer = ask(client, headers={"accept": accept})
    assert answer.headers["content-type"] == media
    assert answer.headers["vary"] == "Accept"
    if form is None:
        assert "Nvidia" in answer.text.splitlines()
    else:
        assert "Nvidia" in {row["name"].value for row in parse_query_results(answer.content, form)}


@pytest.mark.parametrize(
    ("accept", "said"),
    [
        ("application/sparql-results+json", b'"boolean":true'),
        ("application/sparql-results+xml", b"<boolean>true</boolean>"),
        ("text/csv", b"true\n"),
    ],
)
def test_query_content_type_ask(client, accept, said):
    answer = client.get("/sparql", params={"query": "ASK {}"}, headers={"accept": accept})
    assert answer.status_code == 200
    assert said in answer.content


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
@pytest.mark.parametrize(
    "question",
    ["DESCRIBE ?x { ?x a gb:Document }", "CONSTRUCT { ?x a gb:Document } WHERE { ?x a gb:Document }"],
)
def test_query_content_type_describe_and_construct(client, accept, form, question):
    answer = client.get("/sparql", params={"query": question}, headers={"accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    triples = {str(quad.triple) for quad in parse(answer.content, form)}
    assert any("ontology#Document" in triple for triple in triples)


@pytest.mark.parametrize(
    ("question", "accept"),
    [(NAMES, "text/turtle"), ("DESCRIBE ?x { ?x a gb:Document }", "text/csv"), (NAMES, "image/png")],
)
def test_what_cannot_be_written_as_asked_is_not_acceptable(client, question, accept):
    answer = client.get("/sparql", params={"query": question}, headers={"accept": accept})
    assert answer.status_code == 406
    assert "Ask for one of these with Accept" in answer.text


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_query_dataset(client, way):
    """A dataset that the protocol names replaces everything, so a graph that is not here is empty."""
    count = "SELECT (COUNT(*) AS ?name) { ?s ?p ?o }"
    graphs = [("default-graph-uri", "https://example.org/a"), ("named-graph-uri", "https://example.org/b")]
    for given in (graphs, graphs[:1], graphs[1:]):
        match way:
            case "get":
                answer = client.get("/sparql", params=[("query", count), *given])
            case "form":
                answer = client.post("/sparql", data=dict([("query", count), *given]))
            case _:
                answer = client.post("/sparql", params=given, content=count, headers=DIRECT)
        assert names(answer) == ["0"]
    assert names(client.get("/sparql", params={"query": count})) != ["0"]


def test_the_protocols_dataset_wins_over_that_of_the_query(client):
    question = "SELECT (COUNT(*) AS ?name) FROM NAMED <https://example.org/b> { GRAPH ?g { ?s ?p ?o } }"
    params = {"query": question, "named-graph-uri": "https://example.org/c"}
    assert names(client.get("/sparql", params=params)) == ["0"]


def posted(content: bytes, media: str = DIRECT["content-type"]) -> dict[str, object]:
    """A question as the body of a request."""
    return {"method": "POST", "content": content, "headers": {"content-type": media}}


@pytest.mark.parametrize(
    ("name", "status", "request_"),
    [
        ("bad_query_method", 405, {"method": "PUT", "params": {"query": "ASK {}"}}),
        ("bad_multiple_queries", 400, {"params": [("query", "ASK {}"), ("query", "SELECT * {}")]}),
        ("bad_query_wrong_media_type", 415, posted(b"ASK {}", "text/plain")),
        ("bad_query_missing_form_type", 415, {"method": "POST", "content": b"query=ASK%20%7B%7D"}),
        ("bad_query_missing_direct_type", 415, {"method": "POST", "content": b"ASK {}"}),
        ("bad_query_non_utf8", 400, posted("ASK { ?é ?b ?c }".encode("utf-16"))),
        ("another charset", 415, posted(b"ASK {}", "application/sparql-query; charset=utf-16")),
        ("bad_query_syntax", 400, {"params": {"query": "ASK {"}}),
        ("a query that is not there", 400, {"method": "POST", "content": b"", "headers": FORM}),
        ("an address that is not UTF-8", 400, {"params": b"query=%ff"}),
        (
            "a graph that is no IRI",
            400,
            {"params": {"query": "ASK {}", "default-graph-uri": "no iri> <x"}},
        ),
        ("an update as a form", 403, {"method": "POST", "data": {"update": "CLEAR ALL"}}),
        ("an update", 403, posted(b"CLEAR ALL", "application/sparql-update")),
        ("an update as a query", 400, {"params": {"query": "LOAD <http://127.0.0.1/> INTO GRAPH <x:y>"}}),
        ("a body that is too long", 413, posted(b"#" * 1_100_000)),
    ],
)
def test_bad_requests_are_refused_with_words(client, name, status, request_):
    answer = client.request(url="/sparql", **{"method": "GET", **request_})
    assert answer.status_code == status, answer.text
    assert status == 405 or len(answer.text.split()) > 4


def test_a_syntax_error_has_the_parsers_words_with_the_line(client):
    answer = client.get("/sparql", params={"query": "SELECT ?x {\n ?x foo:bar 1 }"})
    assert answer.status_code == 400
    assert "line 2" in answer.text
    assert "The prefix foo: is not declared" in answer.text


def test_the_service_describes_itself(client):
    answer = client.get("/sparql", headers={"accept": "application/ld+json;q=0.5, text/turtle"})
    graph = Graph().parse(data=answer.text, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    (service,) = graph.subjects(URIRef(sd + "endpoint"))
    assert str(service) == str(answer.url)
    assert (service, URIRef(sd + "supportedLanguage"), URIRef(sd + "SPARQL11Query")) in graph
    assert json.loads(client.get("/sparql", headers={"accept": "application/ld+json"}).content)
    assert client.get("/sparql", headers={"accept": "image/png"}).status_code == 406


def test_a_runaway_question_is_stopped_and_the_server_stays_alive(client):
    answer = client.get("/sparql", params={"query": BOMB})
    assert answer.status_code == 503
    assert "ran longer than 3 seconds and was stopped" in answer.text
    assert answer.elapsed.total_seconds() < 10
    assert "Nvidia" in names(ask(client))


def test_an_answer_without_end_is_refused(client):
    every = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    answer = client.get("/sparql", params={"query": every}, headers={"accept": "text/csv"})
    assert answer.status_code in {500, 503}
    assert "add a LIMIT" in answer.text
    assert "Nvidia" in names(ask(client))


def test_an_answer_is_cut_off_at_its_size_not_only_at_its_time(built):
    """The worker itself, with a small limit: a big answer that needs no time."""
    shelf = Shelf(Store.read_only(str(built / "store")), built / "none")
    job = {"do": "query", "sparql": "SELECT * { ?s ?p ?o }", "bindings": {}, "default": None, "named": None}
    job |= {"rows": "csv", "triples": "turtle"}
    head, body = answer(shelf, job, 1_000_000)
    assert head == {"form": "solutions"}
    for form in (job, job | {"sparql": "CONSTRUCT WHERE { ?s ?p ?o }"}):
        assert answer(shelf, form, len(body) // 20) == ({"kind": "large", "error": ANY}, b"")


def test_a_question_that_breaks_the_parser_breaks_nothing_else(client):
    nested = "ASK " + "{" * 60_000 + "}" * 60_000
    assert client.post("/sparql", data={"query": nested}).status_code in {400, 500, 503}
    assert "Nvidia" in names(ask(client))


def test_sparqlwrapper_gets_every_format(served):
    def asked(question: str, form: str) -> object:
        client = SPARQLWrapper(f"{served.address}sparql")
        client.setQuery(question)
        client.setReturnFormat(form)
        return client.query().convert()

    rows = asked(NAMES, JSON)["results"]["bindings"]
    assert "Nvidia" in [row["name"]["value"] for row in rows]
    assert b"Nvidia" in asked(NAMES, CSV)
    assert "Nvidia" in asked(NAMES, XML).toxml()
    described = Graph().parse(asked("DESCRIBE ?x { ?x a gb:Document }", TURTLE), format="turtle")
    assert len(described) > 5


def test_rdflibs_store_walks_the_graph(served):
    gb = "https://w3id.org/graphbuild/ontology#"
    for method in ("GET", "POST", "POST_FORM"):
        graph = Graph(SPARQLStore(f"{served.address}sparql", method=method, returnFormat="json"))
        labels = [str(row.name) for row in graph.query(f"PREFIX gb: <{gb}> {NAMES}")]
        assert "Nvidia" in labels
    graph = Graph(SPARQLStore(f"{served.address}sparql", returnFormat="xml"))
    (document, *_) = sorted(graph.subjects(None, URIRef(f"{gb}Document")))
    assert len(list(graph.predicate_objects(document))) > 3


def test_curl_gets_csv(served):
    command = ["curl", "-sS", "--fail", f"{served.address}sparql", "-H", "Accept: text/csv"]
    done = subprocess.run(
        [*command, "--data-urlencode", f"query={NAMES}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0] == "name"
    assert "Nvidia" in done.stdout.splitlines()
