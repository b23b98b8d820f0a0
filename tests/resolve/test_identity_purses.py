"""Whose money the organs of a State give."""

import pytest

from graphbuild.data import table
from graphbuild.resolve.purses import purse, purses


@pytest.mark.parametrize(("name", "country"), table("identity/purses.toml")["examples"].items())
def test_the_examples_of_the_table(name, country):
    assert (purse(name) or "") == country


def test_a_capital_may_stand_for_its_government_but_is_not_sure_to():
    assert purses(["Berlin"]) == {"DE"}
    assert purse("Berlin") is None
