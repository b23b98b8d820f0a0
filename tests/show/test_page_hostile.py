"""Articles and names that try to become markup, break the page or its layout."""

import re

import pytest
from newsroom import Newsroom
from rdflib import RDF, RDFS, Literal

from graphbuild.show.draw import draw

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% include 'page.html' %}",
    "\u2028\u2029alert(1)//",
    "<!--<script>",
    "javascript:alert(1)",
    "' onmouseover='alert(1)' x='",
    "\u202eevil\u202c gro.elpmaxe",
    "شركة الطاقة الجديدة في الشرق الأوسط",
    "北京人工智能研究院与合作伙伴",
    "👩‍👩‍👧‍👦 Family Fund 🚀",
    "x" * 5000,
    "\x00\x08 control",
    "__proto__",
    "constructor",
)


def hostile() -> Newsroom:
    """Every hostile string as title, name, alias, purpose, speaker, quote, currency and identifier."""
    n = Newsroom()
    for i, words in enumerate(HOSTILE):
        key = words if len(words) < 100 else f"long-{i}"
        n.article(
            key, f"Before {words} pays €5m for {words} now. After.", title=words, published=words, url=words
        )
        payer = n.entity("Organization", words, f"{words} & co", same=f"javascript:alert({i})")
        project = n.entity("Project", f"{words} project")
        n.stated(key, "Investment", f"{words} pays €5m for {words} now.",
                 {"payer": payer, "project": project, "purpose": words},
                 amount=n.amount(key, "€5m", "5000000", "EUR" if i % 2 else words[:8]), speaker=words)  # fmt: skip
    return n


@pytest.fixture(scope="module")
def page_of_horrors() -> str:
    n = hostile()
    return draw(n.graph, n.texts, title=HOSTILE[0])


def test_no_hostile_text_becomes_markup(visit, page_of_horrors):
    seen = visit(page_of_horrors)
    assert seen.page.inner_text("h1") == HOSTILE[0]
    assert seen.page.title().startswith(HOSTILE[0])
    scripts = seen.page.evaluate("document.querySelectorAll('script').length")
    assert scripts == 7
    assert seen.page.evaluate("document.querySelectorAll('img, iframe, object, embed').length") == 0


def test_every_hostile_fact_name_and_article_can_be_opened(visit, page_of_horrors):
    seen = visit(page_of_horrors)
    for tab in ("facts", "things", "articles"):
        seen.go("")
        seen.page.click(f"#tab-{tab}")
        for address in seen.page.eval_on_selector_all(
            "#list a", "(all) => all.map((a) => a.getAttribute('href'))"
        ):
            seen.page.evaluate("(address) => { location.hash = address; }", address)
            seen.page.wait_for_timeout(15)
            assert seen.page.query_selector("h2"), address
    unsafe = seen.page.evaluate(
        "[...document.querySelectorAll('a')].filter((a) => !/^(https?:|file:)/.test(a.protocol)).length"
    )
    assert unsafe == 0


def test_no_address_but_web_addresses_is_a_link(visit, page_of_horrors):
    seen = visit(page_of_horrors)
    seen.page.click("#tab-things")
    for address in seen.page.eval_on_selector_all(
        "#list a", "(all) => all.map((a) => a.getAttribute('href'))"
    ):
        seen.page.evaluate("(address) => { location.hash = address; }", address)
        seen.page.wait_for_timeout(15)
        hrefs = seen.page.eval_on_selector_all("#pane a", "(all) => all.map((a) => a.getAttribute('href'))")
        assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)


def test_hostile_names_stay_inside_the_page(visit, page_of_horrors):
    for width in (360, 1400):
        seen = visit(page_of_horrors, viewport={"width": width, "height": 800})
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        seen.page.click("#list a")
        seen.page.wait_for_timeout(100)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        assert seen.page.evaluate("Math.max(...graphbuild.labels().map((label) => label.w))") < 260


def test_the_data_cannot_leave_its_block(page_of_horrors):
    blocks = re.findall(
        r'<script type="application/json" id="\w+">(.*?)</script>', page_of_horrors, re.DOTALL
    )
    assert len(blocks) == 5
    assert not any(mark in block for block in blocks for mark in "<>&\u2028\u2029")


def test_the_browser_would_refuse_a_script_that_got_in(visit, html):
    seen = visit(html)
    blocked = seen.page.evaluate(
        """new Promise((done) => {
            document.addEventListener("securitypolicyviolation", (e) => done(e.violatedDirective));
            const script = document.createElement("script");
            script.textContent = "globalThis.broken = true";
            document.body.append(script);
            setTimeout(() => done(globalThis.broken ? "ran" : "nothing"), 300);
        })"""
    )
    assert blocked.startswith("script-src")
    assert seen.said
    seen.said.clear()  # the refusal itself


def test_an_empty_graph_says_so(visit):
    n = Newsroom()
    page = visit(draw(n.graph, n.texts)).page
    assert page.inner_text("h1") == "No facts yet"
    assert page.is_visible("#nothing")
    assert page.query_selector("#list .note")


def test_names_without_facts_are_listed(visit):
    n = Newsroom()
    n.entity("Person", "Ada Lovelace")
    page = visit(draw(n.graph, n.texts)).page
    page.click("#tab-things")
    page.click("text=Ada Lovelace")
    page.wait_for_timeout(100)
    assert page.inner_text("h2") == "Ada Lovelace"


def test_one_node_is_drawn_with_its_figure(visit):
    n = Newsroom()
    n.article("one", "Acme made a profit of €3.2 million.", title="Acme")
    acme = n.entity("Organization", "Acme")
    n.stated("one", "FinancialResult", "Acme made a profit of €3.2 million.", {"organization": acme, "measure": "profit"},
             amount=n.amount("one", "€3.2 million", "3200000", "EUR"))  # fmt: skip
    page = visit(draw(n.graph, n.texts)).page
    [label] = page.evaluate("graphbuild.labels().map((label) => label.lines.map((line) => line.text))")
    assert label == ["Acme", "profit €3.2m"]
    assert page.evaluate("graphbuild.scale()") <= 1.4


def test_an_article_that_is_missing_is_said_to_be(visit):
    n = Newsroom()
    n.article("gone", "Acme made a profit of €3.2 million.")
    n.stated("gone", "FinancialResult", "Acme made a profit of €3.2 million.",
             {"organization": n.entity("Organization", "Acme"), "measure": "profit"})  # fmt: skip
    page = visit(draw(n.graph, {})).page
    page.click("#list a")
    page.wait_for_timeout(100)
    assert "not in the page" in page.inner_text("#pane")


def test_a_fact_of_no_known_kind_or_with_unknown_people_does_not_break_the_page(visit):
    n = Newsroom()
    n.article("odd", "Acme pays.")
    claim = n.claim("odd", "Investment", "Acme pays.", {"payer": n.entity("Organization", "Acme")})
    fact = n.fact("Investment", {"payer": [Literal("nobody"), RDFS.label]}, claim)
    n.graph.add((fact, RDF.type, RDFS.Class))
    n.fact("Miracle", {}, claim)
    page = visit(draw(n.graph, n.texts)).page
    assert page.eval_on_selector_all("#list a", "(all) => all.length") == 1
