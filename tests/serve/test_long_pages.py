"""Somebody of whom a thousand things are said: the page stays short, and leads to all of them."""

import random
import re

import pytest
from conftest import serving
from load import BASE, HEAD, article

from graphbuild import store

HTML = {"accept": "text/html"}
NAMES = [(f"{BASE}entity/e-{n}", f"Groupe {n}") for n in range(2)]
ARTICLES = 450  # of three claims each


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    folder = tmp_path_factory.mktemp("known")
    seed = random.Random(3)  # noqa: S311 - the same articles each time
    made = [article(seed, number, NAMES) for number in range(ARTICLES)]
    named = [f'<{iri}> a gb:Organization ; rdfs:label "{name}" .\n' for iri, name in NAMES]
    with store.staged(folder / "output") as output:
        turtle = "".join([HEAD, *named, *(triples for _, triples in made)])
        store.write(output, turtle=turtle, documents=[document for document, _ in made])
        store.write_page(output, "<!doctype html>")
    with serving(folder / "output", log=folder / "log") as server, server.client(headers=HTML) as client:
        yield client


def facts_on(page: str) -> list[str]:
    """The facts of a page, not the claims that say them."""
    section = page.partition('id="facts"')[2].partition("</section>")[0]
    return re.findall(r'href="(/id/fact/[^"]+)"', section)


def test_a_page_of_a_thousand_claims_is_turned_and_every_fact_is_on_one(known):
    first = known.get("/id/entity/e-0").text
    last = int(re.search(r"Page 1 of (\d+)", first)[1])
    assert last > 20
    assert 'rel="prev"' not in first
    assert len(first) < 120_000
    met = [facts_on(known.get("/id/entity/e-0", params={"page": n}).text) for n in range(1, last + 1)]
    told = {fact for some in met for fact in some}
    question = f"SELECT DISTINCT ?f {{ ?f a gb:Fact ; ?role <{BASE}entity/e-0> }}"
    answer = known.get("/sparql", params={"query": question}, headers={"accept": "application/json"}).json()
    assert len(told) == len(answer["results"]["bindings"]) > 500
    assert all(0 < len(some) <= 50 for some in met[:3])


def test_pages_follow_each_other_and_none_lies_beyond(known):
    first = known.get("/id/entity/e-0").text
    following = re.search(r'<a rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    second = known.get(following).text
    assert "Page 2 of" in second
    assert 'rel="prev"' in second
    assert set(facts_on(first)).isdisjoint(facts_on(second))
    beyond = known.get("/id/entity/e-0", params={"page": "999999"}).text
    assert 'rel="next"' not in beyond
    for odd in ("0", "-1", "x", "9" * 30, "²"):
        assert "Page 1 of" in known.get("/id/entity/e-0", params={"page": odd}).text


def test_each_page_has_a_tag_of_its_own(known):
    tags = {known.get("/id/entity/e-0", params={"page": n}).headers["etag"] for n in (1, 2)}
    assert len(tags) == 2


def test_a_short_page_has_nothing_to_turn(known):
    assert 'class="turn"' not in known.get("/id/claim/investment-1-1").text
