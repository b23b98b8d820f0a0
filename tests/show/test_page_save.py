"""What a reader takes away: a fact as text, the view as a picture, the selection as data."""

import csv
import io
import struct
from xml.etree import ElementTree as ET

import pytest
from newsroom import GB, Newsroom
from rdflib import RDF, Graph, URIRef
from test_page_in_browser import fact_of, key_of

from graphbuild.show.draw import draw
from graphbuild.show.reading import read_facts


def saved(page, kind):
    """The bytes of a file that the page hands out, and its name."""
    page.click("#export summary")
    with page.expect_download() as waiting:
        page.click(f'[data-save="{kind}"]')
    return waiting.value.path().read_bytes(), waiting.value.suggested_filename


def table(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_fact_is_copied_with_its_quote_and_its_iri(visit, html, room):
    fact = fact_of(room, kind="investment", payer="Microsoft")
    seen = visit(html, fragment=f"#fact={fact.id}", permissions=["clipboard-read", "clipboard-write"])
    seen.page.click(".copy")
    seen.page.wait_for_function("() => document.querySelector('.copy').textContent === 'Copied'")
    first, quote, iri = seen.page.evaluate("navigator.clipboard.readText()").replace("\xa0", " ").split("\n")
    assert first == "Investment: Microsoft → OpenAI, $13bn (done)"
    assert (
        quote
        == "“Microsoft said it had invested 13 billion dollars in OpenAI.” — Brookfield to put €20bn into French data centres, February 2025"
    )
    assert iri == fact.id


def test_the_view_is_saved_as_png_with_its_headline(visit, html):
    data, name = saved(visit(html).page, "png")
    assert name == "graph.png"
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high = struct.unpack(">II", data[16:24])
    assert wide > 800
    assert high > 600


def test_the_view_is_saved_as_svg_that_says_what_is_seen(visit, html):
    seen = visit(html)
    data, name = saved(seen.page, "svg")
    assert name == "graph.svg"
    root = ET.fromstring(data)  # noqa: S314  # made by the page
    words = {
        "".join(text.itertext()).replace("\xa0", " ")
        for text in root.iter("{http://www.w3.org/2000/svg}text")
    }
    assert {
        "Nvidia",
        "OpenAI",
        "≠ €200bn",
        "✕ cancelled",
        "3 articles on 13 organizations, 5 projects and the money between them",
    } <= words
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) == 26
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_the_selection_is_saved_as_turtle_that_is_part_of_the_graph(visit, html, room):
    seen = visit(html, fragment=f"#entity={key_of(room, 'Nvidia')}")
    data, name = saved(seen.page, "ttl")
    assert name == "facts.ttl"
    part = Graph().parse(data=data, format="turtle")
    facts = {str(node) for node in part.subjects(RDF.type, GB.Fact)}
    assert facts == {fact.id for fact in read_facts(room.graph) if key_of(room, "Nvidia") in fact.entities}
    assert len(facts) == 6
    for node in (
        *map(URIRef, facts),
        *part.subjects(RDF.type, GB.Passage),
        *part.subjects(RDF.type, GB.Amount),
    ):
        assert set(part.predicate_objects(node)) <= set(room.graph.predicate_objects(node)), node
        assert set(room.graph.objects(node, GB.quote)) == set(part.objects(node, GB.quote))


def test_the_whole_graph_is_saved_where_nothing_is_selected(visit, html, room):
    data, _ = saved(visit(html).page, "ttl")
    assert len(set(Graph().parse(data=data, format="turtle").subjects(RDF.type, GB.Fact))) == 26


def test_the_selection_is_saved_as_a_table(visit, html, room):
    fact = fact_of(room, kind="acquisition", payer="Nvidia")
    data, name = saved(visit(html, fragment=f"#fact={fact.id}").page, "csv")
    assert name == "facts.csv"
    [row] = table(data)
    assert (row["From"], row["To"], row["Amount"], row["Currency or unit"]) == (
        "Nvidia",
        "Arm",
        "40000000000",
        "USD",
    )
    assert row["Sentence"] == "The company cancelled a plan to buy Arm for $40 billion."
    assert row["IRI of the fact"] == fact.id


def test_filters_choose_what_is_saved(visit, html):
    rows = table(saved(visit(html, fragment="#kinds=acquisition").page, "csv")[0])
    assert sorted(row["To"] for row in rows) == ["Arm", "Mistral AI"]


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("http://x.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "a;b\r\nc", "＝1"]
)
def test_no_cell_is_a_formula(visit, name):
    n = Newsroom()
    n.article("a", "It pays €5 million.", title=name)
    n.stated("a", "Grant", "It pays €5 million.", {"payer": n.entity("Organization", name), "beneficiary": n.entity("Place", "Lyon")},
             amount=n.amount("a", "€5 million", "5000000", "EUR"))  # fmt: skip
    [row] = table(saved(visit(draw(n.graph, n.texts)).page, "csv")[0])
    assert name.strip() in row["From"].replace("\r\n", "\r\n")
    assert not row["From"].lstrip().startswith(("=", "+", "-", "@", "＝"))
    assert not row["Article"].lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_hostile_names_are_words_in_turtle_too(visit):
    n = Newsroom()
    n.article("a", 'It "pays" €5 million.\nNow.')
    name = 'A "b" \\ c\n\u2028</script>'
    n.stated(
        "a",
        "Grant",
        'It "pays" €5 million.\nNow.',
        {"payer": n.entity("Organization", name), "purpose": 'x\\" . <a> <b> <c> . #'},
    )
    part = Graph().parse(data=saved(visit(draw(n.graph, n.texts)).page, "ttl")[0], format="turtle")
    assert name in {str(label) for label in part.objects()}
    assert (URIRef("a"), None, None) not in part
    assert len(list(part.subjects(RDF.type, GB.Fact))) == 1
