"""The built graph as a reader of expectations needs it: claims and facts with names instead of IRIs."""

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from story_pack import Wanted, known_names

GB = "https://w3id.org/graphbuild/ontology#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABELS = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel")
COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"
KINDS = {"FinancialResult": "result", "Siting": "location"}
PEOPLE = ("Organization", "Person", "Place", "Project", "Event", "Product")


@dataclass(frozen=True)
class Statement:
    """A claim or a fact: ``roles`` to entity IRIs, ``amount`` like "3000000000 EUR"."""

    iri: str
    kind: str
    roles: dict[str, tuple[str, ...]]
    amounts: tuple[str, ...]
    status: str
    polarity: str
    certainty: str
    article: str = ""

    @property
    def holds(self) -> bool:
        """Whether a reader may take it as so: asserted, not denied, promised at least, not called off."""
        firm = self.status in {"announced", "committed", "done"}
        return firm and self.polarity == "positive" and self.certainty == "asserted"


class Found:
    """An output folder, read once: its graph, and its texts by article."""

    def __init__(self, output: Path) -> None:
        self.output = output
        turtle = output / "graph.ttl"
        rows = (output / "documents.jsonl").read_text("utf-8").splitlines()
        self.documents = {Path(row["id"]).stem: row for row in map(json.loads, rows)}
        self.texts = {article: row["text"] for article, row in self.documents.items()}
        self.triples: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for triple in pyoxigraph.parse(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE):
            self.triples[_key(triple.subject)][triple.predicate.value].append(_key(triple.object))
        self._converted: dict[str, list[str]] = defaultdict(list)
        for amount in self.all("Amount"):
            for other in self.get(amount, "conversionOf"):
                self._converted[other].append(amount)
        self._others = {plain(name) for name in known_names()}
        self.claims = [self._statement(iri) for iri in self.all("Claim")]
        self.facts = {iri: self._statement(iri) for iri in self.all("Fact")}
        self.fact_of = {claim: iri for iri in self.facts for claim in self.get(iri, "statedBy")}
        self.entities = [iri for kind in PEOPLE for iri in self.all(kind)]

    def all(self, kind: str) -> list[str]:
        return sorted(iri for iri, about in self.triples.items() if GB + kind in about.get(TYPE, ()))

    def get(self, iri: str, term: str) -> list[str]:
        return self.triples[iri].get(GB + term, []) if iri in self.triples else []

    def one(self, iri: str, term: str) -> str:
        return next(iter(self.get(iri, term)), "")

    def names(self, entity: str) -> list[str]:
        return [name for term in LABELS for name in self.triples[entity].get(term, ())]

    def named(self, name: str) -> list[str]:
        """The entities that bear this name."""
        return [iri for iri in self.entities if plain(name) in map(plain, self.names(iri))]

    def article(self, iri: str) -> str:
        given = self.triples[self.one(iri, "inDocument")]["http://purl.org/dc/terms/identifier"][0]
        return Path(given).stem

    def language(self, article: str) -> str:
        return self.documents[article]["language"]

    def published(self, iri: str) -> str:
        return next(iter(self.triples[self.one(iri, "inDocument")]["http://purl.org/dc/terms/issued"]), "")

    def fits(self, statement: Statement, fact: Wanted) -> bool:
        """Whether a statement is about what an expectation describes, whatever its stance."""
        return not self.differs(statement, fact)

    def may_be(self, statement: Statement, fact: Wanted) -> bool:
        """Whether a statement can be what an expectation describes: its sum, and no role that says otherwise."""
        told = self.differs(statement, fact)
        missing = {f"{role} none" for role in fact.roles} if fact.amounts else set()
        return not set(told) - missing

    def differs(self, statement: Statement, fact: Wanted) -> list[str]:
        """In what a statement is not what an expectation describes."""
        told = []
        if fact.kinds and statement.kind not in fact.kinds:
            told.append(f"kind {statement.kind}")
        if fact.amounts and not set(statement.amounts) & set(fact.amounts):
            told.append(f"amount {', '.join(statement.amounts) or 'none'}")
        for role, names in fact.roles.items():
            given = statement.roles.get(role, ())
            strangers = [iri for iri in given if not self._is(iri, names)]
            if strangers or not given:
                labels = ", ".join(self.names(iri)[0] for iri in strangers)
                told.append(f"{role} {labels or 'none'}")
        return told

    def _is(self, entity: str, names: tuple[str, ...]) -> bool:
        asked = set(map(plain, names))
        return any(self._means(plain(own), asked) for own in self.names(entity))

    def _means(self, own: str, asked: set[str]) -> bool:
        """A name as asked, or one inside a longer one ("ville de X") that is no other body's name."""
        if own in asked:
            return True
        return own not in self._others and any(f" {name} " in f" {own} " for name in asked)

    def _statement(self, iri: str) -> Statement:
        kinds = [k.removeprefix(GB) for k in self.triples[iri][TYPE] if k.startswith(GB)]
        kind = next(k for k in kinds if k not in {"Claim", "Fact", "Statement"})
        roles = {
            term.removeprefix(GB): tuple(values)
            for term, values in self.triples[iri].items()
            if any(value in self.triples and _is_entity(self.triples[value]) for value in values)
        }
        return Statement(
            iri,
            KINDS.get(kind, kind.lower()),
            roles,
            self._amounts(iri),
            self.one(iri, "status").removeprefix(GB).lower(),
            self.one(iri, "polarity"),
            self.one(iri, "certainty"),
            self.article(iri) if "Claim" in kinds else "",
        )

    def _amounts(self, iri: str) -> tuple[str, ...]:
        """The sums that it is written with, conversions in parentheses included."""
        own = self.get(iri, "amount") + [a for c in self.get(iri, "statedBy") for a in self.get(c, "amount")]
        written = own + [other for a in own for other in self._converted[a]]
        return tuple(sorted({f"{self.one(a, 'value')} {self.one(a, 'currency')}" for a in written}))

    def note(self, conflict: str) -> str:
        return " ".join(self.triples[conflict][COMMENT])


def plain(name: str) -> str:
    """A name without case, accents, punctuation and a leading article."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    words = re.sub(r"\W+", " ", bare.replace("ı", "i")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"le", "la", "l", "les", "the"} else words)


def _is_entity(about: dict[str, list[str]]) -> bool:
    return any(GB + kind in about.get(TYPE, ()) for kind in PEOPLE)


def _key(term: object) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)
