"""Every merge and every refusal, with its reason: what a person can read, undo and forbid."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graphbuild.model import fold
from graphbuild.resolve.canonical import name_of
from graphbuild.resolve.cluster import Clusters, Link
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.nouns import Canonical, Decision
from graphbuild.resolve.place import Placed
from graphbuild.resolve.records import Record
from graphbuild.resolve.refusals import ambiguous, look_alikes
from graphbuild.resolve.rulings import CORRECTED

Meant = Mapping[Record, Meaning]
Who = Mapping[Record, Canonical]


def decisions(meant: Meant, placed: Placed, clusters: Clusters, who: Who) -> tuple[Decision, ...]:
    """All decisions, sorted; what a person decided stands instead of what we say of the same names."""
    linked = set(_linked(placed, clusters, who))
    settled = {_pair(decision) for decision in linked if decision.reason == CORRECTED}
    told = {_pair(decision) for decision in linked}
    by_node = {meaning.node: who[record] for record, meaning in meant.items()}
    ours = {*_merges(meant, who), *ambiguous(meant, by_node)}
    alike = {found for found in look_alikes(set(who.values())) if _pair(found) not in told}
    kept = {d for d in (*linked, *ours, *alike) if d.reason == CORRECTED or _pair(d) not in settled}
    return tuple(sorted(kept))


def _pair(decision: Decision) -> frozenset[str]:
    return frozenset((decision.one, decision.other))


def _merges(meant: Meant, who: Who) -> Iterator[Decision]:
    """One decision for each other name that records of one meaning bear."""
    groups: dict[tuple[Canonical, str], dict[str, Record]] = defaultdict(dict)
    for record in sorted(meant, key=lambda record: (record.name, record.document, record.member)):
        groups[who[record], meant[record].node].setdefault(fold(record.name), record)
    nodes = Counter(canonical for canonical, _ in groups)
    for (canonical, _), names in groups.items():
        alone = nodes[canonical] == 1 or fold(canonical.name) in names
        first = canonical.name if alone else name_of(names.values(), None)
        for folded, record in names.items():
            if folded != fold(first):
                reason, score = meant[record].reason, meant[record].score
                keys = (canonical.key, canonical.key)
                yield Decision(
                    canonical.type, first, record.name, merged=True, reason=reason, score=score, keys=keys
                )


def _linked(placed: Placed, clusters: Clusters, who: Who) -> Iterator[Decision]:
    """What was put together link by link, and what was refused, by a person or by us."""
    at: dict[str, list[Record]] = defaultdict(list)
    for record, node in placed.node.items():
        at[node].append(record)
    for links, merged in ((clusters.held, True), (clusters.refused, False)):
        for link in links:
            if at[link.one] and at[link.other]:
                yield _decision(at[link.one], at[link.other], who, link, merged=merged)
    for one, other in placed.apart:
        yield _decision(at[one], at[other], who, Link(one, other, CORRECTED, 1.0), merged=False)


def _decision(
    one: Iterable[Record], other: Iterable[Record], who: Who, link: Link, *, merged: bool
) -> Decision:
    first, second = sorted((list(one), list(other)), key=lambda records: name_of(records, None))
    return Decision(
        type=who[first[0]].type,
        one=name_of(first, None),
        other=name_of(second, None),
        merged=merged,
        reason=link.reason,
        score=link.score,
        keys=(who[first[0]].key, who[second[0]].key),
    )
