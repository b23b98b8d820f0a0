"""What one article says, as RDF."""

from collections.abc import Iterable, Iterator
from functools import partial

from rdflib import Graph

from graphbuild.graph import claims, documents
from graphbuild.graph.documents import Triple
from graphbuild.graph.vocabulary import PREFIXES
from graphbuild.model import Extract
from graphbuild.resolve import Identities


def document_triples(extract: Extract, identities: Identities, *, base: str) -> Iterator[Triple]:
    """Give what one article says, with the entities it speaks of: what the gate checks."""
    for key in sorted(spoken_of(extract)):
        yield from claims.entity_triples(identities.entity_of(extract.document.id, key), base=base)
    yield from own_triples(extract, identities, base=base)


def own_triples(extract: Extract, identities: Identities, *, base: str) -> Iterator[Triple]:
    """Give what is an article's alone: no other article says anything of these subjects."""
    document, named = extract.document, spoken_of(extract)
    entity_of = partial(identities.entity_of, document.id)
    yield from documents.document_triples(document, base=base)
    for mention in extract.mentions:
        if mention.entity in named:
            node = claims.entity_node(entity_of(mention.entity), base=base)
            yield from documents.mention_triples(document, mention.span, node, base=base)
    for amount in extract.amounts:
        yield from documents.amount_triples(document, amount, base=base)
    for claim in extract.claims:
        yield from claims.claim_triples(document, claim, entity_of, base=base)
    for withdrawn in extract.withdrawn:
        yield from claims.withdrawn_triples(document, withdrawn, entity_of, base=base)
    yield from claims.part_triples(document, extract.claims, base=base)


def spoken_of(extract: Extract) -> frozenset[str]:
    """Everything named, and of what is only described what a claim needs."""
    said = (*extract.claims, *(withdrawn.claim for withdrawn in extract.withdrawn))
    used = {key for claim in said for _, keys in claim.roles for key in keys}
    used |= {c.stance.speaker.entity for c in said if c.stance.speaker and c.stance.speaker.entity}
    return frozenset(e.key for e in extract.entities if e.named or e.key in used) | used


def as_graph(triples: Iterable[Triple]) -> Graph:
    """Give triples as a graph in memory."""
    graph = Graph(bind_namespaces="none")
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    for triple in triples:
        graph.add(triple)
    return graph
