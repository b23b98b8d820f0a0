"""A graph too big for all its names at once: an overview first, the rest on demand."""

import re
import time

import pytest
from crowd import crowd
from measure import FRAMES

from graphbuild.show.articles import articles
from graphbuild.show.draw import page
from graphbuild.show.plan import plan
from graphbuild.show.view import view, weight

NODES, LINES = 1500, 4500
NAMES = "graphbuild.network.body.nodeIndices.length"
SAID = "graphbuild.labels().flatMap((label) => label.lines.map((line) => line.text))"


@pytest.fixture(scope="module")
def many():
    return crowd(NODES, LINES)


@pytest.fixture(scope="module")
def html(many):
    return page(many.things, many.facts, many.texts)


@pytest.fixture
def big(visit, html):
    def opened(**options):
        seen = visit(html, **options)
        seen.page.evaluate("graphbuild.complete()")
        seen.page.wait_for_timeout(400)
        return seen

    return opened


def test_the_overview_names_the_biggest_and_their_communities(big, many):
    seen = big()
    assert 40 <= seen.page.evaluate(NAMES) <= 90
    assert any(line.startswith("around ") for line in seen.page.evaluate(SAID))
    assert seen.page.inner_text("h1").startswith("1,125 articles on")
    assert f"{LINES:,} facts" in seen.page.inner_text("#standfirst")


def test_the_biggest_sum_is_in_the_overview_and_first_in_the_list(big, many):
    biggest = max((f for f in many.facts if f.amounts), key=lambda f: (f.amounts[0].size, f.id))
    seen = big()
    ends = set(biggest.entities)
    assert ends <= set(seen.page.evaluate("graphbuild.network.body.nodeIndices"))
    names = {thing.id: thing.label for thing in many.things}
    assert all(names[key] in seen.page.inner_text("#list li:first-child") for key in ends)


def test_communities_and_what_goes_between_them_are_lists_too(big):
    page = big().page
    page.click("#tab-things")
    page.locator("#list .group", has_text="Communities").locator("a").first.press("Enter")
    page.wait_for_function("document.querySelector('h2')?.textContent.startsWith('around ')")
    page.locator("#pane section", has_text="Between two communities").locator("a").first.press("Enter")
    page.wait_for_function("document.querySelector('h2')?.textContent.includes('↔')")
    assert re.search(r"#group=.+&to=", page.url)
    assert page.locator("#pane .row").count() > 0


def test_beyond_what_is_seen_the_arrows_move_on(big):
    page = big().page
    page.focus("#canvas")
    page.keyboard.press("PageDown")
    start = page.evaluate("graphbuild.network.getViewPosition().x")
    for _ in range(60):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("graphbuild.network.getViewPosition().x") > start


def test_no_two_labels_of_the_overview_collide(big):
    boxes = big().page.evaluate("graphbuild.labels().map(({x, y, w, h}) => [x, y, w, h])")
    assert len(boxes) > 30
    for i, (x, y, w, h) in enumerate(boxes):
        for ox, oy, ow, oh in boxes[:i]:
            assert abs(x - ox) * 2 >= w + ow or abs(y - oy) * 2 >= h + oh


WINDOWS = {"desk": (1400, 880), "small": (1024, 640), "upright": (390, 844), "aside": (844, 390)}
# How far the outermost disc is from each edge of the picture, in pixels: less than none is cut off.
SPARE = """() => {
    const { network } = graphbuild, scale = network.getScale(), box = document.getElementById("canvas");
    return graphbuild.discs().map(({ x, y, r }) => {
        const at = network.canvasToDOM({ x, y }), reach = r * scale;
        return Math.min(at.x - reach, at.y - reach, box.clientWidth - at.x - reach, box.clientHeight - at.y - reach);
    }).sort((a, b) => a - b)[0];
}"""
SLOW = "globalThis.DecompressionStream = class { constructor() { return new TransformStream({ transform: () => new Promise(() => {}) }); } };"


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_no_community_of_the_overview_is_cut_off(visit, html, window, locale):
    """Neither at the first look, when only the biggest names have arrived, nor later."""
    wide, high = WINDOWS[window]
    options = {"viewport": {"width": wide, "height": high}, "locale": locale}
    seen = visit(html, before=SLOW, **options)
    assert len(seen.page.evaluate("graphbuild.spots()")) < NODES / 2
    assert seen.page.evaluate(SPARE) >= 0
    seen = visit(html, **options)
    seen.page.evaluate("graphbuild.complete()")
    seen.page.wait_for_timeout(400)
    assert len(seen.page.evaluate("graphbuild.spots()")) > NODES * 0.9
    assert seen.page.evaluate(SPARE) >= 0


