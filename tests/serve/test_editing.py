"""Adding and correcting through the server, as a person does it: with a browser, with files, with curl."""

import json
import re
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from conftest import Served, serving
from playwright.sync_api import sync_playwright

import graphbuild
from graphbuild.data import table

CHROMIUM = Path("/usr/bin/chromium")
TEXT = "Nvidia a investi 50 millions d’euros dans Mistral AI.\n"
JSON = {"accept": "application/json"}
SECRET = "a secret that nobody guesses"  # noqa: S105 - of these tests


@pytest.fixture(scope="module")
def editable(built, tmp_path_factory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("editable")
    shutil.copytree(built, folder / "output")
    with serving(folder / "output", "--edit", log=folder / "log") as server:
        yield server


@pytest.fixture
def editor(editable) -> Iterator[httpx.Client]:
    """A browser that has opened the page, without the browser."""
    with editable.client(headers=JSON) as client:
        page = client.get("/edit/")
        assert page.status_code == 200
        client.headers["x-csrf-token"] = re.search(r'name="csrf" value="(\w+)"', page.text)[1]
        yield client


def ended(client: httpx.Client, job: str) -> list[dict]:
    """Everything that a job tells until its end."""
    with client.stream("GET", f"/edit/jobs/{job}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        return [json.loads(line[6:]) for line in stream.iter_lines() if line.startswith("data: ")]


def names(client: httpx.Client) -> list[str]:
    question = "SELECT ?n { ?x a gb:Document ; dcterms:identifier ?n } ORDER BY ?n"
    answer = client.get("/sparql", params={"query": question}, headers=JSON).json()
    return [row["n"]["value"] for row in answer["results"]["bindings"]]


def test_without_edit_nothing_of_it_is_there(client):
    for path in ("/edit/", "/edit/login", "/edit/jobs/x"):
        assert client.get(path).status_code == 404
    for path in ("/edit/add", "/edit/correct", "/edit/apply"):
        assert client.post(path, data={"text": TEXT}).status_code in {404, 405}


def test_a_pasted_article_is_read_and_shown_with_what_was_understood(editor):
    before = names(editor)
    (job,) = editor.post("/edit/add", data={"text": TEXT, "title": "Nvidia", "language": "fr"}).json()["jobs"]
    told = ended(editor, job)
    assert "extracted" in [event.get("stage") for event in told]
    assert "error" not in told[-1], told[-1]
    (page,) = told[-1]["pages"]
    shown = editor.get(page, headers={"accept": "text/html"}).text
    assert "<mark>Nvidia a investi 50 millions d’euros dans Mistral AI.</mark>" in shown
    assert 'value="50000000"' in shown
    assert len(names(editor)) == len(before) + 1


def test_files_are_read_and_what_cannot_be_read_is_told(editor):
    files = [
        ("file", ("../../../etc/Été 2025.txt", "La France a versé 3 milliards d’euros à Verkor.\n".encode())),
        ("file", ("empty.html", b"<html></html>")),
    ]
    good, bad = editor.post("/edit/add", files=files).json()["jobs"]
    assert ended(editor, good)[-1]["pages"]
    assert [name for name in names(editor) if name.startswith("ete-2025-") and name.endswith(".txt")]
    last = ended(editor, bad)[-1]
    assert "empty" in last["error"]
    assert str(Path.home()) not in last["error"]
    assert tempfile.gettempdir() not in last["error"]


def first_claim(client: httpx.Client) -> tuple[str, str]:
    """The page for correcting an article, and the first claim on it."""
    question = "SELECT ?d { ?d a gb:Document ; dcterms:identifier 'investai.fr.txt' }"
    answer = client.get("/sparql", params={"query": question}).json()
    page = "/edit/article/" + answer["results"]["bindings"][0]["d"]["value"].partition("/id/")[2]
    shown = client.get(page, headers={"accept": "text/html"}).text
    return page, re.search(r'data-claim="([^"]+)"', shown)[1]


def built_again(client: httpx.Client) -> None:
    applied = client.post("/edit/apply", follow_redirects=False)
    told = ended(client, applied.headers["location"].rpartition("/")[2])
    assert "error" not in told[-1]
    for language in ("en", "fr"):
        assert {event["stage"] for event in told[:-1]} <= set(table(f"serve/words.{language}.toml")["stages"])


def test_a_claim_is_rejected_and_taken_back(editor, editable):
    page, claim = first_claim(editor)
    given = {"claim": claim, "action": "reject", "by": "Ada", "because": "it was a rumour", "back": page[6:]}
    (done,) = editor.post("/edit/correct", data=given).json()["corrections"]
    assert done["new"]
    kept = next(Path(editable.process.args[editable.process.args.index("-o") + 1]).glob("corrections.ttl"))
    assert "it was a rumour" in kept.read_text("utf-8")
    built_again(editor)
    question = f"ASK {{ ?fact gb:statedBy <{claim}> ; a gb:Fact }}"
    assert editor.get("/sparql", params={"query": question}).json()["boolean"] is False
    undone = {"action": "undo", "correction": done["id"], "by": "Ada", "because": "it was none"}
    assert editor.post("/edit/correct", data=undone).status_code == 200
    built_again(editor)
    assert editor.get("/sparql", params={"query": question}).json()["boolean"] is True


def test_a_claim_is_accepted_and_shown_so(editor):
    page, claim = first_claim(editor)
    given = {"claim": claim, "action": "accept", "by": "Ada <b>L.</b>", "because": "=read", "back": page[6:]}
    (done,) = editor.post("/edit/correct", data=given).json()["corrections"]
    assert done["new"]
    people = {"accept": "text/html"}
    waiting = editor.get(page, headers=people).text
    assert "Ada &lt;b&gt;L.&lt;/b&gt;" in waiting
    assert "waits for the next build" in waiting
    built_again(editor)
    shown = editor.get(page.replace("/edit/article/", "/id/"), headers=people).text
    assert "accepted by Ada &lt;b&gt;L.&lt;/b&gt;" in shown
    french = editor.get(page, headers={**people, "accept-language": "fr"}).text
    corrections = french.partition('id="corrections"')[2]
    assert "accepted" not in corrections
    assert "\u00a0: <bdi>" in corrections
    question = f"SELECT ?by {{ ?act gb:accepts <{claim}> ; prov:wasAssociatedWith/rdfs:label ?by }}"
    answer = editor.get("/sparql", params={"query": question}).json()
    assert [row["by"]["value"] for row in answer["results"]["bindings"]] == ["Ada <b>L.</b>"]
    picture = editor.get("/explore", headers=people).text
    assert '"accepted":[{"when":' in picture
    undone = {"action": "undo", "correction": done["id"], "by": "Ada", "because": "too quick"}
    assert editor.post("/edit/correct", data=undone).status_code == 200
    built_again(editor)
    assert "accepted by" not in editor.get(page.replace("/edit/article/", "/id/"), headers=people).text


@pytest.mark.parametrize(
    "change",
    [
        {"x-csrf-token": "0" * 64},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"cookie": "graphbuild=another"},
    ],
)
def test_no_other_site_can_change_anything(editor, change):
    before = names(editor)
    answer = editor.post("/edit/add", data={"text": TEXT + "Autre.\n"}, headers=change)
    assert answer.status_code == 403
    assert names(editor) == before


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ([("file", ("evil.exe", b"MZ"))], 415),
        ([("file", ("bomb.html.gz", b"\x1f\x8b"))], 415),
        ([("file", ("big.txt", b"a" * 20_000_001))], 413),
        ([("file", ("bigger.txt", b"a" * 41_000_000))], 413),
    ],
)
def test_what_is_too_large_or_no_article_is_refused(editor, files, status):
    assert editor.post("/edit/add", files=files).status_code == status


