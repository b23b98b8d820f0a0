"""Who pays decides what it is: what a State brings is a grant, what a bank grants is a loan."""

from collections.abc import Sequence
from functools import cache

from graphbuild.data import table
from graphbuild.model import Entity, EntityType, fold


def are(sort: str, payers: Sequence[Entity]) -> bool:
    """Whether all who pay, and there are some, are of a sort of ``data/frames/payers.toml``."""
    return bool(payers) and all(is_a(sort, payer) for payer in payers)


def is_a(sort: str, payer: Entity) -> bool:
    """By the words of the name; a country or a region is public."""
    if sort == "public" and payer.type is EntityType.PLACE:
        return True
    names = [f" {fold(name)} " for name in (payer.name, *payer.aliases)]
    return any(f" {word} " in name for word in _words()[sort] for name in names)


@cache
def _words() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = table("frames/payers.toml")
    return {sort: frozenset(map(fold, words)) for sort, words in lists.items()}
