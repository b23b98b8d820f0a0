"""Every example sentence of every French frame, through the whole pipeline.

An example that is not found is a defect of the frame, of the syntax machine or of the name
recogniser: mend it there, or say the sentence with names that the recogniser knows.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest

from graphbuild.model import Claim, Document, Reading, fold
from graphbuild.recognise import recognise
from graphbuild.relate import relate
from graphbuild.relate.frames import Frame, all_frames, kinds

STANCE = ("status", "polarity", "certainty")
TEXTS = ("measure", "title", "purpose", "item")


def examples() -> Iterator[tuple[Frame, Mapping[str, str]]]:
    for frame in all_frames("fr"):
        for example in frame.examples:
            yield frame, example


def wanted(example: Mapping[str, str]) -> dict[str, str]:
    """ "payer=Oracle; amount=5" as a table."""
    pairs = (part.split("=", 1) for part in example["claim"].split(";") if part.strip())
    return {key.strip(): value.strip() for key, value in pairs}


def names(reading: Reading, key: str) -> set[str]:
    """All that an article calls an entity, folded."""
    text = reading.document.text
    said = {fold(m.span.of(text)) for m in reading.mentions if m.entity == key}
    entity = next(e for e in reading.entities if e.key == key)
    return said | {fold(entity.name), *(fold(alias) for alias in entity.aliases)}


def values(claim: Claim, reading: Reading) -> dict[str, str]:
    """What a claim says beside its roles, as an example writes it."""
    amount = next((a for a in reading.amounts if a.span == claim.amount), None)
    said = {key: str(getattr(claim.stance, key)) for key in STANCE}
    said |= {key: text for key, text in claim.texts if key in TEXTS}
    return said | ({"amount": format(amount.value.normalize(), "f")} if amount else {})


def fits(claim: Claim, reading: Reading, example: Mapping[str, str]) -> bool:
    """Whether a claim says all that the example wants, each role with just these names."""
    said, roles = values(claim, reading), dict(claim.roles)
    for key, value in wanted(example).items():
        if key == "amount":
            if Decimal(said.get("amount", "-1")) != Decimal(value):
                return False
        elif key in said:
            if fold(said[key]) != fold(value):
                return False
        elif not same_names(reading, roles.get(key, ()), value.split("|")):
            return False
    return True


def same_names(reading: Reading, keys: tuple[str, ...], expected: list[str]) -> bool:
    found = [names(reading, key) for key in keys]
    return len(found) == len(expected) and all(any(fold(e) in said for said in found) for e in expected)


@pytest.mark.parametrize(
    ("frame", "example"), [pytest.param(f, e, id=f"{f.rule} {e['text'][:60]}") for f, e in examples()]
)
def test_example_is_found(frame: Frame, example: Mapping[str, str]) -> None:
    reading = recognise(Document("example", example["text"], "fr"))
    claims = [c for c in relate(reading) if c.kind == frame.kind]
    said = [(c.rule, c.roles, values(c, reading)) for c in claims]
    assert any(fits(c, reading, example) for c in claims), f"{example['claim']!r} is not in {said}"


@pytest.mark.parametrize("frame", all_frames("fr"), ids=lambda frame: frame.rule)
def test_frame_has_an_example_that_names_known_things(frame: Frame) -> None:
    known = {*kinds()[frame.kind.value]["roles"], *STANCE, *TEXTS, "amount"}
    assert frame.examples
    assert all(set(wanted(example)) <= known for example in frame.examples)
