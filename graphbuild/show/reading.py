"""RDF, by the public vocabulary, to the facts that the page shows.

What a fact does not say of itself (status, amount) is taken from the claims that state it.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.data import table
from graphbuild.graph.vocabulary import ENTITY_CLASS, GB, STATUS_TERM, kind_classes, role_property
from graphbuild.show.facts import Accepted, Fact, Statement, Sum, Thing

LADDER = ("requested", "planned", "announced", "committed", "done", "cancelled")


def read_things(graph: Graph) -> tuple[Thing, ...]:
    """Every entity of the graph, sorted by IRI."""
    mentions = _mentions(graph)
    found = []
    for kind, term in ENTITY_CLASS.items():
        for node in graph.subjects(RDF.type, term):
            label = min(_words(graph, node, RDFS.label), default=str(node))
            aliases = tuple(w for w in _words(graph, node, SKOS.altLabel) if w != label)
            same = (*graph.objects(node, OWL.sameAs), *graph.objects(node, SKOS.exactMatch))
            found.append(
                Thing(
                    str(node), kind.value, label, aliases,
                    same_as=tuple(sorted({str(s) for s in same})),
                    mentions=tuple(sorted(mentions.get(node, ()))),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda thing: thing.id))


def read_facts(graph: Graph) -> tuple[Fact, ...]:
    """Every ``gb:Fact`` of the graph with the claims that state it, sorted by IRI."""
    nodes = (node for node in graph.subjects(RDF.type, GB.Fact) if isinstance(node, URIRef))
    facts = (_fact(graph, node) for node in sorted(set(nodes)))
    return tuple(fact for fact in facts if fact is not None)


def read_homes(graph: Graph) -> dict[str, str]:
    """The IRI of each article of the graph, by its identifier."""
    homes = (
        (_text(graph, node, DCTERMS.identifier), str(node)) for node in graph.subjects(RDF.type, GB.Document)
    )
    return {key: home for key, home in sorted(homes, key=str) if key}


def _fact(graph: Graph, node: URIRef) -> Fact | None:
    kind = _kind(graph, node)
    if kind is None:
        return None
    claims = tuple(_statement(graph, c) for c in _objects(graph, node, GB.statedBy))
    status = _furthest(_statuses(graph, node)) or _furthest(c.status for c in claims)
    return Fact(
        id=str(node),
        kind=kind,
        roles=_roles(graph, node, table("kinds.toml")[kind]["roles"]),
        texts=_texts(graph, node, table("kinds.toml")[kind]["texts"]),
        amounts=_amounts(graph, node, claims),
        status=status,
        stance=_stance(status, claims),
        claims=claims,
        conflicts=_links(graph, node, GB.conflictsWith),
        part_of=next(iter(_links(graph, node, GB.partOf)), None),
    )


def _statement(graph: Graph, node: Node) -> Statement:
    home = graph.value(node, GB.inDocument)
    speaker = next(iter(_objects(graph, node, GB.attributedTo)), None)
    amount = next(iter(_objects(graph, node, GB.amount)), None)
    return Statement(
        id=str(node),
        document=_text(graph, home, DCTERMS.identifier) or str(home),
        evidence=tuple(sorted(filter(None, (_span(graph, p) for p in graph.objects(node, GB.evidence))))),
        amount=_sum(graph, amount),
        status=_furthest(_statuses(graph, node)),
        polarity=_text(graph, node, GB.polarity) or "positive",
        certainty=_text(graph, node, GB.certainty) or "asserted",
        speaker=None if speaker is None else str(speaker),
        date=_text(graph, node, GB.date),
        conflicts=_links(graph, node, GB.conflictsWith),
        accepted=tuple(sorted(_accepted(graph, act) for act in graph.subjects(GB.accepts, node))),
    )


def _accepted(graph: Graph, act: Node) -> Accepted:
    agent = next(iter(_objects(graph, act, PROV.wasAssociatedWith)), None)
    return Accepted(
        when=_text(graph, act, PROV.endedAtTime) or "",
        by=_text(graph, agent, RDFS.label) or "",
        because=_text(graph, act, RDFS.comment) or "",
    )


def _stance(status: str | None, claims: tuple[Statement, ...]) -> str:
    """How far the articles stand behind it, taken together; the firmest of them decides."""
    if claims and all(claim.polarity == "negative" for claim in claims):
        return "denied"
    if status == "cancelled":
        return "cancelled"
    if claims and all(claim.certainty == "hedged" for claim in claims):
        return "rumoured"
    return "planned" if status in {"requested", "planned"} else "certain"


def _amounts(graph: Graph, node: Node, claims: tuple[Statement, ...]) -> tuple[Sum, ...]:
    """The fact's own amount; every value where its claims disagree; else what the claims say."""
    own = [_sum(graph, amount) for amount in _objects(graph, node, GB.amount)]
    disputed = [claim.amount for claim in claims if claim.conflicts]
    said = [claim.amount for claim in claims]
    chosen = [*own, *disputed] if own else said
    distinct = {(s.value, s.unit, s.comparator, s.high): s for s in reversed(chosen) if s}
    return tuple(reversed(distinct.values()))


