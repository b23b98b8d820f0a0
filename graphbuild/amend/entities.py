"""The corrections of who is who, as rulings for the resolve room, and what came of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graphbuild.amend.nouns import (
    Correction,
    Different,
    Named,
    Outcome,
    Rename,
    Retype,
    Same,
)
from graphbuild.model import Extract, digest, entity_key
from graphbuild.resolve import Canonical, Identities, Rulings

Keys = Mapping[Named, str]  # the key by which a name is known to the resolve room


def keys(extracts: Sequence[Extract], corrections: Iterable[Correction]) -> dict[Named, str]:
    """For each name of a correction its key: under the first of its names that an article bears."""
    wanted = {named for c in corrections for named in named_in(c)}
    if not wanted:
        return {}
    borne = {entity.key for extract in extracts for entity in extract.entities}
    texts = {extract.document.id: digest(extract.document.sha256) for extract in extracts}
    return {named: _key(named, borne, texts) for named in wanted}


def _key(named: Named, borne: set[str], texts: Mapping[str, str]) -> str:
    called = [entity_key(named.type, name) for name in named.names]
    key = next((key for key in called if key in borne), called[0])
    return key if named.document is None else f"{key}@{texts.get(named.document, named.document)}"


def named_in(correction: Correction) -> tuple[Named, ...]:
    """Whom a correction of identity is about."""
    match correction.change:
        case Same(one, other) | Different(one, other):
            return one, other
        case Retype(entity, _) | Rename(entity, _):
            return (entity,)
    return ()


def rulings(corrections: Iterable[Correction], keys: Keys) -> tuple[Rulings, tuple[Outcome, ...]]:
    """What the resolve room is to follow, and the corrections that a later one about the same overrules."""
    latest: dict[tuple[str, ...], Correction] = {}
    overruled: list[Outcome] = []
    for correction in sorted(corrections, key=lambda correction: correction.order):
        for aspect in _aspects(correction, keys):
            if earlier := latest.get(aspect):
                overruled.append(Outcome(earlier, overruled=correction.id))
            latest[aspect] = correction
    same, different = set(), set()
    types, names = set(), set()
    for correction in latest.values():
        match correction.change:
            case Same(one, other):
                same.add((keys[one], keys[other]))
            case Different(one, other):
                different.add((keys[one], keys[other]))
            case Retype(entity, kind):
                types.add((keys[entity], kind))
            case Rename(entity, name):
                names.add((keys[entity], name))
    ruled = Rulings(frozenset(same), frozenset(different), frozenset(types), frozenset(names))
    return ruled, tuple(overruled)


def _aspects(correction: Correction, keys: Keys) -> Iterator[tuple[str, ...]]:
    """What a correction decides: the sameness of a pair, the type or the name of one."""
    match correction.change:
        case Same(one, other) | Different(one, other):
            yield ("pair", *sorted((keys[one], keys[other])))
        case Retype(entity, _):
            yield ("type", keys[entity])
        case Rename(entity, _):
            yield ("name", keys[entity])


def whole(rulings: Rulings, extracts: Sequence[Extract], identities: Identities) -> Rulings:
    """The rulings with each type given to all names of the entity, which stay together under it.

    ``identities`` are those without the new types: "Nvidia" and "Nvidia Corp." are one company, but would
    be two products, and a person has said what the one entity is.
    """
    texts = {extract.document.id: digest(extract.document.sha256) for extract in extracts}
    members: dict[Canonical, list[str]] = defaultdict(list)
    bearers: dict[str, set[Canonical]] = defaultdict(set)
    for (document, key), canonical in sorted(identities.members.items(), key=lambda item: item[0]):
        scoped = f"{key}@{texts[document]}"
        members[canonical].append(scoped)
        bearers[key].add(canonical)
        bearers[scoped].add(canonical)
    types, same = set(rulings.retyped), set(rulings.same)
    for key, kind in rulings.retyped:
        for canonical in bearers[key]:
            types |= {(member, kind) for member in members[canonical]}
            same |= set(pairwise(members[canonical]))
    return replace(rulings, retyped=frozenset(types), same=frozenset(same))


def known_as(
    keys: Keys, extracts: Sequence[Extract], identities: Identities
) -> dict[Named, tuple[Canonical, ...]]:
    """Who each name of a correction is in the corpus; nobody where its target is gone."""
    wanted = set(keys.values())
    texts = {extract.document.id: digest(extract.document.sha256) for extract in extracts}
    borne: dict[str, set[Canonical]] = defaultdict(set)
    for (document, key), canonical in identities.members.items() if wanted else ():
        for name in wanted.intersection((key, f"{key}@{texts[document]}")):
            borne[name].add(canonical)
    for canonical in identities.canonicals if wanted else ():
        # a public name that no article gives as such: "United Kingdom" where all say "UK"
        if canonical.key in wanted and canonical.key not in identities.unmet:
            borne.setdefault(canonical.key, {canonical})
    return {named: tuple(sorted(borne[key], key=lambda c: c.key)) for named, key in keys.items()}


def outcomes(
    corrections: Iterable[Correction], keys: Keys, identities: Identities, overruled: Sequence[Outcome]
) -> tuple[Outcome, ...]:
    """What came of each correction of identity, once the corpus has been resolved."""
    decided = {outcome.correction.id for outcome in overruled}
    met = tuple(
        _outcome(correction, [n for n in named_in(correction) if keys[n] in identities.unmet])
        for correction in corrections
        if named_in(correction) and correction.id not in decided
    )
    return (*overruled, *met)


def _outcome(correction: Correction, missing: Sequence[Named]) -> Outcome:
    if not missing:
        return Outcome(correction)
    names = " and ".join(f"{named.name} ({named.type})" for named in missing)
    where = "".join(sorted({f" in {named.document}" for named in missing if named.document}))
    remedy = (
        f"take it back with `graphbuild correct undo {correction.short}`, or leave it until it is named again"
    )
    return Outcome(correction, f"no article names {names} any more{where}", remedy)
