"""From what each record means to the canonical entities of the corpus."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from types import MappingProxyType

from graphbuild.model import Extract, entity_key, fold
from graphbuild.resolve.evidence import Meaning, meanings
from graphbuild.resolve.gazetteer import Reference
from graphbuild.resolve.names import is_acronym
from graphbuild.resolve.nouns import Canonical, Decision, Identities
from graphbuild.resolve.records import Record, records
from graphbuild.resolve.refusals import ambiguous, look_alikes


def resolve(extracts: Sequence[Extract]) -> Identities:
    """Say who is who over the corpus; pure, and the order of the extracts does not matter.

    Entities of two documents become one canonical only for a reason that is recorded: the same type
    and name, public names of one body or country, or an acronym that the corpus spells out. What is
    only described, or named by a surname or by a word that many bodies share, stays in its document.
    """
    meant = meanings(records(extracts))
    nodes: dict[str, list[Record]] = defaultdict(list)
    for record, meaning in meant.items():
        nodes[meaning.node].append(record)
    references = {meaning.node: meaning.reference for meaning in meant.values() if meaning.reference}
    canonicals = {node: _canonical(node, group, references.get(node)) for node, group in nodes.items()}
    merges = {d for node, group in nodes.items() for d in _merges(canonicals[node], group, meant)}
    return Identities(
        canonicals=tuple(sorted(set(canonicals.values()), key=lambda canonical: canonical.key)),
        decisions=tuple(sorted(merges | ambiguous(meant, canonicals) | look_alikes(canonicals.values()))),
        members=MappingProxyType({(r.document, r.entity.key): canonicals[m.node] for r, m in meant.items()}),
    )


def _canonical(node: str, group: list[Record], reference: Reference | None) -> Canonical:
    kind = reference.type if reference else group[0].type
    name = _name(group, reference)
    key = entity_key(kind, name)
    if any(record.inside == node for record in group):
        key = node
    elif "@" in node:
        key = f"{key}@{node.rpartition('@')[2]}"
    return Canonical(
        key=key,
        type=kind,
        name=name,
        aliases=_aliases(group, name),
        same_as=reference.same_as if reference else (),
    )


def _name(group: list[Record], reference: Reference | None) -> str:
    """The full name that most texts give, then the longest, then the first of the alphabet."""
    texts = Counter(name for name, _ in {(record.name, record.text) for record in group})
    public = {fold(name) for _, name in reference.names} if reference else set()
    full = [name for name in texts if (fold(name) in public if reference else not is_acronym(name))]
    if reference and not full:
        languages = Counter(record.language for record in group)
        return reference.name_in(min(languages, key=lambda language: (-languages[language], language)))
    return min(full or texts, key=lambda name: (-texts[name], -len(name), name))


def _aliases(group: list[Record], name: str) -> tuple[str, ...]:
    """The other forms that name it, one for each folded form, the most frequent spelling of each."""
    seen = Counter(form for record in group for form in (record.name, *record.forms))
    spellings: dict[str, str] = {}
    for form in sorted(seen, key=lambda form: (-seen[form], form)):
        spellings.setdefault(fold(form), form)
    spellings.pop(fold(name), None)
    return tuple(sorted(spellings.values()))


def _merges(canonical: Canonical, group: list[Record], meant: dict[Record, Meaning]) -> set[Decision]:
    """One decision for each other name that records of this entity bear."""
    names: dict[str, Record] = {}
    for record in sorted(group, key=lambda record: (record.name, record.document)):
        names.setdefault(fold(record.name), record)
    names.pop(fold(canonical.name), None)
    return {
        Decision(
            type=canonical.type,
            one=canonical.name,
            other=record.name,
            merged=True,
            reason=meant[record].reason,
            score=meant[record].score,
        )
        for record in names.values()
    }
