"""The corrections of one article's claims, applied to what the program reads in it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graphbuild.amend.accepting import accepted
from graphbuild.amend.matching import Missing, find, surfaces
from graphbuild.amend.mending import Mended, added, mended
from graphbuild.amend.nouns import Add, Correction, FixAmount, FixRole, Outcome, Reject
from graphbuild.model import Claim, Entity, Extract, Withdrawn

LOOK = (
    "see what is read now with `graphbuild ask evidence`, correct that, and take this correction back with "
    "`graphbuild correct undo {id}`"
)
REJECTED = "the claim is rejected as a whole"

Aspect = tuple[str, ...]  # what of a claim a fix is about: ("amount",) or ("role", NAME)


@dataclass(slots=True)
class Found:
    """What corrections there are for one claim, and which of them decide."""

    rejections: list[Correction] = field(default_factory=list)
    fixes: dict[Aspect, Correction] = field(default_factory=dict)


def amended(extract: Extract, corrections: Sequence[Correction]) -> tuple[Extract, tuple[Outcome, ...]]:
    """The article's extract as a person has corrected it, and what came of each correction.

    ``corrections`` are in the order of their times. Pure; an extract without corrections is itself.
    """
    known = surfaces(extract)
    about, outcomes = _gathered(extract, corrections)
    kept: dict[str, Mended | None] = {}
    withdrawn: list[Withdrawn] = []
    for key, found in about.items():
        claim = next(c for c in extract.claims if c.key == key)
        if found.rejections:
            kept[key] = None
            withdrawn.append(_withdrawn(claim, found.rejections))
            outcomes += [_applied(c) for c in found.rejections]
            outcomes += [_overruled(c, found.rejections[-1]) for c in found.fixes.values()]
            continue
        fixes = list(found.fixes.values())
        made = mended(claim, fixes, extract, known)
        if isinstance(made, Missing):
            outcomes += [_gone(c, made) for c in fixes]
            continue
        outcomes += [_applied(c) for c in fixes]
        if made is not None:
            kept[key] = made
            withdrawn.append(_withdrawn(claim, fixes))
    new, told = _additions(extract, corrections)
    made_of_it = _rebuilt(extract, kept, new, withdrawn)
    return made_of_it, (*outcomes, *told, *accepted(made_of_it, corrections))


def _gathered(extract: Extract, corrections: Sequence[Correction]) -> tuple[dict[str, Found], list[Outcome]]:
    """The corrections by the key of the claim that they are about."""
    about: dict[str, Found] = defaultdict(Found)
    outcomes: list[Outcome] = []
    for correction in corrections:
        change = correction.change
        if not isinstance(change, Reject | FixAmount | FixRole):
            continue
        claim = find(change, extract)
        if isinstance(claim, Missing):
            outcomes.append(_gone(correction, claim))
        elif isinstance(change, Reject):
            about[claim.key].rejections.append(correction)
        else:
            aspect = ("role", change.role) if isinstance(change, FixRole) else ("amount",)
            earlier = about[claim.key].fixes.get(aspect)
            outcomes += [_overruled(earlier, correction)] if earlier else []
            about[claim.key].fixes[aspect] = correction
    return about, outcomes


def _additions(extract: Extract, corrections: Sequence[Correction]) -> tuple[list[Mended], list[Outcome]]:
    made: list[Mended] = []
    outcomes: list[Outcome] = []
    known = surfaces(extract)
    for correction in corrections:
        if isinstance(correction.change, Add):
            claim = added(correction, correction.change, extract, known)
            if isinstance(claim, Missing):
                outcomes.append(_gone(correction, claim))
            else:
                made.append(claim)
                outcomes.append(_applied(correction))
    return made, outcomes


def _rebuilt(
    extract: Extract, kept: dict[str, Mended | None], new: Iterable[Mended], withdrawn: list[Withdrawn]
) -> Extract:
    """The extract with its claims put in place of those that were mended or rejected."""
    mendings = [made for made in kept.values() if made is not None] + list(new)
    if not kept and not mendings:
        return extract
    moved = {key: made.claim.key if made else None for key, made in kept.items()}
    claims = [
        made.claim if (made := kept.get(claim.key)) else claim
        for claim in extract.claims
        if kept.get(claim.key, claim) is not None
    ]
    claims += [made.claim for made in mendings if made.claim.revises is None]
    entities: dict[str, Entity] = {entity.key: entity for entity in extract.entities}
    for made in mendings:
        for entity in made.entities:
            entities.setdefault(entity.key, entity)
    return replace(
        extract,
        entities=tuple(entities.values()),
        amounts=tuple(dict.fromkeys((*extract.amounts, *(a for m in mendings for a in m.amounts)))),
        claims=tuple(_of_whole(claim, moved) for claim in claims),
        withdrawn=tuple(sorted(withdrawn, key=lambda w: w.claim.key)),
    )


def _of_whole(claim: Claim, moved: dict[str, str | None]) -> Claim:
    """A part follows its whole to what became of it, and stands alone where that was rejected."""
    whole = claim.part_of
    return claim if whole is None or whole not in moved else replace(claim, part_of=moved[whole])


def _withdrawn(claim: Claim, corrections: Iterable[Correction]) -> Withdrawn:
    return Withdrawn(replace(claim, part_of=None), tuple(sorted(c.id for c in corrections)))


def _applied(correction: Correction) -> Outcome:
    return Outcome(correction)


def _overruled(correction: Correction, by: Correction) -> Outcome:
    return Outcome(correction, overruled=by.id)


def _gone(correction: Correction, missing: Missing) -> Outcome:
    return Outcome(correction, missing.problem, LOOK.format(id=correction.short))
