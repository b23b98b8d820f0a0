"""Turtle: the same graph gives the same bytes, and every parser reads back the same triples."""

import pyoxigraph
import rdflib
from articles import corpus, graph_of
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, URIRef

from graphbuild.graph import BASE, GB, to_turtle

TEXT = to_turtle(graph_of(*corpus()))

# What RDF can hold at all: no lone surrogates.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LOCAL = st.text(st.sampled_from("abcXYZ019-_.~!$&'()*+,;=:@/"), max_size=12)
IRIS = st.builds(
    lambda room, local: URIRef(f"{BASE}{room}/{local}"),
    st.sampled_from(["document", "entity", "claim", "x"]),
    LOCAL,
)
LITERALS = st.one_of(
    WORDS.map(Literal),
    WORDS.map(lambda w: Literal(w, lang="fr")),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(
        lambda d: Literal(format(d, "f"), datatype=rdflib.XSD.decimal, normalize=False)
    ),
    st.integers().map(lambda i: Literal(str(i), datatype=rdflib.XSD.integer, normalize=False)),
)
TRIPLES = st.lists(
    st.tuples(IRIS, st.sampled_from([GB.quote, GB.value, RDF.type]), st.one_of(IRIS, LITERALS)), max_size=12
)


def as_graph(triples):
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph


@given(TRIPLES)
@settings(deadline=None)
def test_both_parsers_read_back_the_same_triples(triples):
    text = to_turtle(as_graph(triples))
    assert {tuple(map(str, t)) for t in Graph().parse(data=text, format="turtle")} == {
        tuple(map(str, t)) for t in triples
    }
    read = pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert {(q.subject.value, q.predicate.value, q.object.value) for q in read} == {
        tuple(map(str, t)) for t in triples
    }


@given(TRIPLES, st.randoms())
@settings(deadline=None)
def test_the_order_of_the_triples_does_not_matter(triples, random):
    shuffled = list(triples)
    random.shuffle(shuffled)
    assert to_turtle(as_graph(shuffled)) == to_turtle(as_graph(triples))


def test_articles_come_first_then_names_claims_facts_amounts_and_passages():
    heads = [line for line in TEXT.splitlines() if line.startswith("# ")]
    assert [head.split()[1].rstrip(":,") for head in heads] == [
        "Documents",
        "Entities",
        "Claims",
        "Facts",
        "Conflicts",
        "Amounts",
        "Passages",
    ]


def test_claims_stand_in_the_order_of_the_articles():
    claims = TEXT.split("# Claims")[1].split("# Facts")[0]
    kinds = [block.split("-")[0].removeprefix("claim:") for block in claims.split("\n\n")[1:]]
    assert kinds[:5] == ["investment", "fine", "ownership", "acquisition", "partnership"]
    assert kinds[5:8] == ["investment"] * 3


def test_numbers_and_names_are_written_for_people():
    assert '"200000000000"^^xsd:decimal' in TEXT
    assert "E+" not in TEXT
    assert "gb:payer ent:union-europeenne-" in TEXT
    assert 'dcterms:title "Acme \\"invests\\" <b>big</b>"' in TEXT
    assert "dcterms:source <https://example.org/ue>" in TEXT


def test_hidden_characters_of_a_text_are_visible_in_turtle():
    graph = as_graph([(URIRef(BASE + "entity/x"), GB.quote, Literal("a\u202eb\x00"))])
    assert '"a\\u202Eb\\u0000"' in to_turtle(graph)
