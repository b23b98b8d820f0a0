"""English verbs of the frames in other senses, and claims that no frame's word makes."""

import pytest
from examples import missing, read

from graphbuild.model import Kind

# Verbs of the frames in another sense: nothing is bought, given, raised, led or held.
NOTHING = (
    "Siemens raised its forecast to 5 billion euros.",
    "Shares in Apple rose 3% to $190.",
    "Apple presented its results on Tuesday.",
    "Protesters took to the streets of Paris.",
    "Boeing delivered 30 jets in May.",
    "Emmanuel Macron left Paris for London.",
    "The minister met Apple in Paris.",
    "Renault employs 100,000 people in France.",
    "Microsoft is committed to the climate.",
    "Siemens backed the plan.",
    "Ford pays tribute to its workers.",
    "Nestlé ordered a review of its factories.",
    "Volkswagen is present in China.",
    "Intel won praise from Microsoft.",
    "Google faces a lawsuit from Microsoft over Android.",
    "Apple put pressure on Samsung.",
    "The sale of 300 cars pleased Ford.",
    "France gave way to Germany.",
    "Orange launched an appeal against the ruling.",
    "Analysts expect Nokia to grow by 5 percent.",
    "Siemens bid farewell to its chief.",
    "Vodafone returned to growth in Germany.",
    "Carrefour opened its doors at nine.",
    "Apple left the door open.",
)
# What is said without a frame's verb or noun.
UNSAID = (
    (
        Kind.RESULT,
        "Eli Lilly is to build a $6.5 billion factory in Houston.",
        "amount=6500000000; measure=cost",
    ),
    (Kind.OWNERSHIP, "Richard Branson's Virgin Group grew.", "owner=Richard Branson; owned=Virgin Group"),
)


@pytest.mark.parametrize("text", NOTHING)
def test_other_senses_make_no_claim(text: str) -> None:
    assert read(text, "en")[1] == ()


@pytest.mark.parametrize(("kind", "text", "claim"), UNSAID)
def test_what_stands_together_makes_a_claim(kind: Kind, text: str, claim: str) -> None:
    assert missing(text, "en", kind=kind, claim={"claim": claim}) == ""
