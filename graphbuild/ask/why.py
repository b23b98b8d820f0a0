"""Why two names are one entity or two: the decisions of a build, for a person who asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from graphbuild.ask.query import TIME_LIMIT, query
from graphbuild.errors import QueryError
from graphbuild.model import fold

SUGGESTED: Final = 3  # names that come nearest to one that is unknown
NEAR: Final = 60  # of 100: how near a suggestion must come
NAMES: Final = """
SELECT ?entity ?type ?label ?name WHERE {
  VALUES ?class { gb:Organization gb:Person gb:Place gb:Project gb:Event gb:Product }
  ?entity a ?class ; rdfs:label ?label ; rdfs:label|skos:altLabel ?name .
  BIND (LCASE(STRAFTER(STR(?class), "#")) AS ?type)
}"""
DECISIONS: Final = """
SELECT ?decision ?merged ?reason ?score ?words ?entity ?name WHERE {
  ?decision a gb:IdentityDecision ; gb:merged ?merged ; gb:reason ?reason ; gb:score ?score ;
    gb:about ?entity ; gb:name ?name ; rdfs:comment ?words .
  FILTER (LANG(?words) = "en")
}"""
SIGHTINGS: Final = """
SELECT DISTINCT ?entity ?quote ?document WHERE {
  VALUES ?entity { %s }
  ?mention gb:refersTo ?entity ; gb:quote ?quote ; gb:inDocument/dcterms:identifier ?document .
}"""

QUOTES: Final = "SELECT DISTINCT ?entity ?quote WHERE { ?mention gb:refersTo ?entity ; gb:quote ?quote }"


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """An entity of a build: its IRI, its type in lower case, its label and all its names."""

    iri: str
    type: str
    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Decided:
    """What was decided of two names (one where the entities differ by type only), and why.

    ``reason`` is the short name of it, ``words`` the same in English; ``score`` is from 0 to 1.
    """

    names: tuple[str, ...]
    entities: tuple[str, ...]  # IRIs: one where they were put together
    merged: bool
    reason: str
    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Why:
    """The answer: who bears each name asked for, the decisions about them, and where the names stand.

    ``documents`` maps (IRI, name as asked) to the articles that write that name. ``together`` are the
    entities that bear all the names asked for.
    """

    asked: tuple[str, ...]
    bearers: tuple[tuple[Named, ...], ...]  # for each name asked, in the same order
    decisions: tuple[Decided, ...]
    documents: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def together(self) -> tuple[Named, ...]:
        shared = set(self.bearers[0]).intersection(*self.bearers[1:])
        return tuple(sorted(shared)) if len(self.asked) > 1 else ()


def why(one: str, other: str | None = None, *, output: Path, time_limit: float = TIME_LIMIT) -> Why:
    """Why ``one`` and ``other`` are one entity or two; without ``other``, all that concerns ``one``.

    Names are labels, aliases, what an article calls it (accents and capitals aside) or IRIs. Raises
    ``QueryError`` with the nearest names for one that is not there, ``StoreError`` when there is no build.
    """
    asked = (one,) if other is None else (one, other)
    known = _entities(query(NAMES, output=output, time_limit=time_limit).rows)
    called = _called(known, query(QUOTES, output=output, time_limit=time_limit).rows)
    bearers = tuple(_bearing(name, known, called) for name in asked)
    decided = _decided(query(DECISIONS, output=output, time_limit=time_limit).rows)
    concerned = {named.iri for group in bearers for named in group}
    sightings = SIGHTINGS % " ".join(f"<{iri}>" for iri in sorted(concerned))
    places = query(sightings, output=output, time_limit=time_limit).rows
    return Why(asked, bearers, _about(decided, bearers), _documents(asked, bearers, places))


def _entities(rows: Iterable[tuple[str, ...]]) -> tuple[Named, ...]:
    names: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for iri, kind, label, name in rows:
        names[iri, kind, label].add(name)
    return tuple(sorted(Named(*key, tuple(sorted(found))) for key, found in names.items()))


def unknown(name: str, *, output: Path, time_limit: float = TIME_LIMIT) -> str:
    """What to say of a name, or a part of one, that nobody in the build bears; "" where somebody does."""
    known = _entities(query(NAMES, output=output, time_limit=time_limit).rows)
    borne = any(name == e.iri or any(fold(name) in fold(n) for n in e.names) for e in known)
    return "" if borne else _unknown(name, known)


def _called(known: Iterable[Named], rows: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[Named, ...]]:
    """Whom an article calls by some words that are no name of it elsewhere, by the folded words."""
    by_iri = {entity.iri: entity for entity in known}
    called: dict[str, set[Named]] = defaultdict(set)
    for iri, quote in rows:
        if iri in by_iri:
            called[fold(quote)].add(by_iri[iri])
    return {words: tuple(sorted(found)) for words, found in called.items()}


def _bearing(name: str, known: Iterable[Named], called: Mapping[str, tuple[Named, ...]]) -> tuple[Named, ...]:
    """Those whose label or alias a name is, in this order; else whom an article calls so."""
    folded = fold(name)
    found = [e for e in known if name == e.iri or folded in map(fold, e.names)] or called.get(folded, ())
    if not found:
        raise QueryError(_unknown(name, known))
    return tuple(sorted(found, key=lambda entity: (fold(entity.label) != folded, entity)))


def _unknown(name: str, known: Iterable[Named]) -> str:
    spellings = {fold(n): n for entity in known for n in (*entity.names, entity.label)}
    near = process.extract(
        fold(name), list(spellings), scorer=fuzz.WRatio, limit=SUGGESTED, score_cutoff=NEAR
    )
    said = f"No entity of this build is called {name!r}."
    if near:
        said += f" Did you mean {', '.join(repr(spellings[match]) for match, _, _ in near)}?"
    return f"{said} Give a label, another name or an IRI, as `graphbuild ask about --entity ...` shows them."


def _decided(rows: Iterable[tuple[str, ...]]) -> list[Decided]:
    names: dict[str, set[str]] = defaultdict(set)
    entities: dict[str, set[str]] = defaultdict(set)
    rest: dict[str, tuple[str, str, str, str]] = {}
    for node, merged, reason, score, words, entity, name in rows:
        names[node].add(name)
        entities[node].add(entity)
        rest[node] = merged, reason, words, score
    return sorted(
        Decided(
            tuple(sorted(names[node])),
            tuple(sorted(entities[node])),
            merged == "true",
            reason,
            words,
            float(score),
        )
        for node, (merged, reason, words, score) in rest.items()
    )


def _about(decided: Iterable[Decided], bearers: tuple[tuple[Named, ...], ...]) -> tuple[Decided, ...]:
    """The decisions about these entities: between the two sides where there are two."""
    sides = [{entity.iri for entity in group} for group in bearers]
    if len(sides) == 1:
        return tuple(d for d in decided if sides[0].intersection(d.entities))
    pairs = {frozenset(pair) for pair in product(*sides)}
    return tuple(d for d in decided if frozenset(d.entities) in pairs)


def _documents(
    asked: tuple[str, ...], bearers: tuple[tuple[Named, ...], ...], rows: Iterable[tuple[str, ...]]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """The articles that write each name asked for; of an IRI, those that speak of the entity at all."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for iri, quote, document in rows:
        for name, group in zip(asked, bearers, strict=True):
            if any(entity.iri == iri for entity in group) and (name == iri or fold(quote) == fold(name)):
                found[iri, name].add(document)
    return {key: tuple(sorted(documents)) for key, documents in found.items()}
