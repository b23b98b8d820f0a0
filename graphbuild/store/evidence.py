"""The evidence rule: every quote stands in its article, at the place that it names."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graphbuild.store.snapshot import documents, open_store

PASSAGES = """
PREFIX gb: <https://w3id.org/graphbuild/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?passage ?document ?start ?end ?quote {
    ?passage gb:start ?start ; gb:end ?end ; gb:quote ?quote ; gb:inDocument ?article .
    OPTIONAL { ?article dcterms:identifier ?document }
} ORDER BY ?passage ?quote
"""
UNPROVEN = """
PREFIX gb: <https://w3id.org/graphbuild/ontology#>
SELECT DISTINCT ?claim {
    ?claim a gb:Claim .
    FILTER NOT EXISTS { ?claim gb:evidence ?passage . ?passage gb:quote ?quote }
} ORDER BY ?claim
"""


def evidence_findings(output: Path) -> Iterator[str]:
    """A line for each quote that is not its article's own words, and for each claim without any."""
    texts = {document.id: document.text for document in documents(output)}
    store = open_store(output)
    solutions = store.query(PASSAGES)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 - it is a SELECT
    for passage, document, start, end, quote in solutions:
        text = texts.get(document.value) if isinstance(document, Literal) else None
        if text is None:
            yield f"{passage.value}: its article is not among the texts of this output"
        elif text[int(start.value) : int(end.value)] != quote.value:
            yield f"{passage.value}: the article does not say {quote.value!r} there"
    claims = store.query(UNPROVEN)
    assert isinstance(claims, QuerySolutions)  # noqa: S101 - it is a SELECT
    for (claim,) in claims:
        if isinstance(claim, NamedNode):
            yield f"{claim.value}: a claim without evidence"
