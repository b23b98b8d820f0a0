"""What a build leaves on the disk, and what is read back."""

import os
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, Quad, RdfFormat, parse
from small import SMALL, TEXT, fill

from graphbuild import store
from graphbuild.errors import StoreError
from graphbuild.model import Document

PREFIXES = {"gb": "https://w3id.org/graphbuild/ontology#"}
# Everything but surrogates, which no UTF-8 file can hold.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_every_triple_stands_once_in_the_default_graph(small_output):
    quads = list(store.open_store(small_output))
    assert {quad.graph_name for quad in quads} == {DefaultGraph()}
    assert len(quads) == len(list(parse(SMALL, format=RdfFormat.TURTLE)))


def test_the_snapshot_refuses_to_be_written(small_output):
    with pytest.raises(RuntimeError, match="read-write"):
        store.open_store(small_output).update("CLEAR ALL")


@given(texts=st.lists(TEXTS, min_size=20, max_size=20), title=st.none() | TEXTS)
@settings(max_examples=20, deadline=None)  # a store is opened each time: a busy machine takes its time
def test_texts_come_back_exactly(tmp_path_factory, texts, title):
    folder = tmp_path_factory.mktemp("texts")
    written = [Document(id=f"{i:02}", text=text, language="fr", title=title) for i, text in enumerate(texts)]
    store.write(folder, turtle="", documents=reversed(written))
    assert list(store.documents(folder)) == written


def test_the_text_that_offsets_refer_to_is_kept(small_output):
    (document,) = store.documents(small_output)
    assert document.text == TEXT


def test_a_damaged_line_is_named(small_output):
    (small_output / "documents.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(StoreError, match=r"Line 1 of .*documents\.jsonl"):
        list(store.documents(small_output))


def test_invalid_turtle_is_an_error_and_leaves_no_output(tmp_path):
    output = tmp_path / "output"
    with pytest.raises(StoreError, match="not valid Turtle"):
        fill(output, "this is not Turtle")
    assert not (output / "graph.ttl").exists()


def test_a_folder_without_a_build_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="graphbuild build"):
        store.open_store(tmp_path)


@pytest.mark.parametrize(
    ("form", "syntax"),
    [
        ("turtle", RdfFormat.TURTLE),
        ("trig", RdfFormat.TRIG),
        ("nquads", RdfFormat.N_QUADS),
        ("jsonld", RdfFormat.JSON_LD),
        ("rdfxml", RdfFormat.RDF_XML),
    ],
)
def test_every_export_says_the_same(tmp_path, form, syntax):
    fill(tmp_path, SMALL.replace("\\u001B[2J", "\\r\\n\\t&amp;]]>"))
    quads = set(parse(store.export(tmp_path, format=form, prefixes=PREFIXES), format=syntax))
    # Oxigraph keeps the value of a decimal, not its spelling, so what is compared is what it holds.
    assert valued(quads) == valued(store.open_store(tmp_path))


def valued(quads: Iterable[Quad]) -> set[object]:
    return {(q.subject, q.predicate, number(q.object)) for q in quads}


def number(term: object) -> object:
    decimal = isinstance(term, Literal) and term.datatype.value.endswith("#decimal")
    return Decimal(term.value) if decimal else term


def test_what_no_xml_can_hold_is_refused_not_mangled(small_output):
    with pytest.raises(StoreError, match=r"U\+001B.*turtle, nquads or jsonld"):
        store.export(small_output, format="rdfxml", prefixes=PREFIXES)


def test_the_readable_turtle_is_exported_as_it_was_written(small_output):
    assert store.export(small_output, format="turtle", prefixes={}) == SMALL.encode()


def test_exports_are_the_same_bytes_each_time(small_output, tmp_path):
    other = tmp_path / "other"
    fill(other)
    for form in sorted({*store.FORMATS} - {"rdfxml"}):
        one, two = (store.export(o, format=form, prefixes=PREFIXES) for o in (small_output, other))
        assert one == two


def test_an_unknown_format_is_refused_with_the_known_ones(small_output):
    with pytest.raises(StoreError, match=r"'csv'.*jsonld, nquads, rdfxml, trig, turtle"):
        store.export(small_output, format="csv", prefixes={})


def test_a_file_is_saved_as_a_whole_or_not_at_all(tmp_path):
    target = tmp_path / "graph.nq"
    store.save(b"one", target)
    store.save(b"two", target)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"]
    assert target.read_bytes() == b"two"
    with pytest.raises(StoreError, match="Cannot write"):
        store.save(b"three", tmp_path / "missing" / "graph.nq")


def test_a_page_is_part_of_the_output(small_output: Path):
    assert (small_output / "graph.html").read_text(encoding="utf-8") == "<!doctype html>"


def test_a_link_stays_and_its_file_is_written(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    store.save(b"new", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_pipe_stays_and_takes_the_bytes(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    store.save(b"new", pipe)
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["", "/"])
def test_a_folder_is_no_file_to_write(name):
    with pytest.raises(StoreError, match="Is a directory"):
        store.save(b"new", Path(name))
