"""Every IRI of the graph answers: people with a page, machines with RDF."""

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, RDFS, Graph, Literal, URIRef

BASE = "https://w3id.org/graphbuild/id/"
GB = "https://w3id.org/graphbuild/ontology#"
HTML = {"accept": "text/html"}
TURTLE = {"accept": "text/turtle"}


def iris(client, question: str) -> list[str]:
    answer = client.get("/sparql", params={"query": question}, headers={"accept": "application/json"})
    return [row["x"]["value"] for row in answer.json()["results"]["bindings"]]


def path(iri: str) -> str:
    assert iri.startswith(BASE)
    return "/id/" + iri.removeprefix(BASE).partition("#")[0]


def of(client, name: str) -> str:
    (iri,) = iris(client, f'SELECT ?x {{ ?x rdfs:label "{name}" }}')
    return iri


@pytest.mark.parametrize(
    "sort", ["Organization", "Claim", "Fact", "Document", "Passage", "Conflict", "Amount"]
)
def test_every_iri_dereferences(client, sort):
    found = iris(client, f"SELECT DISTINCT ?x {{ ?x a gb:{sort} }}")
    assert found
    for iri in found:
        page = client.get(path(iri), headers=HTML)
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        turtle = client.get(path(iri), headers=TURTLE)
        assert turtle.status_code == 200
        assert (URIRef(iri), None, None) in Graph().parse(data=turtle.text, format="turtle")


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
def test_all_formats_say_the_same(client, accept, form):
    iri = of(client, "Nvidia")
    answer = client.get(path(iri), headers={"accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    assert answer.headers["vary"] == "Accept, Accept-Language, Cookie"
    said = {str(quad.triple) for quad in parse(answer.content, form)}
    turtle = client.get(path(iri), headers=TURTLE)
    assert said == {str(quad.triple) for quad in parse(turtle.content, RdfFormat.TURTLE)}


def test_a_claim_comes_with_its_words_and_its_sum(client):
    (claim,) = iris(client, 'SELECT ?x { ?x a gb:Claim ; gb:amount/gb:quote "109 milliards d’euros" }')
    graph = Graph().parse(data=client.get(path(claim), headers=TURTLE).text, format="turtle")
    quotes = {str(words) for words in graph.objects(None, URIRef(f"{GB}quote"))}
    assert "109 milliards d’euros" in quotes
    assert any("la France a annoncé 109 milliards" in words for words in quotes)
    assert (None, RDF.type, URIRef(f"{GB}Amount")) in graph
    assert (None, RDFS.label, Literal("France")) in graph


def test_a_page_shows_facts_mentions_in_context_and_what_links_here(client):
    page = client.get(path(of(client, "France")), headers={**HTML, "accept-language": "fr"}).text
    assert "<mark>France</mark> a annoncé 109 milliards" in page
    assert "Ce qui en est dit" in page
    assert "Ce qui mène ici" in page
    assert "109\N{NARROW NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}000" in page


def test_an_article_shows_its_text_and_links_each_passage(client):
    (passage,) = iris(client, 'SELECT ?x { ?c gb:amount/gb:quote "109 milliards d’euros" ; gb:evidence ?x }')
    page = client.get(path(passage), headers=HTML).text
    assert f'<a id="{passage.partition("#")[2]}"></a><mark>De son côté, la France a annoncé' in page


def test_the_ontology_dereferences(client):
    page = client.get("/ontology", headers={**HTML, "accept-language": "fr"}).text
    assert "gb:payer" in page
    assert "payeur" in page
    for accept in ("text/turtle", "application/ld+json"):
        data = client.get("/ontology", headers={"accept": accept}).text
        form = "turtle" if accept == "text/turtle" else "json-ld"
        assert (URIRef(f"{GB}payer"), RDF.type, None) in Graph().parse(data=data, format=form)


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr-CA, en;q=0.5", "Organisation"), ("en", "Organization"), ("ja", "Organization")],
)
def test_pages_speak_the_readers_language(client, language, said):
    page = client.get(path(of(client, "Nvidia")), headers={**HTML, "accept-language": language})
    assert said in page.text


def test_a_chosen_language_is_remembered(served):
    with served.client(headers={**HTML, "accept-language": "en"}) as client:
        assert '<html lang="fr">' in client.get("/?lang=fr").text
        assert '<html lang="fr">' in client.get("/questions").text


def test_nothing_new_is_not_sent_again(client):
    where = path(of(client, "Nvidia"))
    first = client.get(where, headers=TURTLE)
    again = client.get(where, headers={**TURTLE, "if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(where, headers={**HTML, "if-none-match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(
    "name", ["entity/nobody-0000000000", "claim/x", "entity/a b", "entity/<script>", "%ff"]
)
def test_what_is_unknown_is_told_in_words(client, name):
    page = client.get(f"/id/{name}", headers={**HTML, "accept-language": "fr"})
    assert page.status_code == 404
    assert "n’est pas dans ce graphe" in page.text
    assert "<script>alert" not in page.text
    words = client.get(f"/id/{name}", headers=TURTLE)
    assert words.status_code == 404
    assert "is not in this graph" in words.text


def test_an_image_of_a_node_is_not_to_be_had(client):
    assert client.get(path(of(client, "Nvidia")), headers={"accept": "image/png"}).status_code == 406


def test_the_path_of_the_base_works_too(client):
    """A proxy that answers for the base passes its paths on as they are."""
    iri = of(client, "Nvidia")
    answer = client.get(httpx.URL(iri).path, headers=TURTLE)
    assert answer.status_code == 200
    assert iri in answer.text
    assert client.get("/elsewhere", headers=TURTLE).status_code == 404