def test_no_shape_of_the_overview_lies_on_another(big):
    """Two names on one spot can neither be told apart nor clicked; the lesser stays a dot until the reader is closer."""
    shapes = big().page.evaluate(
        """() => graphbuild.network.body.nodeIndices.map((id) => graphbuild.network.body.nodes[id])
            .map(({ x, y, shape }) => [x, y, shape.width / 2.1])"""
    )
    assert len(shapes) >= 40
    for i, (x, y, r) in enumerate(shapes):
        for ox, oy, other in shapes[:i]:
            assert ((x - ox) ** 2 + (y - oy) ** 2) ** 0.5 >= 0.85 * (r + other)


def test_on_a_phone_on_its_side_the_picture_has_most_of_the_height(big):
    page = big(viewport={"width": 844, "height": 390}, locale="fr-FR", has_touch=True).page
    assert page.evaluate("document.getElementById('canvas').clientHeight") > 290
    assert page.evaluate("document.documentElement.scrollWidth") <= 844
    assert page.evaluate("graphbuild.labels().filter(({ node }) => node).length") >= 10
    page.click("#export summary")
    menu = page.locator("#export ul").bounding_box()
    assert menu["y"] >= 0
    assert menu["y"] + menu["height"] <= 390
    assert page.locator("#export li button").first.is_visible()


def test_coming_closer_brings_names_that_were_dots(big):
    seen = big()
    before = set(seen.page.evaluate("graphbuild.network.body.nodeIndices"))
    for _ in range(6):
        seen.page.click("#nearer")
    seen.page.wait_for_timeout(300)
    seen.page.wait_for_function(
        "(names) => !names.includes(graphbuild.network.body.nodeIndices.at(-1))", arg=[*before]
    )
    after = set(seen.page.evaluate("graphbuild.network.body.nodeIndices"))
    assert len(after - before) > 20
    seen.page.click("#fit")
    seen.page.wait_for_function(
        "(names) => graphbuild.network.body.nodeIndices.toSorted().join() === names",
        arg=",".join(sorted(before)),
    )


def test_a_click_on_a_community_opens_it(big):
    seen = big()
    place = seen.canvas(
        """() => {
            const label = graphbuild.labels().find((label) => label.group !== undefined);
            return { x: label.x / graphbuild.scale(), y: label.y / graphbuild.scale() };
        }""",
        None,
    )
    seen.page.mouse.click(*place)
    seen.page.wait_for_timeout(700)
    title = seen.page.inner_text("h2")
    assert re.match(r"around .+ · [\d,]+", title)
    assert "#group=" in seen.page.url
    assert seen.page.locator(".names li").count() > 3
    seen.page.go_back()
    seen.page.wait_for_timeout(300)
    assert seen.page.query_selector("#list")


def test_what_goes_between_communities_is_drawn_together_and_opens(big, many):
    seen = big()
    stream = seen.page.evaluate("graphbuild.labels().find((label) => label.stream)")
    said = stream["lines"][0]["text"]
    number = int(re.match(r"([\d,]+) facts?, up to [€$£]", said)[1].replace(",", ""))
    scale = seen.page.evaluate("graphbuild.scale()")
    seen.page.mouse.click(
        *seen.canvas(f"() => ({{ x: {stream['x']} / {scale}, y: {stream['y']} / {scale} }})", None)
    )
    seen.page.wait_for_timeout(700)
    assert re.search(r"#group=.+&to=", seen.page.url)
    # In one direction so many; the list has those of the other direction, too.
    assert seen.page.locator("#pane .rows .row").count() >= min(number, 150)
    assert seen.page.evaluate("graphbuild.labels().filter((label) => label.stream).length") == 0


