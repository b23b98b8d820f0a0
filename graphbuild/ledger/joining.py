"""Which claims can come to one fact: those that a chain of pairs ties together which could each be one.

What stands in one chain changes nothing in another, so each is gathered by itself, and what is as it was is
not gathered again. Only pairs with a new claim are judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graphbuild.ledger.agreement import same_fact
from graphbuild.ledger.cluster import Meeting, meet, meeting
from graphbuild.ledger.entries import Entry

Sharing = dict[Meeting, list[Entry]]  # the claims by what they meet by


def chains(claims: Sequence[Entry], known: Iterable[Sequence[Entry]]) -> list[list[Entry]]:
    """The claims in chains, each in the order given; ``known`` are chains of before, of unchanged claims."""
    leader: dict[Entry, Entry] = {entry: group[0] for group in known for entry in group}
    here = set(leader)

    def root(entry: Entry) -> Entry:
        while (above := leader.setdefault(entry, entry)) is not entry:
            leader[entry] = leader[above]
            entry = above
        return entry

    sharing: Sharing = defaultdict(list)
    for entry in sorted(claims, key=lambda entry: entry not in here):  # the known ones first
        keys = tuple(meeting(entry))
        if entry not in here:
            for other in _near(keys, sharing):
                if root(other) is not root(entry) and _may_be_one(entry, other):
                    leader[root(other)] = root(entry)
        for key in keys:
            sharing[key].append(entry)
    found: dict[Entry, list[Entry]] = defaultdict(list)
    for entry in claims:
        found[root(entry)].append(entry)
    return list(found.values())


def _near(keys: Iterable[Meeting], sharing: Sharing) -> Iterator[Entry]:
    return iter({other: None for key in keys for other in sharing.get(key, ())})


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Whether nothing keeps two claims from being one fact; of verbatim copies, nothing does."""
    copied = (one.text, one.ref.claim) == (other.text, other.ref.claim)
    return copied or (same_fact(one, other) and meet(one, other))
