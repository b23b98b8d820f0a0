"""Outputs that were damaged, mixed up, or made by a stranger who means harm."""

import os
import shutil
from pathlib import Path

import pytest
from small import SMALL, fill

import graphbuild
from graphbuild import store
from graphbuild.errors import StoreError
from graphbuild.store.layout import SEAL

ARTICLE = "La France investit 109 milliards d’euros dans l’intelligence artificielle.\n"


@pytest.fixture
def victim(tmp_path) -> Path:
    folder = tmp_path / "victim"
    folder.mkdir()
    (folder / "file").write_text("mine")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with an article ``a.txt`` and a build of it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    graphbuild.build(folder / "a.txt", output=folder / "output", page=False)
    return folder


@pytest.fixture
def output(built, tmp_path) -> Path:
    shutil.copytree(built / "output", tmp_path / "copy")
    return tmp_path / "copy"


def again(built, output, *, sealed: bool = True) -> None:
    """After another build the output is what it was at first, and nothing is wrong with it.

    Where it is not ``sealed`` all is done again, whether it was harmed or not.
    """
    if not sealed:
        (output / SEAL).unlink(missing_ok=True)
    graphbuild.build(built / "a.txt", output=output, page=False)
    assert (output / "graph.ttl").read_bytes() == (built / "output" / "graph.ttl").read_bytes()
    assert graphbuild.check(output=output) == ()


@pytest.mark.parametrize("name", ["../victim", "{victim}", "notes", "store/../../victim"])
def test_a_reader_deletes_nothing_but_pieces_of_the_output(small_output, victim, name):
    (small_output / "notes").write_text("mine")
    (small_output / ".graphbuild.ready").mkdir()
    (small_output / ".graphbuild.ready" / ".gone").write_text(f"{name.format(victim=victim)}\ngraph.html")
    store.open_store(small_output)
    assert (victim / "file").read_text() == (small_output / "notes").read_text() == "mine"
    assert not (small_output / "graph.html").exists()
    assert not (small_output / ".graphbuild.ready").exists()


@pytest.mark.parametrize("name", [".graphbuild.ready", ".graphbuild.new", ".graphbuild.old", "graph.html"])
def test_a_link_to_a_folder_leaves_the_folder_alone(small_output, victim, name):
    (victim / "graph.ttl").write_text("mine too")
    (small_output / name).unlink(missing_ok=True)
    (small_output / name).symlink_to(victim)
    store.open_store(small_output)
    fill(small_output)
    assert {file.name for file in victim.iterdir()} == {"file", "graph.ttl"}
    assert (small_output / "graph.ttl").read_text(encoding="utf-8") == SMALL
    assert not os.path.lexists(small_output / ".graphbuild.old")


def test_a_link_in_place_of_the_lock_empties_no_file(small_output, victim):
    (small_output / ".graphbuild.lock").unlink()
    (small_output / ".graphbuild.lock").symlink_to(victim / "file")
    with pytest.raises(StoreError, match=r"\.graphbuild\.lock is a link.*delete it"):
        fill(small_output)
    assert (victim / "file").read_text() == "mine"


def test_a_page_that_is_a_link_is_replaced_and_not_followed(output, victim):
    (output / "graph.html").symlink_to(victim / "file")
    graphbuild.show(output=output)
    assert (victim / "file").read_text() == "mine"
    assert (output / "graph.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_what_is_kept_is_not_cleared_away_behind_a_link(built, output, victim):
    (victim / "ab").mkdir()
    (victim / "ab" / "cdef").write_text("mine")
    (output / ".graphbuild.extracts" / "zz").symlink_to(victim / "ab")
    again(built, output, sealed=False)
    shutil.rmtree(output / ".graphbuild.extracts")
    (output / ".graphbuild.extracts").symlink_to(victim)
    again(built, output, sealed=False)
    assert (victim / "ab" / "cdef").read_text() == "mine"


def test_what_a_build_left_that_died_when_all_was_in_place(small_output):
    (small_output / ".graphbuild.ready").mkdir()
    store.open_store(small_output)
    assert not (small_output / ".graphbuild.ready").exists()


def test_a_store_of_empty_files_is_built_anew(built, output):
    for file in (output / "store").iterdir():
        file.write_bytes(b"")
    again(built, output)


def test_a_damaged_store_with_its_mark_is_built_anew(built, output):
    for file in (output / "store").iterdir():
        if not file.name.startswith("graph.ttl"):
            file.write_bytes(b"")
    again(built, output)


def test_a_store_that_is_gone_is_built_anew(built, output):
    shutil.rmtree(output / "store")
    again(built, output)


def test_a_store_of_another_output_is_told_and_built_anew(built, output, small_output):
    shutil.rmtree(output / "store")
    shutil.copytree(small_output / "store", output / "store")
    (finding,) = graphbuild.check(output=output)
    assert "does not say what graph.ttl says" in str(finding)
    assert str(output / "store") in str(finding)
    again(built, output)


@pytest.mark.parametrize("left", [b"", b"@prefix a: <http://a.example/> .\n"])
def test_articles_that_the_graph_does_not_have_are_told(built, output, left):
    (output / "graph.ttl").write_bytes(left)
    told = [str(finding) for finding in graphbuild.check(output=output)]
    assert any("a.txt: article “La France investit" in line and "says nothing of it" in line for line in told)
    again(built, output)


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\n",
        b'{"id":5,"text":"x","language":"fr"}\n',
        b'{"id":"a","text":["x"],"language":"fr"}\n',
        b"\n",
    ],
)
def test_texts_that_are_damaged_are_named_by_their_line(built, output, line):
    (output / "documents.jsonl").write_bytes(line)
    for attempt in (
        lambda: graphbuild.check(output=output),
        lambda: graphbuild.remove("a.txt", output=output),
        lambda: graphbuild.build(built / "a.txt", output=output),
    ):
        with pytest.raises(StoreError, match=r"Line 1 of .*documents\.jsonl is damaged.*--prune"):
            attempt()


def test_a_folder_in_place_of_the_texts(output):
    (output / "documents.jsonl").unlink()
    (output / "documents.jsonl").mkdir()
    with pytest.raises(StoreError, match=r"Cannot read .*documents\.jsonl: Is a directory"):
        graphbuild.check(output=output)


def test_what_stands_in_the_way_of_what_is_kept_gives_way(built, output):
    kept = output / ".graphbuild.extracts"
    (entry,) = kept.glob("*/*")
    entry.unlink()
    entry.mkdir()
    (entry / "more").write_text("")
    again(built, output, sealed=False)
    shutil.rmtree(entry.parent)
    entry.parent.write_text("")
    again(built, output, sealed=False)
    shutil.rmtree(kept)
    kept.write_text("")
    again(built, output, sealed=False)
    assert entry.is_file()
