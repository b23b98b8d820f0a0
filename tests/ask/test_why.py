"""Why two names are one or two: what a person is told, from articles that a build has read."""

import pytest
from click.testing import CliRunner

import graphbuild
from graphbuild.cli.main import main
from graphbuild.errors import QueryError

ARTICLES = {
    "ue.txt": "L’Union européenne investira 20 milliards d’euros dans l’intelligence artificielle.\n",
    "eu.txt": "The European Union will invest 20 billion euros in artificial intelligence, Brussels said.\n",
    "plan.txt": "Le plan France 2030 prévoit 54 milliards d’euros.\n\n"
    "Le plan France 2025 prévoyait 30 milliards d’euros.\n",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("why")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    graphbuild.build([folder / name for name in ARTICLES], output=folder / "output")
    return folder / "output"


def said(*arguments, code=0):
    result = CliRunner().invoke(main, ["why", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result.output


def test_two_names_of_one_body_with_the_reason_the_articles_and_the_way_back(output):
    text = said("Union européenne", "European Union", "-o", output)
    assert "'Union européenne' and 'European Union' are one" in text
    assert "both are public names of the same (0.99)" in text
    assert "'Union européenne' stands in ue.txt" in text
    assert "'European Union' stands in eu.txt" in text
    assert 'graphbuild correct different "Union européenne" "European Union"' in text


def test_two_names_that_were_kept_apart_with_the_reason_and_the_way_to_put_them_together(output):
    text = said("France 2030", "France 2025", "-o", output)
    assert "'France 2030' and 'France 2025' are two" in text
    assert "the names differ in a number" in text
    assert 'graphbuild correct same "France 2030" "France 2025"' in text


def test_two_names_that_have_nothing_in_common(output):
    assert "were never compared" in said("France 2030", "European Union", "-o", output)


def test_one_name_lists_what_was_put_together_with_it_and_what_was_not(output):
    union, plan = said("european union", "-o", output), said("France 2030", "-o", output)
    assert "Put together:" in union
    assert "Kept apart:" not in union
    assert "Kept apart:" in plan
    assert "France 2025 / France 2030" in plan


def test_one_name_in_two_spellings_needs_no_decision(output):
    assert "it is one name" in said("european union", "EUROPEAN UNION", "-o", output)


def test_a_name_that_nobody_bears_brings_the_nearest_ones(output):
    text = said("Union europeene", "-o", output, code=2)
    assert "No entity of this build is called 'Union europeene'" in text
    assert "'Union européenne'" in text


def test_an_output_that_is_not_there_is_explained(tmp_path):
    said("A", "B", "-o", tmp_path / "nowhere", code=2)


def test_a_name_may_be_an_iri_and_python_gets_the_same(output):
    (union,) = graphbuild.why("UNION EUROPEENNE", output=output).bearers[0]
    found = graphbuild.why(union.iri, "European Union", output=output)
    assert found.together == (union,)
    (decision,) = found.decisions
    assert (decision.merged, decision.reason, decision.entities) == (True, "public-name", (union.iri,))
    with pytest.raises(QueryError, match="Did you mean"):
        graphbuild.why("Frence 2030", output=output)


def test_the_decision_stands_in_the_graph_in_both_languages(output):
    rows = graphbuild.query(
        "SELECT ?words WHERE { ?d a gb:IdentityDecision ; gb:merged false ; rdfs:comment ?words } ORDER BY ?words",
        output=output,
    ).rows
    assert rows == [("les noms diffèrent par un nombre",), ("the names differ in a number",)]


@pytest.mark.parametrize("hostile", ['">\\ <x> {', "\x1b[2J", "?s ?p ?o } #", "é" * 5000])
def test_a_hostile_name_is_only_an_unknown_one(output, hostile):
    assert "\x1b[2J" not in said(hostile, "European Union", "-o", output, code=2)


def test_what_one_article_alone_calls_it_is_known_too(tmp_path):
    text = "Renault a investi 50 millions d’euros dans Verkor. Le constructeur investira 30 millions d’euros dans Orano."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    graphbuild.build(tmp_path / "a.txt", output=tmp_path / "output", page=False)
    ((found,),) = graphbuild.why("Le constructeur", output=tmp_path / "output").bearers
    assert (found.label, "Le constructeur" in found.names) == ("Renault", False)


def test_asking_of_nobody_says_so_and_names_the_nearest(output):
    def asked(name):
        return CliRunner().invoke(main, ["ask", "about", "--entity", name, "-o", str(output)])

    result = asked("Union europeene")
    assert result.exit_code == 0
    assert (
        "No entity of this build is called 'Union europeene'. Did you mean 'Union européenne'"
        in result.stderr
    )
    assert "No entity" not in asked("union").output
