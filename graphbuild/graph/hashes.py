"""Names for content: the same content has the same name."""

import hashlib
from collections.abc import Iterable

import msgspec
from rdflib import Literal
from rdflib.term import Node

from graphbuild.graph.documents import Triple

ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def content(*parts: object) -> str:
    """A hash of nouns and texts (32 hexadecimal digits)."""
    return hashlib.blake2b(ENCODER.encode(parts), digest_size=16).hexdigest()


def joined(names: Iterable[str]) -> str:
    """One name for several, in this order."""
    return hashlib.blake2b("\0".join(names).encode(), digest_size=16).hexdigest()


def hashed(begun: str, said: Iterable[Triple]) -> str:
    """A hash of ``begun`` and of the statements, whatever their order (32 hexadecimal digits)."""
    parts = sorted({"\0".join((s, p, str(o), *_kind(o))) for s, p, o in said})
    text = "\1".join((begun, *parts))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _kind(value: Node) -> tuple[str, ...]:
    return ("", str(value.datatype), str(value.language)) if isinstance(value, Literal) else ()
