"""What is wrong with a graph, in words: SHACL, and quotes that are not the text's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import DCTERMS, RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.errors import OntologyError
from graphbuild.graph.vocabulary import GB, ontology_dir

QUOTE_LENGTH = 120


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong with one node.

    ``document`` is the identifier of the article and ``quote`` its words, where there are any.
    ``problem`` says what must hold (English); ``found`` is the offending value, if there is one.
    """

    document: str
    node: str
    what: str
    quote: str
    problem: str
    found: str = ""

    def __str__(self) -> str:
        where = f"{self.document}: " if self.document else ""
        words = f" “{_short(self.quote)}”" if self.quote else f" <{self.node}>"
        found = f" Found: {self.found}." if self.found else ""
        return f"{where}{self.what}{words}: {self.problem}{found}"


def validate(graph: Graph) -> tuple[Finding, ...]:
    """Check a graph against ``ontology/shapes.ttl`` and the offsets of its passages.

    Gives the findings in order, none if all is well. ``graph`` must be in memory: pyshacl never ends
    on a store behind an adapter. About 40,000 triples a second. Also checked: every passage's quote
    is as long as its offsets say.
    """
    return tuple(sorted({*_broken(graph, "shapes.ttl"), *_wrong_lengths(graph)}))


def validate_corrections(graph: Graph) -> tuple[Finding, ...]:
    """Check what a person wrote into ``corrections.ttl`` against ``ontology/corrections.ttl``."""
    return tuple(sorted(_broken(graph, "corrections.ttl")))


def _broken(graph: Graph, name: str) -> set[Finding]:
    from pyshacl import validate as shacl  # noqa: PLC0415 - a third of a second, and asking needs none of it

    conforms, results, _ = shacl(graph, shacl_graph=shapes(name), inplace=True)
    if not isinstance(results, Graph):
        raise OntologyError(f"ontology/{name} cannot be used: {results}")
    broken = results.subjects(RDF.type, SH.ValidationResult)
    return set() if conforms else {_finding(graph, results, result) for result in broken}


def check_evidence(graph: Graph, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Check that each passage's quote is ``text[start:end]``; ``texts`` are by document identifier."""
    return tuple(sorted(_foreign_quotes(graph, texts)))


def unsaid(graph: Graph, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """The articles whose text is kept, but of which the graph says nothing."""
    known = {str(name) for name in graph.objects(None, DCTERMS.identifier)}
    problem = "Its text is kept, but the graph says nothing of it. Build it again."
    return tuple(Finding(name, name, "article", texts[name], problem) for name in sorted({*texts} - known))


@cache
def shapes(name: str = "shapes.ttl") -> Graph:
    """Load a file of shapes of ``ontology/``, once."""
    return Graph().parse(ontology_dir() / name, format="turtle")


def _finding(graph: Graph, results: Graph, result: Node) -> Finding:
    focus = results.value(result, SH.focusNode)
    messages = (m for m in results.objects(result, SH.resultMessage) if isinstance(m, Literal))
    problem = min((str(m) for m in messages if m.language == "en"), default="It breaks a shape.")
    return describe(graph, focus, problem, found=_name(graph, results.value(result, SH.value)))


def describe(graph: Graph, node: Node | None, problem: str, *, found: str = "") -> Finding:
    """Say where a problem is: the article, what sort of node, the words."""
    home = graph.value(node, GB.inDocument)
    home = node if home is None else home
    passages = (graph.value(p, GB.quote) for p in graph.objects(node, GB.evidence))
    quote = graph.value(node, GB.quote) or min((str(q) for q in passages if q is not None), default="")
    identifier = graph.value(home, DCTERMS.identifier) or ""
    return Finding(str(identifier), str(node), _what(graph, node), str(quote), problem, found)


def _what(graph: Graph, node: Node | None) -> str:
    """Name the sort of a node: "position claim", "passage"."""
    types = {str(t).removeprefix(GB) for t in graph.objects(node, RDF.type) if str(t).startswith(GB)}
    for last in ("Claim", "Fact", "Mention"):
        if last in types:
            types -= {last, "Passage"}
            return " ".join([*sorted(types), last]).lower()
    return " ".join(sorted(types)).lower() or "node"


def _name(graph: Graph, value: Node | None) -> str:
    if value is None or isinstance(value, Literal):
        return "" if value is None else _short(str(value))
    label = graph.value(value, RDFS.label)
    return str(label) if label is not None else str(value).removeprefix(GB)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE_LENGTH else f"{flat[: QUOTE_LENGTH - 1]}…"


def _wrong_lengths(graph: Graph) -> Iterator[Finding]:
    for passage, start, end, quote in _passages(graph):
        if end - start != len(quote):
            yield describe(graph, passage, f"Its quote has {len(quote)} characters, its place {end - start}.")


def _foreign_quotes(graph: Graph, texts: Mapping[str, str]) -> Iterator[Finding]:
    for passage, start, end, quote in _passages(graph):
        identifier = graph.value(graph.value(passage, GB.inDocument), DCTERMS.identifier)
        if str(identifier) not in texts:
            yield describe(
                graph, passage, "The text of its document is not kept, so its quote cannot be checked."
            )
        elif texts[str(identifier)][start:end] != quote:
            yield describe(graph, passage, "Its quote is not what the text says at this place.")
    for amount in graph.subjects(RDF.type, GB.Amount):
        words = graph.value(amount, GB.quote)
        if all(words != graph.value(passage, GB.quote) for passage in graph.objects(amount, GB.evidence)):
            yield describe(graph, amount, "Its quote is not that of its passage.")


def _passages(graph: Graph) -> Iterator[tuple[URIRef, int, int, str]]:
    """Give the passages that have both offsets and a quote; SHACL speaks of the others."""
    for passage in graph.subjects(RDF.type, GB.Passage):
        start, end, quote = (graph.value(passage, p) for p in (GB.start, GB.end, GB.quote))
        numbers = isinstance(start, Literal) and isinstance(end, Literal)
        if (
            isinstance(passage, URIRef)
            and numbers
            and quote is not None
            and str(start).isdigit()
            and str(end).isdigit()
        ):
            yield passage, int(str(start)), int(str(end)), str(quote)
