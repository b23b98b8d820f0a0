"""Everything that was read, as a checked RDF graph in the terms of ``ontology/graphbuild.ttl``."""

from graphbuild.graph.build import build_graph, document_graph
from graphbuild.graph.turtle import to_turtle
from graphbuild.graph.vocabulary import BASE, GB, ontology_dir

__all__ = ["BASE", "GB", "build_graph", "document_graph", "ontology_dir", "to_turtle"]
