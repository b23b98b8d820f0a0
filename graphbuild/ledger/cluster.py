"""Claims gathered into facts: a claim joins a fact only where it agrees with all of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphbuild.ledger.agreement import same_fact
from graphbuild.ledger.amounts import precision
from graphbuild.ledger.contributions import GIVEN, one_pledge, one_sum, ties
from graphbuild.ledger.entries import Entry, Link, links
from graphbuild.model import Certainty, Kind, Polarity, Status

Bucket = tuple[Kind, Polarity, Certainty]
Profile = tuple[object, ...]
Meeting = tuple[Bucket | str, Link]


@dataclass(slots=True)
class Cluster:
    """Claims that say one thing; ``profiles`` keeps one claim of those that say it the same way."""

    members: list[Entry] = field(default_factory=list)
    profiles: dict[Profile, Entry] = field(default_factory=dict)
    documents: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    def add(self, entry: Entry) -> None:
        self.members.append(entry)
        self.profiles.setdefault(profile(entry), entry)
        self.documents[entry.ref.document].append(entry)

    def takes(self, entry: Entry) -> bool:
        """Whether the entry agrees with every member."""
        here = self.documents.get(entry.ref.document, ())
        return all(same_fact(entry, other) for other in (*here, *self.profiles.values()))


def clusters(entries: Iterable[Entry]) -> list[Cluster]:
    """Gather claims into facts; the order of the entries does not matter.

    The most precise claims come first. A claim that agrees with two facts that do not agree with each
    other joins neither ("more than 100" beside 109 and 112): it stays a fact of its own. The same claim
    of a verbatim copy is the same fact, however little it says.
    """
    found: list[Cluster] = []
    twins: dict[tuple[str, str], Cluster] = {}
    near: dict[Meeting, list[Cluster]] = defaultdict(list)
    for entry in sorted(entries, key=_rank):
        copied = twins.get((entry.text, entry.ref.claim))
        if copied is not None:
            copied.add(entry)
            continue
        _, *shared = meeting(entry)
        cluster = _the_one(entry, [c for key in shared for c in near[key]])
        if cluster is None:
            cluster = Cluster()
            found.append(cluster)
        cluster.add(entry)
        twins[entry.text, entry.ref.claim] = cluster
        for key in shared:
            if cluster not in near[key]:
                near[key].append(cluster)
    return found


def meeting(entry: Entry) -> Iterator[Meeting]:
    """All by which a claim meets others of which it may be one fact; the first is its verbatim copies'."""
    yield entry.text, (entry.ref.claim,)
    here = bucket(entry)
    yield from ((here, link) for link in (*links(entry, "same"), *ties(entry)))


def profile(entry: Entry) -> Profile:
    """What a claim says, whoever says it."""
    claim = entry.claim
    return claim.kind, entry.roles, claim.texts, entry.money, claim.date, claim.stance.status, entry.language


def _the_one(entry: Entry, near: list[Cluster]) -> Cluster | None:
    """The cluster that a claim joins; ``near`` share a link with it, or perhaps its exact sum."""
    distinct = list({id(cluster): cluster for cluster in near}.values())
    taking = [c for c in distinct if c.takes(entry) and any(meet(entry, o) for o in c.profiles.values())]
    same = [c for c in taking if any(m.roles == entry.roles and m.money == entry.money for m in c.members)]
    chosen = same or taking
    return chosen[0] if len(chosen) == 1 else None


def meet(one: Entry, other: Entry) -> bool:
    """Whether two claims share a link, or are one exact sum: not to contradict each other is not enough."""
    shared = not set(links(one, "same")).isdisjoint(links(other, "same"))
    return shared or one_sum(one, other) or one_pledge(one, other)


def bucket(entry: Entry) -> Bucket:
    """What one fact never mixes.

    Denials stay apart from assertions; a promise that was dropped belongs to the promise. What one article
    calls an investment, another may call a grant.
    """
    stance = entry.claim.stance
    dropped = stance.status is Status.CANCELLED
    kind = Kind.INVESTMENT if entry.claim.kind in GIVEN else entry.claim.kind
    return kind, Polarity.POSITIVE if dropped else stance.polarity, stance.certainty


def _rank(entry: Entry) -> tuple[object, ...]:
    fillers = sum(len(keys) for _, keys in entry.roles)
    words = sum(len(text) for _, text in entry.claim.texts)
    return precision(entry.money), -fillers, -words, repr(profile(entry)), entry.order
