"""From an RDF graph and the articles' texts to the page."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rdflib import Graph

from graphbuild.model import Document
from graphbuild.show.facts import Fact, Thing
from graphbuild.show.layout import layout
from graphbuild.show.page import network, render
from graphbuild.show.reading import read_facts, read_things
from graphbuild.show.view import view, weight


def draw(graph: Graph, texts: Mapping[str, Document], *, title: str | None = None) -> str:
    """The page for a published graph, as HTML text.

    ``texts`` maps each ``dcterms:identifier`` of the graph to its article; a claim whose article
    is missing is shown without its text. ``title`` replaces the headline that counts what there
    is. The same graph and texts give the same page.
    """
    things, facts = read_things(graph), read_facts(graph)
    picture = view(things, facts)
    return render(network(picture, layout(picture)), contents(things, facts, texts, title=title))


def contents(
    things: tuple[Thing, ...], facts: tuple[Fact, ...], texts: Mapping[str, Document], *, title: str | None
) -> dict[str, Any]:
    """Everything that stands beside the picture, as plain values for JSON."""
    used = {claim.document for fact in facts for claim in fact.claims}
    used |= {document for thing in things for document, _, _ in thing.mentions}
    return {
        "title": title,
        "articles": {key: _article(texts[key]) for key in sorted(texts)},
        "missing": sorted(used - set(texts)),
        "things": [_bare(asdict(thing)) for thing in things],
        "facts": [_fact(fact) for fact in facts],
    }


def _article(document: Document) -> dict[str, Any]:
    fields = ("title", "text", "language", "published", "url")
    return _bare({field: getattr(document, field) for field in fields})


def _fact(fact: Fact) -> dict[str, Any]:
    plain = asdict(fact) | {"disputed": fact.disputed, "weight": round(weight(fact.amounts), 4)}
    plain |= {"roles": dict(fact.roles), "texts": dict(fact.texts)}
    plain["claims"] = [_bare(claim) for claim in plain["claims"]]
    return _bare(plain)


def _bare(value: dict[str, Any]) -> dict[str, Any]:
    """Without what is absent or empty: the page is read by people with slow connections too."""
    return {key: item for key, item in value.items() if item not in (None, (), [], {}, "")}
