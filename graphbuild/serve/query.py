"""The task "query": one SPARQL query, answered in the format that the asker takes."""

from collections.abc import Mapping, Sequence
from typing import Any

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    Variable,
    serialize,
)

from graphbuild.ask.answer import RESULT_FORMATS
from graphbuild.ask.guard import explained, refuse_writes
from graphbuild.graph.vocabulary import PREFIXES
from graphbuild.serve.shelf import Bounded, Shelf

TRIPLE_FORMATS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


def query(shelf: Shelf, job: Mapping[str, Any], out: Bounded) -> dict[str, Any]:
    """Ask ``sparql`` with ``bindings``, of the graphs ``default`` and ``named`` where they are given.

    ``rows`` and ``triples`` name the format for each sort of answer, or are None where the asker
    takes none; then nothing is written and ``form`` alone says which it was.
    """
    refuse_writes(job["sparql"])
    try:
        found = shelf.store.query(
            job["sparql"],
            prefixes=PREFIXES,
            substitutions={Variable(name): Literal(value) for name, value in job["bindings"].items()},
            default_graph=_graphs(job["default"]),
            named_graphs=_graphs(job["named"]),
        )
    except SyntaxError as error:
        raise explained(job["sparql"], str(error), known=PREFIXES) from error
    if isinstance(found, QueryTriples):
        if job["triples"]:
            write_triples(_distinct(found), job["triples"], out)
        return {"form": "triples"}
    if job["rows"]:
        _write_rows(found, job["rows"], out)
    return {"form": "boolean" if isinstance(found, QueryBoolean) else "solutions"}


def write_triples(triples: Sequence[Triple], form: str, out: Bounded) -> None:
    """Write triples in one of ``TRIPLE_FORMATS``."""
    serialize(triples, out, TRIPLE_FORMATS[form], prefixes=PREFIXES)


def _distinct(found: QueryTriples) -> list[Triple]:
    # The engine gives them in no particular order, and some twice.
    return sorted(set(found), key=str)


def _write_rows(found: QuerySolutions | QueryBoolean, form: str, out: Bounded) -> None:
    if isinstance(found, QueryBoolean) and form in {"csv", "tsv"}:
        # The recommendation has no rows for ASK in these two; a word is what people expect.
        out.write(b"true\n" if found else b"false\n")
    else:
        found.serialize(out, RESULT_FORMATS[form])


def _graphs(names: Sequence[str] | None) -> list[Any] | None:
    return None if names is None else [NamedNode(name) for name in names]
