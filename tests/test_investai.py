"""The article that the project started from, and our own telling of the same news: what both must show.

The first is somebody else's text and is read where it stands; the second comes with the package.
"""

from importlib.resources import files
from pathlib import Path

import pytest

import graphbuild

SEED = Path(__file__).parents[2] / "shared" / "seed" / "investai.fr.txt"
OWN = Path(str(files("graphbuild"))) / "samples" / "investai.fr.txt"
NOT_ENTITIES = {
    "Tl;dr",
    "Publicité",
    "Accessibilité",
    "Refuser",
    "Accepter",
    "Menu",
    "24matins",
    "Mentions légales",
}


@pytest.fixture(scope="module", params=[OWN, SEED], ids=["own", "seed"])
def output(request, tmp_path_factory) -> Path:
    if not request.param.exists():
        pytest.skip(f"{request.param} is not here")
    folder = tmp_path_factory.mktemp("investai") / "output"
    graphbuild.build([request.param], output=folder)
    return folder


def rows(output: Path, query: str) -> list[tuple[str, ...]]:
    return list(graphbuild.query(query, output=output).rows)


def test_two_disagreeing_claims_of_the_same_investment(output):
    found = [set(row) for row in graphbuild.ask("disagreements", {}, output=output).rows]
    assert any(
        {"Union européenne", "200 billion EUR", "more than 200 billion USD"} <= row for row in found
    ), found


def test_the_gigafactories_are_a_part(output):
    found = rows(
        output,
        """SELECT ?value ?whole WHERE { ?part a gb:Investment ; gb:partOf ?all ; gb:amount [ gb:value ?value ] .
           ?all a gb:Investment ; gb:amount [ gb:value ?whole ] . ?part gb:inDocument ?d }""",
    )
    assert ("20000000000", "200000000000") in found


def payers(output: Path, value: str) -> set[str]:
    return {
        row[0]
        for row in rows(
            output,
            f"""SELECT DISTINCT ?name WHERE {{ ?c gb:payer/rdfs:label ?name ; gb:amount [ gb:value ?v ] .
                FILTER(?v = {value}) }}""",
        )
    }


def test_the_payers(output):
    assert payers(output, "200000000000") == {"Union européenne"}
    assert payers(output, "109000000000") <= {"France"}
    assert rows(
        output, "SELECT ?c WHERE { ?c gb:amount [ gb:value ?v ] . FILTER(?v = 109000000000) } LIMIT 1"
    )


def test_fluidstack_builds_with_power_and_chips(output):
    operated = rows(
        output, 'SELECT ?p WHERE { ?c a gb:Operation ; gb:operator/rdfs:label "FluidStack" ; gb:project ?p }'
    )
    powered = rows(
        output, 'SELECT ?s WHERE { ?c a gb:Supply ; gb:supplier/rdfs:label ?s ; gb:amount [ gb:unit "GW" ] }'
    )
    assert operated
    assert ("France",) in powered


def test_nvidia_supplies_the_chips(output):
    assert rows(output, 'SELECT ?c WHERE { ?c a gb:Supply ; gb:supplier/rdfs:label "Nvidia" }')


def test_the_partnership(output):
    found = rows(
        output,
        """SELECT ?a ?b ?v WHERE { ?c a gb:Partnership ; gb:partner/rdfs:label ?a, ?b ; gb:amount [ gb:value ?v ] .
           FILTER(STR(?a) < STR(?b)) }""",
    )
    assert set(found) == {("OpenAI", "SoftBank", "500000000000")}


def test_who_leads_and_who_presented(output):
    leads = [set(row) for row in graphbuild.ask("who-leads-what", {}, output=output).rows]
    assert any({"Ursula von der Leyen", "Commission européenne"} <= row for row in leads), leads
    launched = rows(
        output,
        "SELECT ?who ?what WHERE { ?c a gb:Launch ; gb:agent/rdfs:label ?who ; gb:project/rdfs:label ?what }",
    )
    assert ("Ursula von der Leyen", "InvestAI") in launched


def test_nothing_of_the_page_around_it(output):
    labels = {row[0] for row in rows(output, "SELECT DISTINCT ?l WHERE { ?e a gb:Entity ; rdfs:label ?l }")}
    assert not labels & NOT_ENTITIES
