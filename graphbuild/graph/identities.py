"""Why two names are one entity or two, as RDF: each decision with its reason and how sure it is."""

from collections.abc import Iterable, Iterator, Mapping

from rdflib import RDF, RDFS, XSD, Literal, URIRef

from graphbuild.graph import iris, literals
from graphbuild.graph.documents import Triple
from graphbuild.graph.vocabulary import GB
from graphbuild.resolve import Decision, reason_in


def decision_triples(
    decisions: Iterable[Decision], entities: Mapping[str, URIRef], *, base: str
) -> Iterator[Triple]:
    """The decisions between entities that the graph has; ``entities`` maps canonical keys to nodes."""
    for decision in decisions:
        if all(key in entities for key in decision.keys):
            yield from _triples(decision, entities, base=base)


def _triples(decision: Decision, entities: Mapping[str, URIRef], *, base: str) -> Iterator[Triple]:
    node = iris.decision_iri(base, decision)
    yield node, RDF.type, GB.IdentityDecision
    yield node, GB.merged, Literal(str(decision.merged).lower(), datatype=XSD.boolean, normalize=False)
    yield node, GB.reason, literals.text(decision.reason)
    yield node, GB.score, literals.decimal(decision.score)
    for key in decision.keys:
        yield node, GB.about, entities[key]
    for name in (decision.one, decision.other):
        yield node, GB.name, literals.text(name)
    for language in ("en", "fr"):
        yield node, RDFS.comment, Literal(reason_in(decision.reason, language), lang=language)
