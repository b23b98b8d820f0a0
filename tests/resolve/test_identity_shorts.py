"""A short name beside the full one, where the other articles say that it is short for it."""

from naming import article, one_of

from graphbuild.model import Form
from graphbuild.resolve import resolve

FULL, SHORT = ("organization", "Brightwater Compute"), ("organization", "Brightwater")
CALLS = article("calls", (*FULL, {"Brightwater": Form.SHORT}))


def same(*articles, document="both"):
    """Whether the two names of one article are one body."""
    members = resolve(articles).members
    names = (one_of(document, *FULL), one_of(document, *SHORT))
    return members[names[0]] == members[names[1]]


def test_a_short_name_that_never_stands_alone_is_the_full_one():
    found = resolve([article("both", FULL, SHORT), CALLS])
    assert same(article("both", FULL, SHORT), CALLS)
    reasons = {decision.reason for decision in found.decisions if decision.merged}
    assert "short-form" in reasons


def test_without_an_article_that_says_so_they_stay_apart():
    assert not same(article("both", FULL, SHORT))
    assert not same(article("both", FULL, SHORT), article("other", FULL))


def test_a_parent_that_has_an_article_of_its_own_is_no_subsidiary():
    assert not same(article("both", FULL, SHORT), CALLS, article("parent", SHORT))


def test_two_full_names_leave_the_short_one_alone():
    other = ("organization", "Brightwater Energy")
    assert not same(article("both", FULL, SHORT, other), CALLS)
    calls = article("more", (*other, {"Brightwater": Form.SHORT}))
    assert not same(article("both", FULL, SHORT), CALLS, calls)
