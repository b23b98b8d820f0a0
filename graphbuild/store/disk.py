"""The operating system's refusals, in words that help."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import StoreError


@contextmanager
def explained(place: Path, *, doing: str = "write") -> Iterator[None]:
    """Turns an ``OSError`` about ``place`` into a ``StoreError`` that says what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            f"Cannot {doing} {place}: {reason}. Name a folder that can be written and has room, with -o."
        ) from error


def save(data: bytes, target: Path) -> None:
    """Writes a file as a whole or not at all.

    A link stays and what it leads to is written; a device or a pipe stays and takes the bytes.
    """
    with explained(target):
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(data, Path(os.path.realpath(target)))


def _replace(data: bytes, file: Path) -> None:
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
