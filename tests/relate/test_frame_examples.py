"""Every example sentence of every frame, through the whole pipeline.

An example that is not found is a defect of the frame, of the syntax machine or of the name
recogniser: mend it there, or say the sentence with names that the recogniser knows.
"""

import pytest
from examples import STANCE, TEXTS, Example, examples, missing, wanted

from graphbuild.data import table
from graphbuild.relate.frames import Frame, all_frames

SENTENCES = [
    pytest.param(language, frame, example, id=f"{frame.rule} {example['text'][:60]}")
    for language in ("fr", "en")
    for frame, example in examples(language)
]
FRAMES = [*all_frames("fr"), *all_frames("en")]


@pytest.mark.parametrize(("language", "frame", "example"), SENTENCES)
def test_example_is_found(language: str, frame: Frame, example: Example) -> None:
    assert missing(example["text"], language, kind=frame.kind, claim=example) == ""


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.rule)
def test_frame_has_an_example_that_names_known_things(frame: Frame) -> None:
    known = {*table("kinds.toml")[frame.kind.value]["roles"], *STANCE, *TEXTS, "amount"}
    assert frame.examples
    assert all(set(wanted(example)) <= known for example in frame.examples)
