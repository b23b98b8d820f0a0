"""The plain edges, fact by fact: what a rule says of one fact depends on that fact and its claims alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import RDF, URIRef
from rdflib.term import Node

from graphbuild.graph import iris, literals
from graphbuild.graph.build import as_graph
from graphbuild.graph.documents import Triple
from graphbuild.graph.hashes import hashed
from graphbuild.graph.rules import plain_edges
from graphbuild.graph.vocabulary import GB, STATUS_TERM
from graphbuild.model import Extract, Stance

MARK = "#edge="  # between a fact and one of its parties: in no IRI of ours
Edge = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Edges:
    """What the rules derive, by fact; and by a name for all that decides it, to be known the next time."""

    triples: tuple[Triple, ...]
    known: Mapping[str, tuple[Edge, ...]]


def edges(
    above: Iterable[Triple], extracts: Iterable[Extract], *, before: Mapping[str, tuple[Edge, ...]], base: str
) -> Edges:
    """The plain edges of the facts in ``above``; what ``before`` knows is taken from there."""
    stances: dict[Node, Stance] = {
        iris.claim_iri(base, claim.kind, extract.document.id, claim.key): claim.stance
        for extract in extracts
        for claim in extract.claims
    }
    facts = _facts(above)
    keys = {fact: hashed(repr([stances[c] for c in _claims(said)]), said) for fact, said in facts.items()}
    made = _derived({fact: said for fact, said in facts.items() if keys[fact] not in before}, stances, base)
    known = {key: before[key] if key in before else made[fact] for fact, key in keys.items()}
    every = sorted({edge for several in known.values() for edge in several})
    return Edges(tuple((URIRef(s), URIRef(p), URIRef(o)) for s, p, o in every), known)


def _facts(above: Iterable[Triple]) -> dict[str, list[Triple]]:
    said: dict[str, list[Triple]] = defaultdict(list)
    kinds = set()
    for triple in above:
        said[str(triple[0])].append(triple)
        if triple[1] == RDF.type and triple[2] == GB.Fact:
            kinds.add(str(triple[0]))
    return {fact: said[fact] for fact in sorted(kinds)}


def _claims(said: Iterable[Triple]) -> list[Node]:
    return sorted((claim for _, stated, claim in said if stated == GB.statedBy), key=str)


def _derived(
    facts: Mapping[str, Sequence[Triple]], stances: Mapping[Node, Stance], base: str
) -> dict[str, tuple[Edge, ...]]:
    """What the rules derive from each fact. Its parties bear its name meanwhile: one run does for all."""
    graph = as_graph(triple for fact, said in facts.items() for triple in _marked(fact, said, base))
    for claim in {claim for said in facts.values() for claim in _claims(said)}:
        for triple in _stance(claim, stances[claim]):
            graph.add(triple)
    found: dict[str, set[Edge]] = {fact: set() for fact in facts}
    for one, edge, other in plain_edges(graph):
        fact, _, subject = str(one).partition(MARK)
        found[fact].add((subject, str(edge), str(other).partition(MARK)[2]))
    return {fact: tuple(sorted(made)) for fact, made in found.items()}


def _marked(fact: str, said: Iterable[Triple], base: str) -> Iterator[Triple]:
    for s, p, o in said:
        yield s, p, URIRef(f"{fact}{MARK}{o}") if str(o).startswith(f"{base}entity/") else o


def _stance(claim: Node, stance: Stance) -> Iterator[tuple[Node, Node, Node]]:
    yield claim, GB.status, STATUS_TERM[stance.status]
    yield claim, GB.polarity, literals.text(stance.polarity.value)
    yield claim, GB.certainty, literals.text(stance.certainty.value)
