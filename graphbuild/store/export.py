"""The graph in the formats that other tools read."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat, Triple, serialize

from graphbuild.errors import StoreError
from graphbuild.store.layout import GRAPH
from graphbuild.store.snapshot import open_store, require

# Turtle is the readable file as it was written; so is TriG, of which Turtle is a part, as long as
# everything stands in the default graph.
READABLE: Final = ("turtle", "trig")
WRITTEN: Final[Mapping[str, RdfFormat]] = {
    "jsonld": RdfFormat.JSON_LD,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
}
# XML 1.0, production 2.
NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMATS: Final = tuple(sorted((*READABLE, *WRITTEN)))


def export(output: Path, *, format: str, prefixes: Mapping[str, str]) -> bytes:  # noqa: A002 - the option's name
    """The whole graph of an output, serialised; statements in a stable order."""
    if format in READABLE:
        return require(output, GRAPH).read_bytes()
    if format not in WRITTEN:
        raise StoreError(f"Cannot export {format!r}; the formats are {', '.join(FORMATS)}.")
    triples = sorted((quad.triple for quad in open_store(output)), key=str)
    return _serialised(triples, WRITTEN[format], prefixes)


def _serialised(triples: list[Triple], form: RdfFormat, prefixes: Mapping[str, str]) -> bytes:
    data = serialize(triples, format=form, prefixes=dict(prefixes)) or b""
    return _fit_for_xml(data) if form is RdfFormat.RDF_XML else data


def _fit_for_xml(data: bytes) -> bytes:
    """Keep carriage returns, which an XML reader would drop; refuse what no XML can hold."""
    if bad := NOT_XML.search(data.decode()):
        raise StoreError(
            f"RDF/XML cannot hold the character U+{ord(bad[0]):04X}, which stands in an article. "
            "Export turtle, nquads or jsonld instead, or remove it from the article."
        )
    return data.replace(b"\r", b"&#13;")
