"""The store of the build before with what has changed: only the difference is written."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from graphbuild.graph.pieces import Piece
from graphbuild.graph.turtle import header


@dataclass(frozen=True, slots=True)
class Patch:
    """From one graph to another, piece by piece, as Turtle."""

    store: Path  # of the build before; it stays as it is
    gone: str
    new: str

    @property
    def small(self) -> bool:
        """Whether it is less work than loading all anew."""
        return len(self.gone) < 10_000_000 and len(self.new) < 10_000_000


def patch(store: Path, before: Mapping[str, Piece], after: Mapping[str, Piece], *, base: str) -> Patch:
    """The difference of two graphs under one base."""
    gone = (piece for owner, piece in before.items() if after.get(owner) != piece)
    new = (piece for owner, piece in after.items() if before.get(owner) != piece)
    return Patch(store, *("".join((header(base), *_texts(pieces))) for pieces in (gone, new)))


def patched(change: Patch, folder: Path) -> None:
    """Make the new store in ``folder``."""
    _share(change.store, folder)
    store = Store(str(folder))
    gone, new = _quads(change.gone), _quads(change.new)
    for quad in gone - new:
        store.remove(quad)
    store.extend(new - gone)
    store.flush()


def _texts(pieces: Iterable[Piece]) -> Iterator[str]:
    return (chunk.text for piece in pieces for chunk in piece.chunks)


def _quads(turtle: str) -> set[Quad]:
    return set(parse(turtle.encode(), format=RdfFormat.TURTLE))


def _share(old: Path, new: Path) -> None:
    """A second store of the same files. Tables are never changed, so they are shared; the rest is copied."""
    new.mkdir()
    for file in old.iterdir():
        if file.suffix == ".sst":
            os.link(file, new / file.name)
        elif file.name != "LOCK":
            shutil.copy2(file, new / file.name)
