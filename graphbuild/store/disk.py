"""The operating system's refusals, in words that help."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graphbuild.errors import StoreError

REMEDIES: Final[Mapping[int | None, str]] = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "Make room"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "Check the permissions"),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR), "A file stands where a folder belongs: move it away"),
    errno.EISDIR: "A folder stands where a file belongs: move it away",
    errno.ENOENT: "Check that the folder is there",
    errno.ENAMETOOLONG: "Choose a shorter name",
}


@contextmanager
def explained(place: Path, *, doing: str = "write") -> Iterator[None]:
    """Turns an ``OSError`` about ``place`` into a ``StoreError`` that says what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            f"Cannot {doing} {place}: {reason}. {REMEDIES.get(error.errno, 'Check the disk')}; "
            "or name another folder with -o."
        ) from error


def contents(file: Path) -> bytes:
    """What a file holds, nothing where there is none.

    Raises ``StoreError`` for a link that leads nowhere and for what might never end, as a pipe.
    """
    with explained(file, doing="read"):
        if not os.path.lexists(file):
            return b""
        if not file.exists():
            raise StoreError(f"{file} is a link that leads nowhere; mend or delete it.")
        if not (file.is_file() or file.is_dir()):
            raise StoreError(f"{file} is no regular file; move it away.")
        return file.read_bytes()


def checksum(data: bytes) -> bytes:
    """What tells one file from another, 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest().encode()


def save(data: bytes, target: Path) -> None:
    """Writes a file as a whole or not at all.

    A link stays and what it leads to is written; a device or a pipe stays and takes the bytes.
    """
    with explained(target):
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(data, Path(os.path.realpath(target)))


def put(data: bytes, file: Path) -> None:
    """Writes a file of an output, as a whole or not at all.

    A link is replaced and not followed: an output may come from a stranger.
    """
    with explained(file):
        _replace(data, file)


def remove(place: Path) -> None:
    """Deletes a file, a link or a folder with all that is in it, if it is there; follows no link."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _replace(data: bytes, file: Path) -> None:
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
