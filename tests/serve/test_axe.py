"""What a screen reader and a keyboard meet, checked by axe-core (W3C's WCAG 2.2, A and AA, and its good practice).

axe-core (MPL-2.0) is fetched from npm when the tests run, with a fixed hash, and kept nowhere.
"""

import base64
import hashlib
import shutil
import subprocess
import tarfile

import pytest
from conftest import serving
from playwright.sync_api import sync_playwright
from test_pages_in_browser import CHROMIUM

AXE = "axe-core@4.14.1"
HASH = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """(rules) => axe.run({ runOnly: rules }).then(({ violations }) => violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`))"""
PAGES = ["/", "/search?q=France", "/search?q=zzzz", "/explore", "/query", "/questions", "/questions/who-funds-what",
         "/questions/evidence", "/ontology", "/id/none"]  # fmt: skip


@pytest.fixture(scope="module")
def axe(tmp_path_factory) -> str:
    if not shutil.which("npm"):
        pytest.skip(
            "axe-core comes from npm, which is not installed: apt-get install npm, then run this again"
        )
    folder = tmp_path_factory.mktemp("axe")
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), AXE]
    if subprocess.run(command, capture_output=True, timeout=120, cwd=folder, check=False).returncode:
        pytest.skip(f"npm could not fetch {AXE}: is there a network? `npm pack {AXE}` says more")
    [archive] = folder.glob("*.tgz")
    assert base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() == HASH
    with tarfile.open(archive) as packed:
        return packed.extractfile("package/axe.min.js").read().decode()


@pytest.fixture(scope="module", params=["light", "dark"])
def page(axe, served, request):
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        # axe is not ours, and our pages run no script but ours: for this test they do.
        context = browser.new_context(base_url=served.address, color_scheme=request.param, bypass_csp=True)
        yield context.new_page()
        browser.close()


def wrong(page, axe) -> list[str]:
    page.evaluate(axe)
    return page.evaluate(RUN, RULES)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wrong_with_a_page_of_the_server(page, axe, path):
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert wrong(page, axe) == []


@pytest.mark.parametrize("sort", ["Organization", "Claim", "Fact", "Document"])
def test_nothing_is_wrong_with_the_page_of_a_node(page, axe, client, sort):
    question = f"SELECT ?x {{ ?x a gb:{sort} }} ORDER BY ?x LIMIT 1"
    answer = client.get("/sparql", params={"query": question}, headers={"accept": "application/json"}).json()
    [row] = answer["results"]["bindings"]
    page.goto("/id/" + row["x"]["value"].partition("/id/")[2])
    assert wrong(page, axe) == []


def test_nothing_is_wrong_with_the_pages_that_change_something(page, axe, built, tmp_path):
    """The secret, asked for and refused; a form; the work in progress; an article with a claim to correct."""
    shutil.copytree(built, tmp_path / "output")
    (tmp_path / "secret").write_text("a long secret of this test")
    options = ("--edit", "--token-file", str(tmp_path / "secret"))
    with serving(tmp_path / "output", *options, log=tmp_path / "log") as server:
        page.goto(f"{server.address}edit/login")
        assert wrong(page, axe) == []
        page.fill('input[name="token"]', "another")
        page.click("main button.go")
        assert page.locator('[role="alert"]').count() == 1
        assert wrong(page, axe) == []
        page.fill('input[name="token"]', "a long secret of this test")
        page.click("main button.go")
        page.wait_for_selector("#adding")
        assert wrong(page, axe) == []
        page.set_input_files(
            'input[type="file"]', [{"name": "a.txt", "mimeType": "text/plain", "buffer": b""}]
        )
        page.click("#adding button.go")
        page.wait_for_selector("#outcome a")
        assert wrong(page, axe) == []
        article = page.context.request.get(
            f"{server.address}sparql",
            params={"query": "SELECT ?d { ?d a gb:Document ; dcterms:identifier 'investai.fr.txt' }"},
            headers={"accept": "application/json"},
        ).json()["results"]["bindings"][0]["d"]["value"]
        page.goto(f"{server.address}edit/article/{article.partition('/id/')[2]}")
        page.click(".claim summary")
        assert wrong(page, axe) == []


def test_nothing_is_wrong_with_the_page_that_is_one_file(page, axe, built):
    page.goto((built / "graph.html").as_uri())
    page.wait_for_function("() => globalThis.graphbuild?.network")
    assert wrong(page, axe) == []
    page.click("#open-filters")
    page.click("#list a")
    page.wait_for_selector("h2")
    assert wrong(page, axe) == []


def test_what_is_wrong_is_found(page, axe):
    """The test can fail: a field without a name, a picture without words, grey on grey."""
    page.goto("/questions")
    page.evaluate(
        "document.querySelector('main').innerHTML = '<input><img src=\"data:,\"><p style=\"color:#888;background:#999\">grey on grey</p>'"
    )
    assert {line.partition(":")[0] for line in wrong(page, axe)} >= {"label", "image-alt", "color-contrast"}
