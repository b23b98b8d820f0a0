"""Fills a folder with a graph: the Turtle, the store, the texts, the report, the quarantine."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from graphbuild.errors import StoreError
from graphbuild.model import Document
from graphbuild.store.disk import checksum, explained, put
from graphbuild.store.layout import DOCUMENTS, GRAPH, MARK, PAGE, QUARANTINE, REPORT, SHELF, STORE
from graphbuild.store.patch import Patch, patched


def write(
    folder: Path,
    *,
    turtle: str | bytes,
    documents: Iterable[Document],
    report: str = "{}\n",
    quarantine: str = "",
    change: Patch | None = None,
) -> None:
    """Writes everything of an output but the page into ``folder`` (see ``staged``).

    ``turtle`` goes into the default graph of the store, so that every triple stands there once; where
    ``change`` says what is new since the build before, only that is written.
    Raises ``StoreError`` when the disk refuses or the Turtle is not valid.
    """
    graph = turtle.encode() if isinstance(turtle, str) else turtle
    files = {GRAPH: graph, DOCUMENTS: _lines(documents).encode(), REPORT: report.encode()}
    if quarantine:
        files[QUARANTINE] = quarantine.encode()
    with explained(folder):
        for name, data in files.items():
            (folder / name).write_bytes(data)
        if not (change and change.small and patched(change, folder / STORE)):
            _load(folder / STORE, graph)
        (folder / STORE / MARK).write_bytes(checksum(graph))


def write_report(output: Path, report: str) -> None:
    """Writes the report alone, where it is not there or says something else."""
    file, data = output / REPORT, report.encode()
    if file.is_symlink() or not file.is_file() or file.read_bytes() != data:
        put(data, file)


def write_shelf(folder: Path, kept: bytes) -> None:
    """Writes what the next build will look for (see ``shelf``)."""
    put(kept, folder / SHELF)


def write_page(folder: Path, html: str) -> None:
    """Writes the page as a whole or not at all."""
    put(html.encode(), folder / PAGE)


def _lines(documents: Iterable[Document]) -> str:
    ordered = sorted(documents, key=lambda document: document.id)
    return "".join(json.dumps(asdict(document), ensure_ascii=False) + "\n" for document in ordered)


def _load(folder: Path, turtle: bytes) -> None:
    store = Store(str(folder))
    try:
        store.bulk_load(turtle, RdfFormat.TURTLE)
    except SyntaxError as error:
        raise StoreError(f"The graph is not valid Turtle: {error}. This is a fault of graphbuild.") from error
    store.flush()
    store.optimize()
