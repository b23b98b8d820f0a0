"""A name for the code and the data that made something: what another version made is not used."""

import hashlib
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import requires, version
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def made_by(places: tuple[Path, ...], packages: tuple[str, ...] = ()) -> str:
    """One hash of all files under ``places``, of the installed ``packages`` and of Python itself.

    Raises FileNotFoundError for a place that is not there: its changes would go unseen.
    """
    seen = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for name in packages:
        seen.update(f"{name} {version(name)}\n".encode())
    for path in sorted(path for place in places for path in _files(place)):
        seen.update(f"{path.name} {path.stat().st_size}\n".encode() + path.read_bytes())
    return seen.hexdigest()


def needed() -> tuple[str, ...]:
    """The packages that ours asks for, whatever for; those that only its developers need left out."""
    asked = (line for line in requires(PACKAGE.name) or () if "extra ==" not in line)
    return tuple(sorted(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in asked))


def _files(place: Path) -> Iterable[Path]:
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise FileNotFoundError(f"{place} is part of a version and is not there.")
    return [path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc"]