def test_a_stream_has_every_fact_between_its_communities_once(many):
    where, known = plan(view(many.things, many.facts)), {fact.id: fact for fact in many.facts}
    assert where.streams
    for stream in where.streams[:5]:
        tails, heads = (set(where.groups[i].members) for i in (stream.tail, stream.head))
        between = {
            fact.id
            for tail, head, data in view(many.things, many.facts).edges(data=True)
            for fact in data["arrow"].facts
            if tail in tails and head in heads
        }
        assert stream.facts == len(between)
        assert stream.biggest in between
        money = max(weight(known[key].amounts) for key in between)
        assert weight(known[stream.biggest].amounts) == money


def test_a_name_that_is_a_dot_can_be_linked_to_and_stands_out(big, many):
    seen = big()
    shown = set(seen.page.evaluate("graphbuild.network.body.nodeIndices"))
    fact = next(f for f in many.facts if not set(f.entities) & shown)
    other = big(fragment=f"#entity={fact.entities[0]}")
    assert {*fact.entities} <= set(other.page.evaluate("graphbuild.network.body.nodeIndices"))
    label = next(t.label for t in many.things if t.id == fact.entities[0])
    assert other.page.inner_text("h2") == label
    assert label in other.page.evaluate(SAID)


def test_search_finds_what_is_not_drawn(big, many):
    seen = big()
    shown = set(seen.page.evaluate("graphbuild.network.body.nodeIndices"))
    thing = next(t for t in many.things if t.id not in shown and any(t.id in f.entities for f in many.facts))
    seen.page.fill("#search", thing.label.upper())
    seen.page.wait_for_timeout(500)
    assert thing.label in seen.page.inner_text("#list")
    assert thing.id in seen.page.evaluate("graphbuild.network.body.nodeIndices")


def test_an_article_is_there_after_the_first_look(big, many):
    seen = big()
    key = max(many.texts)
    seen.go(f"article={key}")
    assert seen.page.eval_on_selector(".text", "(text) => text.textContent") == many.texts[key].text


def test_texts_beyond_what_a_page_can_hold_are_left_out_and_their_sentences_kept(
    visit, many, html, monkeypatch
):
    monkeypatch.setitem(articles.__globals__, "MOST", 20_000)
    short = page(many.things, many.facts, many.texts)
    assert len(short) < len(html)
    seen = visit(short)
    seen.page.evaluate("graphbuild.complete()")
    assert re.search(r"The texts of 1,\d\d\d articles found no room", seen.page.inner_text(".colophon"))
    fact = next(f for f in many.facts if f.claims[0].document == max(many.texts))
    seen.go(f"fact={fact.id}")
    start, end = fact.claims[0].evidence[0]
    assert seen.page.inner_text("mark") == many.texts[fact.claims[0].document].text[start:end]
    assert "found no room in the page" in seen.page.inner_text("#pane")


def test_the_same_crowd_gives_the_same_plan(many):
    picture = view(many.things, many.facts)
    assert plan(picture) == plan(view(tuple(reversed(many.things)), tuple(reversed(many.facts))))


def test_discs_keep_apart_and_hold_their_members(many):
    groups = plan(view(many.things, many.facts)).groups
    assert len(groups) > 5
    for i, one in enumerate(groups):
        for other in groups[:i]:
            assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 >= (one.r + other.r) * 0.97


def test_it_is_fast_enough_even_here(visit, html):
    """A small smoke of ``make speed``: far below what is measured there, for busy machines."""
    start = time.perf_counter()
    seen = visit(html)
    seen.page.wait_for_function("() => (graphbuild.labels() ?? []).length > 20")
    assert time.perf_counter() - start < 10
    pan, zoom = seen.page.evaluate(FRAMES, ["page", 1])
    assert pan > 5
    assert zoom > 5
