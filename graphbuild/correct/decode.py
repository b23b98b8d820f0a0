"""From the graph of ``corrections.ttl``, which fits its shapes, to corrections."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from rdflib import DCTERMS, PROV, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.amend.apply import FILE
from graphbuild.amend.nouns import (
    Accept,
    Add,
    Article,
    Change,
    Correction,
    Different,
    FixAmount,
    FixRole,
    Named,
    Quoted,
    Reject,
    Rename,
    Retype,
    Roles,
    Said,
    Same,
    Sum,
    Undo,
)
from graphbuild.data import table
from graphbuild.errors import CorrectionError
from graphbuild.graph.corrections import ACTION
from graphbuild.graph.vocabulary import ENTITY_CLASS, GB, STATUS_TERM, kind_classes, role_property
from graphbuild.model import Certainty, Comparator, EntityType, Kind, Polarity, Speaker, Stance, Status

ACTIONS = {term: change for change, term in ACTION.items()}
TYPES = {term: kind for kind, term in ENTITY_CLASS.items()}
STATUSES = {term: status for status, term in STATUS_TERM.items()}


def decode(graph: Graph) -> tuple[Correction, ...]:
    """The corrections of the graph, in the order of their times."""
    nodes = [node for node in graph.subjects(RDF.type, GB.Correction) if isinstance(node, URIRef)]
    return tuple(sorted((_correction(graph, node) for node in nodes), key=lambda made: made.order))


def _correction(graph: Graph, node: URIRef) -> Correction:
    try:
        return Correction(
            id=str(node),
            change=_change(graph, node),
            by=_text(graph, graph.value(node, PROV.wasAssociatedWith), RDFS.label) or "",
            when=utc(_text(graph, node, PROV.endedAtTime) or ""),
            because=_text(graph, node, RDFS.comment) or "",
        )
    except ValueError as error:
        raise CorrectionError(f"{FILE}, {str(node).rpartition('/')[2]}: {error}") from error


def utc(when: str) -> str:
    """A moment in ISO 8601, in UTC to the microsecond, so that two can be compared as text.

    Without a zone it is UTC. Raises ``ValueError`` with a message for people.

    >>> utc("2026-01-31T13:00+01:00")
    '2026-01-31T12:00:00.000000Z'
    """
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        raise ValueError(
            f"{when!r} is no date. Write one such as 2026-01-31T12:00:00Z, or 2026-01-31."
        ) from None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _change(graph: Graph, node: URIRef) -> Change:  # noqa: PLR0911 - one a sort of change
    action = next(change for term, change in ACTIONS.items() if (node, RDF.type, term) in graph)
    corrects = sorted(graph.objects(node, GB.corrects), key=str)
    states = graph.value(node, GB.states)
    if action is Undo:
        return Undo(str(graph.value(node, GB.undoes)))
    if action is Add:
        return _addition(graph, states or node)
    if action is Same or action is Different:
        one, other = sorted((_named(graph, entity) for entity in corrects), key=repr)
        return Same(one, other) if action is Same else Different(one, other)
    if action is Accept:
        claim = graph.value(node, GB.accepts) or node
        return Accept(_said(graph, claim, new=True), _sum(graph, claim))
    (about,) = corrects
    if action is Retype:
        return Retype(_named(graph, about), _type(graph, states or node))
    if action is Rename:
        return Rename(_named(graph, about), _text(graph, states, RDFS.label) or "")
    if action is Reject:
        return Reject(_said(graph, about))
    if action is FixAmount:
        return FixAmount(_said(graph, about), _amount(graph, node, states))
    return _role(graph, node, about, states)


def _amount(graph: Graph, node: Node, states: Node | None) -> Sum | None:
    """The amount that is stated, or None where it is removed."""
    amount = _sum(graph, states) if states else None
    if (amount is None) is not ((node, GB.removes, GB.amount) in graph):
        raise ValueError("It must state an amount (gb:states [ gb:amount [ ... ] ]) or gb:removes gb:amount.")
    return amount


def _role(graph: Graph, node: Node, about: Node, states: Node | None) -> FixRole:
    """The one role that is stated or removed."""
    said = _said(graph, about)
    emptied = {str(term).removeprefix(GB) for term in graph.objects(node, GB.removes)}
    roles = dict(_roles(graph, states, said.kind)) if states else {}
    texts = dict(_texts(graph, states, said.kind)) if states else {}
    named = {*roles, *texts, *emptied}
    if len(named) != 1:
        raise ValueError(
            "It must state one role (gb:states [ gb:payer [ ... ] ]) or remove one (gb:removes gb:payer)."
        )
    (role,) = named
    allowed = {*table("kinds.toml")[said.kind]["roles"], *table("kinds.toml")[said.kind]["texts"]}
    if role not in allowed:
        raise ValueError(f"A claim of this kind has no {role}; it has {', '.join(sorted(allowed))}.")
    return FixRole(said, role, roles.get(role, ()), texts.get(role))


def _addition(graph: Graph, node: Node) -> Add:
    speaker = _text(graph, node, GB.attributedTo)
    stance = Stance(
        status=next((s for term, s in STATUSES.items() if (node, GB.status, term) in graph), Status.DONE),
        polarity=Polarity(_text(graph, node, GB.polarity) or "positive"),
        certainty=Certainty(_text(graph, node, GB.certainty) or "asserted"),
        speaker=Speaker(speaker) if speaker else None,
    )
    return Add(_said(graph, node, new=True), stance, _sum(graph, node), _text(graph, node, GB.date))


def _said(graph: Graph, node: Node, *, new: bool = False) -> Said:
    kind = next(kind for kind, term in kind_classes().items() if (node, RDF.type, term) in graph)
    home = graph.value(node, GB.inDocument)
    amount = graph.value(node, GB.amount)
    return Said(
        article=Article(_text(graph, home, DCTERMS.identifier) or "", _text(graph, home, GB.sha256)),
        kind=kind,
        passages=tuple(sorted(_quoted(graph, passage) for passage in graph.objects(node, GB.evidence))),
        roles=_roles(graph, node, kind),
        texts=_texts(graph, node, kind),
        amount=None if new or amount is None else _quoted(graph, amount),
        id=_text(graph, node, DCTERMS.identifier),
    )


def _quoted(graph: Graph, node: Node) -> Quoted:
    """Where the end is not given, or does not fit the words, it follows from them."""
    start = int(_text(graph, node, GB.start) or 0)
    quote = _text(graph, node, GB.quote) or ""
    return Quoted(start, start + len(quote), quote)


def _sum(graph: Graph, claim: Node) -> Sum | None:
    node = graph.value(claim, GB.amount)
    if node is None:
        return None
    value, unit = _text(graph, node, GB.value), _text(graph, node, GB.currency) or _text(graph, node, GB.unit)
    high = _text(graph, node, GB.maxValue)
    if value is None or unit is None:
        raise ValueError("An amount must have gb:value and gb:currency (or gb:unit).")
    comparator = Comparator(_text(graph, node, GB.comparator) or ("range" if high else "="))
    return Sum(_quoted(graph, node), Decimal(value), unit, comparator, Decimal(high) if high else None)


def _roles(graph: Graph, node: Node, kind: Kind) -> Roles:
    found = (
        (
            role,
            tuple(sorted((_named(graph, who) for who in graph.objects(node, role_property(role))), key=repr)),
        )
        for role in table("kinds.toml")[kind]["roles"]
    )
    return tuple(sorted((role, who) for role, who in found if who))


def _texts(graph: Graph, node: Node, kind: Kind) -> tuple[tuple[str, str], ...]:
    found = ((role, _text(graph, node, role_property(role))) for role in table("kinds.toml")[kind]["texts"])
    return tuple(sorted((role, words) for role, words in found if words))


def _named(graph: Graph, node: Node) -> Named:
    document = _text(graph, graph.value(node, GB.inDocument), DCTERMS.identifier)
    also = tuple(sorted({str(name) for name in graph.objects(node, SKOS.altLabel)}))
    return Named(_type(graph, node), _text(graph, node, RDFS.label) or "", also, document)


def _type(graph: Graph, node: Node) -> EntityType:
    return next(kind for term, kind in TYPES.items() if (node, RDF.type, term) in graph)


def _text(graph: Graph, node: Node | None, term: URIRef) -> str | None:
    return None if node is None else min(_literals(graph, node, term), default=None)


def _literals(graph: Graph, node: Node, term: URIRef) -> Iterator[str]:
    return (str(value) for value in graph.objects(node, term) if isinstance(value, Literal))
