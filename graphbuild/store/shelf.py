"""What a build leaves for the next one: the pieces of its graph, by their place in ``graph.ttl``.

It is worth nothing without that very file, and nothing is lost with it: the next build makes all anew.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from graphbuild.graph.edges import Edge
from graphbuild.graph.gate import WHOLE, Verdict
from graphbuild.graph.pieces import Piece
from graphbuild.graph.turtle import Chunk, assembled
from graphbuild.ledger import Ledger
from graphbuild.store.layout import GRAPH, SHELF


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pieces by owner; verdicts of the gate, plain edges and parts of the ledger by what decided them."""

    pieces: Mapping[str, Piece] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    edges: Mapping[str, tuple[Edge, ...]] = field(default_factory=dict)
    books: Mapping[str, Ledger] = field(default_factory=dict)


class _Kept(msgspec.Struct, array_like=True):
    base: str
    turtle: bytes  # checksum
    pieces: dict[str, tuple[str, list[tuple[str, int, int]]]]
    whole: frozenset[str]  # names of articles that passed the gate
    fallen: dict[str, Verdict]
    edges: dict[str, tuple[Edge, ...]]
    books: dict[str, Ledger]


EMPTY = Shelf()
DECODER = msgspec.msgpack.Decoder(_Kept)


def read_shelf(output: Path, *, base: str) -> Shelf:
    """What the build before left; nothing where it is missing, damaged, or of another graph or base."""
    try:
        kept = DECODER.decode((output / SHELF).read_bytes())
        turtle = (output / GRAPH).read_bytes()
    except (OSError, msgspec.DecodeError):
        return EMPTY
    if (kept.base, kept.turtle) != (base, _checksum(turtle)):
        return EMPTY
    pieces = {
        owner: Piece(key, tuple(Chunk(order, turtle[a:b].decode()) for order, a, b in places))
        for owner, (key, places) in kept.pieces.items()
    }
    verdicts = dict.fromkeys(kept.whole, WHOLE) | kept.fallen
    return Shelf(pieces, verdicts, kept.edges, kept.books)


def shelved(shelf: Shelf, *, base: str) -> tuple[str, bytes]:
    """The Turtle of all pieces, and what is to be kept beside it for the next build."""
    ordered = sorted((chunk, owner) for owner, piece in shelf.pieces.items() for chunk in piece.chunks)
    parts = [part.encode() for part in assembled((chunk for chunk, _ in ordered), base=base)]
    found: dict[str, tuple[str, list[tuple[str, int, int]]]] = {
        owner: (piece.key, []) for owner, piece in shelf.pieces.items()
    }
    places = _places(parts, (chunk.text.encode() for chunk, _ in ordered))
    for (chunk, owner), (start, end) in zip(ordered, places, strict=True):
        found[owner][1].append((chunk.order, start, end))
    turtle = b"".join(parts)
    whole = frozenset(name for name, verdict in shelf.verdicts.items() if verdict == WHOLE)
    fallen = {name: verdict for name, verdict in shelf.verdicts.items() if name not in whole}
    kept = _Kept(base, _checksum(turtle), found, whole, fallen, dict(shelf.edges), dict(shelf.books))
    return turtle.decode(), msgspec.msgpack.encode(kept, order="sorted")


def _places(parts: Iterable[bytes], texts: Iterator[bytes]) -> Iterator[tuple[int, int]]:
    """Where each text begins and ends, in bytes; headings stand between them."""
    at, text = 0, next(texts, None)
    for part in parts:
        if part == text:
            yield at, at + len(part)
            text = next(texts, None)
        at += len(part)


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
