"""One document as RDF: the article, its passages, its mentions, its amounts."""

from collections.abc import Iterator

from rdflib import DCTERMS, PROV, RDF, URIRef
from rdflib.term import Node

from graphbuild.graph import iris, literals
from graphbuild.graph.vocabulary import GB, SCHEMA
from graphbuild.model import Amount, Document, Span

Triple = tuple[URIRef, URIRef, Node]


def document_triples(document: Document, *, base: str) -> Iterator[Triple]:
    """Describe the article itself. Its text is not in the graph: only its hash and what is quoted."""
    node = iris.document_iri(base, document.id)
    yield node, RDF.type, GB.Document
    yield node, RDF.type, SCHEMA.NewsArticle
    yield node, DCTERMS.identifier, literals.text(document.id)
    yield node, DCTERMS.language, literals.text(document.language)
    yield node, GB.sha256, literals.text(document.sha256)
    if document.title:
        yield node, DCTERMS.title, literals.text(document.title)
    if document.published:
        yield node, DCTERMS.issued, literals.date(document.published)
    if document.url or document.source:
        address = iris.safe_iri(document.url or "")
        yield node, DCTERMS.source, address or literals.text(document.url or document.source or "")


def passage_triples(document: Document, span: Span, *, base: str) -> Iterator[Triple]:
    """Give a stretch of the text with its own words; a span outside the text is a bug, not data."""
    if not 0 <= span.start < span.end <= len(document.text):
        raise ValueError(f"{span} is not inside document {document.id!r} ({len(document.text)} code points)")
    home = iris.document_iri(base, document.id)
    node = iris.passage_iri(home, span)
    yield node, RDF.type, GB.Passage
    yield node, GB.inDocument, home
    yield node, GB.start, literals.integer(span.start)
    yield node, GB.end, literals.integer(span.end)
    yield node, GB.quote, literals.text(span.of(document.text))


def mention_triples(document: Document, span: Span, entity: URIRef, *, base: str) -> Iterator[Triple]:
    """Give a passage that names, describes or points at an entity."""
    node = iris.passage_iri(iris.document_iri(base, document.id), span)
    yield from passage_triples(document, span, base=base)
    yield node, RDF.type, GB.Mention
    yield node, GB.refersTo, entity


def amount_triples(document: Document, amount: Amount, *, base: str) -> Iterator[Triple]:
    """Give a sum or a capacity where it is written, its hedge word included."""
    home = iris.document_iri(base, document.id)
    node = iris.amount_iri(home, amount.key)
    yield node, RDF.type, GB.Amount
    yield node, GB.inDocument, home
    yield node, GB.value, literals.decimal(amount.value)
    yield node, GB.currency if amount.is_money else GB.unit, literals.text(amount.unit)
    yield node, GB.comparator, literals.text(amount.comparator.value)
    yield node, GB.quote, literals.text(amount.span.of(document.text))
    yield node, GB.evidence, iris.passage_iri(home, amount.span)
    yield from passage_triples(document, amount.span, base=base)
    if amount.is_money:
        yield node, RDF.type, SCHEMA.MonetaryAmount
    if amount.max_value is not None:
        yield node, GB.maxValue, literals.decimal(amount.max_value)
    if amount.period is not None:
        yield node, GB.period, literals.duration(amount.period)
    if amount.correction is not None:
        yield node, PROV.wasGeneratedBy, URIRef(amount.correction)
    if amount.conversion_of is not None:
        yield node, GB.conversionOf, iris.amount_iri(home, (amount.conversion_of, None))
