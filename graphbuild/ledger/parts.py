"""Which fact is a part of which, so that a sum over wholes counts nothing twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from graphbuild.ledger.agreement import clash, texts_clash
from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.entries import Entry, Link
from graphbuild.ledger.nouns import ClaimRef
from graphbuild.ledger.pairs import neighbours
from graphbuild.model import Kind, Polarity, Status

GIVEN = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN})
NARROWER = ("beneficiary", "purpose", "place")  # what a part names and its whole does not
MOST = Decimal("0.75")  # of its whole; a part that is nearly as large may be another figure for all of it


def wholes(clusters: Mapping[str, Cluster]) -> dict[str, str]:
    """For each fact that is a part, the key of its whole; never a circle.

    It is the one that most claims name in their articles. Where none does, it is the larger sum of the same
    payer for the same project that does not say what for: what this fact says it is for is then a part of it,
    be the two told in two articles. Of two such sums (that disagree) the smaller is taken.
    """
    above: dict[str, str] = {}
    for key, whole in (*_stated(clusters), *_understood(clusters)):
        if key not in above and not _leads_to(whole, key, above):
            above[key] = whole
    return above


def _stated(clusters: Mapping[str, Cluster]) -> Iterator[tuple[str, str]]:
    fact_of = {entry.ref: key for key, cluster in clusters.items() for entry in cluster.members}
    for key in sorted(clusters):
        named = Counter(
            fact_of[whole]
            for entry in clusters[key].members
            if entry.claim.part_of and (whole := ClaimRef(entry.ref.document, entry.claim.part_of)) in fact_of
        )
        named.pop(key, None)
        if named:
            yield key, min(named, key=lambda whole: (-named[whole], whole))


def _understood(clusters: Mapping[str, Cluster]) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for pair in neighbours(clusters, ties):
        for part, whole in (pair, pair[::-1]):
            if _fits(clusters[part], clusters[whole]):
                found[part].append(whole)
    for part in sorted(found):
        yield part, min(found[part], key=lambda whole: (_largest(clusters[whole]), whole))


def ties(entry: Entry) -> Iterator[Link]:
    """What a part has in common with a whole of another article: the payer and the project, or who raises."""
    stance = entry.claim.stance
    dropped = stance.status is Status.CANCELLED or stance.polarity is Polarity.NEGATIVE
    if dropped or entry.money is None:
        return
    if entry.claim.kind in GIVEN:
        for payer in sorted(entry.fillers("payer")):
            yield from (("whole", payer, project) for project in sorted(entry.fillers("project")))
    if entry.claim.kind in {Kind.INVESTMENT, Kind.FUNDRAISING}:
        for payer in sorted(entry.fillers("payer")):
            yield from (("round", payer, body) for body in sorted(entry.fillers("beneficiary")))


def _fits(part: Cluster, whole: Cluster) -> bool:
    return all(_inside(mine, theirs) for mine in part.profiles.values() for theirs in whole.profiles.values())


def _inside(part: Entry, whole: Entry) -> bool:
    """Whether one claim tells of less money of the same sort, for something that the other leaves open."""
    if part.money is None or whole.money is None or part.money.unit != whole.money.unit:
        return False
    if part.money.period != whole.money.period:
        return False
    if part.claim.stance.certainty is not whole.claim.stance.certainty or clash(part, whole):
        return False
    if part.money.value > MOST * whole.money.value or texts_clash(part, whole):
        return False
    raised = whole.claim.kind is Kind.FUNDRAISING
    if raised or part.claim.kind is not whole.claim.kind:
        return raised and part.claim.kind is Kind.INVESTMENT
    one_project = part.fillers("project") & whole.fillers("project")
    return bool(one_project) and any(part.shares(role) and not whole.shares(role) for role in NARROWER)


def _largest(cluster: Cluster) -> Decimal:
    return max(entry.money.value for entry in cluster.members if entry.money)


def _leads_to(start: str, end: str, above: Mapping[str, str]) -> bool:
    while start in above and start != end:
        start = above[start]
    return start == end
