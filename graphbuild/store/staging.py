"""A new output replaces the old one as a whole, or not at all.

A build fills a private folder. When it is complete one rename makes it ``READY``: that is the commit.
Moving its pieces into place comes after, and whoever opens the output next finishes it if the build
died in between.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphbuild.errors import StoreError
from graphbuild.store.disk import explained, remove
from graphbuild.store.layout import GONE, GRAPH, LOCK, MANAGED, OLD, READY, STAGING, STORE
from graphbuild.store.lock import locked


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A folder to fill; on a clean exit what it holds becomes the output. Raises like ``held``."""
    with held(output), filled(output) as folder:
        yield folder


@contextmanager
def held(output: Path) -> Iterator[None]:
    """Nobody else builds the output meanwhile.

    Raises ``StoreError`` when the output cannot be written, is being written by another build, or
    holds what a build would replace and no build has left.
    """
    fresh = not output.exists()
    with explained(output):
        output.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(output)
    with locked(output):
        with explained(output):
            _settle(output)
            _refuse_foreign_store(output)
            remove(output / STAGING)  # of a build that died
        try:
            yield
        finally:
            _leave_no_trace(output, fresh=fresh)


@contextmanager
def filled(output: Path) -> Iterator[Path]:
    """As ``staged``, where the output is held already."""
    folder = output / STAGING
    with explained(output):
        folder.mkdir()
    try:
        yield folder
        with explained(output):
            gone = [name for name in MANAGED if not (folder / name).exists()]
            (folder / GONE).write_text("\n".join(gone), encoding="utf-8")
            folder.rename(output / READY)
            _settle(output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _leave_no_trace(output: Path, *, fresh: bool) -> None:
    # A lock says that all here is ours to replace (see below): not so where nothing was built.
    if any(os.path.lexists(output / name) for name in (*MANAGED, READY)):
        return
    with suppress(OSError):
        (output / LOCK).unlink(missing_ok=True)
        if fresh:
            output.rmdir()  # where it is empty


def recover(output: Path) -> None:
    """Finishes what a build that died after its commit left undone."""
    if _is_folder(output / READY):
        with locked(output), explained(output):
            _settle(output)


def _settle(output: Path) -> None:
    """Moves a complete build into place, piece by piece; safe to repeat after any interruption."""
    ready, old = output / READY, output / OLD
    if not _is_folder(ready):
        for left in (ready, old):
            remove(left)
        return
    for name in MANAGED:
        if (ready / name).exists():
            _replace(ready / name, output / name, old=old)
    for name in _gone(ready):
        remove(output / name)
    remove(old)
    shutil.rmtree(ready)


def _gone(ready: Path) -> list[str]:
    """What the new output no longer has; nothing where a build died when all was in place.

    The folder may come from a stranger: no name but those of a build's own pieces is believed.
    """
    file = ready / GONE
    named = file.read_text(encoding="utf-8", errors="replace").split() if file.is_file() else ()
    return [name for name in MANAGED if name in named]


def _is_folder(place: Path) -> bool:
    # What a link leads to may be anybody's.
    return place.is_dir() and not place.is_symlink()


def _replace(new: Path, place: Path, *, old: Path) -> None:
    # A folder that is not empty cannot be renamed over, so it steps aside first.
    if place.is_dir():
        remove(old)
        place.rename(old)
    new.replace(place)


def _refuse_foreign(output: Path) -> None:
    # A build leaves its lock; a copy without hidden files still has the store and the graph.
    if (output / LOCK).exists() or ((output / STORE / "CURRENT").is_file() and (output / GRAPH).is_file()):
        return
    if found := [name for name in MANAGED if os.path.lexists(output / name)]:
        raise StoreError(
            f"{output} holds {', '.join(found)}, which no build has left there and a build would replace; "
            "name another folder with -o, or move them away."
        )


def _refuse_foreign_store(output: Path) -> None:
    # Every Oxigraph (RocksDB) folder has a file CURRENT; anything else is the user's own.
    folder = output / STORE
    if folder.exists() and not (folder / "CURRENT").is_file():
        raise StoreError(
            f"{folder} is not a graphbuild store and would be overwritten; choose another folder with -o."
        )
