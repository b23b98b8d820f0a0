"""The page as a reader meets it: opened from file:// in a real browser."""

import json
from urllib.parse import quote

import pytest
from newsroom import FRENCH, Newsroom
from rdflib import RDFS, Literal

from graphbuild.show.draw import draw
from graphbuild.show.reading import read_facts


def key_of(room, label):
    return str(next(room.graph.subjects(RDFS.label, Literal(label))))


def fact_of(room, **wanted):
    """The one fact with this kind and these fillers (by name)."""
    named = {role: key_of(room, label) for role, label in wanted.items() if role != "kind"}
    found = [f for f in read_facts(room.graph) if f.kind == wanted["kind"]]
    return next(f for f in found if all(key in dict(f.roles).get(role, ()) for role, key in named.items()))


def marked(page):
    return page.eval_on_selector_all("mark", "(marks) => marks.map((m) => m.textContent)")


def test_it_opens_with_a_headline_and_every_name(visit, html, room):
    page = visit(html).page
    assert page.inner_text("h1") == "3 articles on 13 organizations, 5 projects and the money between them"
    assert "1 only planned, 2 only rumoured, 1 cancelled and 1 denied" in page.inner_text("#standfirst")
    assert "disagree on 1 point" in page.inner_text("#standfirst")
    names = page.evaluate("graphbuild.labels().filter((label) => label.node).length")
    assert names == page.evaluate("graphbuild.network.body.data.nodes.length") == 27


@pytest.mark.parametrize("size", [(1400, 880), (1920, 1080), (1024, 700), (390, 844)])
def test_no_two_labels_collide_at_first_zoom(visit, html, size):
    page = visit(html, viewport={"width": size[0], "height": size[1]}).page
    boxes = page.evaluate("graphbuild.labels().map(({x, y, w, h}) => [x, y, w, h])")
    assert len(boxes) > 20
    for i, (x, y, w, h) in enumerate(boxes):
        for ox, oy, ow, oh in boxes[:i]:
            assert abs(x - ox) * 2 >= w + ow or abs(y - oy) * 2 >= h + oh


def test_a_click_on_a_shape_shows_its_sentences_in_the_article(visit, html, room):
    seen = visit(html)
    place = seen.canvas("(network, id) => network.getPosition(id)", key_of(room, "OpenAI"))
    seen.page.mouse.click(*place)
    seen.page.wait_for_timeout(200)
    assert seen.page.inner_text("h2") == "OpenAI"
    assert "Microsoft said it had invested 13 billion dollars in OpenAI." in "".join(marked(seen.page))
    assert "entity=" in seen.page.url


def test_a_click_on_a_line_shows_the_exact_sentence(visit, html, room):
    seen = visit(html)
    fact = fact_of(room, kind="fine", payer="Microsoft")
    place = seen.canvas(
        """(network, id) => {
            const edge = network.body.data.edges.get().find((edge) => edge.facts.includes(id));
            return network.body.edges[edge.id].edgeType.getPoint(0.3);
        }""",
        fact.id,
    )
    seen.page.mouse.click(*place)
    seen.page.wait_for_timeout(200)
    assert seen.page.inner_text("h2") == "Microsoft → CNIL"
    assert "".join(marked(seen.page)) == "Microsoft was fined €60 million by the CNIL over cookies."
    assert seen.page.inner_text("mark strong") == "€60 million"
    box = seen.page.eval_on_selector(
        ".text",
        "(text) => { const m = text.querySelector('mark'); return [m.offsetTop, text.scrollTop, text.clientHeight]; }",
    )
    assert box[1] <= box[0] <= box[1] + box[2], "the marked sentence is not in sight"


def test_a_click_on_a_sum_is_a_click_on_its_line(visit, html, room):
    seen = visit(html)
    place = seen.canvas(
        """(network) => {
            const label = graphbuild.labels().find((label) => label.lines.some((line) => line.text.includes("40bn")));
            return { x: label.x / graphbuild.scale(), y: label.y / graphbuild.scale() };
        }""",
        None,
    )
    seen.page.mouse.click(*place)
    seen.page.wait_for_timeout(200)
    assert seen.page.inner_text("h2") == "Nvidia → Arm"
    assert "Cancelled" in seen.page.inner_text("#pane")


