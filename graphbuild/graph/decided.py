"""A name for all that decides what the graph says of an article."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from graphbuild.graph.vocabulary import ontology_dir
from graphbuild.model import Extract
from graphbuild.resolve import Canonical, Identities
from graphbuild.versions import PACKAGE, made_by


def decided(extracts: Iterable[Extract], identities: Identities, *, base: str) -> Iterator[str]:
    """For each extract a name for all that decides what is said of its article."""
    known: dict[Canonical, bytes] = {}
    for extract in extracts:
        seen = hashlib.blake2b(version(base).encode() + msgspec.msgpack.encode(extract), digest_size=16)
        for entity in extract.entities:
            canonical = identities.entity_of(extract.document.id, entity.key)
            if canonical not in known:
                known[canonical] = hashlib.blake2b(repr(canonical).encode(), digest_size=16).digest()
            seen.update(known[canonical])
        yield seen.hexdigest()


@cache
def version(base: str) -> str:
    """The code and the ontology that say it, and where the nodes live."""
    code = PACKAGE / "graph", PACKAGE / "model", PACKAGE / "data" / "kinds.toml", ontology_dir()
    return f"{made_by(code, ('msgspec', 'pyshacl', 'rdflib'))} {base}"
