"""What a build leaves for the next one: where all stands in ``graph.ttl``, and what is known already.

It is worth nothing without that very file, and nothing is lost with it: the next build makes all anew.
It is MessagePack, decoded into these types and nothing else: no code can come out of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from graphbuild.graph.edges import Edge
from graphbuild.graph.gate import WHOLE, Verdict
from graphbuild.ledger import Block
from graphbuild.store.disk import checksum
from graphbuild.store.layout import GRAPH, MARK, SHELF, STORE
from graphbuild.store.written import NOTHING, Written


@dataclass(frozen=True, slots=True)
class Shelf:
    """The file, the keys of its pieces by owner; verdicts, edges and books by what decided them."""

    written: Written = NOTHING
    keys: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    edges: Mapping[str, tuple[Edge, ...]] = field(default_factory=dict)
    books: Mapping[str, Block] = field(default_factory=dict)


class _Kept(msgspec.Struct, array_like=True):
    base: str
    turtle: bytes  # checksum
    orders: list[str]
    owners: list[str]
    lengths: list[int]
    keys: dict[str, str]
    whole: list[str]  # names of articles that passed the gate
    fallen: dict[str, Verdict]
    edges: dict[str, tuple[Edge, ...]]
    books: dict[str, Block]


EMPTY = Shelf()
DECODER = msgspec.msgpack.Decoder(_Kept)


def read_shelf(output: Path, *, base: str) -> Shelf:
    """What the build before left; nothing where it is damaged, or not of this graph, store and base."""
    try:
        kept = DECODER.decode((output / SHELF).read_bytes())
        turtle = (output / GRAPH).read_bytes()
        mark = (output / STORE / MARK).read_bytes()
    except (OSError, msgspec.DecodeError):
        return EMPTY
    if not (kept.base == base and kept.turtle == mark == checksum(turtle)):
        return EMPTY
    written = Written(turtle, kept.orders, kept.owners, kept.lengths)
    return Shelf(written, kept.keys, dict.fromkeys(kept.whole, WHOLE) | kept.fallen, kept.edges, kept.books)


def shelved(shelf: Shelf, *, base: str) -> bytes:
    """What is to be kept beside ``shelf.written`` for the next build."""
    file = shelf.written
    kept = _Kept(
        base=base,
        turtle=checksum(file.turtle),
        orders=list(file.orders),
        owners=list(file.owners),
        lengths=list(file.lengths),
        keys=dict(shelf.keys),
        whole=sorted(name for name, verdict in shelf.verdicts.items() if verdict == WHOLE),
        fallen={name: verdict for name, verdict in shelf.verdicts.items() if verdict != WHOLE},
        edges=dict(shelf.edges),
        books=dict(shelf.books),
    )
    return msgspec.msgpack.encode(kept)
