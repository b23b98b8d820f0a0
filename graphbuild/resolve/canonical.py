"""The canonical entity that a group of records makes: its key, type, name, aliases, identifiers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graphbuild.model import EntityType, entity_key, fold
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.gazetteer import Reference, is_shared
from graphbuild.resolve.names import is_acronym
from graphbuild.resolve.nouns import Canonical
from graphbuild.resolve.records import Record

Group = Mapping[Record, Meaning]


def canonical_of(group: Group, references: Iterable[Reference]) -> Canonical:
    """Say who the records of a group are; ``references`` are the public ones that they mean."""
    known = sorted(set(references), key=lambda reference: reference.id)
    kind = known[0].type if known else _type(group)
    typed = [record for record in group if record.type is kind] or list(group)
    # what means somebody only inside its article names the whole only where there is nothing else
    naming = [record for record in typed if not record.scoped] or typed
    name = name_of(naming, known[0] if known else None)
    if known and is_shared(known[0], name):
        key = f"{entity_key(kind, name)}@{known[0].id.rpartition(':')[2]}"
    else:
        key = _key(kind, name, group)
    return Canonical(
        key=key,
        type=kind,
        name=name,
        aliases=aliases_of(group, name),
        same_as=tuple(sorted({iri for reference in known for iri in reference.same_as})),
    )


def keyed(canonicals: Mapping[str, Canonical], groups: Mapping[str, Group]) -> dict[str, Canonical]:
    """The same canonicals with keys that are unique: the one with the most texts keeps the plain key."""
    alike: dict[str, list[str]] = defaultdict(list)
    for root, canonical in canonicals.items():
        alike[canonical.key].append(root)
    unique = dict(canonicals)
    for key, roots in alike.items():
        texts = {root: sorted({record.text for record in groups[root]}) for root in roots}
        for root in sorted(roots, key=lambda root: (-len(texts[root]), texts[root]))[1:]:
            unique[root] = replace(canonicals[root], key=f"{key}@{texts[root][0]}")
    return unique


def name_of(group: Iterable[Record], reference: Reference | None) -> str:
    """The full name that most texts give, then the longest, then the first of the alphabet."""
    group = list(group)
    texts = Counter(name for name, _ in {(record.name, record.text) for record in group})
    public = {fold(name) for _, name in reference.names} if reference else set()
    full = [name for name in texts if (fold(name) in public if reference else not is_acronym(name))]
    if reference and not full:
        languages = Counter(record.language for record in group)
        return reference.name_in(min(languages, key=lambda language: (-languages[language], language)))
    return min(full or texts, key=lambda name: (-texts[name], -len(name), name))


def aliases_of(group: Iterable[Record], name: str) -> tuple[str, ...]:
    """The other forms that name it, one for each folded form, the most frequent spelling of each."""
    seen = Counter(form for record in group for form in (record.name, *record.forms))
    spellings: dict[str, str] = {}
    for form in sorted(seen, key=lambda form: (-seen[form], form)):
        spellings.setdefault(fold(form), form)
    spellings.pop(fold(name), None)
    return tuple(sorted(spellings.values()))


def _type(group: Group) -> EntityType:
    """The type that most texts give."""
    texts = Counter(kind for kind, _ in {(record.type, record.text) for record in group})
    return min(texts, key=lambda kind: (-texts[kind], kind))


def _key(kind: EntityType, name: str, group: Group) -> str:
    """``entity_key``; with ``@`` and its text or language where the name alone does not say who it is."""
    key = entity_key(kind, name)
    nodes = {meaning.node for record, meaning in group.items() if record.name == name}
    inside = sorted({record.inside for record in group if record.name == name} & nodes)
    if inside and len(inside) == len(nodes):
        return inside[0]
    spoken = sorted(node.rpartition("@")[2] for node in nodes if "@" in node and node not in inside)
    return f"{key}@{spoken[0]}" if spoken and len(spoken) == len(nodes) else key
