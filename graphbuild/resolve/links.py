"""Nodes that are one although their names are written otherwise: blocks of variants, judged one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from graphbuild.model import EntityType
from graphbuild.resolve.cluster import Link
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.names import identifying, numbers
from graphbuild.resolve.records import Record
from graphbuild.resolve.variants import Variant, variants

LARGEST = 12  # names that share a variant: more say nothing any more

Written = frozenset[tuple[str, str]]  # (name, language)


def spelled_otherwise(meant: Mapping[Record, Meaning]) -> list[Link]:
    """The links between nodes whose names are variants of each other, the surest first.

    Each name gives a few keys and only names that share one meet, so work grows with the names.
    """
    nodes = _written(meant)
    blocks: dict[Variant, dict[str, Written]] = defaultdict(dict)
    for node, (kind, written) in nodes.items():
        for name, language in written:
            for variant in variants(kind, name, language):
                blocks[variant][node] = blocks[variant].get(node, frozenset()) | {(name, language)}
    links = {link for variant, block in blocks.items() for link in _judged(variant, block)}
    return sorted(links, key=lambda link: (-link.score, link.one, link.other, link.reason))


def _written(meant: Mapping[Record, Meaning]) -> dict[str, tuple[EntityType, Written]]:
    """Each node that may leave its article, with its type and how it is written."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    kinds: dict[str, EntityType] = {}
    for record, meaning in meant.items():
        if meaning.node != record.inside:
            kinds[meaning.node] = record.type
            found[meaning.node].add((record.name, record.language))
    return {node: (kinds[node], frozenset(written)) for node, written in found.items()}


def _judged(variant: Variant, block: Mapping[str, Written]) -> Iterator[Link]:
    if len(block) > LARGEST or not _agree(variant, block.values()):
        return
    for (one, here), (other, there) in combinations(sorted(block.items()), 2):
        if _fit(variant, here, there):
            yield Link(one, other, variant.reason, variant.score)


def _fit(variant: Variant, here: Written, there: Written) -> bool:
    """Whether some name of one side may be some name of the other: the same numbers, two languages."""
    return any(
        numbers(one) == numbers(other) and (not variant.between or spoken != heard)
        for one, spoken in here
        for other, heard in there
    )


def _agree(variant: Variant, written: Iterable[Written]) -> bool:
    """Whether names that differ by initials do not contradict each other: George W. and George H. W. Bush."""
    if not variant.key.startswith("person:initials:"):
        return True
    names = {identifying(EntityType.PERSON, name) for side in written for name, _ in side}
    plain = variant.key.removeprefix("person:initials:")
    return len(names - {plain}) <= 1
