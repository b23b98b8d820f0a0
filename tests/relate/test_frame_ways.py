"""The frames know at least 150 ways to say each kind that moves money, in each language."""

import pytest

from graphbuild.model import Kind
from graphbuild.relate.frames.ways import ways

MONEY = ("investment", "grant", "loan", "fundraising", "acquisition", "contract", "fine")
LEAST = 150


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", MONEY)
def test_money_can_be_said_in_many_ways(kind: str, language: str) -> None:
    assert ways(Kind(kind), language).total >= LEAST
