"""Each rule of shapes.ttl: a graph that breaks it is told so, in words, with the article and the quote."""

import pytest
import rdflib
from articles import corpus, graph_of
from rdflib import DCTERMS, RDF, RDFS, Literal, URIRef

from graphbuild.graph import GB, check_evidence, ontology_dir, validate
from graphbuild.model import Document, Entity, EntityType, Extract, Form, Mention, Span, entity_key

# A second name of a body of the corpus, so that there is something to decide.
NAME = "Acme"
ALSO = Extract(
    Document("also", f"{NAME} grows.", "en"),
    (Entity(entity_key(EntityType.ORGANIZATION, NAME), EntityType.ORGANIZATION, NAME),),
    (Mention(Span(0, len(NAME)), entity_key(EntityType.ORGANIZATION, NAME), Form.NAME),),
    (),
    (),
)
TURTLE = graph_of(*corpus(), ALSO).serialize(format="nt")


def fresh():
    return rdflib.Graph().parse(data=TURTLE, format="nt")


def a(graph, kind, sort="Claim"):
    """A node that is of both classes, always the same one."""
    return min(n for n in graph.subjects(RDF.type, GB[kind]) if (n, RDF.type, GB[sort]) in graph)


def number(value, datatype="decimal"):
    return Literal(value, datatype=rdflib.XSD[datatype], normalize=False)


def problems(graph):
    return {finding.problem for finding in validate(graph)}


