"""The gate: what fails the shapes is kept out of the graph, kept apart and reported.

It stands before the ledger, so that no fact, sum or conflict ever rests on a claim that is not published.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from rdflib import PROV, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.graph import iris
from graphbuild.graph.article import as_graph, document_triples
from graphbuild.graph.check import Finding, check_evidence, validate
from graphbuild.graph.claims import entity_node
from graphbuild.graph.decided import decided
from graphbuild.graph.hashes import content
from graphbuild.graph.turtle import Chunk, assembled, chunks
from graphbuild.graph.vocabulary import BASE, GB
from graphbuild.model import Claim, Extract
from graphbuild.report import Issue
from graphbuild.resolve import Identities

BATCH = 500  # documents checked in one go: enough to share the start-up, few enough for the memory
# A part stands without its whole, an amount without the one it converts, a correction without what it mends.
LOOSE = frozenset({GB.partOf, GB.conversionOf, PROV.wasRevisionOf})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the shapes say of an article: which nodes fall, the issues, what goes into quarantine."""

    fallen: frozenset[str] = frozenset()
    issues: tuple[Issue, ...] = ()
    apart: tuple[Chunk, ...] = ()


@dataclass(frozen=True, slots=True)
class Gated:
    """What passed; what did not, as Turtle with the reasons (rdfs:comment); and the report's issues."""

    extracts: tuple[Extract, ...]
    quarantine: str
    issues: tuple[Issue, ...]
    whole: frozenset[str]  # ids of the articles that passed as they are
    verdicts: Mapping[str, Verdict]  # by the names of the articles: what is known need not be checked again


WHOLE = Verdict()
NONE: Mapping[str, Verdict] = {}


def gate(
    extracts: Sequence[Extract],
    identities: Identities,
    *,
    base: str = BASE,
    before: Mapping[str, Verdict] = NONE,
) -> Gated:
    """Check every document's graph and take out the claims, amounts and mentions that fail.

    A claim falls with its amount, its evidence or an entity in it. A part whose whole falls stays,
    as a claim of its own. Nothing is dropped in silence: every finding is an Issue. An article that
    ``before`` knows, with the same entities, is not checked again.
    """
    names = tuple(decided(extracts, identities, content, base=base))
    unknown = [pair for pair in zip(names, extracts, strict=True) if pair[0] not in before]
    made: dict[str, Verdict] = {}
    for start in range(0, len(unknown), BATCH):
        made |= _judged(dict(unknown[start : start + BATCH]), identities, base)
    verdicts = {name: made[name] if name in made else before[name] for name in names}
    apart = {chunk for verdict in verdicts.values() for chunk in verdict.apart}
    return Gated(
        extracts=tuple(
            _without(extract, verdicts[name].fallen, identities, base)
            for name, extract in zip(names, extracts, strict=True)
            if str(_home(extract, base)) not in verdicts[name].fallen
        ),
        quarantine="".join(assembled(sorted(apart), base=base)) if apart else "",
        issues=tuple(sorted({issue for verdict in verdicts.values() for issue in verdict.issues})),
        whole=frozenset(
            extract.document.id
            for name, extract in zip(names, extracts, strict=True)
            if verdicts[name] == WHOLE
        ),
        verdicts=verdicts,
    )


def _judged(batch: Mapping[str, Extract], identities: Identities, base: str) -> dict[str, Verdict]:
    """The verdicts on several articles. What one of them says of a node decides nothing about another's."""
    said = {name: tuple(document_triples(e, identities, base=base)) for name, e in batch.items()}
    texts = {extract.document.id: extract.document.text for extract in batch.values()}
    graph = as_graph(chain.from_iterable(said.values()))
    findings = sorted({*validate(graph), *check_evidence(graph, texts)})
    if not findings:
        return dict.fromkeys(batch, WHOLE)
    wrong = {finding.node for finding in findings}
    return {
        name: _verdict(as_graph(triples), [f for f in findings if f.node in own], base) if own else WHOLE
        for name, triples in said.items()
        for own in [wrong.intersection(str(subject) for subject, _, _ in triples)]
    }


def _verdict(graph: Graph, findings: Sequence[Finding], base: str) -> Verdict:
    fallen = _fallen(graph, (URIRef(finding.node) for finding in findings))
    return Verdict(
        frozenset(map(str, fallen)),
        tuple(sorted({_issue(finding) for finding in findings})),
        tuple(sorted(chunks(_apart(graph, fallen, findings), base=base))),
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


def _without(extract: Extract, fallen: frozenset[str], identities: Identities, base: str) -> Extract:
    """Give the extract as if it had never held what fell."""
    home, document = _home(extract, base), extract.document
    if not fallen:
        return extract
    claims = {
        c.key: c
        for c in extract.claims
        if str(iris.claim_iri(base, c.kind, document.id, c.key)) not in fallen
    }
    amounts = tuple(a for a in extract.amounts if str(iris.amount_iri(home, a.key)) not in fallen)
    places = {a.span for a in amounts}
    return replace(
        extract,
        entities=tuple(
            e
            for e in extract.entities
            if str(entity_node(identities.entity_of(document.id, e.key), base=base)) not in fallen
        ),
        mentions=tuple(m for m in extract.mentions if str(iris.passage_iri(home, m.span)) not in fallen),
        amounts=tuple(a if a.conversion_of in places else replace(a, conversion_of=None) for a in amounts),
        claims=tuple(_alone(c, claims) for c in extract.claims if c.key in claims),
        withdrawn=tuple(
            w
            for w in extract.withdrawn
            if str(iris.claim_iri(base, w.claim.kind, document.id, w.claim.key)) not in fallen
        ),
    )


def _alone(claim: Claim, kept: dict[str, Claim]) -> Claim:
    return claim if claim.part_of is None or claim.part_of in kept else replace(claim, part_of=None)


def _apart(graph: Graph, fallen: frozenset[Node], findings: Iterable[Finding]) -> Graph:
    """What fell, and all that it speaks of, with the reasons."""
    apart = Graph()
    waiting, seen = list(fallen), set()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            for triple in graph.triples((node, None, None)):
                apart.add(triple)
                waiting += [triple[2]] if triple[1] not in LOOSE else []
    for finding in findings:
        found = f" Found: {finding.found}." if finding.found else ""
        apart.add((URIRef(finding.node), RDFS.comment, Literal(finding.problem + found, lang="en")))
    return apart


def _issue(finding: Finding) -> Issue:
    return Issue(
        source=finding.document or finding.node,
        problem=str(finding).removeprefix(f"{finding.document}: "),
        remedy="kept in quarantine.ttl with the reason; please report it, with the sentence",
        severity="quarantined",
    )
