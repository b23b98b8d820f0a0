"""Filters by kind, amount, date, article and disagreement: combined, counted, linked to, reset."""

import pytest

SHOWN = "graphbuild.network.body.data.edges.getIds().length"
TITLES = "[...document.querySelectorAll('#list .title')].map((title) => title.textContent)"


@pytest.fixture
def drawer(visit, html):
    def opened(**options):
        page = visit(html, **options).page
        page.click("#open-filters")
        return page

    return opened


def left(page):
    return page.inner_text("#left")


def test_a_kind_is_chosen_with_its_count(drawer):
    page = drawer()
    assert page.inner_text('#kinds [data-name="acquisition"] .n') == "2"
    page.click('#kinds [data-name="acquisition"]')
    assert left(page) == "2 of 26 facts"
    assert page.evaluate(SHOWN) == 2
    assert sorted(page.evaluate(TITLES)) == ["Microsoft → Mistral AI", "Nvidia → Arm"]
    page.click('#kinds [data-name="fine"]')
    assert left(page) == "3 of 26 facts"
    assert "kinds=acquisition%2Cfine" in page.url


@pytest.mark.parametrize(
    ("low", "high", "unit", "count"),
    [
        ("100bn", "", "", 4),
        ("", "60m", "", 1),
        ("10bn", "50bn", "USD", 3),
        ("", "", "GW", 1),
        ("20 000 000 000", "20bn", "EUR", 2),
    ],
)
def test_amounts_between_two_sums_in_a_currency(drawer, low, high, unit, count):
    page = drawer()
    page.fill("#min", low)
    page.fill("#max", high)
    page.select_option("#unit", unit)
    page.keyboard.press("Tab")
    assert left(page) == f"{count} of 26 facts"


def test_an_amount_that_is_none_is_marked_and_hides_nothing(drawer):
    page = drawer()
    page.fill("#min", "lots")
    page.keyboard.press("Tab")
    assert page.get_attribute("#min", "aria-invalid") == "true"
    assert left(page) == ""


def test_dates_are_chosen_on_a_histogram_and_time_passes(drawer):
    page = drawer()
    assert page.locator(".bars rect").count() == 22  # days from 22 January to 12 February
    page.evaluate(
        "() => { const last = document.getElementById('last'); last.value = 0; last.dispatchEvent(new Event('input')); }"
    )
    assert page.inner_text("#span-text") == "22 January 2025"
    assert left(page) == "9 of 26 facts"
    assert "until=2025-01-22" in page.url
    page.click("#play")
    assert page.get_attribute("#play", "aria-label") == "Pause"
    page.wait_for_function(
        "() => document.getElementById('play').getAttribute('aria-label') === 'Let time pass'", timeout=30000
    )
    assert left(page) == ""
    assert page.inner_text("#span-text") == "22 January 2025 to 12 February 2025"


def test_one_article_and_only_disagreements(drawer):
    page = drawer()
    page.select_option("#from-article", "en-2")
    assert left(page) == "5 of 26 facts"
    page.check("#only-disputed")
    assert left(page) == "1 of 26 facts"
    assert page.evaluate(TITLES) == ["Union européenne → InvestAI"]


def test_filters_combine_and_go_away_together(drawer):
    page = drawer()
    page.click('#kinds [data-name="investment"]')
    page.fill("#min", "20bn")
    page.keyboard.press("Tab")
    page.click('#stances [data-name="rumoured"]')
    assert left(page) == "6 of 26 facts"
    assert page.inner_text("#open-filters .n") == "3"
    page.click("#reset")
    assert left(page) == ""
    assert page.evaluate(SHOWN) == 26
    assert "#" not in page.url


def test_a_link_carries_the_filters(visit, html):
    page = visit(html, fragment="#kinds=investment&min=20000000000&hide=rumoured").page
    assert left(page) == "6 of 26 facts"
    page.click("#open-filters")
    assert page.input_value("#min") == "20bn"
    assert page.get_attribute('#kinds [data-name="investment"]', "aria-pressed") == "true"
    page.click("#list a")
    page.wait_for_timeout(200)
    assert page.url.count("kinds=investment") == 1
    page.go_back()
    page.wait_for_timeout(200)
    assert left(page) == "6 of 26 facts"
    assert page.query_selector("#list")


def test_broken_filters_in_a_link_are_ignored(visit, html):
    page = visit(html, fragment="#kinds=miracle&min=much&from=yesterday&hide=__proto__&only=all").page
    assert left(page) == ""
    assert page.evaluate(SHOWN) == 26


def test_filters_that_nothing_passes_say_so(drawer):
    page = drawer()
    page.click('#kinds [data-name="fine"]')
    page.fill("#min", "900bn")
    page.keyboard.press("Tab")
    assert left(page) == "0 of 26 facts"
    assert page.is_visible("#nothing")
    assert page.inner_text("#nothing") == "No fact passes these filters"


def test_in_french_figures_are_read_as_they_are_written_there(drawer):
    page = drawer(locale="fr-FR")
    page.fill("#min", "1,5 Md")
    page.fill("#max", "15 Md")
    page.keyboard.press("Tab")
    assert left(page) == "3 sur 26 faits"
