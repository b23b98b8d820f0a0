"""The server's pages in a real Chromium: nothing but this server is asked, nothing of a text runs."""

import math
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from conftest import Served, serving
from load import BASE, Corpus, corpus
from playwright.sync_api import Browser, Page, sync_playwright

from graphbuild.serve.asking import EDITOR

CHROMIUM = Path("/usr/bin/chromium")
JSON = {"accept": "application/json"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(
            f"The pages are tested in a real browser, and {CHROMIUM} is missing: apt-get install chromium"
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(params=["light", "dark"])
def visit(browser, served, request) -> Iterator[Page]:
    """A page that must stay with this server and say nothing in its console."""
    context = browser.new_context(locale="en-GB", color_scheme=request.param, base_url=served.address)
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()
    outside = [url for url in asked if not url.startswith((served.address, "data:", "blob:"))]
    assert outside == []
    assert [words for words in said if "status of 400" not in words] == []


def contrast(page: Page, selector: str) -> float:
    """How well a text is told from the page, as WCAG counts: 4.5 and more can be read."""
    return page.evaluate(
        """(selector) => {
            const rgb = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
            const light = (color) => rgb(color).map((v) => v / 255)
                .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const ink = light(getComputedStyle(document.querySelector(selector)).color);
            const paper = light(getComputedStyle(document.body).backgroundColor);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        }""",
        selector,
    )


def test_from_a_search_to_the_sentence(visit):
    visit.goto("/")
    visit.fill('input[name="q"]', "europeenne")
    visit.press('input[name="q"]', "Enter")
    visit.click(".found a >> text=Union européenne")
    assert visit.inner_text("h1") == "Union européenne"
    assert visit.locator("#facts .row").count() > 1
    for selector in ("h1", ".standfirst", ".title", ".over-line"):
        assert contrast(visit, selector) >= 4.5
    visit.locator(".passage footer a").first.click()
    assert visit.inner_text("mark.chosen") in {"UE", "Union européenne", "bloc"}


def test_a_hostile_text_stays_text(visit):
    visit.goto("/search?q=alert")
    visit.locator(".rows a.row").last.click()
    visit.wait_for_selector("#text")
    assert "<script>alert(1)</script>" in visit.inner_text("#text")
    assert visit.locator('a[href^="javascript:"]').count() == 0


def test_a_question_is_asked_in_the_editor_and_answered_with_links(visit):
    visit.goto("/query")
    if (EDITOR / "yasqe.min.js").exists():
        assert visit.locator(".CodeMirror").count() == 1
        visit.evaluate(
            "document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT ?n { ?x a gb:Person ; rdfs:label ?n }')"
        )
    else:
        visit.fill("#query", "SELECT ?n { ?x a gb:Person ; rdfs:label ?n }")
    visit.click("#run")
    visit.wait_for_selector("#table td")
    assert "Ursula von der Leyen" in visit.inner_text("#table")


def test_the_named_questions_are_the_examples(visit):
    visit.goto("/query")
    visit.select_option("#examples", label="Who leads what")
    visit.wait_for_selector("#table td")
    assert "Commission européenne" in visit.inner_text("#table")


def test_an_error_is_told_in_the_parsers_words(visit):
    visit.goto("/query?query=SELECT")
    visit.wait_for_function("() => document.getElementById('said').textContent.includes('line')")


@pytest.mark.parametrize("where", ["/", "/questions", "/query", "/ontology", "/search?q=France", "/id/none"])
def test_every_page_fits_a_phone_and_can_be_used_by_keyboard(browser, served, where):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=served.address)
    page = context.new_page()
    page.goto(where)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate(
        "[...document.querySelectorAll('input, textarea, select')].every((e) => e.labels.length || e.ariaLabel)"
    )
    context.close()


@pytest.mark.skipif(
    not (EDITOR / "yasqe.min.js").exists(),
    reason="the editor with colours was not built: `make editor` (needs npm), then run this again",
)
def test_the_built_editor_completes_our_vocabulary_and_asks_nobody(visit):
    visit.goto("/query")
    visit.click(".CodeMirror")
    visit.keyboard.press("Control+a")
    visit.keyboard.type("SELECT * { ?x gb:benef")
    hint = visit.locator(".CodeMirror-hints li").first
    hint.wait_for()
    assert hint.inner_text() == "gb:beneficiary"
    visit.keyboard.press("Enter")
    visit.keyboard.type(" ?who . ?who rdfs:label ?name }")
    visit.keyboard.press("Control+Enter")
    visit.wait_for_selector("#table td")
    assert "gb:beneficiary ?who" in visit.evaluate(
        "document.querySelector('.CodeMirror').CodeMirror.getValue()"
    )
    assert "Mistral AI" in visit.inner_text("#table")


def test_the_plain_editor_completes_our_vocabulary(browser, served):
    """Where `make editor` has not run; here the other editor is kept from loading."""
    context = browser.new_context(base_url=served.address)
    page = context.new_page()
    page.route("**/editor/*", lambda route: route.abort())
    page.goto("/query")
    page.fill("#query", "")
    page.type("#query", "SELECT * { ?x gb:benef")
    page.click("#completions button")
    assert page.input_value("#query") == "SELECT * { ?x gb:beneficiary"
    context.close()


def test_the_picture_is_fed_by_the_store_and_leads_on(visit):
    visit.goto("/explore")
    visit.wait_for_function("() => globalThis.graphbuild?.network")
    visit.fill("#search", "nvidia")
    visit.wait_for_function(  # a line that is replaced under the pointer is not clicked
        "() => [...document.querySelectorAll('#list a')].every((line) => /nvidia/i.test(line.textContent))"
    )
    visit.locator("#list a >> text=Nvidia").first.click()
    visit.locator("#pane a.thing >> text=Nvidia").first.click()
    visit.wait_for_function("() => location.hash.startsWith('#entity=')")
    assert "Nvidia" in visit.inner_text("#pane h2")
    visit.click("#pane a >> text=Its own page")
    visit.wait_for_url("**/id/entity/*")
    assert visit.inner_text("h1") == "Nvidia"


@pytest.fixture(scope="module")
def crowded(tmp_path_factory) -> Iterator[tuple[Served, Corpus]]:
    """A server over more facts than a picture begins with."""
    folder = tmp_path_factory.mktemp("crowded")
    known = corpus(folder / "output", 60_000)
    with serving(folder / "output", log=folder / "log") as server:
        yield server, known


PICTURE = """() => ({
    spots: graphbuild.spots().map(({ id, at }) => [id, ...at]),
    ways: graphbuild.ways().map(({ from, to, facts }) => facts.map((fact) => [from, to, fact].join(" "))).flat(),
})"""


def test_what_is_loaded_around_a_name_joins_what_is_there(browser, crowded):
    server, known = crowded
    context = browser.new_context(locale="en-GB", base_url=server.address)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto("/explore")
    page.wait_for_function("() => globalThis.graphbuild?.network")
    before = page.evaluate(PICTURE)
    there = {spot[0] for spot in before["spots"]}
    # Somebody who is not in the picture is found in the rest of the graph, and comes with what is said of them.
    iri, name = next((iri, name) for iri, name in known.entities if iri not in there)
    page.fill("#search", name)
    page.click(f"#pane .elsewhere a >> text={name}")
    page.wait_for_function("(name) => document.querySelector('#pane h2')?.textContent === name", arg=name)
    # Somebody who is: the button brings the rest.
    first = next(spot[0] for spot in before["spots"] if spot[0].startswith(BASE))
    page.goto(f"/explore#entity={quote(first, safe='')}")
    page.click("#pane button.grow")
    page.wait_for_function("() => /come/.test(document.querySelector('#pane .acts .n')?.textContent ?? '')")
    after = page.evaluate(PICTURE)
    assert {tuple(spot) for spot in before["spots"]} <= {tuple(spot) for spot in after["spots"]}
    assert iri in {spot[0] for spot in after["spots"]}
    assert len(after["spots"]) == len({spot[0] for spot in after["spots"]})
    assert len(after["ways"]) == len(set(after["ways"])) > len(before["ways"])
    places = [spot[1:] for spot in after["spots"] if spot[0] not in there]
    old = [spot[1:] for spot in before["spots"]]
    assert all(math.dist(one, other) > 90 for one in places for other in old)
    question = f"SELECT DISTINCT ?f {{ ?f a gb:Fact ; ?role <{first}> }}"
    client = httpx.get(f"{server.address}sparql", params={"query": question}, headers=JSON)
    facts = {row["f"]["value"] for row in client.json()["results"]["bindings"]}
    assert facts <= {way.rpartition(" ")[2] for way in after["ways"]}
    assert f"{page.evaluate('graphbuild.facts()')} facts" in page.inner_text("h1")
    assert said == []
    context.close()


def test_a_page_leads_to_the_picture_around_it(visit):
    visit.goto("/search?q=France")
    visit.locator(".found a").first.click()
    visit.click("text=Show in the picture")
    visit.wait_for_function("() => globalThis.graphbuild?.network")
    assert visit.inner_text("#pane h2") == "France"


def test_a_search_that_is_answered_late_leaves_the_reader_where_they_are(visit):
    """The answer of the server is held back while the reader follows a link of the list."""
    held = []
    visit.goto("/explore")
    visit.wait_for_function("() => globalThis.graphbuild?.network")
    visit.locator("#tab-things").click()
    visit.route("**/search?only=names*", lambda route: held.append(route))  # noqa: PLW0108 - a method of a list takes no mark of Playwright
    visit.fill("#search", "zzzz")
    visit.locator("#list a.thing >> text=Nvidia").first.click()
    visit.wait_for_function("() => document.querySelector('#pane h2')?.textContent === 'Nvidia'")
    where = visit.url
    assert len(held) == 1
    with visit.expect_response("**/search?only=names*"):
        held[0].continue_()
    visit.wait_for_timeout(300)
    assert visit.url == where
    assert visit.inner_text("#pane h2") == "Nvidia"
