"""First light: the same name of the same type is the same entity."""

from collections import defaultdict
from collections.abc import Sequence
from types import MappingProxyType

from graphbuild.model import Entity, Extract, digest
from graphbuild.resolve.nouns import Canonical, Identities, Member


def resolve(extracts: Sequence[Extract]) -> Identities:
    """Say who is who over the corpus; the order of the extracts does not matter."""
    groups: dict[str, list[tuple[Member, Entity]]] = defaultdict(list)
    for extract in extracts:
        for entity in extract.entities:
            key = entity.key if entity.named else f"{entity.key}@{digest(extract.document.sha256)}"
            groups[key].append(((extract.document.id, entity.key), entity))
    members: dict[Member, Canonical] = {}
    for key, group in groups.items():
        name = min(entity.name for _, entity in group)
        canonical = Canonical(key=key, type=group[0][1].type, name=name)
        members.update((member, canonical) for member, _ in group)
    canonicals = sorted(set(members.values()), key=lambda canonical: canonical.key)
    return Identities(canonicals=tuple(canonicals), decisions=(), members=MappingProxyType(members))
