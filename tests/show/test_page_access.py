"""For everybody: roles and names, keyboard, contrast, colour-blind readers, less motion, small screens."""

import itertools

import pytest
from test_page_in_browser import key_of

# Linear RGB as people see it who lack one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1.
BLIND = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TYPES = ("organization", "person", "place", "project", "event", "product")
SEEN = ("certain", "planned", "rumoured", "denied", "alarm")


def linear(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def luminance(colour):
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour, matrix):
    """CIE Lab of a colour as seen through a matrix."""
    r, g, b = (
        max(0.0, min(1.0, sum(m * c for m, c in zip(row, linear(colour), strict=True)))) for row in matrix
    )
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.fixture(params=["light", "dark"])
def colours(visit, html, request):
    page = visit(html, color_scheme=request.param).page
    names = [
        *TYPES,
        *SEEN,
        "paper",
        "panel",
        "ink",
        "soft",
        "mark",
        "mark-ink",
        "alarm",
        "focus",
        "cancelled",
    ]
    read = "(names) => Object.fromEntries(names.map((n) => [n, getComputedStyle(document.documentElement).getPropertyValue('--' + n).trim()]))"
    return page.evaluate(read, names)


@pytest.mark.parametrize("kind", BLIND)
def test_colour_blind_readers_tell_types_apart(colours, kind):
    for one, other in itertools.combinations(TYPES, 2):
        far = (
            sum(
                (a - b) ** 2
                for a, b in zip(lab(colours[one], BLIND[kind]), lab(colours[other], BLIND[kind]), strict=True)
            )
            ** 0.5
        )
        assert far > 9, (one, other, far)


def test_no_two_types_have_the_same_shape_and_no_two_stances_the_same_line(visit, html):
    page = visit(html).page
    shapes = page.eval_on_selector_all("#types .glyph", "(all) => all.map((glyph) => glyph.innerHTML)")
    assert len(shapes) == len(set(shapes)) == 7
    told = page.eval_on_selector_all(
        "#stances .chip",
        "(all) => all.map((chip) => chip.querySelector('svg, b').outerHTML.replace(/class=\"[^\"]*\"/g, ''))",
    )
    assert (
        len(set(told)) == len(told) - 1
    )  # cancelled and denied are both crossed out, and say which in words


def test_words_stand_out_from_their_paper(colours):
    for ink, paper in [("ink", "paper"), ("soft", "paper"), ("soft", "panel"), ("alarm", "paper"), ("alarm", "panel"), ("mark-ink", "mark"),
                       ("planned", "panel"), ("rumoured", "panel"), ("denied", "panel"), ("cancelled", "paper")]:  # fmt: skip
        assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)
    for shape in TYPES:
        assert contrast(colours[shape], colours["paper"]) >= 2.4, shape


def test_everything_has_a_role_and_a_name(visit, html):
    page = visit(html).page
    page.click("#open-filters")
    for role, name in [
        ("searchbox", "Search names and facts"), ("button", "Filters"), ("button", "Zoom in"), ("button", "Let it move"),
        ("group", "Kind"), ("group", "Amount"), ("group", "Published"), ("textbox", "At least"), ("combobox", "Currency"),
        ("slider", "From"), ("slider", "Until"), ("button", "Let time pass"), ("checkbox", "Only where sources disagree"),
        ("tab", "Facts 26"), ("tabpanel", "Facts 26"), ("link", "Skip to the list of facts and names"),
    ]:  # fmt: skip
        assert page.get_by_role(role, name=name, exact=False).count() >= 1, (role, name)
    [picture] = page.get_by_role("application").all()
    assert picture.get_attribute("aria-label").startswith("Picture of the facts")
    assert "Arrow keys go from name to name" in page.text_content(
        f"#{picture.get_attribute('aria-describedby')}"
    )


def test_what_scrolls_can_be_reached_and_has_a_name(visit, html, room):
    page = visit(html, fragment=f"#entity={key_of(room, 'Nvidia')}").page
    assert page.get_by_role("region", name="Text of the article").count() == 2
    assert page.eval_on_selector(".text", "(text) => text.tabIndex") == 0


def test_filters_by_keyboard_alone(visit, html):
    page = visit(html).page
    page.focus("#open-filters")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space" if page.evaluate("document.activeElement.className") == "pick" else "Tab")
    assert page.inner_text("#left").endswith("of 26 facts")
    page.focus("#last")
    page.keyboard.press("Home")
    assert page.inner_text("#span-text") == "22 January 2025"
    page.keyboard.press("Escape")
    assert page.is_hidden("#filters")
    assert page.evaluate("document.activeElement.id") == "open-filters"


def test_a_filter_keeps_the_focus_where_it_was(visit, html):
    page = visit(html).page
    page.focus('#stances [data-name="rumoured"]')
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.dataset.name") == "rumoured"
    assert page.get_attribute('#stances [data-name="rumoured"]', "aria-pressed") == "false"


def test_who_wants_less_motion_gets_none(visit, html):
    page = visit(html, reduced_motion="reduce").page
    scale = page.evaluate("graphbuild.scale()")
    page.click("#nearer")
    page.click("#fit")
    assert abs(page.evaluate("graphbuild.scale()") - scale) < 0.01  # at once


def test_on_a_phone_filters_and_saving_are_at_hand(visit, html):
    page = visit(html, viewport={"width": 360, "height": 740}, has_touch=True).page
    for control in ("#open-filters", "#export"):
        box = page.locator(control).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    page.tap("#open-filters")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("#kinds button").first.is_visible()


@pytest.mark.parametrize("size", [(360, 740), (1920, 1080)])
def test_the_window_is_filled(visit, html, size):
    page = visit(html, viewport={"width": size[0], "height": size[1]}).page
    assert page.evaluate("document.querySelector('main').getBoundingClientRect().bottom") == size[1]
    assert page.evaluate("document.querySelector('main').getBoundingClientRect().height") > size[1] * 0.6
