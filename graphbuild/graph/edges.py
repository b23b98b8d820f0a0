"""The plain edges, fact by fact: what a rule says of one fact depends on that fact and its claims alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.term import Node

from graphbuild.graph import literals
from graphbuild.graph.article import as_graph
from graphbuild.graph.documents import Triple
from graphbuild.graph.facts import Lookup
from graphbuild.graph.rules import plain_edges
from graphbuild.graph.sayings import Saying
from graphbuild.graph.vocabulary import GB, STATUS_TERM
from graphbuild.ledger import Fact
from graphbuild.model import Stance

MARK = "#edge="  # between a fact and one of its parties: in no IRI of ours
Edge = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Edges:
    """What the rules derive, by fact; and by a name for all that decides it, to be known the next time."""

    triples: tuple[Triple, ...]
    known: Mapping[str, tuple[Edge, ...]]


def edges(
    told: Sequence[tuple[Fact, Saying]], known: Lookup, *, before: Mapping[str, tuple[Edge, ...]]
) -> Edges:
    """The plain edges of facts; what ``before`` knows is taken from there."""
    made = _derived([(fact, saying) for fact, saying in told if saying.key not in before], known)
    found = {s.key: before[s.key] if s.key in before else made[s.owner] for _, s in told}
    every = sorted({edge for several in found.values() for edge in several})
    return Edges(tuple((URIRef(s), URIRef(p), URIRef(o)) for s, p, o in every), found)


def _derived(told: Sequence[tuple[Fact, Saying]], known: Lookup) -> dict[str, tuple[Edge, ...]]:
    """What the rules derive from each fact. Its parties bear its name meanwhile: one run does for all."""
    facts = {saying.owner: [t for t in saying.triples() if str(t[0]) == saying.owner] for _, saying in told}
    graph = as_graph(triple for fact, said in facts.items() for triple in _marked(fact, said, known.base))
    for claim in {claim for fact, _ in told for claim in fact.claims}:
        for triple in _stance(known.node(claim), known.claim(claim).stance):
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
