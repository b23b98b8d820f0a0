"""``graph.ttl`` as chunks of known owners, so that a new one is the old one with some chunks replaced.

What did not change is copied as bytes and looked at no more.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import add

from graphbuild.graph.turtle import TITLES, Chunk, header, heading

SECTIONS = tuple(f"{number:02}" for number in range(len(TITLES)))
Owned = tuple[Chunk, str]  # what is to be written, and its owner
Run = tuple[int, int]  # chunks of the old file that stay, half-open, in one section


@dataclass(frozen=True, slots=True)
class Written:
    """The file, and by chunk, in its order: where it belongs (``Chunk.order``), its owner, its bytes."""

    turtle: bytes = b""
    orders: Sequence[str] = ()
    owners: Sequence[str] = ()
    lengths: Sequence[int] = ()

    def of(self, owners: Collection[str], *, base: str) -> Iterator[bytes]:
        """What is written of these owners, in the order of the file."""
        starts = self.starts(base=base)
        for i, owner in enumerate(self.owners):
            if owner in owners:
                yield self.turtle[starts[i] : starts[i] + self.lengths[i]]

    def starts(self, *, base: str) -> list[int]:
        """Where each chunk begins; a heading stands before the first one of each section."""
        gaps = [0] * len(self.lengths)
        for section, (first, last) in zip(SECTIONS, self.sections(), strict=True):
            if first < last:
                gaps[first] = len(heading(section).encode())
        return list(accumulate(map(add, gaps, chain((len(header(base).encode()),), self.lengths))))

    def sections(self) -> list[Run]:
        """The chunks of each section."""
        firsts = [bisect_left(self.orders, section) for section in SECTIONS]
        return list(zip(firsts, (*firsts[1:], len(self.orders)), strict=True))


NOTHING = Written()


def rewritten(old: Written, gone: Collection[str], new: Iterable[Owned], *, base: str) -> Written:
    """The file without what is written of ``gone``, and with ``new``."""
    orders: list[str] = []
    owners: list[str] = []
    lengths: list[int] = []
    starts, parts = old.starts(base=base), [header(base).encode()]
    for item in _in_order(old, gone, sorted(new)):
        before = orders[-1][:2] if orders else ""
        if isinstance(item[0], Chunk):
            chunk, owner = item
            text = chunk.text.encode()
            orders.append(chunk.order)
            owners.append(owner)
            lengths.append(len(text))
        else:
            first, last = item
            text = old.turtle[starts[first] : starts[last - 1] + old.lengths[last - 1]]
            orders += old.orders[first:last]
            owners += old.owners[first:last]
            lengths += old.lengths[first:last]
        section = orders[-1][:2]
        parts += [heading(section).encode(), text] if section != before else [text]
    return Written(b"".join(parts), orders, owners, lengths)


def _in_order(old: Written, gone: Collection[str], new: Sequence[Owned]) -> Iterator[Run | Owned]:
    """What stays and what is new, as it will stand in the file."""
    left = [(i, None) for i, owner in enumerate(old.owners) if owner in gone]
    put = [(bisect_left(old.orders, chunk.order), (chunk, owner)) for chunk, owner in new]
    at = 0
    for place, owned in sorted([*left, *put], key=lambda event: (event[0], event[1] is None)):
        yield from _runs(old, at, place)
        if owned:
            yield owned
        at = place if owned else place + 1
    yield from _runs(old, at, len(old.orders))


def _runs(old: Written, first: int, last: int) -> Iterator[Run]:
    """From one place to another, section by section."""
    for begun, ended in old.sections() if first < last else ():
        if max(begun, first) < min(ended, last):
            yield max(begun, first), min(ended, last)
