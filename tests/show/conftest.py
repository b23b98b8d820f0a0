"""A real Chromium, opened from file:// with the network watched."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from newsroom import Newsroom, newsroom
from playwright.sync_api import Browser, Page, sync_playwright

from graphbuild.show.draw import draw

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Visit:
    """An open page, and everything it asked for, said or did that it should not have."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def go(self, address):
        """Follow a link of the page itself, by its address after #."""
        self.page.evaluate("(address) => { location.hash = address; }", address)
        self.page.wait_for_timeout(150)

    def canvas(self, script, value):
        """Where something of the picture is on the screen, by a function of the network and ``value``."""
        return self.page.evaluate(
            f"""(value) => {{
                const {{ network }} = graphbuild;
                const frame = document.getElementById("canvas").getBoundingClientRect();
                const {{ x, y }} = network.canvasToDOM(({script})(network, value));
                return [frame.left + x, frame.top + y];
            }}""",
            value,
        )


@pytest.fixture(scope="session")
def browser() -> Browser:
    if not CHROMIUM.exists():
        pytest.fail(
            f"The page is tested in a real browser, and {CHROMIUM} is missing: apt-get install chromium"
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, tmp_path):
    """``visit(html, **context)`` opens a page; at the end nothing may have gone out or wrong."""
    visits, contexts = [], []

    def opened(html, *, fragment="", before="", **options):
        path = tmp_path / f"graph{len(visits)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            **{"locale": "en-GB", "viewport": {"width": 1400, "height": 880}, **options}
        )
        context.add_init_script(before)
        visit = Visit(context.new_page())
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("console", lambda message: visit.said.append(message.text))
        visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
        visit.page.on("dialog", lambda dialog: (visit.dialogs.append(dialog.message), dialog.dismiss()))
        visit.page.goto(path.as_uri() + fragment)
        visit.page.wait_for_timeout(250)
        visits.append(visit)
        contexts.append(context)
        return visit

    yield opened
    for context in contexts:
        context.close()
    for visit in visits:
        assert [
            url.partition("#")[0].rsplit("/", 1)[-1] for url in visit.requests if url.startswith("file:")
        ] == [visit.requests[0].partition("#")[0].rsplit("/", 1)[-1]], visit.requests
        assert len(visit.requests) == 1, visit.requests
        assert visit.said == []
        assert visit.dialogs == []


@pytest.fixture(scope="session")
def room() -> Newsroom:
    return newsroom()


@pytest.fixture(scope="session")
def html(room) -> str:
    return draw(room.graph, room.texts)
