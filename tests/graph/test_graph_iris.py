"""Any id and any name gives a legal IRI, and two that differ never meet."""

import doctest
import re

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.graph import iris, literals
from graphbuild.model import Kind, Span

BASE = "https://example.org/id/"
# RFC 3987 without what nobody needs here: our own names are plain ASCII.
LEGAL = re.compile(r"https://example\.org/id/[a-z]+/[A-Za-z0-9_-]+(#[A-Za-z]+=\d+,\d+)?")
NASTY = [
    "",
    " ",
    '<>"{}|^`\\',
    "../../etc/passwd",
    "a#b?c%",
    "\u202eتجربة\u200f",
    "日本",
    "\x00\n",
    "😀",
    "\ud800",
    "é" * 500,
]


@pytest.mark.parametrize("name", NASTY)
def test_nasty_names_give_legal_iris(name):
    for iri in (
        iris.document_iri(BASE, name),
        iris.entity_iri(BASE, name, name),
        iris.claim_iri(BASE, Kind.FINE, name, "k"),
    ):
        assert LEGAL.fullmatch(iri), iri


@given(st.text())
def test_any_name_gives_a_legal_iri(name):
    document = iris.document_iri(BASE, name)
    for iri in (document, iris.entity_iri(BASE, name, name), iris.passage_iri(document, Span(3, 9))):
        assert LEGAL.fullmatch(iri), iri
        pyoxigraph.NamedNode(str(iri))


@given(st.text(), st.text())
def test_names_that_differ_never_meet(one, other):
    assert (iris.document_iri(BASE, one) == iris.document_iri(BASE, other)) == (one == other)
    assert (iris.entity_iri(BASE, one, "x") == iris.entity_iri(BASE, other, "x")) == (one == other)


@given(st.text())
def test_an_address_from_outside_is_made_safe_or_refused(rest):
    iri = iris.safe_iri(f"https://example.org/{rest}")
    assert iri is not None
    pyoxigraph.NamedNode(str(iri))
    assert not re.search(r'[\x00-\x20<>"{}|^`\\]', iri)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "news/today.html",
        "//example.org/x",
        ":",
        "été:x",
        "javascript:alert(1)",
        "https://",
        "http://a:b/",
    ],
)
def test_what_is_no_address_is_refused(address):
    assert iris.safe_iri(address) is None


@pytest.mark.parametrize("module", [iris, literals])
def test_examples_in_the_code_hold(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