def test_nothing_to_add_is_told(editor):
    assert editor.post("/edit/add", data={"text": "  "}).status_code == 400


def test_others_need_the_secret(built, tmp_path):
    shutil.copytree(built, tmp_path / "output")
    (tmp_path / "secret").write_text(SECRET)
    options = ("--edit", "--host", "0.0.0.0", "--token-file", str(tmp_path / "secret"))  # noqa: S104
    with serving(tmp_path / "output", *options, log=tmp_path / "log") as server:
        where = f"http://127.0.0.1:{server.port}"
        with httpx.Client(base_url=where, headers=JSON) as client:
            assert client.get("/edit/").headers["location"] == "/edit/login"
            assert client.post("/edit/add", data={"text": TEXT}).status_code == 401
            client.get("/edit/login")
            assert client.post("/edit/login", data={"token": "no"}).status_code == 401
            assert client.post("/edit/login", data={"token": SECRET}).status_code == 303
            assert client.get("/edit/").status_code == 200
            assert client.post("/edit/add", data={"text": TEXT}).status_code == 403
        with httpx.Client(base_url=where, headers={**JSON, "authorization": f"Bearer {SECRET}"}) as client:
            assert client.post("/edit/add", data={"text": TEXT}).status_code == 202
        head = "POST /edit/add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30000000\r\n"
        head += "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as stranger:
            stranger.sendall(head.encode())
            assert stranger.recv(100).startswith(b"HTTP/1.1 401 "), "the body of a stranger is waited for"
        assert SECRET not in (tmp_path / "log").read_text()


