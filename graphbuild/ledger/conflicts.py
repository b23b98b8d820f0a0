"""Claims that cannot both hold: figures with their bounds understood, and denials."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from graphbuild.ledger import dates
from graphbuild.ledger.agreement import clash, texts_clash
from graphbuild.ledger.amounts import Verdict, compare
from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.entries import Entry, Link, links, once
from graphbuild.ledger.notes import note
from graphbuild.ledger.nouns import ClaimRef, Conflict
from graphbuild.model import Kind, Polarity, Status

FEW = 64  # pairs of claims of two facts that are all compared; above, each claim meets one of the other fact


def conflicts(clusters: Mapping[str, Cluster]) -> tuple[Conflict, ...]:
    """All pairs of claims that disagree, given the clusters by the key of their fact."""
    found = {
        conflict.claims: conflict
        for one, other in _neighbours(clusters)
        for mine, theirs in _pairs(clusters[one], clusters[other])
        if (conflict := _conflict(mine, theirs, {mine.ref: one, theirs.ref: other}))
    }
    return tuple(found[pair] for pair in sorted(found))


def _neighbours(clusters: Mapping[str, Cluster]) -> list[tuple[str, str]]:
    """Pairs of facts of one kind that share what a conflict needs."""
    sharing: dict[tuple[Kind, Link], set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        for entry in cluster.profiles.values():
            for link in links(entry, "conflict"):
                sharing[entry.claim.kind, link].add(key)
    return sorted({pair for keys in sharing.values() for pair in combinations(sorted(keys), 2)})


def _pairs(one: Cluster, other: Cluster) -> Iterator[tuple[Entry, Entry]]:
    """Which claims of two facts to compare: all where they are few, else each with the first of the other."""
    mine, theirs = one.members, other.members
    if len(mine) * len(theirs) <= FEW:
        yield from ((a, b) for a in mine for b in theirs)
        return
    yield from ((a, theirs[0]) for a in mine)
    yield from ((mine[0], b) for b in theirs[1:])


def _conflict(one: Entry, other: Entry, facts: Mapping[ClaimRef, str]) -> Conflict | None:
    reason = _reason(one, other)
    if reason is None:
        return None
    first, second = sorted((one, other), key=lambda entry: entry.ref)
    english, french = note(reason, first.money, second.money)
    return Conflict((first.ref, second.ref), (facts[first.ref], facts[second.ref]), english, french)


def _reason(one: Entry, other: Entry) -> str | None:
    """Why two claims about one thing cannot both hold, as a key of data/identity/notes.toml."""
    if (
        not _live(one, other)
        or clash(one, other)
        or texts_clash(one, other)
        or _parts_or_conversion(one, other)
    ):
        return None
    stances = one.claim.stance, other.claim.stance
    if stances[0].polarity is not stances[1].polarity:
        return "denied" if _denies(one, other) else None
    if stances[0].polarity is Polarity.NEGATIVE or not one.money or not other.money:
        return None
    match compare(one.money, other.money):
        case Verdict.MIXED_UP if _one_time(one, other):
            return "mixed_up"
        case Verdict.DIFFER if stances[0].status is stances[1].status and _comparable(one, other):
            return "differ"
    return None


def _live(one: Entry, other: Entry) -> bool:
    """A dropped promise and the promise, a wish and its answer are an evolution."""
    statuses = {one.claim.stance.status, other.claim.stance.status}
    return Status.CANCELLED not in statuses and (Status.REQUESTED not in statuses or len(statuses) == 1)


def _parts_or_conversion(one: Entry, other: Entry) -> bool:
    """Whether one may be a part of the other, or the same amount converted in parentheses."""
    if one.claim.part_of or other.claim.part_of:
        return True
    spans = {one.claim.amount, other.claim.amount}
    converted = one.conversion_of in spans or other.conversion_of in spans
    return (
        one.ref.document == other.ref.document and any((one.conversion_of, other.conversion_of)) and converted
    )


def _comparable(one: Entry, other: Entry) -> bool:
    """Whether two figures answer one question: two in one article do where two voices give them."""
    if not _one_time(one, other):
        return False
    apart = one.ref.document != other.ref.document
    return once(one.claim.kind) or (_one_story(one, other) if apart else _two_voices(one, other))


def _denies(one: Entry, other: Entry) -> bool:
    """Whether a denial meets its assertion: same roles, status and amount, in two mouths."""
    if one.claim.stance.status is not other.claim.stance.status or one.money != other.money:
        return False
    if dict(one.roles).keys() != dict(other.roles).keys() or not _one_time(one, other):
        return False
    if one.ref.document == other.ref.document:
        return _two_voices(one, other)
    return _one_story(one, other)


def _one_time(one: Entry, other: Entry) -> bool:
    """Both dated alike, or neither: a figure of 2013 and one of no date are before and after."""
    mine, theirs = one.claim.date, other.claim.date
    if bool(mine) == bool(theirs):
        return dates.agree(mine, theirs)
    if one.ref.document == other.ref.document or one.claim.kind is Kind.RESULT:
        return False
    return dates.days_apart(mine or one.published, theirs or other.published, dates.DAYS_STORY)


def _two_voices(one: Entry, other: Entry) -> bool:
    return bool(one.speaker) and bool(other.speaker) and one.speaker != other.speaker


def _one_story(one: Entry, other: Entry) -> bool:
    """Whether two articles tell of one moment: both claims dated, or both articles of one week."""
    if one.claim.date and other.claim.date:
        return True
    if one.published and other.published:
        return dates.days_apart(one.published, other.published, dates.DAYS_STORY)
    named = one.fillers("project") & other.fillers("project")
    return bool(named)
