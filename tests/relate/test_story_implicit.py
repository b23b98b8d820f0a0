"""Claims that names and amounts make by standing together."""

import pytest
from examples import missing, read

from graphbuild.model import Kind

SAID = [
    (
        "en",
        Kind.OWNERSHIP,
        "Richard Branson's Virgin Group grew.",
        "owner=Richard Branson; owned=Virgin Group",
    ),
    (
        "en",
        Kind.RESULT,
        "Siemens will supply turbines to the Hornsea wind farm, a 704 MW project.",
        "measure=capacity; amount=704; organization=Hornsea wind farm",
    ),
    (
        "fr",
        Kind.LOCATION,
        "L'usine de Magdebourg coûtera 30 milliards d'euros.",
        "sited=usine de Magdebourg; place=Magdebourg",
    ),
    ("en", Kind.LOCATION, "Siemens bought Dresden-based Altana for $5m.", "sited=Altana; place=Dresden"),
    (
        "en",
        Kind.LOCATION,
        "The London start-up Wayve raised $1bn from Nvidia.",
        "sited=Wayve; place=London",
    ),
    (
        "en",
        Kind.OWNERSHIP,
        "Tata-owned Jaguar Land Rover cut 500 jobs.",
        "owner=Tata; owned=Jaguar Land Rover",
    ),
    (
        "en",
        Kind.LOCATION,
        "Off Norfolk, the Sheringham Shoal wind farm, developed by Equinor, has cost £1bn.",
        "sited=Sheringham Shoal wind farm; place=Norfolk",
    ),
    (
        "fr",
        Kind.LOCATION,
        "EDF a inauguré la centrale de Bouchain, dans le Nord, pour 400 millions d'euros.",
        "sited=centrale de Bouchain; place=Bouchain",
    ),
]


@pytest.mark.parametrize(("language", "kind", "text", "claim"), SAID, ids=[s[2] for s in SAID])
def test_it_is_claimed(language: str, kind: Kind, text: str, claim: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": claim}) == ""


def test_a_person_is_not_owned_by_a_possessive() -> None:
    _, claims = read("Apple's Tim Cook smiled.", "en")
    assert not [c for c in claims if c.kind is Kind.OWNERSHIP]


def test_only_the_most_specific_place_is_meant() -> None:
    _, claims = read("Northrop Grumman a ouvert une usine à Waco, au Texas.", "fr")
    places = [key for c in claims if c.kind is Kind.LOCATION for key in dict(c.roles)["place"]]
    assert places == ["place:waco"]
