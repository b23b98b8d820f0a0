"""The gate: what fails is kept apart and reported, and nothing rests on it."""

from dataclasses import replace

import pytest
from articles import ENGLISH, claim, corpus, english, french, graph_of, key
from rdflib import RDF, RDFS, Graph, Literal

from graphbuild.graph import GB, gate, to_turtle, validate
from graphbuild.model import Kind, Stance
from graphbuild.resolve import resolve


def gated(*extracts):
    return gate(extracts, resolve(extracts))


def bad_position():
    """A company that holds a position."""
    return claim(ENGLISH, Kind.POSITION, "Bolt Inc", person="Bolt Inc", organization="Widget Ltd")


def test_what_is_right_passes_as_it_is():
    result = gated(*corpus())
    assert result.extracts == corpus()
    assert not result.issues
    assert not result.quarantine


def test_a_claim_that_fails_is_taken_out_kept_apart_and_reported():
    article = english()
    spoilt = replace(article, claims=(*article.claims, bad_position()))
    result = gated(french(), spoilt)
    assert result.extracts == (french(), article)
    (issue,) = result.issues
    assert (issue.source, issue.severity) == ("acme", "quarantined")
    assert "position claim “Bolt Inc dropped" in issue.problem
    assert "The person must be a person. Found: Organization." in issue.problem
    quarantine = Graph().parse(data=result.quarantine, format="turtle")
    (kept,) = quarantine.subjects(RDF.type, GB.Claim)
    assert (
        kept,
        RDFS.comment,
        Literal("The person must be a person. Found: Organization.", lang="en"),
    ) in quarantine
    assert to_turtle(graph_of(*result.extracts)) == to_turtle(graph_of(*corpus()))


def test_the_quarantine_holds_all_that_the_claim_speaks_of():
    result = gated(replace(english(), claims=(bad_position(),)))
    quarantine = Graph().parse(data=result.quarantine, format="turtle")
    labels = {str(label) for label in quarantine.objects(None, RDFS.label)}
    quotes = {str(quote) for quote in quarantine.objects(None, GB.quote)}
    assert labels == {"Bolt Inc", "Widget Ltd"}
    assert "Bolt Inc dropped its $7 million bid for Widget Ltd." in quotes
    assert "ent:bolt-inc-" in result.quarantine


def test_a_part_survives_its_whole():
    article = french()
    first, whole, part, *rest = article.claims
    spoilt = replace(whole, evidence=())
    orphan = replace(part, part_of=spoilt.key)
    result = gated(replace(article, claims=(first, spoilt, orphan, *rest)))
    assert result.extracts[0].claims == (first, replace(part, part_of=None), *rest)
    assert validate(graph_of(*result.extracts)) == ()


def test_a_claim_falls_with_its_amount():
    article = english()
    reach = article.amounts[0]
    spoilt = replace(reach, max_value=None)
    result = gated(replace(article, amounts=(spoilt, *article.amounts[1:])))
    assert result.extracts[0].amounts == article.amounts[1:]
    assert result.extracts[0].claims == article.claims[1:]


def test_an_amount_outlives_the_one_it_converts():
    article = english()
    reach, fine, bid = article.amounts
    spoilt = replace(reach, unit="DOLLARS")
    result = gated(
        replace(
            article, amounts=(replace(spoilt, max_value=None), replace(fine, conversion_of=reach.span), bid)
        )
    )
    assert result.extracts[0].amounts == (fine, bid)


def test_a_document_that_fails_falls_as_a_whole():
    article = english()
    german = replace(article, document=replace(article.document, language="de"))
    result = gated(french(), german)
    assert result.extracts == (french(),)
    assert any("Its language must be fr or en. Found: de." in issue.problem for issue in result.issues)


@pytest.mark.parametrize("count", [1, 4])
def test_every_failing_claim_is_reported(count):
    article = english()
    spoilt = tuple(replace(c, rule="") for c in article.claims[:count])
    result = gated(replace(article, claims=(*spoilt, *article.claims[count:])))
    assert len(result.issues) == count
    assert result.extracts[0].claims == article.claims[count:]


def test_plain_edges_come_only_from_what_is_asserted_positive_and_not_a_mere_plan():
    graph = graph_of(*corpus())
    edges = {
        (str(graph.value(s, RDFS.label)), name, str(graph.value(o, RDFS.label)))
        for name in (
            "funds",
            "partnerOf",
            "holdsPositionIn",
            "owns",
            "supplies",
            "operates",
            "locatedIn",
            "launched",
        )
        for s, o in graph.subject_objects(GB[name])
    }
    assert edges == {
        ("Union européenne", "funds", "InvestAI"),
        ("Union européenne", "funds", "gigafactories"),
        ("Acme Corp", "funds", "Orion"),
        ("Acme Corp", "owns", "Widget Ltd"),  # Bolt's bid was dropped
        ("Acme Corp", "partnerOf", "Octave"),
        ("Octave", "partnerOf", "Acme Corp"),
        ("Nadia Ferrand", "holdsPositionIn", "Octave"),
    }  # France's grant is denied, Octave's supply a rumour


@pytest.mark.parametrize("status", ["requested", "planned", "cancelled"])
def test_a_plan_gives_no_plain_edge(status):
    article = english()
    plan = replace(article.claims[0], stance=Stance(status=article.claims[3].stance.status.__class__(status)))
    graph = graph_of(replace(article, claims=(plan,)))
    assert not list(graph.triples((None, GB.funds, None)))
    assert key("Orion") in {e.key for e in article.entities}
