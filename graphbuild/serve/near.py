"""Looking around in the store: names, headlines, values, quotes in their context."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from graphbuild.data import table
from graphbuild.graph.vocabulary import GB, PREFIXES, kind_classes, role_property

CONTEXT: Final = 160  # code points around a quote


@cache
def term(name: str) -> NamedNode:
    """A term by its short name: "rdfs:label"."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


TYPE, LABEL, TITLE = term("rdf:type"), term("rdfs:label"), term("dcterms:title")
IDENTIFIER, QUOTE, EVIDENCE = term("dcterms:identifier"), term("gb:quote"), term("gb:evidence")
IN_DOCUMENT, START, END, AMOUNT = term("gb:inDocument"), term("gb:start"), term("gb:end"), term("gb:amount")


@dataclass(frozen=True, slots=True)
class Around:
    """The store, asked about single nodes, each once. Everything comes in a stable order."""

    store: Store
    known: dict[str, dict[str, list[Any]]] = field(default_factory=dict)

    def said(self, node: NamedNode) -> dict[str, list[Any]]:
        """What the graph says of a node: by predicate, the objects, sorted."""
        if node.value not in self.known:
            found: dict[str, list[Any]] = {}
            for quad in self.store.quads_for_pattern(node, None, None):
                found.setdefault(quad.predicate.value, []).append(quad.object)
            for values in found.values():
                if len(values) > 1:
                    values.sort(key=str)
            self.known[node.value] = found
        return self.known[node.value]

    def values(self, node: NamedNode, predicate: NamedNode) -> list[Any]:
        """The objects, sorted."""
        return self.said(node).get(predicate.value, [])

    def text(self, node: NamedNode, predicate: NamedNode) -> str | None:
        """The first literal, as text."""
        return next((v.value for v in self.values(node, predicate) if isinstance(v, Literal)), None)

    def types(self, node: NamedNode) -> list[str]:
        return [v.value for v in self.values(node, TYPE) if isinstance(v, NamedNode)]

    def name(self, node: NamedNode) -> str | None:
        """What the graph itself calls it."""
        return (
            self.text(node, LABEL)
            or self.text(node, TITLE)
            or self.text(node, IDENTIFIER)
            or self.text(node, QUOTE)
        )

    def headline(self, node: NamedNode) -> dict[str, Any] | None:
        """A claim or a fact in one line: its kind, who, towards whom, how much. None for anything else."""
        kind = next((_kinds()[iri] for iri in self.types(node) if iri in _kinds()), None)
        if kind is None:
            return None
        rules = table("kinds.toml")[kind]
        roles = {role: self._filled(node, role) for role in rules["roles"]}
        words = [self.text(node, _property(role)) for role in rules["texts"]]
        amount = next((a for a in self.values(node, AMOUNT) if isinstance(a, NamedNode)), None)
        return {
            "kind": kind,
            "roles": roles,
            "ends": [end for end in roles.values() if end],
            "words": [word for word in words if word],
            "amount": amount and self.amount(amount),
            "status": [v.value.removeprefix(str(GB)) for v in self.values(node, term("gb:status"))],
            "denied": self.text(node, term("gb:polarity")) == "negative",
            "hedged": self.text(node, term("gb:certainty")) == "hedged",
            "accepted": self.accepted(node) if str(GB.Claim) in self.types(node) else [],
        }

    def accepted(self, claim: NamedNode) -> list[dict[str, str | None]]:
        """Who has compared a claim with its article and found it right, when and why."""
        acts = [quad.subject for quad in self.store.quads_for_pattern(None, term("gb:accepts"), claim)]
        found = [self._act(act) for act in acts if isinstance(act, NamedNode)]
        return sorted(found, key=lambda act: (act["when"] or "", act["by"] or ""))

    def _act(self, act: NamedNode) -> dict[str, str | None]:
        agents = [v for v in self.values(act, term("prov:wasAssociatedWith")) if isinstance(v, NamedNode)]
        return {
            "by": next((self.text(agent, LABEL) for agent in agents), None),
            "when": self.text(act, term("prov:endedAtTime")),
            "because": self.text(act, term("rdfs:comment")),
        }

    def amount(self, node: NamedNode) -> dict[str, str | None]:
        """A sum as it is understood and as it is written."""
        return {
            "value": self.text(node, term("gb:value")),
            "high": self.text(node, term("gb:maxValue")),
            "unit": self.text(node, term("gb:currency")) or self.text(node, term("gb:unit")),
            "comparator": self.text(node, term("gb:comparator")),
            "quote": self.text(node, QUOTE),
        }

    def step(self, node: NamedNode) -> dict[str, str | None] | None:
        """One status of a fact's history, with its day and the day it was said; None for anything else."""
        if self.text(node, term("gb:ordinal")) is None:
            return None
        status = [v.value for v in self.values(node, term("gb:status")) if isinstance(v, NamedNode)]
        return {
            "status": next(iter(status), None),
            "day": self.text(node, term("gb:date")),
            "said": self.text(node, term("gb:reported")),
        }

    def about(self, value: Any) -> dict[str, Any]:
        """A value of a property, with what a reader needs to see of it."""
        match value:
            case NamedNode(value=iri):
                types = self.types(value)
                amount = self.amount(value) if str(GB.Amount) in types else None
                headline = self.headline(value)
                return {
                    "iri": iri,
                    "name": self.name(value),
                    "types": types,
                    "amount": amount,
                    "headline": headline,
                    "step": self.step(value),
                }
            case BlankNode():
                return {"text": str(value)}
            case Literal(value=text, language=language, datatype=datatype):
                return {"text": text, "language": language, "datatype": datatype.value}
            case _:
                return {"text": str(value)}

    def _filled(self, node: NamedNode, role: str) -> list[dict[str, str]]:
        found = self.values(node, _property(role))
        return [{"iri": v.value, "name": self.name(v) or v.value} for v in found if isinstance(v, NamedNode)]


