"""Going around: neighbourhoods, paths, histories, and the way back."""

from newsroom import Newsroom, newsroom
from test_page_in_browser import fact_of, key_of

from graphbuild.show.draw import draw
from graphbuild.show.reading import read_facts

NODES = "graphbuild.network.body.nodeIndices"


def names(page):
    return sorted(
        page.evaluate(f"{NODES}.map((id) => graphbuild.labels().find((l) => l.node === id)?.lines[0].text)")
    )


def test_only_what_is_one_or_two_steps_around(visit, html, room):
    seen = visit(html, fragment=f"#entity={key_of(room, 'Oracle')}")
    assert seen.page.evaluate(f"{NODES}.length") == 27
    seen.page.click("text=One step around")
    seen.page.wait_for_timeout(500)
    assert names(seen.page) == ["Oracle", "Stargate"]
    seen.page.click("text=Two steps")
    seen.page.wait_for_timeout(500)
    assert {"Oracle", "Stargate", "Abilene", "SoftBank", "Nvidia", "United States"} == set(names(seen.page))
    seen.page.go_back()
    seen.page.wait_for_timeout(400)
    assert names(seen.page) == ["Oracle", "Stargate"]


def test_the_path_between_two_names_with_the_facts_that_make_it(visit, html, room):
    seen = visit(html, fragment=f"#entity={key_of(room, 'Oracle')}")
    seen.page.fill("#path-to", "arm")
    seen.page.click("#path-found >> text=Arm")
    seen.page.wait_for_timeout(300)
    assert seen.page.inner_text("h2") == "Oracle … Arm"
    assert "3 steps" in seen.page.inner_text("#pane")
    steps = seen.page.eval_on_selector_all(".step .title", "(all) => all.map((title) => title.textContent)")
    assert steps == ["Oracle → Stargate", "Nvidia → Stargate", "Nvidia → Arm"]
    assert f"to={key_of(room, 'Arm').replace(':', '%3A').replace('/', '%2F')}" in seen.page.url
    seen.page.go_back()
    seen.page.wait_for_timeout(300)
    assert seen.page.inner_text("h2") == "Oracle"


def test_no_path_is_said(visit, html, room):
    seen = visit(html)
    seen.go(f"path={key_of(room, 'Oracle')}&to={key_of(room, 'InvestAI')}")
    assert "Nothing that is shown links these two" in seen.page.inner_text("#pane")


def test_a_path_goes_only_over_what_the_filters_show(visit, html, room):
    seen = visit(html)
    seen.go(f"path={key_of(room, 'Oracle')}&to={key_of(room, 'Arm')}&hide=cancelled")
    assert "Nothing that is shown links these two" in seen.page.inner_text("#pane")


def test_a_claim_can_be_linked_to(visit, html, room):
    fact = fact_of(room, kind="fine", payer="Microsoft")
    seen = visit(html, fragment=f"#claim={fact.claims[0].id}")
    assert seen.page.inner_text("h2") == "Microsoft → CNIL"
    assert "€60 million" in seen.page.inner_text(".claims .here")


def staged():
    """One deal in three articles: planned, announced, called off."""
    n = Newsroom()
    acme, plant = n.entity("Organization", "Acme"), n.entity("Project", "Lyon plant")
    roles = {"payer": acme, "project": plant}
    said = [("c", "Acme drops its €5 million plant in Lyon.", "Cancelled", "2025-03-01"),
            ("a", "Acme is planning a €5 million plant in Lyon.", "Planned", "2024-05-01"),
            ("b", "Acme will build a plant in Lyon for €5 million.", "Announced", "2024-11")]  # fmt: skip
    claims = []
    for key, text, status, day in said:
        n.article(key, text, title=f"Article {key}", published=day)
        amount = n.amount(key, "€5 million", "5000000", "EUR")
        claims.append(n.claim(key, "Investment", text, roles, amount=amount, status=status))
    n.fact("Investment", roles, *claims, amount=amount, status="Cancelled")
    return n


def test_the_history_of_a_fact_is_told_in_order(visit):
    n = staged()
    [fact] = read_facts(n.graph)
    page = visit(draw(n.graph, n.texts), fragment=f"#fact={fact.id}").page
    told = page.eval_on_selector_all(
        ".history li", "(all) => all.map((item) => item.innerText.replace(/\\s+/g, ' '))"
    )
    assert [line.split(" · ")[0] for line in told] == [
        "1 May 2024 planned",
        "November 2024 announced",
        "1 March 2025 cancelled",
    ]
    assert "Article a" in told[0]


def test_one_statement_has_no_history(visit, html, room):
    fact = fact_of(room, kind="fine", payer="Microsoft")
    page = visit(html, fragment=f"#fact={fact.id}").page
    assert not page.query_selector(".history")


def test_physics_is_off_and_can_be_had(visit):
    n = newsroom()
    page = visit(draw(n.graph, n.texts)).page
    places = "JSON.stringify(graphbuild.network.getPositions())"
    before = page.evaluate(places)
    page.wait_for_timeout(300)
    assert page.evaluate(places) == before
    page.click("#physics")
    page.wait_for_function(f"(before) => {places} !== before", arg=before)
    page.click("#physics")
    page.wait_for_timeout(100)
    after = page.evaluate(places)
    page.wait_for_timeout(300)
    assert page.evaluate(places) == after
