"""The gate: what fails the shapes is kept out of the graph, kept apart and reported.

It stands before the ledger, so that no fact, sum or conflict ever rests on a claim that is not published.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rdflib import PROV, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.graph import iris
from graphbuild.graph.build import corpus_graph
from graphbuild.graph.check import Finding, validate
from graphbuild.graph.claims import entity_node
from graphbuild.graph.decided import decided
from graphbuild.graph.vocabulary import BASE, GB
from graphbuild.model import Claim, Extract
from graphbuild.report import Issue
from graphbuild.resolve import Identities

BATCH = 500  # documents checked in one go: enough to share the start-up, few enough for the memory
# A part stands without its whole, an amount without the one it converts, a correction without what it mends.
LOOSE = frozenset({GB.partOf, GB.conversionOf, PROV.wasRevisionOf})


@dataclass(frozen=True, slots=True)
class Gated:
    """What passed; what did not, as a graph with the reasons (rdfs:comment); and the report's issues."""

    extracts: tuple[Extract, ...]
    quarantine: Graph
    issues: tuple[Issue, ...]
    clean: frozenset[str]  # names of what passed whole, and need not be checked again


def gate(
    extracts: Sequence[Extract],
    identities: Identities,
    *,
    base: str = BASE,
    clean: frozenset[str] = frozenset(),
) -> Gated:
    """Check every document's graph and take out the claims, amounts and mentions that fail.

    A claim falls with its amount, its evidence or an entity in it. A part whose whole falls stays,
    as a claim of its own. Nothing is dropped in silence: every finding is an Issue. What is named in
    ``clean`` has passed before, with the same entities, and is not checked again.
    """
    names = dict(zip(map(id, extracts), decided(extracts, identities, base=base), strict=True))
    unknown = [extract for extract in extracts if names[id(extract)] not in clean]
    kept = {id(extract): extract for extract in extracts if names[id(extract)] in clean}
    quarantine = Graph()
    issues: set[Issue] = set()
    for start in range(0, len(unknown), BATCH):
        batch = unknown[start : start + BATCH]
        graph = corpus_graph(batch, identities, base=base)
        findings = validate(graph)
        fallen = _fallen(graph, (URIRef(f.node) for f in findings))
        kept |= {id(e): _without(e, fallen, identities, base) for e in batch if _home(e, base) not in fallen}
        _keep_apart(graph, fallen, findings, quarantine)
        issues |= {_issue(finding) for finding in findings}
    return Gated(
        extracts=tuple(kept[id(extract)] for extract in extracts if id(extract) in kept),
        quarantine=quarantine,
        issues=tuple(sorted(issues)),
        clean=frozenset(names[id(extract)] for extract in extracts if kept.get(id(extract)) == extract),
    )


def _fallen(graph: Graph, wrong: Iterable[Node]) -> frozenset[Node]:
    """Give what is wrong and all that rests on it."""
    fallen: set[Node] = set()
    waiting = list(wrong)
    while waiting:
        node = waiting.pop()
        if node not in fallen:
            fallen.add(node)
            waiting += [s for s, p in graph.subject_predicates(node) if p not in LOOSE]
    return frozenset(fallen)


def _home(extract: Extract, base: str) -> URIRef:
    return iris.document_iri(base, extract.document.id)


def _without(extract: Extract, fallen: frozenset[Node], identities: Identities, base: str) -> Extract:
    """Give the extract as if it had never held what fell."""
    home, document = _home(extract, base), extract.document
    if not fallen:
        return extract
    claims = {
        c.key: c for c in extract.claims if iris.claim_iri(base, c.kind, document.id, c.key) not in fallen
    }
    amounts = tuple(a for a in extract.amounts if iris.amount_iri(home, a.key) not in fallen)
    places = {a.span for a in amounts}
    return replace(
        extract,
        entities=tuple(
            e
            for e in extract.entities
            if entity_node(identities.entity_of(document.id, e.key), base=base) not in fallen
        ),
        mentions=tuple(m for m in extract.mentions if iris.passage_iri(home, m.span) not in fallen),
        amounts=tuple(a if a.conversion_of in places else replace(a, conversion_of=None) for a in amounts),
        claims=tuple(_alone(c, claims) for c in extract.claims if c.key in claims),
        withdrawn=tuple(
            w
            for w in extract.withdrawn
            if iris.claim_iri(base, w.claim.kind, document.id, w.claim.key) not in fallen
        ),
    )


def _alone(claim: Claim, kept: dict[str, Claim]) -> Claim:
    return claim if claim.part_of is None or claim.part_of in kept else replace(claim, part_of=None)


def _keep_apart(
    graph: Graph, fallen: frozenset[Node], findings: Iterable[Finding], quarantine: Graph
) -> None:
    """Copy what fell, and all that it speaks of, into the quarantine, with the reasons."""
    waiting, seen = list(fallen), set()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            for triple in graph.triples((node, None, None)):
                quarantine.add(triple)
                waiting += [triple[2]] if triple[1] not in LOOSE else []
    for finding in findings:
        found = f" Found: {finding.found}." if finding.found else ""
        quarantine.add((URIRef(finding.node), RDFS.comment, Literal(finding.problem + found, lang="en")))


def _issue(finding: Finding) -> Issue:
    return Issue(
        source=finding.document or finding.node,
        problem=str(finding).removeprefix(f"{finding.document}: "),
        remedy="kept in quarantine.ttl with the reason; please report it, with the sentence",
        severity="quarantined",
    )
