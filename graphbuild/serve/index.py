"""The texts and names of one state of an output in SQLite, for searching and for quoting in context.

``python -m graphbuild.serve.index OUTPUT TARGET BASE`` makes it: a process of its own, so that a running
server goes on answering. Nothing in it is not in the output; it may be deleted at any time.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from graphbuild.graph.vocabulary import ENTITY_CLASS, GB, PREFIXES
from graphbuild.store import documents, open_store

SCHEMA: Final = """
CREATE TABLE about (name TEXT PRIMARY KEY, value);
CREATE TABLE article (
    number INTEGER PRIMARY KEY, iri TEXT UNIQUE, id TEXT, title TEXT, language TEXT, published TEXT,
    url TEXT, text TEXT
);
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'article', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '3'
);
CREATE VIRTUAL TABLE names USING fts5 (
    label, aliases, iri UNINDEXED, type UNINDEXED, mentions UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
"""
IDENTIFIER: Final = NamedNode(f"{PREFIXES['dcterms']}identifier")
TYPE: Final = NamedNode(f"{PREFIXES['rdf']}type")
LABEL: Final = NamedNode(f"{PREFIXES['rdfs']}label")
ALIAS: Final = NamedNode(f"{PREFIXES['skos']}altLabel")
REFERS_TO: Final = NamedNode(str(GB.refersTo))
COUNTED: Final = {"documents": "Document", "claims": "Claim", "facts": "Fact", "conflicts": "Conflict"}


def make(output: Path, target: Path, *, base: str) -> None:
    """Write the index of ``output`` into ``target``, as a whole or not at all.

    ``base`` is used where no document tells under which IRI the graph's nodes live.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    store = open_store(output)
    try:
        with sqlite3.connect(part) as index:
            index.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {SCHEMA}")
            _articles(index, store, output)
            _names(index, store)
            index.executemany("INSERT INTO about VALUES (?, ?)", _about(store, base))
            for table in ("words", "names"):
                index.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - our names
        index.close()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _articles(index: sqlite3.Connection, store: Store, output: Path) -> None:
    iris = {
        quad.object.value: quad.subject.value
        for quad in store.quads_for_pattern(None, IDENTIFIER, None)
        if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)
    }
    rows = (
        (iris.get(d.id), d.id, _clean(d.title), d.language, d.published, d.url, _clean(d.text))
        for d in documents(output)
    )
    index.executemany(
        "INSERT INTO article (iri, id, title, language, published, url, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    index.execute("INSERT INTO words (words) VALUES ('rebuild')")


def _clean(text: str | None) -> str | None:
    """The same number of code points, all of which SQLite can hold."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")


def _names(index: sqlite3.Connection, store: Store) -> None:
    found: dict[str, list[str]] = {}
    for kind, term in ENTITY_CLASS.items():
        for quad in store.quads_for_pattern(None, TYPE, NamedNode(str(term))):
            if isinstance(quad.subject, NamedNode):
                found[quad.subject.value] = [kind.value]
    index.executemany(
        "INSERT INTO names (label, aliases, iri, type, mentions) VALUES (?, ?, ?, ?, ?)",
        (_name(store, iri, kinds[0]) for iri, kinds in sorted(found.items())),
    )


def _name(store: Store, iri: str, kind: str) -> tuple[str, str, str, str, int]:
    node = NamedNode(iri)
    label = min(_literals(store, node, LABEL), default=iri)
    aliases = "\n".join(sorted(_literals(store, node, ALIAS)))
    mentions = sum(1 for _ in store.quads_for_pattern(None, REFERS_TO, node))
    return label, aliases, iri, kind, mentions


def _literals(store: Store, node: NamedNode, term: NamedNode) -> Iterator[str]:
    for quad in store.quads_for_pattern(node, term, None):
        if isinstance(quad.object, Literal):
            yield quad.object.value


def _about(store: Store, base: str) -> Iterator[tuple[str, object]]:
    yield "base", _base(store) or base
    yield "quads", len(store)
    for name, term in COUNTED.items():
        yield name, sum(1 for _ in store.quads_for_pattern(None, TYPE, NamedNode(str(GB[term]))))


def _base(store: Store) -> str | None:
    """Under which IRI the nodes live: that of any document tells."""
    for quad in store.quads_for_pattern(None, TYPE, NamedNode(str(GB.Document))):
        base, room, rest = str(getattr(quad.subject, "value", "")).rpartition("document/")
        if room and rest and "/" not in rest:
            return base
    return None


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), base=sys.argv[3])
