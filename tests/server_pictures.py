"""The pictures of the server in README.md: a part of ``make screenshots`` and of ``make example``."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pictures import CHROMIUM, FLAGS, smaller
from playwright.sync_api import Page, sync_playwright

MOST = 260_000  # bytes of all of them
SUBJECT = "Union européenne"
ARTICLE = "intelligence artificielle"


def _explorer(tab: Page) -> None:
    """Around somebody, with a neighbour chosen."""
    _entity(tab)
    tab.click("text=Show in the picture")
    tab.wait_for_function("() => globalThis.graphbuild?.labels()?.length > 0")


def _entity(tab: Page) -> None:
    """What is said of somebody, and in which sentences."""
    tab.goto(f"/search?q={SUBJECT}")
    tab.locator(".found a").first.click()


def _query(tab: Page) -> None:
    """A named question in SPARQL, with its answer."""
    tab.goto("/query")
    tab.select_option("#examples", label="Who leads what")
    tab.wait_for_selector("#table td")


def _article(tab: Page) -> None:
    """An article beside what was understood, to accept, reject or fix; a line is pointed at."""
    tab.goto(f"/search?q={ARTICLE}")
    tab.locator(".rows:not(.found) a").first.click()
    tab.goto(tab.url.replace("/id/", "/edit/article/"))
    tab.locator(".claim").nth(2).hover()


VIEWS = (
    ("serve-explorer.png", {"viewport": {"width": 1180, "height": 740}}, _explorer),
    ("serve-entity.png", {"viewport": {"width": 1180, "height": 740}}, _entity),
    ("serve-query.png", {"viewport": {"width": 1180, "height": 740}, "color_scheme": "dark"}, _query),
    ("serve-article.png", {"viewport": {"width": 1180, "height": 740}}, _article),
)


@contextmanager
def serving(output: Path) -> Iterator[str]:
    """``graphbuild serve --edit`` on a free port; gives its address."""
    program = [sys.executable, "-m", "graphbuild", "serve", "-o", str(output), "--port", "0", "--edit"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        if " http" not in line:
            raise ValueError(f"The server of {output} did not start: {line!r}")
        try:
            yield line.split()[-1]
        finally:
            server.terminate()


def photograph_server(output: Path, folder: Path) -> None:
    """Take all pictures of the server over a build. Raises ``ValueError`` where they are too big."""
    with serving(output.absolute()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for name, options, act in VIEWS:
            context = browser.new_context(
                base_url=address, locale="en-GB", reduced_motion="reduce", **options
            )
            tab = context.new_page()
            act(tab)
            tab.wait_for_timeout(1000)
            (folder / name).write_bytes(smaller(tab.screenshot()))
        browser.close()
    size = sum((folder / name).stat().st_size for name, _, _ in VIEWS)
    if size > MOST:
        raise ValueError(f"The pictures have {size} bytes together, more than {MOST}")