def test_edit_for_others_without_a_secret_does_not_start(built, tmp_path):
    from click.testing import CliRunner  # noqa: PLC0415 - only here

    from graphbuild.cli import main  # noqa: PLC0415 - as above

    command = ["serve", "-o", str(built), "--edit", "--host", "0.0.0.0"]  # noqa: S104
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert "--token-file" in result.stderr


def test_a_stop_loses_no_article(built, tmp_path):
    shutil.copytree(built, tmp_path / "output")
    log = tmp_path / "log"
    with serving(tmp_path / "output", "--edit", log=log) as server, server.client(headers=JSON) as client:
        csrf = re.search(r'name="csrf" value="(\w+)"', client.get("/edit/").text)[1]
        client.headers["x-csrf-token"] = csrf
        before = len(names(client))
        for number in range(2):
            text = f"Verkor a reçu {number + 2} millions d’euros de la France.\n"
            assert client.post("/edit/add", data={"text": text}).status_code == 202
    with serving(tmp_path / "output", "--edit", log=tmp_path / "log2") as server, server.client() as client:
        for job in re.findall(r'href="/edit/jobs/(\w+)"', client.get("/edit/").text):
            assert "error" not in ended(client, job)[-1]
        assert len(names(client)) == before + 2
    assert graphbuild.check(output=tmp_path / "output") == ()


def test_in_the_browser_from_the_text_to_the_correction(editable):
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = chromium.new_context(locale="fr-FR", base_url=editable.address).new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto("/edit/")
        page.fill('textarea[name="text"]', "La Suisse a investi 7 millions d’euros dans <b>Lyon-Turin</b>.\n")
        page.select_option('select[name="language"]', "fr")
        page.click("#adding button")
        page.wait_for_selector('.claim, #outcome a[href^="/edit/article/"]', timeout=120_000)
        if page.locator("#outcome a").count():
            page.locator("#outcome a").first.click()
        assert "<b>Lyon-Turin</b>" in page.inner_text("#text")
        page.fill('#accepting input[name="by"]', "Ada")
        page.click(".claim button.quiet")
        page.wait_for_selector(".claim .decided")
        assert "acceptée\u00a0: Ada" in page.inner_text(".claim:target .decided")
        page.click(".claim summary")
        page.fill('.claim input[name="value"]', "8000000")
        page.fill('.claim input[name="by"]', "Ada")
        page.fill('.claim input[name="because"]', "une faute de frappe")
        page.click('.claim button[value="fix"]')
        made = page.locator(".correction", has_text="une faute de frappe")  # beside those of other tests
        made.wait_for()
        assert "Ada" in made.inner_text()
        assert said == []
        chromium.close()
