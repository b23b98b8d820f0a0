"""What stands around a name decides who it is: types that articles guess, the State, surnames."""

import pytest
from naming import article

from graphbuild.resolve import resolve

PLANT = ("project", "Verdane")


def of(identities, document, key):
    return identities.entity_of(document, key)


def test_a_type_that_one_article_guesses_for_a_rare_name_yields_to_the_others():
    corpus = [
        article("a", ("organization", "Carden Rail"), PLANT),
        article("b", ("organization", "Carden Rail"), PLANT, filler="b"),
        article("c", ("place", "Carden Rail"), PLANT),
    ]
    identities = resolve(corpus)
    assert of(identities, "c", "place:carden rail").key == "organization:carden rail"
    assert [(d.merged, d.reason) for d in identities.decisions] == [(True, "other-type")]


@pytest.mark.parametrize(
    ("name", "beside", "count"),
    [
        ("Carden Rail", (), 2),  # the articles share nothing else
        ("Lorient", (PLANT,), 2),  # a town that everybody knows
        ("Carden Rail", (PLANT,), 1),  # one article against one: nobody knows
    ],
)
def test_a_namesake_of_another_type_stays_apart(name, beside, count):
    corpus = [
        article("c", ("place", name), *beside),
        *(article(f"a{i}", ("organization", name), PLANT, filler=str(i)) for i in range(count)),
    ]
    identities = resolve(corpus)
    assert len({c.key for c in identities.canonicals if c.name == name}) == 2
    assert {(d.merged, d.reason) for d in identities.decisions} == {(False, "type")}


def test_an_article_that_knows_both_types_keeps_them():
    corpus = [
        article("a", ("organization", "Carden Rail"), PLANT),
        article("b", ("organization", "Carden Rail"), ("place", "Carden Rail"), PLANT),
    ]
    assert len(resolve(corpus).canonicals) == 3


STATE = ("organization", "État")


def test_the_state_is_the_french_one_where_an_article_names_france_and_no_other_country():
    corpus = [
        article("a", STATE, ("place", "France")),
        article("b", STATE, ("project", "France 2030")),
        article("c", ("organization", "French state"), language="en"),
    ]
    identities = resolve(corpus)
    state = of(identities, "a", "organization:etat")
    assert state.name == "French state"
    assert (
        of(identities, "b", "organization:etat") == of(identities, "c", "organization:french state") == state
    )
    assert of(identities, "a", "place:france") != state


@pytest.mark.parametrize(
    "beside",
    [
        (),
        (("place", "Sénégal"),),
        (("place", "France"), ("place", "Allemagne")),
        (("place", "France"), ("organization", "gouvernement belge")),
    ],
)
def test_the_state_of_an_article_that_names_no_country_or_several_is_its_own(beside):
    identities = resolve([article("a", STATE, *beside), article("b", STATE, *beside, filler="b")])
    assert of(identities, "a", "organization:etat") != of(identities, "b", "organization:etat")


@pytest.mark.parametrize("offices", [None, "Alphane", "Betane"])
def test_a_surname_of_two_people_says_neither(offices):
    corpus = [
        article("a", ("person", "Odile Wrobel"), ("organization", "Alphane")),
        article("b", ("person", "Karim Wrobel"), ("organization", "Alphane")),
        article("c", ("person", "Wrobel"), *([("organization", offices)] if offices else [])),
    ]
    identities = resolve(corpus)
    assert "@" in of(identities, "c", "person:wrobel").key
    about = [d for d in identities.decisions if "Wrobel" in (d.one, d.other)]
    assert len(about) == 2
    assert not any(d.merged for d in about)
