"""``corrections.ttl`` as a graph in which equal descriptions are one node; or an error with its line."""

import re
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.amend.apply import FILE
from graphbuild.errors import CorrectionError
from graphbuild.graph.check import Finding, validate_corrections
from graphbuild.graph.vocabulary import GB
from graphbuild.model import digest

LONGEST = 20_000_000  # bytes; about 20,000 corrections
DEEPEST = 8  # descriptions within descriptions; our own have four
HERE = "https://w3id.org/graphbuild/id/"  # what a relative IRI is relative to
DESCRIPTION = "urn:graphbuild:description:"
NAME = re.compile(r"https?://\S+/correction/[^\s/]+")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Triples = dict[ox.NamedNode | ox.BlankNode, list[tuple[ox.NamedNode, Term]]]


def parse(data: bytes) -> Graph:
    """Read the file. Raises ``CorrectionError`` for anything that is not exactly as it should be.

    Blank nodes become IRIs made of what they say, so that a file that holds a correction twice holds it once.
    """
    if len(data) > LONGEST:
        raise CorrectionError(f"{FILE} has {len(data)} bytes; at most {LONGEST} are read. Split the corpus.")
    about = _triples(data)
    graph = _described(about)
    _refuse_strangers(graph, data)
    if findings := validate_corrections(graph):
        raise CorrectionError("\n".join(dict.fromkeys(_line(f, graph, data) for f in findings)))
    return graph


def _triples(data: bytes) -> Triples:
    about: Triples = defaultdict(list)
    try:
        for quad in ox.parse(data, ox.RdfFormat.TURTLE, base_iri=HERE):
            if isinstance(quad.subject, ox.NamedNode | ox.BlankNode):
                about[quad.subject].append((quad.predicate, quad.object))
    except SyntaxError as error:
        raise CorrectionError(
            f"{FILE}, line {error.lineno}: {error.msg}. Correct that line; nothing was built or changed."
        ) from error
    return about


def _described(about: Triples) -> Graph:
    graph = Graph(bind_namespaces="none")
    names: dict[ox.BlankNode, URIRef] = {}
    for subject in about:
        if isinstance(subject, ox.NamedNode):
            _add(graph, URIRef(subject.value), subject, about, names)
    unnamed = {s for s in about if isinstance(s, ox.BlankNode)} - set(names)
    for subject in unnamed:
        # described, but by no correction: _refuse_strangers tells of it
        _add(graph, _named(graph, subject, about, names, DEEPEST), subject, about, names)
    return graph


def _add(
    graph: Graph,
    node: URIRef,
    subject: ox.NamedNode | ox.BlankNode,
    about: Triples,
    names: dict[ox.BlankNode, URIRef],
    room: int = DEEPEST,
) -> None:
    for predicate, value in about[subject]:
        graph.add((node, URIRef(predicate.value), _term(graph, value, about, names, room)))


def _term(graph: Graph, term: Term, about: Triples, names: dict[ox.BlankNode, URIRef], room: int) -> Node:
    match term:
        case ox.BlankNode():
            return _named(graph, term, about, names, room)
        case ox.Literal():
            plain = term.language or term.datatype.value == str(XSD.string)
            kind = None if plain else URIRef(term.datatype.value)
            return Literal(term.value, lang=term.language, datatype=kind, normalize=False)
        case ox.NamedNode():
            return URIRef(term.value)
    raise CorrectionError(f"{FILE} quotes a whole statement ({term}), which no correction needs. Remove it.")


def _named(
    graph: Graph, node: ox.BlankNode, about: Triples, names: dict[ox.BlankNode, URIRef], room: int
) -> URIRef:
    """The IRI of a description, made of what it says, all the way down."""
    if node not in names:
        if room == 0:
            raise CorrectionError(
                f"{FILE} holds a description nested more than {DEEPEST} deep, or in itself. Remove it."
            )
        said = [(URIRef(p.value), _term(graph, value, about, names, room - 1)) for p, value in about[node]]
        names[node] = URIRef(DESCRIPTION + digest("\n".join(sorted({f"{p.n3()} {o.n3()}" for p, o in said}))))
        for predicate, value in said:
            graph.add((names[node], predicate, value))
    return names[node]


def _refuse_strangers(graph: Graph, data: bytes) -> None:
    """A misspelt class would make a correction be passed over in silence."""
    made = set(graph.subjects(RDF.type, GB.Correction))
    reached = set(made)
    waiting: list[Node] = list(made)
    while waiting:
        found = set(graph.objects(waiting.pop())) - reached
        reached |= found
        waiting += found
    for node in sorted(set(graph.subjects()) - reached, key=str):
        raise CorrectionError(
            f"{_where(node, data)}: {_called(node)} is no gb:Correction and belongs to none. "
            "Write `a gb:Correction, gb:Rejection` or the like, or remove it."
        )
    for node in sorted(made, key=str):
        if not NAME.fullmatch(str(node)):
            raise CorrectionError(
                f"{_where(node, data)}: {_called(node)} is no name for a correction. "
                f"Name it {HERE}correction/NAME."
            )


def _line(finding: Finding, graph: Graph, data: bytes) -> str:
    """A finding with the correction and the line that it is about."""
    owner = _owner(URIRef(finding.node), graph)
    found = f" Found: {finding.found}." if finding.found else ""
    return f"{_where(owner, data)}: {_called(owner)}: {finding.problem}{found}"


def _owner(node: Node, graph: Graph) -> Node:
    """The correction to which a description belongs."""
    seen: set[Node] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if (one, RDF.type, GB.Correction) in graph:
            return one
        waiting += sorted(set(graph.subjects(None, one)) - seen, key=str)
        seen.add(one)
    return node


def _called(node: Node) -> str:
    return "a description" if str(node).startswith(DESCRIPTION) else str(node).rpartition("/")[2] or str(node)


def _where(node: Node, data: bytes) -> str:
    """The file and, where it can be told, the line on which a correction begins."""
    names = _ways_to_write(node)
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if any(re.match(rf"\s*{re.escape(name)}(?![\w.-])", line) for name in names):
            return f"{FILE}, line {number}"
    return FILE


def _ways_to_write(node: Node) -> Iterable[str]:
    return (f"<{node}>", f"corr:{str(node).rpartition('/')[2]}")
