"""The graph in the formats that other tools read."""

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
    data = serialize(triples, format=form, prefixes=dict(prefixes))
    return data if data is not None else b""
