"""The task "search": names first, then articles with the words in their context."""

import re
import sqlite3
from collections.abc import Mapping
from typing import Any, Final

from graphbuild.serve.shelf import Bounded, Shelf

MOST: Final = 20  # of each sort
LOOKED_AT: Final = 1_000  # matches that are ranked; a word in every article matches them all
WORDS: Final = re.compile(r"\w+")
MOST_WORDS: Final = 12
# Marks that no article holds: what is between them was found. The page makes elements of them.
OPEN, CLOSE = "\ue000", "\ue001"
NAMES: Final = """
SELECT label, aliases, iri, type, mentions FROM (
    SELECT label, aliases, iri, type, mentions FROM names WHERE names MATCH ? LIMIT ?
) ORDER BY label = ? COLLATE NOCASE DESC, mentions DESC, label LIMIT ?
"""
BEST: Final = """
SELECT rowid, rank FROM (SELECT rowid, rank FROM words WHERE words MATCH ? LIMIT ?)
ORDER BY rank, rowid LIMIT ?
"""
# Without the rank: to have it again would take as long as all the rest.
SHOWN: Final = f"""
SELECT words.rowid, iri, id, article.title, language, published,
    snippet(words, -1, '{OPEN}', '{CLOSE}', '…', 24)
FROM words JOIN article ON article.number = words.rowid WHERE words MATCH ? AND words.rowid IN ({{places}})
"""  # noqa: S608 - constants


def search(shelf: Shelf, job: Mapping[str, Any], _out: Bounded) -> dict[str, Any]:
    """Names and articles that have every word of ``words``, the last of which may be unfinished."""
    wanted = _expression(job["words"])
    if not wanted:
        return {"names": [], "texts": []}
    names = shelf.texts.execute(NAMES, (wanted, LOOKED_AT, job["words"].strip(), MOST))
    texts = _texts(shelf.texts, wanted) if job.get("texts", True) else []
    return {"names": [_name(row) for row in names], "texts": texts}


def _texts(index: sqlite3.Connection, wanted: str) -> list[dict[str, Any]]:
    """The best articles, with the words in their context."""
    ranks = dict(index.execute(BEST, (wanted, LOOKED_AT, MOST)).fetchall())
    found = index.execute(SHOWN.format(places=", ".join("?" * len(ranks))), (wanted, *ranks))
    return [_text(row[1:]) for row in sorted(found, key=lambda row: (ranks[row[0]], row[2]))]


def top(shelf: Shelf, _job: Mapping[str, Any], _out: Bounded) -> dict[str, Any]:
    """The task "top": the names that the articles have most often."""
    rows = shelf.texts.execute(
        "SELECT label, aliases, iri, type, mentions FROM names ORDER BY mentions DESC, label LIMIT ?", (MOST,)
    )
    return {"names": [_name(row) for row in rows]}


def _expression(words: str) -> str:
    """For FTS5: each word in quotes, so that nothing of it is an operator."""
    found = WORDS.findall(words)[:MOST_WORDS]
    return " ".join([*(f'"{word}"' for word in found[:-1]), *(f'"{word}"*' for word in found[-1:])])


def _name(row: sqlite3.Row | tuple[Any, ...]) -> dict[str, Any]:
    label, aliases, iri, kind, mentions = row
    return {"name": label, "aliases": aliases.split("\n"), "iri": iri, "type": kind, "mentions": mentions}


def _text(row: sqlite3.Row | tuple[Any, ...]) -> dict[str, Any]:
    iri, identifier, title, language, published, shown = row
    named = title or identifier
    return {"iri": iri, "title": named, "language": language, "published": published, "shown": shown}
