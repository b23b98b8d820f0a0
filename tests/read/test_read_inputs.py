"""What the user may name, what becomes of bad inputs, and that the rest of the run goes on."""

import io
import itertools
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuild.read import read_documents
from graphbuild.report import Report
from graphbuild.settings import Settings

ROOT = Path(__file__).parents[2]
FR = "La société Orval a racheté Brindel pour 40 millions d’euros, selon le journal.\n"
EN = "The company said that it had bought Brindel for 40 million euros from its owners.\n"


@pytest.fixture(autouse=True)
def _working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(path, content):
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def read(*inputs, stdin=b"", **settings):
    report = Report()
    documents = list(
        read_documents(inputs, settings=Settings(**settings), report=report, stdin=io.BytesIO(stdin))
    )
    assert report.read == [document.id for document in documents]
    assert len(set(report.read)) == len(report.read)
    return {document.id: document for document in documents}, report


def only_issue(report):
    assert len(report.issues) == 1, report.issues
    return report.issues[0]


# ------------------------------------------------------------------ what can be named


def test_a_folder_is_searched_and_hidden_files_are_left_alone():
    for path in ("n/a.txt", "n/deep/er/b.md", "n/.hidden.txt", "n/.git/c.txt", "n/UPPER.TXT"):
        write(path, f"{EN}{path}")
    documents, report = read("n")
    assert sorted(documents) == ["UPPER.TXT", "a.txt", "deep/er/b.md"]
    assert documents["deep/er/b.md"].source == "n/deep/er/b.md"
    assert report.issues == []


def test_a_pipe_in_a_folder_is_left_out_and_nobody_waits_for_it():
    write("n/a.txt", EN)
    os.mkfifo("n/b.txt")
    documents, report = read("n")
    assert list(documents) == ["a.txt"]
    assert "no regular file (1)" in only_issue(report).problem


def test_ids_are_paths_as_given_without_what_only_this_machine_knows(tmp_path):
    write("n/a.txt", EN + "1")
    write("n/b.txt", EN + "2")
    write("n/c.txt", EN + "3")
    documents, _ = read("./n/a.txt", str(tmp_path / "n/b.txt"), "n/../n/c.txt")
    assert sorted(documents) == ["b.txt", "n/a.txt", "n/n/c.txt"]


def test_a_file_reached_twice_is_read_once():
    write("n/a.txt", EN)
    Path("n/same.txt").symlink_to("a.txt")
    documents, report = read("n", "n/a.txt", "n/*.txt", "./n")
    assert list(documents) == ["a.txt"]
    assert report.issues == []


def test_links_that_lead_out_of_a_folder_are_left_out_and_told():
    write("n/a.txt", EN)
    write("secret.txt", FR)
    write("m/b.txt", EN + "2")
    Path("n/out.txt").symlink_to("../secret.txt")
    Path("n/wait.txt").symlink_to("/proc/kmsg")  # reading it would wait for ever
    Path("n/deep").mkdir()
    Path("n/deep/in.txt").symlink_to("../a.txt")
    documents, report = read("n")
    assert list(documents) == ["a.txt"]
    assert [(issue.source, issue.severity) for issue in report.issues] == [
        ("n/out.txt", "skipped"),
        ("n/wait.txt", "skipped"),
    ]
    assert all("leads out of the folder" in issue.problem for issue in report.issues)


def test_a_link_that_the_user_names_is_read():
    write("real/a.txt", EN)
    Path("link.txt").symlink_to("real/a.txt")
    Path("folder").symlink_to("real")
    assert [list(read(name)[0]) for name in ("link.txt", "folder")] == [["link.txt"], ["a.txt"]]


