"""Which documents a corpus holds after a build: those it had, with what was given now."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from graphbuild.model import Document
from graphbuild.report import Issue, Report


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build did to its corpus: ids of documents, sorted."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    @property
    def earlier(self) -> bool:
        """Whether there was a corpus before."""
        return bool(self.replaced or self.removed or self.unchanged)


def updated(before: Iterable[Document], given: Iterable[Document], report: Report) -> tuple[Document, ...]:
    """The corpus with the documents given: new ones are added, known ones replaced, the others stay.

    An article is known by its id. A file that is reached by another path ("new.txt" of a folder, then
    "articles/new.txt") is one article, under the shorter id.
    """
    corpus = {document.id: document for document in before}
    homes = {_home(document): document.id for document in corpus.values()}
    for document in sorted(given, key=lambda document: document.id):
        known = homes.get(_home(document), document.id)
        name = min(known, document.id, key=lambda name: (len(name), name))
        _warn(document, corpus.get(name), report)
        corpus.pop(known, None)
        corpus[name] = replace(document, id=name)
        homes[_home(document)] = name
    return tuple(corpus[name] for name in sorted(corpus))


def changes(before: Iterable[Document], after: Iterable[Document]) -> Changes:
    """What is in one corpus and not, or not the same, in the other."""
    old, new = _by_id(before), _by_id(after)
    both = sorted(old.keys() & new.keys())
    return Changes(
        added=tuple(sorted(new.keys() - old.keys())),
        replaced=tuple(name for name in both if old[name] != new[name]),
        removed=tuple(sorted(old.keys() - new.keys())),
        unchanged=tuple(name for name in both if old[name] == new[name]),
    )


def _by_id(documents: Iterable[Document]) -> Mapping[str, Document]:
    return {document.id: document for document in documents}


def _home(document: Document) -> str:
    """The file that a document is, whatever folder it was reached through; else its id."""
    source, name = (
        PurePath(unicodedata.normalize("NFC", text)) for text in (document.source or "", document.id)
    )
    inside = bool(name.parts) and source.parts[-len(name.parts) :] == name.parts
    return str(source) if inside and source.suffix.lower() != ".jsonl" else document.id


def _warn(document: Document, other: Document | None, report: Report) -> None:
    """Two files of one name in two folders: the second takes the place of the first, and says so."""
    if other and other.text != document.text and _home(other) != _home(document):
        report.add(
            Issue(
                document.source or document.id,
                f"replaces the article {other.id!r} that an earlier build read from {other.source}",
                "if they are two articles, give each an id of its own: build the folder above them",
                "warning",
            )
        )