def _sum(graph: Graph, node: Node | None) -> Sum | None:
    value = _decimal(graph, node, GB.value)
    if node is None or value is None:
        return None
    return Sum(
        value=value,
        unit=_text(graph, node, GB.currency) or _text(graph, node, GB.unit) or "",
        comparator=_text(graph, node, GB.comparator) or "=",
        high=_decimal(graph, node, GB.maxValue),
        quote=_text(graph, node, GB.quote),
        id=str(node) if isinstance(node, URIRef) else None,
    )


def _decimal(graph: Graph, node: Node | None, term: URIRef) -> str | None:
    """A plain decimal string, or None where there is none that is a number."""
    text = _text(graph, node, term)
    try:
        number = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return format(number, "f") if number is not None and number.is_finite() else None


def _kind(graph: Graph, node: Node) -> str | None:
    types = set(graph.objects(node, RDF.type))
    return next((kind.value for kind, term in kind_classes().items() if term in types), None)


def _roles(graph: Graph, node: Node, roles: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = ((role, _links(graph, node, role_property(role))) for role in roles)
    return tuple((role, keys) for role, keys in found if keys)


def _texts(graph: Graph, node: Node, roles: list[str]) -> tuple[tuple[str, str], ...]:
    found = ((role, "; ".join(_words(graph, node, role_property(role)))) for role in roles)
    return tuple((role, words) for role, words in found if words)


def _statuses(graph: Graph, node: Node) -> list[str]:
    terms = set(graph.objects(node, GB.status))
    return [status.value for status, term in STATUS_TERM.items() if term in terms]


def _furthest(statuses: Iterable[str | None]) -> str | None:
    return max((s for s in statuses if s), key=LADDER.index, default=None)


def _span(graph: Graph, node: Node) -> tuple[int, int] | None:
    start, end = _text(graph, node, GB.start), _text(graph, node, GB.end)
    return (int(start), int(end)) if start and end and start.isdigit() and end.isdigit() else None


def _mentions(graph: Graph) -> dict[Node, list[tuple[str, int, int]]]:
    found: dict[Node, list[tuple[str, int, int]]] = {}
    for passage, entity in graph.subject_objects(GB.refersTo):
        home, span = graph.value(passage, GB.inDocument), _span(graph, passage)
        document = _text(graph, home, DCTERMS.identifier)
        if document and span:
            found.setdefault(entity, []).append((document, *span))
    return found


def _objects(graph: Graph, node: Node, term: URIRef) -> list[Node]:
    """In an order that does not depend on the run."""
    return sorted(graph.objects(node, term), key=str)


def _links(graph: Graph, node: Node, term: URIRef) -> tuple[str, ...]:
    return tuple(sorted(str(o) for o in graph.objects(node, term) if isinstance(o, URIRef)))


def _words(graph: Graph, node: Node, term: URIRef) -> list[str]:
    return sorted({str(o) for o in graph.objects(node, term) if isinstance(o, Literal)})


def _text(graph: Graph, node: Node | None, term: URIRef) -> str | None:
    return None if node is None else min((str(o) for o in graph.objects(node, term)), default=None)
