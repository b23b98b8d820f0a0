"""What a build leaves to say that it is done: one of the same, where nothing was touched since, ends at once.

A seal holds a name for all that decided the output, and a checksum of each of its files. Whatever is changed,
taken away or added breaks it, and the next build does all its work. It costs time and nothing else.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from graphbuild.report import Issue
from graphbuild.store.disk import checksum, put
from graphbuild.store.layout import MANAGED, REPORT, SEAL, STORE

SEALED = tuple(name for name in MANAGED if name not in {REPORT, SEAL})  # who reads less reports less
NOTES = ("LOCK", "LOG")  # of the engine to itself: it writes them whenever it looks into the store
CHECKSUM = len(checksum(b""))


@dataclass(frozen=True, slots=True)
class Seal:
    """What decided an output, its files, what was told of them beside the reading, and how much was found."""

    made_of: str
    files: Mapping[str, str]
    issues: tuple[Issue, ...] = ()
    found: tuple[tuple[str, int], ...] = ()


DECODER = msgspec.msgpack.Decoder(Seal)


def write_seal(
    folder: Path, *, made_of: str, issues: Iterable[Issue], found: tuple[tuple[str, int], ...]
) -> None:
    """Seals what ``folder`` holds, which must be all."""
    body = msgspec.msgpack.encode(Seal(made_of, files_of(folder), tuple(issues), found))
    put(checksum(body) + body, folder / SEAL)


def read_seal(output: Path, *, made_of: str) -> Seal | None:
    """The seal of an output that was made of this and is as it was made; None of any other."""
    file = output / SEAL
    try:
        data = b"" if file.is_symlink() else file.read_bytes()
        if checksum(data[CHECKSUM:]) != data[:CHECKSUM]:
            return None
        seal = DECODER.decode(data[CHECKSUM:])
        return seal if seal.made_of == made_of and seal.files == files_of(output) else None
    except (OSError, msgspec.DecodeError):  # a file that cannot be read is not as it was made
        return None


def files_of(output: Path) -> dict[str, str]:
    """A checksum of each file that a build has made, by its path; a link is none."""
    places = (path for name in SEALED for path in _below(output / name))
    return {str(path.relative_to(output)): _checksum(path) for path in places}


def _below(place: Path) -> Iterator[Path]:
    if place.is_dir() and not place.is_symlink():
        yield from (path for path in sorted(place.rglob("*")) if not _is_note(place, path))
    elif os.path.lexists(place):
        yield place


def _is_note(place: Path, path: Path) -> bool:
    return place.name == STORE and path.name.startswith(NOTES)


def _checksum(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""  # a build makes none
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
