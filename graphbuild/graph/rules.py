"""The plain edges (``gb:funds`` and its like), derived by the SPARQL rules of ``ontology/rules``."""

from functools import cache

from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from graphbuild.errors import OntologyError
from graphbuild.graph.vocabulary import ontology_dir


def plain_edges(graph: Graph) -> Graph:
    """Derive the edges for people who want one: from asserted, positive facts only."""
    edges = Graph()
    for rule in rules():
        for triple in graph.query(rule):
            edges.add(triple)  # type: ignore[arg-type]  # a CONSTRUCT gives triples
    return edges


@cache
def rules() -> tuple[Query, ...]:
    """Read the rules, in the order of their names. Raises ``OntologyError`` for one that is not SPARQL."""
    return tuple(
        _rule(path.name, path.read_text("utf-8")) for path in sorted((ontology_dir() / "rules").glob("*.rq"))
    )


def _rule(name: str, text: str) -> Query:
    try:
        return prepareQuery(text)
    except Exception as error:  # pyparsing's own, of many kinds
        raise OntologyError(f"ontology/rules/{name} is not valid SPARQL: {error}") from error
