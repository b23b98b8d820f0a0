"""Extracts, identities and ledger become the RDF of the public vocabulary."""

from dataclasses import replace
from decimal import Decimal

import pyoxigraph
import pytest
import rdflib
from articles import ENGLISH, FRENCH, corpus, english, french, graph_of, key
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, RDFS, SKOS, BNode, Literal

from graphbuild.errors import SettingsError
from graphbuild.graph import GB, check_evidence, to_turtle, validate
from graphbuild.graph.literals import date, decimal
from graphbuild.model import Document, Entity, EntityType, Extract, Form, Mention, Span, Stance, entity_key

GRAPH = graph_of(*corpus())


def one(subject, predicate):
    values = list(GRAPH.objects(subject, predicate))
    assert len(values) == 1, (subject, predicate, values)
    return values[0]


def named(label):
    return GRAPH.value(predicate=RDFS.label, object=Literal(label))


def claims(kind):
    return [c for c in GRAPH.subjects(RDF.type, GB[kind]) if (c, RDF.type, GB.Claim) in GRAPH]


def facts(kind):
    return [f for f in GRAPH.subjects(RDF.type, GB[kind]) if (f, RDF.type, GB.Fact) in GRAPH]


def test_the_graph_fits_its_own_shapes_and_its_texts():
    assert validate(GRAPH) == ()
    assert check_evidence(GRAPH, {"ue.txt": FRENCH, "acme": ENGLISH}) == ()


def test_a_claim_has_its_kind_roles_stance_and_words():
    (fine,) = claims("Fine")
    assert one(fine, GB.payer) == named("Acme Corp")
    assert one(fine, GB.authority) == named("Bureau")
    assert one(fine, GB.status) == GB.Committed
    assert str(one(fine, GB.polarity)) == "positive"
    assert str(one(fine, GB.certainty)) == "asserted"
    passage = one(fine, GB.evidence)
    assert str(one(passage, GB.quote)) == "Acme Corp owns Widget Ltd and was fined $5 million by the Bureau."
    assert str(passage).endswith(f"#char={one(passage, GB.start)},{one(passage, GB.end)}")


def test_every_passage_quotes_its_text_and_is_shared_by_its_iri():
    texts = {one(d, DCTERMS.identifier).value: d for d in GRAPH.subjects(RDF.type, GB.Document)}
    assert set(texts) == {"ue.txt", "acme"}
    passages = list(GRAPH.subjects(RDF.type, GB.Passage))
    for passage in passages:
        text = FRENCH if one(passage, GB.inDocument) == texts["ue.txt"] else ENGLISH
        start, end = int(one(passage, GB.start)), int(one(passage, GB.end))
        assert text[start:end] == str(one(passage, GB.quote))
    whole_and_part = [one(c, GB.evidence) for c in claims("Investment")]
    assert len(set(whole_and_part)) == len(whole_and_part) - 1


def test_amounts_are_plain_decimals_with_their_hedge_words():
    more = GRAPH.value(predicate=GB.comparator, object=Literal(">"))
    assert one(more, GB.value).n3() == '"200000000000"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert str(one(more, GB.quote)) == "plus de 200 milliards de dollars"
    reach = GRAPH.value(predicate=GB.comparator, object=Literal("range"))
    assert (str(one(reach, GB.value)), str(one(reach, GB.maxValue))) == ("30000000", "50000000")
    watts = GRAPH.value(predicate=GB.unit, object=Literal("GW"))
    assert not list(GRAPH.objects(watts, GB.currency))


def test_a_part_points_at_its_whole_in_claims_and_in_facts():
    for nodes in (claims("Investment"), facts("Investment")):
        parts = [n for n in nodes if (n, GB.partOf, None) in GRAPH]
        assert [one(p, GB.project) for p in parts] == [named("gigafactories")]
        assert one(one(one(parts[0], GB.partOf), GB.amount), GB.value).value == 200_000_000_000


def test_conflicts_point_both_ways_and_say_why_in_both_languages():
    pairs = set(GRAPH.subject_objects(GB.conflictsWith))
    assert len(pairs) == 4  # two claims and two facts, both ways
    assert {(b, a) for a, b in pairs} == pairs
    (conflict,) = GRAPH.subjects(RDF.type, GB.Conflict)
    assert {note.language for note in GRAPH.objects(conflict, RDFS.comment)} == {"en", "fr"}


def test_a_fact_names_its_claims_its_sources_and_the_history_of_its_status():
    (position,) = facts("Position")
    assert list(GRAPH.objects(position, GB.statedBy)) == claims("Position")
    assert one(position, GB.sources).value == 1
    step = one(position, GB.history)
    assert one(step, GB.status) == GB.Done
    assert one(step, GB.date) == Literal("2025", datatype=rdflib.XSD.gYear)
    assert one(step, GB.reported) == Literal("2025-02-11", datatype=rdflib.XSD.date)
    assert one(step, GB.ordinal).value == 1
    assert one(one(step, GB.inDocument), DCTERMS.identifier).value == "ue.txt"


