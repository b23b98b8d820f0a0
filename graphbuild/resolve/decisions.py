"""Every merge and every refusal, with its reason: what a person can read, undo and forbid."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graphbuild.model import fold
from graphbuild.resolve.canonical import name_of
from graphbuild.resolve.cluster import Clusters
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
    corrected = set(_corrected(placed, clusters, who))
    settled = {frozenset((decision.one, decision.other)) for decision in corrected}
    by_node = {meaning.node: who[record] for record, meaning in meant.items()}
    ours = {*_merges(meant, who), *ambiguous(meant, by_node), *look_alikes(set(who.values()))}
    return tuple(sorted(corrected | {d for d in ours if frozenset((d.one, d.other)) not in settled}))


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
                yield Decision(canonical.type, first, record.name, merged=True, reason=reason, score=score)


def _corrected(placed: Placed, clusters: Clusters, who: Who) -> Iterator[Decision]:
    """What a person put together, and what a person keeps apart, even from what was put together."""
    at: dict[str, list[Record]] = defaultdict(list)
    for record, node in placed.node.items():
        at[node].append(record)
    for link in clusters.held:
        if link.reason == CORRECTED:
            yield _by_a_person(at[link.one], at[link.other], who, merged=True)
    refused = [(link.one, link.other) for link in clusters.refused if link.reason == CORRECTED]
    for one, other in (*refused, *placed.apart):
        yield _by_a_person(at[one], at[other], who, merged=False)


def _by_a_person(one: Iterable[Record], other: Iterable[Record], who: Who, *, merged: bool) -> Decision:
    first, second = sorted((list(one), list(other)), key=lambda records: name_of(records, None))
    names = name_of(first, None), name_of(second, None)
    return Decision(who[first[0]].type, *names, merged=merged, reason=CORRECTED, score=1.0)
