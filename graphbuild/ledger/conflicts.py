"""Claims that cannot both hold: figures with their bounds understood, and denials."""

from collections.abc import Iterator, Mapping

from graphbuild.ledger import dates, mixups
from graphbuild.ledger.agreement import amounts, clash, day, texts_clash
from graphbuild.ledger.amounts import Verdict
from graphbuild.ledger.cluster import Cluster, bucket
from graphbuild.ledger.entries import Entry, Link, links, once
from graphbuild.ledger.history import LADDER
from graphbuild.ledger.known import NOTHING, Known
from graphbuild.ledger.notes import note
from graphbuild.ledger.nouns import ClaimRef, Conflict
from graphbuild.ledger.pairs import neighbours, pairs
from graphbuild.model import Certainty, Kind, Polarity, Status


def conflicts(clusters: Mapping[str, Cluster], known: Known = NOTHING) -> tuple[Conflict, ...]:
    """All pairs of claims that disagree, given the clusters by the key of their fact."""
    found = {conflict.claims: conflict for conflict in known.conflicts} | {
        conflict.claims: conflict
        for one, other in neighbours(clusters, ties, known.keys)
        for mine, theirs in pairs(clusters[one], clusters[other])
        if not _told_again(mine, clusters[one]) and not _told_again(theirs, clusters[other])
        if (conflict := _conflict(mine, theirs, {mine.ref: one, theirs.ref: other}))
    }
    confused = {frozenset(c.facts) for c in found.values() if c.reason == "mixed_up"}
    told = (c for c in found.values() if c.reason == "mixed_up" or frozenset(c.facts) not in confused)
    return tuple(sorted(told, key=lambda conflict: conflict.claims))


def ties(entry: Entry) -> Iterator[Link]:
    """What two claims share that may contradict each other: a link, or a party and a number."""
    yield from ((entry.claim.kind.value, *link) for link in links(entry, "conflict"))
    yield from ((bucket(entry)[0].value, *link) for link in mixups.ties(entry))


def _told_again(entry: Entry, cluster: Cluster) -> bool:
    """Whether a headline tells what its article tells: the article's own sentence is weighed, not both."""
    return entry.headline and any(not other.headline for other in cluster.documents[entry.ref.document])


def _conflict(one: Entry, other: Entry, facts: Mapping[ClaimRef, str]) -> Conflict | None:
    reason = _reason(one, other)
    if reason is None:
        return None
    first, second = sorted((one, other), key=lambda entry: entry.ref)
    sums = (first.money, second.money) if reason != "mixed_up" else mixups.sums(first, second)
    english, french = note(reason, *sums, day(one, other))
    return Conflict((first.ref, second.ref), (facts[first.ref], facts[second.ref]), english, french, reason)


def _reason(one: Entry, other: Entry) -> str | None:
    """Why two claims about one thing cannot both hold, as a key of data/identity/notes.toml."""
    if mixups.mixed_up(one, other):
        return "mixed_up"
    if set(links(one, "conflict")).isdisjoint(links(other, "conflict")) or not _live(one, other):
        return None
    if clash(one, other) or texts_clash(one, other) or _parts_or_conversion(one, other):
        return None
    said, denial = sorted((one, other), key=lambda entry: entry.claim.stance.polarity is Polarity.NEGATIVE)
    if said.claim.stance.polarity is not denial.claim.stance.polarity:
        return "denied" if _denies(denial, said) else None
    return None if said.claim.stance.polarity is Polarity.NEGATIVE else _figures(one, other)


def _figures(one: Entry, other: Entry) -> str | None:
    """Whether two figures for one thing cannot both hold, and which way."""
    if not one.money or not other.money:
        return None
    stances = one.claim.stance, other.claim.stance
    match amounts(one, other):
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


def _denies(denial: Entry, said: Entry) -> bool:
    """Whether a denial meets what another voice asserts: no more roles than that, no further rung.

    Who denies that it was paid does not deny that it was promised; who denies any sum denies this one.
    """
    if (
        "not_yet" in denial.cues
        or _rung(denial) > _rung(said)
        or not dict(denial.roles).keys() <= dict(said.roles).keys()
    ):
        return False
    if denial.money and (not said.money or amounts(denial, said) is not Verdict.AGREE):
        return False
    if not _one_time(denial, said) or _overtaken(denial, said):
        return False
    if denial.ref.document == said.ref.document:
        return _two_voices(denial, said)
    return not _one_voice(denial, said) and _soon(denial, said)


def _overtaken(denial: Entry, said: Entry) -> bool:
    """Whether things have moved between the two: who would not buy in April may buy in June.

    What will not be, said weeks after others were sure of it, is how it ended.
    """
    if not denial.published or not said.published:
        return False
    if dates.days_apart(denial.published, said.published, dates.DAYS_STORY):
        return False
    sure = said.claim.stance.certainty is Certainty.ASSERTED
    return denial.published < said.published or (sure and denial.claim.stance.status is not Status.DONE)


def _rung(entry: Entry) -> int:
    return LADDER.index(entry.claim.stance.status)


def _soon(one: Entry, other: Entry) -> bool:
    """Whether a denial can be an answer: within some months, where the days are known."""
    if one.published and other.published:
        return dates.days_apart(one.published, other.published, dates.DAYS_ANSWER)
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
    """Two speakers; of a figure, one may be the article: "coûte 4 milliards ; X en évoque 4,5"."""
    alone = one.claim.kind is Kind.RESULT and any((one.speaker, other.speaker))
    return (alone or all((one.speaker, other.speaker))) and one.speaker != other.speaker


def _one_voice(one: Entry, other: Entry) -> bool:
    """Whether the same speaker says both: who changes his mind contradicts nobody."""
    return bool(one.speaker) and one.speaker == other.speaker


def _one_story(one: Entry, other: Entry) -> bool:
    """Whether two articles tell of one moment: both claims dated, or both articles of one week."""
    if one.claim.date and other.claim.date:
        return True
    if one.published and other.published:
        return dates.days_apart(one.published, other.published, dates.DAYS_STORY)
    named = one.fillers("project") & other.fillers("project")
    return bool(named)
