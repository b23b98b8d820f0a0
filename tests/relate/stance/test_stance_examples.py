"""The example sentences of the stance data, through the whole pipeline."""

import pytest

from graphbuild.data import table
from graphbuild.model import Claim, Document
from graphbuild.recognise import recognise
from graphbuild.relate import relate


def examples(language: str) -> list[tuple[str, str, str]]:
    said = table(f"stance/examples.{language}.toml")
    return [(language, text, stance) for stance, texts in said.items() for text in texts]


def money_claim(language: str, text: str) -> Claim | None:
    claims = relate(recognise(Document("example", text, language)))
    return next((c for c in claims if c.amount is not None), None)


def test_there_are_examples_enough() -> None:
    assert len(examples("fr")) + len(examples("en")) >= 150


@pytest.mark.parametrize(("language", "text", "stance"), [*examples("fr"), *examples("en")])
def test_example_keeps_its_stance(language: str, text: str, stance: str) -> None:
    claim = money_claim(language, text)
    assert claim is not None, "no claim with an amount was found"
    assert f"{claim.stance.status} {claim.stance.polarity} {claim.stance.certainty}" == stance
