"""What an output's store says of one node, in a few plain questions."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from rdflib import DCTERMS, PROV, RDF, RDFS, SKOS, URIRef

from graphbuild.graph.vocabulary import ENTITY_CLASS, GB
from graphbuild.model import EntityType
from graphbuild.store import open_store

TYPES = {str(term): kind for kind, term in ENTITY_CLASS.items()}


class Nodes:
    """A read-only view of an output's graph. Terms are IRIs as text; values are text."""

    def __init__(self, output: Path) -> None:
        self.store = open_store(output)

    def values(self, node: str, term: URIRef) -> list[str]:
        """What the node's property says, sorted."""
        found = self.store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(str(term)), None)
        return sorted(_plain(quad.object) for quad in found)

    def value(self, node: str, term: URIRef) -> str | None:
        return next(iter(self.values(node, term)), None)

    def subjects(self, term: URIRef, node: str) -> list[str]:
        """The nodes whose property points at the node, sorted."""
        found = self.store.quads_for_pattern(None, ox.NamedNode(str(term)), ox.NamedNode(node))
        return sorted(_plain(quad.subject) for quad in found)

    def types(self, node: str) -> list[str]:
        return self.values(node, RDF.type)

    def entity_type(self, node: str) -> EntityType | None:
        return next((TYPES[term] for term in self.types(node) if term in TYPES), None)

    def label(self, node: str) -> str:
        return self.value(node, RDFS.label) or node

    def aliases(self, node: str) -> tuple[str, ...]:
        return tuple(self.values(node, SKOS.altLabel))

    def called(self) -> Iterator[tuple[str, str, bool]]:
        """Every entity with each of its names, and whether it is the first of them."""
        for term in (RDFS.label, SKOS.altLabel):
            for quad in self.store.quads_for_pattern(None, ox.NamedNode(str(term)), None):
                node = _plain(quad.subject)
                if self.entity_type(node) is not None:
                    yield node, _plain(quad.object), term == RDFS.label

    def article(self, node: str) -> str:
        """The identifier of the article in which a node stands."""
        home = self.value(node, GB.inDocument)
        return (self.value(home, DCTERMS.identifier) if home else None) or ""

    def articles(self, entity: str) -> list[str]:
        """The identifiers of the articles that mention an entity, sorted."""
        return sorted({self.article(mention) for mention in self.subjects(GB.refersTo, entity)})

    def claims(self, name: str) -> list[str]:
        """The claims whose short name begins so, put aside or not; sorted."""
        found = (
            node for kind in (GB.Claim, GB.InvalidatedClaim) for node in self.subjects(RDF.type, str(kind))
        )
        return sorted(node for node in found if node.rpartition("/")[2].startswith(name))

    def forms(self, entity: str, home: str, start: int, end: int) -> tuple[str, ...]:
        """The words that name an entity within a stretch of an article, sorted."""
        found = set()
        for node in self.subjects(GB.inDocument, home):
            if entity in self.values(node, GB.refersTo):
                first, last, quote = (self.value(node, term) for term in (GB.start, GB.end, GB.quote))
                if quote and start <= int(first or 0) and int(last or 0) <= end:
                    found.add(quote)
        return tuple(sorted(found))

    def corrections(self, node: str) -> list[str]:
        """The corrections that had a hand in a node."""
        terms = (PROV.wasInfluencedBy, PROV.wasGeneratedBy)
        return sorted({correction for term in terms for correction in self.values(node, term)})


def _plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value