def test_a_click_on_what_a_sum_is_for_opens_its_fact(visit, html):
    seen = visit(html)
    place = seen.canvas(
        """(network) => network.getPosition(network.body.nodeIndices.find((id) => String(id).startsWith("purpose:")))""",
        None,
    )
    seen.page.mouse.click(*place)
    seen.page.wait_for_timeout(200)
    assert seen.page.inner_text("h2") == "France"
    assert seen.page.inner_text(".figure") == "€109bn"


def test_disagreeing_values_stand_side_by_side(visit, html, room):
    fact = fact_of(room, kind="investment", payer="Union européenne", project="InvestAI")
    seen = visit(html)
    seen.go(f"fact={fact.id}")
    sides = seen.page.eval_on_selector_all(
        ".conflict .side .figure", "(all) => all.map((side) => side.textContent)"
    )
    assert sorted(side.replace("\xa0", " ") for side in sides) == ["> $200bn", "€200bn"]
    text = seen.page.inner_text("#pane")
    assert "plus de 200 milliards de dollars" in text
    assert "more than 200,000,000,000 US dollars" in text
    assert "According to" in text
    labels = seen.page.evaluate(
        "graphbuild.labels().flatMap((label) => label.lines.map((line) => line.text))"
    )
    assert {"> $200bn", "≠ €200bn"} <= {label.replace("\xa0", " ") for label in labels}


def test_parts_are_shown_with_their_whole(visit, html, room):
    fact = fact_of(room, kind="investment", payer="Union européenne", project="gigafactories")
    seen = visit(html)
    seen.go(f"fact={fact.id}")
    assert "Part of" in seen.page.inner_text("#pane")
    seen.page.click(".rows a")
    seen.page.wait_for_timeout(150)
    assert "Of which" in seen.page.inner_text("#pane")
    labels = seen.page.evaluate(
        "graphbuild.labels().flatMap((label) => label.lines.map((line) => line.text))"
    )
    assert any(label.startswith("of which") for label in labels)


def test_what_is_not_certain_says_so_without_colour(visit, html):
    seen = visit(html)
    labels = seen.page.evaluate(
        "graphbuild.labels().flatMap((label) => label.lines.map((line) => line.text))"
    )
    assert {"rumoured", "✕ cancelled", "✕ denied", "planned"} <= set(labels)
    assert any(label.endswith("?") for label in labels)
    dashes = seen.page.evaluate(
        "graphbuild.network.body.data.edges.get().filter((edge) => edge.dashes).length"
    )
    assert dashes == 4  # the plan, the two rumours, and the place of one of them


def test_search_ignores_accents_and_case_and_finds_other_names(visit, html):
    page = visit(html).page
    for words, title in [
        ("ECHOS", "Les Échos"),
        ("presidente", "présidente"),
        ("etats-unis", "United States"),
    ]:
        page.fill("#search", words)
        page.wait_for_timeout(100)
        assert title in page.inner_text("#list"), words
    page.fill("#search", "<img src=x onerror=alert(1)>")
    page.wait_for_timeout(100)
    assert "Nothing found for “<img src=x onerror=alert(1)>”" in page.inner_text("#list")


TYPE_AND_LEAVE = """(link) => {
    const field = document.querySelector("#search");
    field.value = "microsoft";
    field.dispatchEvent(new Event("input"));
    location.hash = link;
}"""


def test_a_search_that_ends_as_the_reader_leaves_does_not_call_them_back(visit, html, room):
    """The address changes at the click, the page a moment later: the search ends in between."""
    page = visit(html).page
    link = f"#entity={quote(key_of(room, 'OpenAI'), safe='')}"
    page.evaluate(TYPE_AND_LEAVE, link)
    page.wait_for_timeout(200)
    assert page.inner_text("#pane h2") == "OpenAI"


def test_filters_hide_and_show(visit, html):
    page = visit(html).page
    shown = "graphbuild.network.body.data.edges.get().filter((edge) => !edge.hidden).length"
    before = page.evaluate(shown)
    page.click('#stances [data-name="rumoured"]')
    assert page.evaluate(shown) == before - 3
    assert page.get_attribute('#stances [data-name="rumoured"]', "aria-pressed") == "false"
    page.click('#stances [data-name="rumoured"]')
    everybody = page.evaluate("graphbuild.network.body.data.nodes.length")
    page.click('#types [data-name="place"]')
    assert (
        page.evaluate("graphbuild.network.body.data.nodes.length") == everybody - 4 - 1
    )  # and what France's sum is for


