"""The store of the build before with what has changed: only the difference is written."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from graphbuild.graph.turtle import header


@dataclass(frozen=True, slots=True)
class Patch:
    """From one graph to another, piece by piece, as Turtle."""

    store: Path  # of the build before; it stays as it is
    gone: bytes
    new: bytes

    @property
    def small(self) -> bool:
        """Whether it is less work than loading all anew."""
        return len(self.gone) < 10_000_000 and len(self.new) < 10_000_000


def patch(store: Path, gone: Iterable[bytes], new: Iterable[bytes], *, base: str) -> Patch:
    """The difference of two graphs under one base, as chunks of their Turtle."""
    return Patch(store, *(b"".join((header(base).encode(), *chunks)) for chunks in (gone, new)))


def patched(change: Patch, folder: Path) -> bool:
    """Make the new store in ``folder``; False, and nothing there, where the store before is damaged."""
    try:
        _patch(change, folder)
    except (OSError, RuntimeError):  # the engine's own words; who loads all anew meets a full disk again
        shutil.rmtree(folder, ignore_errors=True)
        return False
    return True


def _patch(change: Patch, folder: Path) -> None:
    _share(change.store, folder)
    store = Store(str(folder))
    gone, new = _quads(change.gone), _quads(change.new)
    for quad in gone - new:
        store.remove(quad)
    store.extend(new - gone)
    store.flush()


def _quads(turtle: bytes) -> set[Quad]:
    return set(parse(turtle, format=RdfFormat.TURTLE))


def _share(old: Path, new: Path) -> None:
    """A second store of the same files. Tables are never changed, so they are shared; the rest is copied."""
    new.mkdir()
    for file in old.iterdir():
        if file.suffix == ".sst":
            os.link(file, new / file.name)
        elif not file.name.startswith(("LOCK", "LOG")):  # the engine's notes: it begins new ones
            shutil.copy2(file, new / file.name)
