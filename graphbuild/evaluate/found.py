"""Reads what a graph says of its articles, through the public vocabulary alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from graphbuild.evaluate.nouns import (
    TEXT_ROLES,
    Article,
    Names,
    Quote,
    Statement,
    Sum,
    folded,
    in_order,
    rounded,
)
from graphbuild.graph.vocabulary import ENTITY_CLASS, GB, kind_classes

# A role is one property; the annotators call the thing that stands somewhere "entity".
NAMED_ALIKE: Final = (
    *("agent", "authority", "beneficiary", "customer", "operator", "organization", "owned", "owner"),
    *("partner", "payer", "person", "place", "project", "supplier", "target"),
)
ROLES: Final = {**dict(zip(NAMED_ALIKE, NAMED_ALIKE, strict=True)), "sited": "entity"}
LABELS: Final = (RDFS.label, SKOS.prefLabel, SKOS.altLabel)
Sayings = Mapping[tuple[Node, Node], Names]


@dataclass(frozen=True, slots=True)
class Page:
    """A graph, the entities that each document mentions, and the words it uses for them."""

    graph: Graph
    mentioned: Mapping[Node, tuple[Node, ...]]
    said: Sayings

    def names(self, document: Node, entity: Node) -> Names:
        """Every name of an entity, and what this document calls it."""
        labels = chain.from_iterable(self.graph.objects(entity, label) for label in LABELS)
        known = frozenset(folded(str(label)) for label in labels)
        return (known | self.said.get((document, entity), frozenset())) - {""}


def read_found(turtle: Path) -> dict[str, Article]:
    """What ``graph.ttl`` says of each document, by the document's identifier."""
    graph = Graph()
    graph.parse(turtle, format="turtle")
    page = _page(graph)
    documents = graph.subjects(RDF.type, GB.Document)
    articles = (_article(page, document) for document in documents)
    return {article.id: article for article in articles}


def _page(graph: Graph) -> Page:
    mentioned: dict[Node, set[Node]] = defaultdict(set)
    said: dict[tuple[Node, Node], Names] = defaultdict(frozenset)
    for mention in graph.subjects(RDF.type, GB.Mention):
        document, entity = graph.value(mention, GB.inDocument), graph.value(mention, GB.refersTo)
        if document is not None and entity is not None:
            mentioned[document].add(entity)
            said[document, entity] |= {folded(_text(graph, mention, GB.quote))}
    return Page(graph, {document: tuple(sorted(keys, key=str)) for document, keys in mentioned.items()}, said)


def _article(page: Page, document: Node) -> Article:
    statements = tuple(_statements(page, document))
    return Article(
        id=_text(page.graph, document, DCTERMS.identifier),
        entities=tuple(
            (_entity_type(page.graph, entity), page.names(document, entity))
            for entity in page.mentioned.get(document, ())
        ),
        amounts=tuple(
            _sum(page.graph, amount)
            for amount in page.graph.subjects(GB.inDocument, document)
            if (amount, RDF.type, GB.Amount) in page.graph
        ),
        statements=statements,
        conflicts=_conflicts(page.graph, {statement.id for statement in statements}),
    )


def _entity_type(graph: Graph, entity: Node) -> str:
    types = set(graph.objects(entity, RDF.type))
    return next((kind.value for kind, term in ENTITY_CLASS.items() if term in types), "")


def _sum(graph: Graph, amount: Node) -> Sum:
    return Sum(
        low=rounded(graph.value(amount, GB.value)),
        high=rounded(graph.value(amount, GB.maxValue)),
        unit=_text(graph, amount, GB.currency) or _text(graph, amount, GB.unit),
        comparator=_text(graph, amount, GB.comparator),
    )


def _statements(page: Page, document: Node) -> Iterator[Statement]:
    """The claims of a document, kind after kind, in the order of the file."""
    for kind, term in kind_classes().items():
        for claim in page.graph.subjects(RDF.type, term):
            if (claim, GB.inDocument, document) in page.graph:
                yield _statement(page, document, claim, kind.value)


def _statement(page: Page, document: Node, claim: Node, kind: str) -> Statement:
    graph = page.graph
    amount = graph.value(claim, GB.amount)
    whole = graph.value(claim, GB.partOf)
    return Statement(
        id=str(claim),
        kind=kind,
        roles=in_order(
            (name, page.names(document, filler))
            for role, name in ROLES.items()
            for filler in graph.objects(claim, GB[role])
        ),
        texts=tuple((role, words) for role in TEXT_ROLES if (words := _text(graph, claim, GB[role]))),
        amount=None if amount is None else _sum(graph, amount),
        status=_text(graph, claim, GB.status).removeprefix(str(GB)).lower(),
        polarity=_text(graph, claim, GB.polarity) or "positive",
        certainty=_text(graph, claim, GB.certainty) or "asserted",
        attributed=graph.value(claim, GB.attributedTo) is not None,
        part_of=None if whole is None else str(whole),
        evidence=tuple(_quote(graph, passage) for passage in graph.objects(claim, GB.evidence)),
    )


def _quote(graph: Graph, passage: Node) -> Quote:
    start, end = _text(graph, passage, GB.start), _text(graph, passage, GB.end)
    return Quote(_text(graph, passage, GB.quote), int(start) if start else None, int(end) if end else None)


def _conflicts(graph: Graph, claims: set[str]) -> frozenset[frozenset[str]]:
    """The pairs of this document's claims that disagree."""
    pairs = ((one, other) for one in claims for other in graph.objects(URIRef(one), GB.conflictsWith))
    return frozenset(frozenset((one, str(other))) for one, other in pairs if str(other) in claims)


def _text(graph: Graph, node: Node, term: URIRef) -> str:
    """The first value as text, "" where there is none."""
    return str(next(graph.objects(node, term), ""))
