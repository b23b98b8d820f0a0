"""Whether the example sentences of the frames are found, for the tests."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from graphbuild.model import Claim, Document, Kind, Reading, fold
from graphbuild.recognise import recognise
from graphbuild.relate import relate
from graphbuild.relate.frames import Frame, all_frames

STANCE = ("status", "polarity", "certainty")
TEXTS = ("measure", "title", "purpose", "item")

Example = Mapping[str, str]


def examples(language: str) -> Iterator[tuple[Frame, Example]]:
    """Every example of every frame of a language."""
    for frame in all_frames(language):
        for example in frame.examples:
            yield frame, example


def wanted(example: Example) -> dict[str, str]:
    """ "payer=Oracle; amount=5" as a table."""
    pairs = (part.split("=", 1) for part in example["claim"].split(";") if part.strip())
    return {key.strip(): value.strip() for key, value in pairs}


@cache
def read(text: str, language: str) -> tuple[Reading, tuple[Claim, ...]]:
    """A sentence through the whole pipeline."""
    reading = recognise(Document("example", text, language))
    return reading, relate(reading)


def missing(text: str, language: str, *, kind: Kind, claim: Example) -> str:
    """Empty where a claim of the kind says all that is wanted; else what was found, in words."""
    reading, claims = read(text, language)
    same = [c for c in claims if c.kind == kind]
    if any(_fits(c, reading, wanted(claim)) for c in same):
        return ""
    said = [(c.rule, c.roles, _values(c, reading)) for c in claims]
    return f"{kind.value} {claim['claim']!r} is not in {said}"


def _names(reading: Reading, key: str) -> set[str]:
    """All that an article calls an entity, folded."""
    text = reading.document.text
    said = {fold(m.span.of(text)) for m in reading.mentions if m.entity == key}
    entity = next(e for e in reading.entities if e.key == key)
    return said | {fold(entity.name), *(fold(alias) for alias in entity.aliases)}


def _values(claim: Claim, reading: Reading) -> dict[str, str]:
    """What a claim says beside its roles, as an example writes it."""
    amount = next((a for a in reading.amounts if a.span == claim.amount), None)
    said = {key: str(getattr(claim.stance, key)) for key in STANCE}
    said |= {key: text for key, text in claim.texts if key in TEXTS}
    return said | ({"amount": str(amount.value)} if amount else {})


def _fits(claim: Claim, reading: Reading, wants: Example) -> bool:
    """Whether a claim says all that is wanted, each role with just these names."""
    said, roles = _values(claim, reading), dict(claim.roles)
    for key, value in wants.items():
        if key == "amount":
            if Decimal(said.get("amount", "-1")) != Decimal(value):
                return False
        elif key in {*STANCE, *TEXTS}:
            if fold(said.get(key, "")) != fold(value):
                return False
        elif not _same_names(reading, roles.get(key, ()), value.split("|")):
            return False
    return True


def _same_names(reading: Reading, keys: tuple[str, ...], expected: list[str]) -> bool:
    found = [_names(reading, key) for key in sorted(set(keys))]
    return len(found) == len(expected) and all(any(fold(e) in said for said in found) for e in expected)
