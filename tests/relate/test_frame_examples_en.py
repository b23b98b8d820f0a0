"""Every example sentence of every English frame, through the whole pipeline.

An example that is not found is a defect of the frame, of the syntax machine or of the name
recogniser: mend it there, or say the sentence with names that the recogniser knows.
"""

import pytest
from examples import STANCE, TEXTS, Example, examples, missing, read, wanted

from graphbuild.model import Kind
from graphbuild.relate.frames import Frame, all_frames, kinds


@pytest.mark.parametrize(
    ("frame", "example"), [pytest.param(f, e, id=f"{f.rule} {e['text'][:60]}") for f, e in examples("en")]
)
def test_english_example_is_found(frame: Frame, example: Example) -> None:
    assert missing(example["text"], "en", kind=frame.kind, claim=example) == ""


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


@pytest.mark.parametrize("frame", all_frames("en"), ids=lambda frame: frame.rule)
def test_english_frame_has_examples_of_known_roles(frame: Frame) -> None:
    known = {*kinds()[frame.kind.value]["roles"], *STANCE, *TEXTS, "amount"}
    assert frame.examples
    assert all(set(wanted(example)) <= known for example in frame.examples)
