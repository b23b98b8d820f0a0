"""The SPARQL 1.1 Service Description of the endpoint."""

from io import BytesIO
from typing import Final

from pyoxigraph import BlankNode, NamedNode, Triple, serialize

from graphbuild.graph.vocabulary import PREFIXES
from graphbuild.serve.query import TRIPLE_FORMATS

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
FORMATS: Final = "http://www.w3.org/ns/formats/"
RDF_TYPE: Final = NamedNode(f"{PREFIXES['rdf']}type")
RESULTS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)


def description(endpoint: str, form: str) -> bytes:
    """What stands at ``endpoint``, in RDF, in one of ``TRIPLE_FORMATS``."""
    service, dataset, graph = NamedNode(endpoint), BlankNode("dataset"), BlankNode("graph")
    triples = [
        Triple(service, RDF_TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), service),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        *(Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in RESULTS),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, RDF_TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), graph),
        Triple(graph, RDF_TYPE, _sd("Graph")),
    ]
    out = BytesIO()
    serialize(triples, out, TRIPLE_FORMATS[form], prefixes={**PREFIXES, "sd": SD})
    return out.getvalue()


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