# What is changed (kind, sort, property, new values) and what must then be said.
BROKEN = [
    ("Fine", "Claim", "evidence", [], "It must have a passage as its evidence."),
    ("Fine", "Claim", "evidence", [URIRef("https://example.org/x")], "It must have a passage as its evidence."),
    ("Fine", "Claim", "inDocument", [], "It must stand in exactly one document."),
    ("Fine", "Claim", "status", [], "It must have exactly one status of the ladder."),
    ("Fine", "Claim", "status", [GB.Done, GB.Planned], "It must have exactly one status of the ladder."),
    ("Fine", "Claim", "status", [GB.Dreamt], "It must have exactly one status of the ladder."),
    ("Fine", "Claim", "polarity", [Literal("maybe")], "Its polarity must be positive or negative, once."),
    ("Fine", "Claim", "certainty", [Literal("sure")], "Its certainty must be asserted or hedged, once."),
    ("Fine", "Claim", "confidence", [number("1.2")], "Its confidence must be a decimal from 0 to 1."),
    ("Fine", "Claim", "rule", [], "It must name the rule that found it."),
    ("Fine", "Claim", "amount", [URIRef("https://example.org/x")], "It may have one amount, and it must be a gb:Amount."),
    ("Fine", "Claim", "attributedTo", [Literal("")], "It may be attributed to one entity, or to words."),
    ("Fine", "Claim", "date", [Literal("last week")], "Its date must be one day, month or year."),
    ("Fine", "Claim", "date", [number("2025-13-45", "date")], "Its date must be one day, month or year."),
    ("Fine", "Claim", "purpose", [Literal("")], "The purpose must be one text, not empty."),
    ("Fine", "Claim", "title", [Literal("boss")], "A Fine has no other roles than payer, authority and purpose."),
    ("Position", "Claim", "person", [], None),  # a body and a title
    ("Acquisition", "Claim", "target", [], None),
    ("Ownership", "Claim", "owned", [], "It must have at least two of: a role that is filled, an amount."),
    ("Investment", "Claim", "measure", [Literal("weight")], "The measure must be one of the closed list."),
    ("Fine", "Fact", "statedBy", [], "It must be stated by a claim."),
    ("Fine", "Fact", "sources", [number("0", "integer")], "It must have one source or more."),
    ("Fine", "Fact", "history", [], "It must have a history of statuses."),
    ("Fine", "Fact", "repeats", [URIRef("https://example.org/x")], "It may repeat one fact only."),
    ("Fine", "Fact", "revisedBy", [URIRef("https://example.org/x")], "One fact only may revise it."),
    ("IdentityDecision", "IdentityDecision", "about", [], "It must be about one or two entities."),
    ("IdentityDecision", "IdentityDecision", "merged", [], "It must say whether the names were put together."),
    ("IdentityDecision", "IdentityDecision", "score", [number("1.2")], "Its score must be a number from 0 to 1."),
    ("IdentityDecision", "IdentityDecision", "reason", [], "It must have one reason."),
    ("Fine", "Fact", "countsAs", [Literal("maybe")], "It must count as certain, planned or rumoured, once."),
    ("Fine", "Fact", "leftOut", [Literal("denied")], "What is left out of every sum counts as nothing."),
    ("Fine", "Fact", "leftOut", [Literal("ugly")], "It must say once why no sum counts it."),
    ("Fine", "Fact", "story", [URIRef("https://example.org/x")], "It may belong to one story only."),
    ("StatusReport", "StatusReport", "reported", [Literal("Monday")], "The day it was said must be one day, month or year."),
    ("StatusReport", "StatusReport", "ordinal", [], "It must have one place in the history, from 1."),
    ("StatusReport", "StatusReport", "ordinal", [number("0", "integer")], "It must have one place in the history, from 1."),
    ("Amount", "Amount", "value", [], "It must have one value, a decimal."),
    ("Amount", "Amount", "value", [number("12", "integer")], "It must have one value, a decimal."),
    ("Amount", "Amount", "currency", [], "It must have a currency or a unit, not both."),
    ("Amount", "Amount", "unit", [Literal("MW")], "It must have a currency or a unit, not both."),
    ("Amount", "Amount", "currency", [Literal("euros")], "Its currency must be an ISO 4217 code of three letters."),
    ("Amount", "Amount", "comparator", [Literal("≈")], "Its comparator must be one of = > >= < <= ~ range."),
    ("Amount", "Amount", "quote", [], "It must have the words it stands for."),
    ("Amount", "Amount", "evidence", [], "It must have a passage as its evidence."),
    ("Document", "Document", "sha256", [Literal("abc")], "It must have the SHA-256 of its text."),
    ("Passage", "Passage", "start", [number("9999", "integer")], "Its start must be a number below its end."),
    ("Passage", "Passage", "quote", [], "It must have the words it stands for."),
    ("Mention", "Mention", "refersTo", [], "It must refer to an entity."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sort", "name", "values", "problem"), BROKEN)
def test_what_breaks_a_rule_is_told_so(kind, sort, name, values, problem):
    graph = fresh()
    node = a(graph, kind, sort)
    graph.remove((node, GB[name], None))
    for value in values:
        graph.add((node, GB[name], value))
    told = problems(graph)
    assert problem in told if problem else not told


RANGES = [
    ("range", "comparator", [Literal("=")], "Only a range has an upper value."),
    ("range", "maxValue", [], "A range must have an upper value."),
    ("range", "maxValue", [number("1")], "Its upper value must not be below its value."),
    ("=", "maxValue", [number("9E30")], "Only a range has an upper value."),
]


@pytest.mark.parametrize(("comparator", "name", "values", "problem"), RANGES)
def test_a_range_and_only_a_range_has_an_upper_value_above_its_value(comparator, name, values, problem):
    graph = fresh()
    node = min(graph.subjects(GB.comparator, Literal(comparator)))
    graph.remove((node, GB[name], None))
    for value in values:
        graph.add((node, GB[name], value))
    assert problem in problems(graph)


ROLES = [
    ("Position", "person", "Acme Corp", "The person must be a person."),
    ("Fine", "payer", "gigafactories", None),  # a programme may pay
    ("Ownership", "owned", "Nadia Ferrand", "The owned must be an organization, a place, a project or a product."),
    ("Investment", "project", "Nadia Ferrand", "The project must be an organization, a place, a project, an event or a product."),
    ("Investment", "place", "Acme Corp", "The place must be a place."),
    ("Grant", "payer", "France", None),  # a country is a place that acts
]  # fmt: skip


@pytest.mark.parametrize(("kind", "role", "filler", "problem"), ROLES)
def test_a_role_accepts_only_what_it_says(kind, role, filler, problem):
    graph = fresh()
    node = a(graph, kind)
    graph.remove((node, GB[role], None))
    graph.add((node, GB[role], graph.value(predicate=RDFS.label, object=Literal(filler))))
    told = problems(graph)
    assert problem in told if problem else not told


def test_a_share_buyback_fills_two_roles_with_one_company():
    graph = fresh()
    node = a(graph, "Acquisition")
    graph.remove((node, GB.amount, None))
    graph.set((node, GB.target, graph.value(node, GB.payer)))
    assert not problems(graph)


def test_an_entity_has_one_name_and_one_type():
    graph = fresh()
    person = graph.value(predicate=RDFS.label, object=Literal("Nadia Ferrand"))
    graph.add((person, RDF.type, GB.Place))
    graph.remove((person, RDFS.label, None))
    assert {"It must be of exactly one of the six types.", "It must have one name."} <= problems(graph)


def test_who_fills_a_role_must_be_in_the_graph():
    graph = fresh()
    graph.set((a(graph, "Fine"), GB.authority, URIRef("https://example.org/nobody")))
    assert "It must be of exactly one of the six types." in problems(graph)


def test_a_claim_is_of_one_kind():
    graph = fresh()
    graph.add((a(graph, "Fine"), RDF.type, GB.Loan))
    assert "A claim must be of exactly one of the fifteen kinds." in problems(graph)


def test_a_finding_names_the_article_the_words_and_the_value():
    graph = fresh()
    graph.set((a(graph, "Fine"), GB.certainty, Literal("sure")))
    (finding,) = validate(graph)
    assert str(finding) == (
        "acme: fine claim “Acme Corp owns Widget Ltd and was fined $5 million by the Bureau.”: "
        "Its certainty must be asserted or hedged, once. Found: sure."
    )


def test_a_quote_is_as_long_as_its_place():
    graph = fresh()
    passage = a(graph, "Mention", "Passage")
    graph.set((passage, GB.quote, Literal("something else entirely")))
    assert any("has 23 characters" in problem for problem in problems(graph))


def test_a_quote_must_be_the_words_of_the_text():
    graph = fresh()
    texts = {str(i): "?" * 500 for i in graph.objects(None, DCTERMS.identifier)}
    told = check_evidence(graph, texts)
    assert len(told) == len(set(graph.subjects(RDF.type, GB.Passage)))
    assert {finding.problem for finding in told} == {"Its quote is not what the text says at this place."}
    assert "is not kept" in check_evidence(graph, {})[0].problem


def test_no_shape_asks_what_disagrees_with_a_claim():
    """So an article that the gate has passed need not be checked again when another one contradicts it."""
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl", format="turtle")
    assert GB.conflictsWith not in set(shapes.all_nodes())
