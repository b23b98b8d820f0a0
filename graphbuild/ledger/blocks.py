"""What makes claims touch each other: claims that share no tie, directly or through others, never do.

A block is what hangs together by ties. The ledger of a block alone is the part of the whole ledger that
speaks of it, so a change of the corpus is worked out on the blocks that it touches.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from graphbuild.ledger import conflicts, contributions, echoes, inside, passing, shares
from graphbuild.ledger.cluster import bucket
from graphbuild.ledger.entries import Entry, Link, entries, links
from graphbuild.ledger.nouns import ClaimRef
from graphbuild.model import Extract
from graphbuild.resolve import Identities


def blocks(extracts: Sequence[Extract], identities: Identities) -> tuple[frozenset[ClaimRef], ...]:
    """The claims of the corpus in blocks that do not touch each other, in the order of their first claims."""
    found = gathered(entries(extracts, identities))
    return tuple(sorted((frozenset(entry.ref for entry in block) for block in found), key=min))


def gathered(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries in blocks, each in the order given."""
    return hanging_together(entries, ties)


def hanging_together(
    entries: Iterable[Entry], ties: Callable[[Entry], Iterable[Hashable]]
) -> list[list[Entry]]:
    """The entries in groups that share no tie with each other, each in the order given."""
    given = list(entries)
    leader = list(range(len(given)))  # another place of the same group, or the place itself

    def root(place: int) -> int:
        while (above := leader[place]) != place:
            leader[place] = leader[above]  # shorter next time
            place = above
        return place

    holder: dict[Hashable, int] = {}
    for place, entry in enumerate(given):
        for tie in ties(entry):
            other = holder.setdefault(tie, place)
            if other != place:
                leader[root(place)] = root(other)
    found: dict[int, list[Entry]] = {}
    for place, entry in enumerate(given):
        found.setdefault(root(place), []).append(entry)
    return list(found.values())


def ties(entry: Entry) -> Iterator[Link]:
    """All that a claim can touch others by; the first is its own and its verbatim copies'."""
    yield "copy", entry.text, entry.ref.claim
    yield "claim", entry.ref.document, entry.ref.claim
    if entry.claim.part_of:
        yield "claim", entry.ref.document, entry.claim.part_of
    yield from (("same", bucket(entry)[0].value, *link) for link in links(entry, "same"))
    yield from (("conflict", *link) for link in conflicts.ties(entry))
    yield from (("sum", *link) for link in contributions.ties(entry))
    yield from (("money", *link) for link in echoes.ties(entry))
    yield from (("part", *link) for link in inside.ties(entry))
    yield from (("passed", *link) for link in passing.ties(entry))
    yield from (("shares", *link) for link in shares.ties(entry))
    if entry.split:
        yield "sum", "here", entry.ref.document, *contributions.figure(entry.split[0])
