"""Everything that was read, as a checked RDF graph in the terms of ``ontology/graphbuild.ttl``."""

from rdflib import Graph

from graphbuild.graph.build import build_graph
from graphbuild.graph.check import Finding, check_evidence, validate
from graphbuild.graph.gate import Gated, gate
from graphbuild.graph.turtle import to_turtle
from graphbuild.graph.vocabulary import BASE, GB, ontology_dir

__all__ = [
    "BASE",
    "GB",
    "Finding",
    "Gated",
    "Graph",
    "build_graph",
    "check_evidence",
    "gate",
    "ontology_dir",
    "to_turtle",
    "validate",
]