def test_globs_that_the_shell_did_not_expand():
    for path in ("n/a1.txt", "n/a2.md", "n/b.txt", "n/a3.pdf", "n/deep/a9.txt"):
        write(path, f"{EN}{path}")
    assert sorted(read("n/a*")[0]) == ["n/a1.txt", "n/a2.md"]
    assert sorted(read("n/**/a*.txt")[0]) == ["n/a1.txt", "n/deep/a9.txt"]
    assert sorted(read("n/d*")[0]) == ["a9.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file():
    write("a[1].txt", EN)
    assert list(read("a[1].txt")[0]) == ["a[1].txt"]


def test_loops_of_links_end():
    write("n/a.txt", EN)
    Path("n/loop").symlink_to(".")
    Path("n/self.txt").symlink_to("self.txt")
    documents, report = read("n")
    assert list(documents) == ["a.txt"]
    assert only_issue(report).source == "n/self.txt"


def test_names_that_are_no_text():
    write("n/plain.txt", EN)
    Path(os.fsdecode(b"n/caf\xe9\x1b[2J.txt")).write_text(FR, encoding="utf-8")
    documents, _ = read("n")
    assert sorted(documents) == ["caf\ufffd\ufffd[2J.txt", "plain.txt"]
    for document in documents.values():
        (document.source or "").encode("utf-8")


def test_order_of_inputs_changes_nothing():
    write("n/a.txt", EN)
    write("n/b.txt", FR)
    write("m/b.txt", FR + "autre")
    write(
        "x.jsonl",
        '{"id": "a.txt", "text": "The third text that has this id."}\n{"id": "j", "text": "'
        + EN.strip()
        + '"}',
    )
    inputs = ["n", "m", "x.jsonl", "-", "nowhere", "n/a.txt"]
    expected = None
    for order in itertools.islice(itertools.permutations(inputs), 0, None, 100):
        documents, report = read(*order, stdin=EN.encode())
        found = (list(documents.values()), report.as_json())
        assert expected in (None, found)
        expected = found
    assert len(expected[0]) == 4


# ------------------------------------------------------------------ standard input


def test_standard_input_as_a_text():
    documents, _ = read("-", stdin=b"\n\n" + EN.encode())
    (document,) = documents.values()
    assert document.id.startswith("stdin-")
    assert document.text == "\n\n" + EN
    assert document.source == "-"


def test_standard_input_as_json_lines():
    lines = '\ufeff\n{"id": "a", "text": "The end of the story."}\n{"id": "b", "text": \n'
    documents, report = read("-", stdin=lines.encode())
    assert list(documents) == ["a"]
    assert only_issue(report).source == "-:3"


def test_standard_input_as_a_page():
    page = f"<!DOCTYPE html><html><body><nav>Menu</nav><p>{EN}</p></body></html>"
    (document,) = read("-", stdin=page.encode())[0].values()
    assert document.text == EN.strip()


def test_empty_standard_input():
    documents, report = read("-")
    assert documents == {}
    assert (only_issue(report).source, only_issue(report).problem) == ("-", "is empty")


def test_closed_standard_input():
    program = (
        "import sys; from graphbuild.read import read_documents as r; from graphbuild.report import Report as R;"
        "from graphbuild.settings import Settings as S; a = R(); print(list(r(['-'], settings=S(), report=a)), a.summary()[2])"
    )
    command = ["sh", "-c", 'exec "$0" -c "$1" <&-', sys.executable, program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.startswith("[]   -: is empty")


def test_endless_standard_input_is_refused():
    endless = io.BytesIO(b"\n" * 999 + b"x" * 5000 + (b"\n" + EN.encode()) * 5000)
    report = Report()
    assert not list(read_documents(["-"], settings=Settings(max_bytes=1000), report=report, stdin=endless))
    assert "larger than 1000 bytes" in only_issue(report).problem
    assert endless.tell() < 10_000  # the rest was left alone


# ------------------------------------------------------------------ bad inputs


BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\xc2\xa0\r\n", "only blanks"),
    "zero.txt": (b"abc\0def", "binary"),
    "random.txt": (bytes(range(256)) * 4, "binary"),
    "report.txt": (b"%PDF-1.7 ...", "is a PDF"),
    "archive.txt": (b"PK\x03\x04....", "is a ZIP archive"),
    "damaged.txt": (FR.encode() * 3 + b"\xff" + FR.encode(), f"broken UTF-8 at byte {3 * len(FR.encode())}"),
    "odd.txt": ("Компания инвестирует пять миллиардов".encode("cp1251"), "nor surely another encoding"),
    "utf16.txt": (b"\xff\xfea", "broken UTF-16"),
    "empty.html": (b"", "is empty"),
    "blank.html": (b" \n ", "only blanks"),
    "nothing.html": (b"<html><body></body></html>", "no article was found"),
    "empty.jsonl": (b"", "is empty"),
    "blank.jsonl": (b"\n\n", "is empty"),
    "utf16.jsonl": ('{"id": "a", "text": "b"}'.encode("utf-16"), "is UTF-16"),
    "german.txt": (
        "Die Bundesregierung will in den kommenden Jahren Milliarden in Chips investieren.",
        "German",
    ),
    "digits.txt": (b"12 345 678", "holds no letters"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_run_goes_on(name):
    content, problem = BAD[name]
    write(f"n/{name}", content)
    write("n/good.txt", EN)
    documents, report = read("n")
    assert list(documents) == ["good.txt"]
    issue = only_issue(report)
    assert issue.source == f"n/{name}"
    assert problem in issue.problem
    assert issue.severity == "skipped"
    assert issue.remedy


def test_all_bad_files_at_once():
    for name, (content, _) in BAD.items():
        write(f"n/{name}", content)
    write("n/good.txt", EN)
    documents, report = read("n")
    assert list(documents) == ["good.txt"]
    assert sorted(issue.source for issue in report.issues) == sorted(f"n/{name}" for name in BAD)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("nowhere.txt", "does not exist"),
        ("nowhere/*.txt", "matches no file"),
        ("picture.png", "has the ending .png"),
        ("README", "has no ending"),
        ("hollow", "without a file that can be read"),
        ("pipe.txt", "not a regular file"),
        ("dangling.txt", "not a regular file, or is a link that leads nowhere"),
        ("", "is not a path"),
        ("a\0b", "is not a path"),
    ],
)
def test_an_input_that_is_no_file_to_read(given, problem):
    write("picture.png", b"\x89PNG")
    write("README", EN)
    write("hollow/.keep", "")
    write("good.txt", EN)
    os.mkfifo("pipe.txt")
    Path("dangling.txt").symlink_to("nothing")
    documents, report = read(given, "good.txt")
    assert list(documents) == ["good.txt"]
    issue = only_issue(report)
    assert issue.source == given.replace("\0", "\ufffd")
    assert problem in issue.problem
    assert issue.remedy


def test_other_files_of_a_folder_are_counted_in_one_warning():
    for path in ("n/a.txt", "n/b.pdf", "n/c.pdf", "n/Makefile"):
        write(path, EN)
    documents, report = read("n")
    assert list(documents) == ["a.txt"]
    issue = only_issue(report)
    assert (issue.source, issue.severity) == ("n", "warning")
    assert ".pdf (2), no ending (1)" in issue.problem


def test_a_readme_or_a_licence_beside_articles_is_neither_read_nor_worth_a_warning():
    for path in ("n/a.txt", "n/README", "n/LICENSE", "n/readme.rst", "n/LICENCE.pdf", "n/corrections.ttl"):
        write(path, EN)
    documents, report = read("n")
    assert list(documents) == ["a.txt"]
    assert report.issues == []
    write("n/Readmeter.pdf", EN)
    assert ".pdf (1)" in only_issue(read("n")[1]).problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission():
    write("n/secret.txt", EN)
    write("n/good.txt", EN + "2")
    Path("n/secret.txt").chmod(0)
    documents, report = read("n")
    assert list(documents) == ["good.txt"]
    assert "Permission denied" in only_issue(report).problem


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file whose reading fails")
def test_a_file_that_opens_and_then_fails():
    write("n/good.txt", EN)
    Path("n/failing.txt").symlink_to("/proc/self/mem")
    documents, report = read("n/failing.txt", "n/good.txt")
    assert list(documents) == ["n/good.txt"]
    assert only_issue(report).source == "n/failing.txt"
    assert "cannot be read: Input/output error" in only_issue(report).problem


def test_too_large_a_file_is_refused_without_being_read():
    with Path("big.txt").open("wb") as file:
        file.truncate(1 << 40)  # sparse: a terabyte that would not fit
    write("good.txt", EN)
    documents, report = read("big.txt", "good.txt")
    assert list(documents) == ["good.txt"]
    assert only_issue(report).problem == "is larger than 20000000 bytes"


def test_too_long_an_article_is_skipped_never_cut():
    write("long.txt", EN * 10)
    documents, report = read("long.txt", max_chars=len(EN) * 10 - 1)
    assert documents == {}
    assert f"has {len(EN) * 10} characters" in only_issue(report).problem
    assert "max_chars" in only_issue(report).remedy
    assert len(read("long.txt", max_chars=len(EN) * 10)[0]) == 1


def test_the_same_id_with_the_same_text_is_a_warning_and_with_another_an_issue():
    write("a/x.txt", EN)
    write("b/x.txt", EN)
    documents, report = read("a", "b")
    assert list(documents) == ["x.txt"]
    assert (only_issue(report).source, only_issue(report).severity) == ("b/x.txt", "warning")
    write("b/x.txt", FR)
    documents, report = read("a", "b")
    assert documents["x.txt"].text == EN
    assert (only_issue(report).source, only_issue(report).severity) == ("b/x.txt", "skipped")


def test_only_the_wanted_languages():
    write("n/a.txt", EN)
    write("n/b.txt", FR)
    documents, report = read("n", languages=("fr",))
    assert list(documents) == ["b.txt"]
    assert "written in English" in only_issue(report).problem


# ------------------------------------------------------------------ texts and titles


@pytest.mark.parametrize(
    "text", [FR.replace("\n", "\r\n") * 2, "  " + EN, EN + "\n\n \t", EN.replace(" ", "\u00a0", 3)]
)
def test_a_text_is_kept_exactly(text):
    write("a.txt", text)
    write("b.md", text)
    documents, report = read("a.txt", "b.md")
    assert [document.text for document in documents.values()] == [text, text]
    assert report.issues == []


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_other_encodings(encoding):
    write("a.txt", FR.encode(encoding))
    documents, report = read("a.txt")
    assert documents["a.txt"].text == FR
    assert [issue.severity for issue in report.issues] == ([] if encoding == "utf-8-sig" else ["warning"])


def test_titles():
    write("n/a.txt", f"logo 24\n\nOrval buys a great old company\n\n{EN}")
    write("n/b.txt", f"Money\nBrindel sold at last for good\nBrindel sold at last for good\n{EN}")
    write("n/c.txt", EN.strip() * 4)
    write("n/d.md", f"Some words\n\n## **Orval** buys [Brindel](https://example.org) ##\r\n\n{EN}")
    documents, _ = read("n")
    assert {key: document.title for key, document in documents.items()} == {
        "a.txt": "Orval buys a great old company",
        "b.txt": "Brindel sold at last for good",
        "c.txt": None,
        "d.md": "Orval buys Brindel",
    }


def test_reading_is_lazy_and_never_opens_a_connection(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    write(
        "a.html",
        f'<html><head><link rel="canonical" href="https://example.org/a"></head><body><p>{EN}</p></body></html>',
    )
    write("b.txt", EN)
    report = Report()
    documents = read_documents(["a.html", "b.txt"], settings=Settings(), report=report)
    assert report.read == []
    assert next(documents).url == "https://example.org/a"
    assert report.read == ["a.html"]


def test_nothing_heavy_is_imported_before_it_is_needed():
    program = (
        "import sys, graphbuild.read.documents, graphbuild.settings, graphbuild.report;"
        "print(sorted({'lingua', 'trafilatura', 'lxml', 'spacy', 'charset_normalizer'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "[]\n"
