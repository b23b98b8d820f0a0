"""What a question gives, and the formats it can be written in."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from graphbuild.errors import QueryError
from graphbuild.graph.vocabulary import PREFIXES

RESULT_FORMATS: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
FORMATS: Final = ("table", *RESULT_FORMATS, "turtle")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    ``form`` is "solutions" (SELECT), "boolean" (ASK) or "triples" (CONSTRUCT, DESCRIBE).
    ``payload`` holds SPARQL JSON results, or N-Triples.
    """

    form: str
    payload: bytes

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; for triples subject, predicate and object."""
        match self.form:
            case "boolean":
                return ("answer",)
            case "triples":
                return ("subject", "predicate", "object")
            case _:
                return tuple(variable.value for variable in self._solutions().variables)

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The cells as a person reads them: short IRIs, plain literals, "" where nothing is bound."""
        match self.form:
            case "boolean":
                return [("yes" if self._boolean() else "no",)]
            case "triples":
                return [tuple(_cell(term) for term in triple) for triple in self._triples()]
            case _:
                return [tuple(_cell(term) for term in row) for row in self._solutions()]

    def __bool__(self) -> bool:
        """Whether there is anything in it: a row, a triple, or a yes."""
        return self._boolean() if self.form == "boolean" else bool(self.rows)

    def serialise(self, format: str) -> bytes:  # noqa: A002 - the option's name
        """The answer as csv, tsv, json, xml or turtle; ``QueryError`` where the two do not fit."""
        if self.form == "triples":
            if format != "turtle":
                raise QueryError(f"CONSTRUCT and DESCRIBE give triples: write them as turtle, not {format}.")
            return serialize(self._triples(), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
        if format not in RESULT_FORMATS:
            raise QueryError(
                f"SELECT and ASK give rows: write them as {', '.join(RESULT_FORMATS)}, not {format}."
            )
        if self.form == "boolean" and format in {"csv", "tsv"}:
            return f"{'true' if self._boolean() else 'false'}\n".encode()
        results = parse_query_results(self.payload, QueryResultsFormat.JSON)
        return results.serialize(format=RESULT_FORMATS[format]) or b""

    def without(self, columns: Collection[str]) -> "Answer":
        """The same rows without some columns: those of which the asker gave the value."""
        if self.form != "solutions" or not columns:
            return self
        results = json.loads(self.payload)
        results["head"]["vars"] = [name for name in results["head"]["vars"] if name not in columns]
        for row in results["results"]["bindings"]:
            for name in columns:
                row.pop(name, None)
        return replace(self, payload=json.dumps(results).encode())

    def _boolean(self) -> bool:
        answer = parse_query_results(self.payload, QueryResultsFormat.JSON)
        return isinstance(answer, QueryBoolean) and bool(answer)

    def _solutions(self) -> QuerySolutions:
        answer = parse_query_results(self.payload, QueryResultsFormat.JSON)
        if not isinstance(answer, QuerySolutions):
            raise TypeError(f"an answer of form {self.form} holds {type(answer).__name__}")
        return answer

    def _triples(self) -> Sequence[Triple]:
        # The engine gives them in no particular order, and a DESCRIBE may give one twice.
        quads = parse(self.payload, format=RdfFormat.N_TRIPLES)
        return sorted({quad.triple for quad in quads}, key=str)


def _cell(term: object) -> str:
    match term:
        case None:
            return ""
        case Literal(value=value):
            return value
        case NamedNode(value=iri):
            return shortened(iri)
        case _:
            return str(term)


def shortened(iri: str) -> str:
    """The IRI with its prefix where it has one of ours.

    >>> shortened("https://w3id.org/graphbuild/ontology#Planned")
    'gb:Planned'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
