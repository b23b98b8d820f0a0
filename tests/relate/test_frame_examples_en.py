"""Every example sentence of every English frame, through the whole pipeline.

An example that is not found is a defect of the frame, of the syntax machine or of the name
recogniser: mend it there, or say the sentence with names that the recogniser knows.
"""

import pytest
from examples import STANCE, TEXTS, Example, examples, missing, wanted

from graphbuild.relate.frames import Frame, all_frames, kinds


@pytest.mark.parametrize(
    ("frame", "example"), [pytest.param(f, e, id=f"{f.rule} {e['text'][:60]}") for f, e in examples("en")]
)
def test_english_example_is_found(frame: Frame, example: Example) -> None:
    assert missing(example["text"], "en", kind=frame.kind, claim=example) == ""


@pytest.mark.parametrize("frame", all_frames("en"), ids=lambda frame: frame.rule)
def test_english_frame_has_examples_of_known_roles(frame: Frame) -> None:
    known = {*kinds()[frame.kind.value]["roles"], *STANCE, *TEXTS, "amount"}
    assert frame.examples
    assert all(set(wanted(example)) <= known for example in frame.examples)
