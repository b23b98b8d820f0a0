"""From an RDF graph and the articles' texts to the page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rdflib import Graph

from graphbuild.model import Document
from graphbuild.show.articles import articles
from graphbuild.show.contents import Line, bundle, summary, terms
from graphbuild.show.facts import Fact, Thing
from graphbuild.show.page import network, render
from graphbuild.show.plan import Plan, plan
from graphbuild.show.reading import read_facts, read_homes, read_things
from graphbuild.show.view import view, weight

if TYPE_CHECKING:
    import networkx as nx

PARCEL = 4000  # facts, names, articles or lines that the page unpacks at a time
AT_ONCE = 1_000_000  # characters of text that it unpacks before it draws
FLOWS = 110  # lines of the opening picture of a big graph
BIGGEST = 150  # facts of its opening list


def draw(graph: Graph, texts: Mapping[str, Document], *, title: str | None = None) -> str:
    """The page for a published graph, as HTML text.

    ``texts`` maps each ``dcterms:identifier`` of the graph to its article; a claim whose article
    is missing is shown without its text. ``title`` replaces the headline that counts what there
    is. The same graph and texts give the same page.
    """
    return page(read_things(graph), read_facts(graph), texts, homes=read_homes(graph), title=title)


def page(
    things: Sequence[Thing],
    facts: Sequence[Fact],
    texts: Mapping[str, Document],
    *,
    homes: Mapping[str, str] | None = None,
    title: str | None = None,
) -> str:
    """The page for entities and facts. ``homes`` gives the IRI of each article."""
    picture = view(things, facts)
    where = plan(picture)
    carried = articles(texts, facts, homes or {})
    seen = set(where.ranked[: where.shown])
    flows = opening(picture, seen, len(where.ranked))
    whole = len(seen) == len(where.ranked)
    light = sum(len(article.get("text", "")) for article in carried.values()) <= AT_ONCE
    told = {fact.id for _, _, arrow, _ in _lines(picture, flows) for fact in arrow.facts}
    told |= {stream.biggest for stream in where.streams}
    first = (things, facts) if whole else _first(things, facts, seen, told)
    data = bundle(*first, carried if whole and light else {}, nodes=(), lines=()) | {
        "title": title,
        "summary": summary(things, facts, carried, where),
        "terms": terms(),
        "groups": [[g.x, g.y, g.r, len(g.members), *g.members[:3]] for g in where.groups],
        "streams": [[s.tail, s.head, s.facts, s.biggest] for s in where.streams],
    }
    rest = (
        () if whole and light else _parcels(things, facts, carried, _nodes(picture, where), _lines(picture))
    )
    return render(network(picture, where, flows), data, rest)


def part(graph: Graph, texts: Mapping[str, Document]) -> dict[str, Any]:
    """A part of a bigger graph, laid out, as a parcel that a page on a server puts beside what it has."""
    things, facts = read_things(graph), read_facts(graph)
    picture = view(things, facts)
    carried = articles(texts, facts, read_homes(graph))
    return bundle(things, facts, carried, _nodes(picture, plan(picture)), _lines(picture))


def opening(picture: "nx.MultiDiGraph[str]", seen: set[str], total: int) -> set[int]:
    """The numbers of the lines of the opening picture: all of a small one, the biggest of a big one."""
    lines = [
        (n, data["width"])
        for n, (t, h, data) in enumerate(picture.edges(data=True))
        if t in seen and h in seen
    ]
    if len(seen) < total:
        lines = sorted(lines, key=lambda line: (-line[1], line[0]))[:FLOWS]
    return {number for number, _ in lines}


def _first(
    things: Sequence[Thing], facts: Sequence[Fact], seen: set[str], drawn: set[str]
) -> tuple[list[Thing], list[Fact]]:
    """What the opening picture of a big graph is about, and the biggest facts."""
    biggest = {fact.id for fact in sorted(facts, key=lambda fact: (-weight(fact.amounts), fact.id))[:BIGGEST]}
    chosen = [fact for fact in facts if fact.id in drawn or fact.id in biggest]
    named = seen | {key for fact in chosen for key in fact.entities}
    return [thing for thing in things if thing.id in named], chosen


def _nodes(picture: "nx.MultiDiGraph[str]", where: Plan) -> list[list[Any]]:
    """Every node, by rank."""
    found = []
    for key in where.ranked:
        data = picture.nodes[key]
        found.append([key, *where.places[key], data["size"], data["thing"].type, data["thing"].label])
    return found


def _lines(picture: "nx.MultiDiGraph[str]", numbers: set[int] | None = None) -> list[Line]:
    """The lines of a picture, or those with these numbers."""
    every = enumerate(picture.edges(data=True))
    return [(t, h, e["arrow"], e["width"]) for n, (t, h, e) in every if numbers is None or n in numbers]


def _parcels(
    things: Sequence[Thing],
    facts: Sequence[Fact],
    carried: Mapping[str, Any],
    nodes: list[list[Any]],
    lines: list[Line],
) -> Iterator[dict[str, Any]]:
    """Everything, in parcels that a browser unpacks one after the other without stopping for long."""
    keys = list(carried)
    longest = max(len(things), len(facts), len(keys), len(nodes), len(lines))
    for start in range(0, longest, PARCEL):
        cut = slice(start, start + PARCEL)
        some = {key: carried[key] for key in keys[cut]}
        yield bundle(things[cut], facts[cut], some, nodes[cut], lines[cut])
