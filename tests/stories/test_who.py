"""`graphbuild why` on the pack: every identity and every refusal of it can be asked for."""

import pytest
from click.testing import CliRunner
from story_checks import checks
from story_pack import identities, not_yet

import graphbuild
from graphbuild.cli import main

KNOWN = {name for name in checks() if name not in not_yet()}


def reached(table):
    """The expectations of this table that the program reaches."""
    return [
        one
        for one in identities()[table]
        if f"identities.{table}.{one['id']}" in KNOWN and len(one["names"]) > 1
    ]


@pytest.mark.parametrize("wanted", reached("same"), ids=lambda wanted: wanted["id"])
def test_names_of_one_body_bear_one_entity_and_say_why(story_output, wanted):
    first, *rest = wanted["names"]
    for other in rest:
        answer = graphbuild.why(first, other, output=str(story_output))
        assert answer.together, (first, other)
        assert len({body.iri for side in answer.bearers for body in side}) == 1


@pytest.mark.parametrize("wanted", reached("apart"), ids=lambda wanted: wanted["id"])
def test_names_of_two_bodies_are_kept_apart(story_output, wanted):
    one, other = wanted["names"]
    answer = graphbuild.why(one, other, output=str(story_output))
    assert answer.together == ()
    assert not [decision for decision in answer.decisions if decision.merged]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("BEI", "European Investment Bank", "public"),
        ("Lormeau", "Lormeau Énergie", "part"),
        ("France 2030", "France 2025", "number"),
    ],
)
def test_the_reason_is_told_with_its_score(story_output, one, other, reason):
    decisions = graphbuild.why(one, other, output=str(story_output)).decisions
    assert [d for d in decisions if reason in d.reason and 0 <= d.score <= 1 and d.words], decisions


def test_the_command_says_it_in_words_and_where_the_names_stand(story_output):
    said = CliRunner().invoke(main, ["why", "Lormeau", "Lormeau Énergie", "-o", str(story_output)]).output
    assert "'Lormeau' and 'Lormeau Énergie' are two" in said
    assert "'Lormeau Énergie' stands in ace-0605-belval, battery/est-industrie-0314.md" in said
    assert "a subsidiary or a namesake is not the whole" in said
