"""Reading an output: a read-only view of its store, and its texts."""

import json
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Store
from rdflib import Graph

from graphbuild.errors import StoreError
from graphbuild.model import Document
from graphbuild.store.layout import DOCUMENTS, GRAPH, STORE
from graphbuild.store.staging import recover


def require(output: Path, name: str) -> Path:
    """The path of one piece of an output; ``StoreError`` when there is none."""
    recover(output)
    path = output / name
    if not path.exists():
        raise StoreError(
            f"There is no {name} in {output}; run `graphbuild build INPUT... -o {output}` first, "
            "or name the folder of a build with -o."
        )
    return path


def store_path(output: Path) -> Path:
    """The folder of the Oxigraph store of an output."""
    return require(output, STORE)


def open_store(output: Path) -> Store:
    """A read-only snapshot of the store; nobody can write through it."""
    path = store_path(output)
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"Cannot read the store {path}: {error}. Build the output again.") from error


def graph(output: Path) -> Graph:
    """The graph of an output in memory, for what needs to walk it."""
    path = require(output, GRAPH)
    try:
        return Graph().parse(path, format="turtle")
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"Cannot read {path}: {error}. Build the output again.") from error


def documents_before(output: Path) -> tuple[Document, ...]:
    """The documents of an output that a build is about to replace; none where nothing was built."""
    return tuple(documents(output)) if (output / DOCUMENTS).exists() else ()


def documents(output: Path) -> Iterator[Document]:
    """The documents of an output, with the texts that its offsets refer to, sorted by id."""
    path = require(output, DOCUMENTS)
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield Document(**json.loads(line))
            except (ValueError, TypeError) as error:
                raise StoreError(
                    f"Line {number} of {path} is damaged: {error}. Build all articles again, with --prune."
                ) from error
