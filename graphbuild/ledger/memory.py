"""What a ledger remembers for the next one: claims and facts that are as they were are not judged again.

A part of the claims is known by all that they say, a fact by its key and by all that its claims say. What two
known facts are to each other is known, too: it depends on nothing but the two.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

import msgspec

from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.entries import Entry
from graphbuild.ledger.joining import chains
from graphbuild.ledger.known import Known
from graphbuild.ledger.nouns import ClaimRef, Ledger
from graphbuild.versions import PACKAGE, made_by

ENCODER = msgspec.msgpack.Encoder(order="deterministic")
CODE = (PACKAGE / "ledger", PACKAGE / "model", PACKAGE / "data" / "identity")
Told = tuple[tuple[ClaimRef, ...], ...]  # the claims of each fact, in the order in which they joined it
Gather = Callable[[Sequence[Entry]], Sequence[Cluster]]


@dataclass(frozen=True, slots=True)
class Block:
    """The ledger of some claims; the facts of their parts, by names; the names of the facts, by keys.

    ``inside`` says which larger sum each fact was understood to be inside of.
    """

    ledger: Ledger = field(default_factory=lambda: Ledger((), ()))
    parts: Mapping[str, Told] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    inside: Mapping[str, str] = field(default_factory=dict)


UNKNOWN = Block()


def together(blocks: Iterable[Block]) -> Block:
    """What several blocks remember."""
    several = list(blocks)
    return Block(
        Ledger(
            tuple(chain.from_iterable(block.ledger.facts for block in several)),
            tuple(chain.from_iterable(block.ledger.conflicts for block in several)),
        ),
        {name: told for block in several for name, told in block.parts.items()},
        {key: name for block in several for key, name in block.names.items()},
        {key: whole for block in several for key, whole in block.inside.items()},
    )


def gathered_again(
    claims: Iterable[Entry], gather: Gather, before: Block
) -> tuple[list[Cluster], dict[str, Told]]:
    """The claims in clusters, part by part, and what to remember; parts that are known need no ``gather``."""
    given = list(claims)
    by_ref = {entry.ref: entry for entry in given}
    found: list[Cluster] = []
    parts: dict[str, Told] = {}
    for part in chains(given, _as_before(given, by_ref, before)):
        name = name_of(part)
        if name in before.parts:
            clusters = [_filled(by_ref[ref] for ref in refs) for refs in before.parts[name]]
        else:
            clusters = list(gather(part))
        parts[name] = tuple(tuple(entry.ref for entry in cluster.members) for cluster in clusters)
        found += clusters
    return sorted(found, key=lambda cluster: min(entry.order for entry in cluster.members)), parts


def _as_before(
    given: Sequence[Entry], by_ref: Mapping[ClaimRef, Entry], before: Block
) -> Iterator[list[Entry]]:
    """The parts of before of which every claim is here, and as it was."""
    place = {entry.ref: number for number, entry in enumerate(given)}
    for name, told in before.parts.items():
        refs = list(chain.from_iterable(told))
        if all(ref in place for ref in refs):
            part = [by_ref[ref] for ref in sorted(refs, key=place.__getitem__)]
            if name_of(part) == name:
                yield part


def name_of(claims: Iterable[Entry], key: str = "") -> str:
    """A name for all that some claims say, and for the code that weighs them."""
    seen = hashlib.blake2b(f"{_version()}{key}".encode(), digest_size=16)
    for entry in claims:
        seen.update(_content(entry))
    return seen.hexdigest()


@cache
def _version() -> str:
    return made_by(CODE, ("currencyconverter", "rapidfuzz"))


@cache
def _content(entry: Entry) -> bytes:
    return hashlib.blake2b(ENCODER.encode(entry), digest_size=16).digest()


def forget() -> None:
    """Let go of what is kept of each entry while a ledger is made."""
    _content.cache_clear()


def _filled(members: Iterable[Entry]) -> Cluster:
    cluster = Cluster()
    for entry in members:
        cluster.add(entry)
    return cluster


def known_of(names: Mapping[str, str], before: Block) -> Known:
    """What of ``before`` still holds, given the names of the facts that there are now."""
    keys = frozenset(key for key, name in names.items() if before.names.get(key) == name)
    facts = {fact.key: fact for fact in before.ledger.facts if fact.key in keys}
    return Known(
        facts,
        {key: fact.repeats for key, fact in facts.items() if fact.repeats},
        {key: fact.revised_by for key, fact in facts.items() if fact.revised_by},
        {key: whole for key, whole in before.inside.items() if key in keys},
        tuple(conflict for conflict in before.ledger.conflicts if keys.issuperset(conflict.facts)),
    )