@cache
def _property(role: str) -> NamedNode:
    return NamedNode(str(role_property(role)))


@cache
def _kinds() -> dict[str, str]:
    return {str(iri): kind.value for kind, iri in kind_classes().items()}


def passage(around: Around, texts: sqlite3.Connection, node: NamedNode) -> dict[str, Any] | None:
    """A stretch of an article with what stands around it; None where its article is not kept."""
    home = next((d for d in around.values(node, IN_DOCUMENT) if isinstance(d, NamedNode)), None)
    start, end = around.text(node, START), around.text(node, END)
    if home is None or start is None or end is None or not (start.isdecimal() and end.isdecimal()):
        return None
    row = texts.execute(
        "SELECT title, id, language, published, url, text FROM article WHERE iri = ?", (home.value,)
    ).fetchone()
    if row is None:
        return None
    title, identifier, language, published, url, text = row
    first, last = int(start), int(end)
    return {
        "iri": node.value,
        "document": {
            "iri": home.value,
            "title": title or identifier,
            "language": language,
            "published": published,
            "url": url,
        },
        "start": first,
        "end": last,
        "before": _tail(text[:first]),
        "quote": text[first:last],
        "after": _head(text[last:]),
    }


def _tail(text: str) -> str:
    """The end of what stands before, from a word on, inside its own paragraph."""
    line = text[-CONTEXT:].rpartition("\n")[2]
    return line if len(line) < CONTEXT else "…" + line.partition(" ")[2]


def _head(text: str) -> str:
    line = text[:CONTEXT].partition("\n")[0]
    return line if len(line) < CONTEXT else line.rpartition(" ")[0] + "…"


def sorted_by_place(nodes: Iterator[NamedNode]) -> list[NamedNode]:
    """Passages by article, then by where they stand in it."""

    def place(node: NamedNode) -> tuple[str, int]:
        home, _, fragment = node.value.partition("#")
        digits = fragment.partition("=")[2].partition(",")[0]
        return home, int(digits) if digits.isdecimal() else 0

    return sorted(nodes, key=place)
