"""The articles that the page carries: their texts, as many as a page can hold.

A page of a very large corpus would be too big to open or send, so texts are kept up to ``MOST``
characters, those first that state most facts. Of the others the page carries the quoted
sentences only, and says so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from graphbuild.model import Document
from graphbuild.show.facts import Fact

MOST = 12_000_000  # characters of text in a page, all articles together

Marks = Mapping[str, Sequence[tuple[int, int]]]


def articles(
    texts: Mapping[str, Document], facts: Sequence[Fact], homes: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """What the page carries of each article, by identifier; ``cut`` where its text was left out.

    ``homes`` gives each article's IRI. The ``quotes`` of a cut article are ``[start, words]``.
    """
    marks = quoted(facts)
    kept = _kept(texts, facts)
    return {
        key: _article(texts[key], homes.get(key)) if key in kept else _cut(texts[key], homes.get(key), marks)
        for key in sorted(texts)
    }


def quoted(facts: Sequence[Fact]) -> dict[str, list[tuple[int, int]]]:
    """Which stretches of each article are quoted by a claim."""
    found: dict[str, set[tuple[int, int]]] = {}
    for fact in facts:
        for claim in fact.claims:
            found.setdefault(claim.document, set()).update(claim.evidence)
    return {key: sorted(spans) for key, spans in found.items()}


def _kept(texts: Mapping[str, Document], facts: Sequence[Fact]) -> set[str]:
    says = Counter(claim.document for fact in facts for claim in fact.claims)
    kept, used = set(), 0
    for key in sorted(texts, key=lambda key: (-says[key], key)):
        used += len(texts[key].text)
        if used > MOST:
            break
        kept.add(key)
    return kept


def _article(document: Document, home: str | None) -> dict[str, Any]:
    fields = ("title", "text", "language", "published", "url")
    known = {field: getattr(document, field) for field in fields} | {"iri": home}
    return {field: value for field, value in known.items() if value}


def _cut(document: Document, home: str | None, marks: Marks) -> dict[str, Any]:
    spans = marks.get(document.id, ())
    quotes = [[start, document.text[start:end]] for start, end in spans if 0 <= start < end]
    short = {key: value for key, value in _article(document, home).items() if key != "text"}
    return short | {
        "title": document.title or document.text[:90].partition("\n")[0],
        "cut": True,
        "quotes": quotes,
    }
