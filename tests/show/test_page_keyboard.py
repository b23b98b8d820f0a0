"""The whole page without a mouse: every control in turn, seen where it is, and the picture from name to name."""

import pytest
from newsroom import Newsroom

from graphbuild.show.draw import draw

# What has the focus: which control, and whether it can be seen that it has it.
FOCUSED = """() => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
    return {
        what: at.id || at.className || at.tagName,
        name: (at.getAttribute("aria-label") || at.textContent || at.labels?.[0]?.textContent || "").trim(),
        seen: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0,
        marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
SAID = "document.getElementById('status').textContent"


def said(page):
    page.wait_for_timeout(80)
    return page.evaluate(SAID)


def stands(page):
    """The name that the keyboard is at, as it is said aloud."""
    return said(page).split(", ")[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tab_reaches_every_control_in_the_order_of_the_page_and_shows_where_it_is(visit, html, scheme):
    page = visit(html, color_scheme=scheme).page
    passed = []
    for _ in range(60):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["what"] == "row":  # the list of facts: all of it follows
            break
        assert now["name"], now
        assert now["seen"], now
        assert now["marked"], now
        passed.append(now["what"])
    order = [
        "skip",
        "theme",
        "search",
        "open-filters",
        "canvas",
        "nearer",
        "farther",
        "fit",
        "physics",
        "tab-facts",
    ]
    assert [what for what in passed if what in order] == order
    assert passed.count("chip") == page.locator(".chip").count()
    everything = page.evaluate(
        """() => [...document.querySelectorAll("button, a[href], input, select, summary, [tabindex='0']")].filter((one) =>
            one.checkVisibility() && one.tabIndex >= 0 && !document.getElementById("list").contains(one)).length"""
    )
    assert len(passed) == everything


def test_the_skip_link_leads_to_the_list(visit, html):
    page = visit(html).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('pane').contains(document.activeElement)")


def test_arrows_go_from_name_to_name_and_each_is_said(visit, html):
    page = visit(html).page
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = said(page)
    assert first.count(", ") >= 2
    assert first.endswith(("fact", "facts"))
    page.keyboard.press("ArrowRight")
    assert said(page) != first
    names = page.evaluate(
        "graphbuild.labels().map((label) => label.lines.map((line) => line.text).join(' '))"
    )
    assert any(stands(page) in name for name in names)  # whoever is stood on is named in the picture


def test_every_name_can_be_come_to(visit, html):
    page = visit(html).page
    page.focus("#canvas")
    count = page.evaluate("graphbuild.network.body.nodeIndices.length")
    met = []
    for _ in range(count):
        page.keyboard.press("PageDown")
        met.append(said(page))
    assert len(set(met)) == count
    page.keyboard.press("Home")
    assert said(page) == met[0]


def test_enter_reads_and_escape_comes_back_to_the_same_place(visit, html):
    page = visit(html).page
    page.focus("#canvas")
    page.keyboard.press("PageDown")
    name = stands(page)
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.inner_text("h2") == name
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('pane').contains(document.activeElement)")
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert page.evaluate("document.activeElement.id") == "canvas"
    assert "entity=" not in page.url
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.inner_text("h2") == name


def test_the_keys_are_told_while_the_picture_has_the_focus(visit, html):
    page = visit(html, locale="fr-FR").page
    hint = "getComputedStyle(document.querySelector('.hint')).visibility"
    assert page.evaluate(hint) == "hidden"
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.id") != "canvas":
        page.keyboard.press("Tab")
    assert page.evaluate(hint) == "visible"
    assert "Échap revient" in page.inner_text(".hint")


def test_shift_and_an_arrow_move_the_picture(visit, html):
    page = visit(html).page
    page.focus("#canvas")
    before = page.evaluate("graphbuild.network.getViewPosition().x")
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("graphbuild.network.getViewPosition().x") > before


def test_nothing_is_walked_where_nothing_is_drawn(visit):
    n = Newsroom()
    page = visit(draw(n.graph, n.texts)).page
    page.focus("#canvas")
    for key in ("ArrowRight", "PageDown", "Home", "Enter", "Escape"):
        page.keyboard.press(key)
    assert said(page) == ""