def test_a_deep_link_opens_its_entity_and_back_goes_back(visit, html, room):
    seen = visit(html, fragment=f"#entity={key_of(room, 'Nvidia')}")
    assert seen.page.inner_text("h2") == "Nvidia"
    seen.page.click(".rows a")
    seen.page.wait_for_timeout(150)
    assert seen.page.inner_text(".figure") == "$60.9bn"
    seen.page.evaluate("history.back()")
    seen.page.wait_for_timeout(200)
    assert not seen.page.query_selector(".figure")
    assert seen.page.inner_text("h2") == "Nvidia"


def test_a_broken_link_shows_the_list(visit, html):
    for fragment in ("#entity=nobody", "#fact=%E0%A4%A", "#__proto__=x", "#article=constructor"):
        assert visit(html, fragment=fragment).page.query_selector("#list")


def test_french_readers_get_french_and_may_switch(visit, html):
    page = visit(html, locale="fr-FR").page
    assert page.get_attribute("html", "lang") == "fr"
    assert page.inner_text("h1").startswith("3 articles sur 13 organisations")
    labels = page.evaluate("graphbuild.labels().flatMap((label) => label.lines.map((line) => line.text))")
    assert {"500 Md$", "13 Md$", "≥ 20 Md€", "dont 20 Md€"} <= {
        label.replace("\xa0", " ") for label in labels
    }
    page.click('#languages [lang="en"]')
    assert page.inner_text("h1").startswith("3 articles on")


def test_dark_follows_the_system_and_the_switch(visit, html):
    page = visit(html, color_scheme="dark").page
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(20, 22, 25)"
    page.click("#theme")  # as the system -> light
    assert page.evaluate(paper) == "rgb(255, 254, 251)"


def test_everything_can_be_reached_by_keyboard(visit, html):
    page = visit(html).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(40):
        if page.evaluate("document.activeElement.className") == "row":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert marked(page)
    outline = page.evaluate(
        "(() => { const a = document.querySelector('.crumb'); a.focus(); return getComputedStyle(a).outlineStyle; })()"
    )
    assert outline
    page.keyboard.press("Escape")
    page.wait_for_timeout(150)
    assert page.query_selector("#list")


def test_controls_have_names(visit, html):
    page = visit(html).page
    nameless = page.evaluate(
        """[...document.querySelectorAll("button, a, input, [role=img]")]
            .filter((el) => !(el.getAttribute("aria-label") || el.textContent.trim())).map((el) => el.outerHTML)"""
    )
    assert nameless == []


def test_on_a_phone_the_panel_is_a_sheet_and_nothing_overflows(visit, html, room):
    seen = visit(html, viewport={"width": 360, "height": 740}, has_touch=True)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360
    sheet = "document.getElementById('panel').getBoundingClientRect().height"
    low = seen.page.evaluate(sheet)
    seen.go(f"entity={key_of(room, 'OpenAI')}")
    seen.page.wait_for_timeout(400)
    assert seen.page.evaluate(sheet) > 2 * low
    _, y = seen.canvas("(network, id) => network.getPosition(id)", key_of(room, "OpenAI"))
    assert y < seen.page.evaluate("document.getElementById('panel').getBoundingClientRect().top")


def test_offsets_count_code_points_not_halves_of_them(visit, room):
    n = Newsroom()
    n.article("emoji", "🚀🚀 Before. 𝔸cme invests €5 million in Zoë. After 🎉.", title="Emoji")
    acme, zoe = n.entity("Organization", "𝔸cme"), n.entity("Project", "Zoë")
    n.stated("emoji", "Investment", "𝔸cme invests €5 million in Zoë.", {"payer": acme, "project": zoe},
             amount=n.amount("emoji", "€5 million", "5000000", "EUR"))  # fmt: skip
    seen = visit(draw(n.graph, n.texts))
    seen.page.click(".rows a")
    seen.page.wait_for_timeout(150)
    assert "".join(marked(seen.page)) == "𝔸cme invests €5 million in Zoë."
    assert seen.page.inner_text("mark strong") == "€5 million"


def test_the_article_is_there_word_for_word(visit, html):
    seen = visit(html)
    seen.go("article=fr-1")
    assert seen.page.eval_on_selector(".text", "(text) => text.textContent") == FRENCH


def test_links_out_are_web_links_only(visit, html):
    seen = visit(html)
    seen.go("article=fr-1")
    link = seen.page.query_selector('a[target="_blank"]')
    assert link.get_attribute("href") == "https://example.org/fr/investai"
    assert "noopener" in link.get_attribute("rel")
    assert json.loads(seen.page.inner_text("#options") or "{}") is not None