def test_who_says_it_is_an_entity_or_words():
    (supply,) = claims("Supply")
    assert one(supply, GB.attributedTo) == named("Nadia Ferrand")
    article = english()
    stance = replace(Stance(), speaker=_speaker("people close to the deal"))
    said = graph_of(replace(article, claims=(replace(article.claims[0], stance=stance),)))
    assert set(said.objects(None, GB.attributedTo)) == {Literal("people close to the deal")}
    assert validate(said) == ()


def _speaker(words):
    return french().claims[3].stance.speaker.__class__(words)


def test_no_blank_nodes():
    assert not [node for triple in GRAPH for node in triple if isinstance(node, BNode)]


def test_the_same_corpus_gives_the_same_bytes_in_any_order():
    assert to_turtle(graph_of(*reversed(corpus()))) == to_turtle(GRAPH)


def test_another_base_moves_every_node_and_nothing_else():
    moved = to_turtle(graph_of(*corpus(), base="https://example.org/news/"), base="https://example.org/news/")
    assert moved.replace("https://example.org/news/", "https://w3id.org/graphbuild/id/") == to_turtle(GRAPH)


@pytest.mark.parametrize(
    "base", ["https://example.org/news", "https://example.org/#", "news/", "https://exa mple.org/"]
)
def test_a_base_that_cannot_carry_passages_is_refused(base):
    with pytest.raises(SettingsError, match="ends in '/'"):
        graph_of(english(), base=base)


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(5, 5), Span(-3, 4)])
def test_a_span_outside_the_text_is_a_bug_and_stops_the_build(span):
    article = english()
    mention = Mention(span, key("Orion"), Form.NAME)
    with pytest.raises(ValueError, match="not inside document 'acme'"):
        graph_of(replace(article, mentions=(mention,)))


def test_a_part_of_nothing_is_a_bug_and_stops_the_build():
    article = english()
    with pytest.raises(ValueError, match="part of a claim that document 'acme' does not have"):
        graph_of(replace(article, claims=(replace(article.claims[0], part_of="none"),)))


def test_a_claim_said_twice_is_one_claim():
    article = english()
    assert len(graph_of(replace(article, claims=article.claims * 2))) == len(graph_of(article))


def test_no_articles_give_an_empty_graph():
    assert len(graph_of()) == 0


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(identifier=WORDS, name=WORDS, title=WORDS, source=WORDS)
@settings(deadline=None, max_examples=40)
def test_any_words_of_an_article_come_through_every_parser(identifier, name, title, source):
    document = Document(identifier, name, "fr", title=title, source=source)
    entity = Entity(entity_key(EntityType.PERSON, name), EntityType.PERSON, name)
    mention = Mention(Span(0, len(name)), entity.key, Form.NAME)
    graph = graph_of(Extract(document, (entity,), (mention,), (), ()))
    text = to_turtle(graph)
    read = pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    values = {q.object.value for q in read}
    assert {identifier, name, title, source} <= values
    assert set(rdflib.Graph().parse(data=text, format="turtle")) == set(graph)


def test_what_is_only_described_is_kept_only_if_a_claim_needs_it():
    article = english()
    plant = Entity("project:a plant", EntityType.PROJECT, "a plant", named=False)
    mention = Mention(Span(0, 4), plant.key, Form.DESCRIPTION)
    idle = replace(article, entities=(*article.entities, plant), mentions=(*article.mentions, mention))
    assert Literal("a plant") not in set(graph_of(idle).objects())
    needed = replace(article.claims[1], roles=(("owned", (plant.key,)), ("owner", (key("Acme Corp"),))))
    graph = graph_of(replace(idle, claims=(needed,)))
    assert graph.value(predicate=RDFS.label, object=Literal("a plant")) is not None


def test_labels_and_aliases_are_told_apart():
    for entity, label in GRAPH.subject_objects(RDFS.label):
        assert (entity, SKOS.altLabel, label) not in GRAPH


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2025-02-11", rdflib.XSD.date),
        ("2025-02", rdflib.XSD.gYearMonth),
        ("2025", rdflib.XSD.gYear),
        ("2025-02-11T09:00:00Z", rdflib.XSD.dateTime),
        ("last week", None),
    ],
)
def test_dates_keep_the_precision_that_was_given(value, kind):
    assert (str(date(value)), date(value).datatype) == (value, kind)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Decimal("2E11"), "200000000000"),
        (Decimal("1.50"), "1.5"),
        (Decimal(0), "0"),
        (0.85, "0.85"),
        (Decimal("-0.10"), "-0.1"),
    ],
)
def test_decimals_are_written_plainly(value, plain):
    assert str(decimal(value)) == plain
