"""Names for statements: the same statements, in any order, have the same name."""

import hashlib
from collections.abc import Iterable

from rdflib import Literal
from rdflib.term import Node

from graphbuild.graph.documents import Triple


def hashed(begun: str, said: Iterable[Triple]) -> str:
    """A hash of ``begun`` and of the statements (32 hexadecimal digits)."""
    parts = sorted({"\0".join((s, p, str(o), *_kind(o))) for s, p, o in said})
    text = "\1".join((begun, *parts))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _kind(value: Node) -> tuple[str, ...]:
    return ("", str(value.datatype), str(value.language)) if isinstance(value, Literal) else ()
