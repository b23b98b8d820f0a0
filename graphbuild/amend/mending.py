"""One claim as a person mends it: another amount, other roles, or a claim of their own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphbuild.amend.matching import Missing, Surfaces, means, shown
from graphbuild.amend.nouns import Add, Correction, FixAmount, FixRole, Named, Said, Sum
from graphbuild.amend.places import all_of, locate
from graphbuild.data import table
from graphbuild.model import Amount, Claim, Entity, Extract, entity_key

RULE = "correction"


@dataclass(frozen=True, slots=True)
class Mended:
    """A claim with the amounts and entities that it needs beside those of the article."""

    claim: Claim
    amounts: tuple[Amount, ...] = ()
    entities: tuple[Entity, ...] = ()


def mended(
    claim: Claim, fixes: Iterable[Correction], extract: Extract, known: Surfaces
) -> Mended | Missing | None:
    """The claim with all its fixes, each about something else; None where it already says so.

    The claim as it was read stays what it was: this is another one.
    """
    made = Mended(claim)
    for fix in sorted(fixes, key=lambda fix: fix.order):
        match fix.change:
            case FixAmount(claim=said, amount=amount):
                step = _with_amount(made, fix.id, said, amount, extract)
            case FixRole(role=role):
                step = _with_role(made, fix.change, role, extract, known)
            case _:
                raise TypeError(f"{fix.change} mends no claim")
        if isinstance(step, Missing):
            return step
        made = step
    if made.claim == claim:
        return None
    corrections = tuple(sorted(fix.id for fix in fixes))
    return replace(made, claim=replace(made.claim, rule=RULE, corrections=corrections, revises=claim.key))


def added(correction: Correction, change: Add, extract: Extract, known: Surfaces) -> Mended | Missing:
    """The claim that a person adds; its words must stand in the article."""
    said = change.claim
    places = all_of(said.passages, extract.document.text)
    if places is None:
        return Missing(f"its words do not stand in the article: {shown(said.passages[0].quote)}")
    fillers = [(role, _filled(who, extract, known)) for role, who in said.roles]
    bare = Claim(
        kind=said.kind,
        roles=tuple(sorted((role, keys) for role, (keys, _) in fillers)),
        texts=tuple(sorted(said.texts)),
        amount=None,
        stance=change.stance,
        evidence=tuple(sorted(places)),
        rule=RULE,
        date=change.date,
        corrections=(correction.id,),
    )
    made = Mended(bare, entities=tuple(new for _, (_, several) in fillers for new in several))
    return _with_amount(made, correction.id, said, change.amount, extract)


def _with_amount(
    made: Mended, correction: str, said: Said, amount: Sum | None, extract: Extract
) -> Mended | Missing:
    """The claim with another amount: one that was read in the article, or its words understood otherwise."""
    if amount is None:
        return replace(made, claim=replace(made.claim, amount=None))
    text = extract.document.text
    places = all_of(said.passages, text)
    shift = places[0].start - said.passages[0].start if places else 0
    span = locate(amount.words, text, shift=shift)
    if span is None:
        return Missing(f"the words of the amount no longer stand in the article: {shown(amount.words.quote)}")
    read = next((a for a in extract.amounts if a.span == span and _equal(a, amount)), None)
    if read is not None:
        return replace(made, claim=replace(made.claim, amount=span))
    own = Amount(span, amount.value, amount.unit, amount.comparator, amount.max_value, correction=correction)
    claim = replace(made.claim, amount=span, amount_correction=correction)
    return replace(made, claim=claim, amounts=(*made.amounts, own))


def _equal(read: Amount, amount: Sum) -> bool:
    mine = read.value, read.unit, read.comparator, read.max_value
    return mine == (amount.value, amount.unit, amount.comparator, amount.max_value)


def _with_role(made: Mended, change: FixRole, role: str, extract: Extract, known: Surfaces) -> Mended:
    claim = made.claim
    if role in table("kinds.toml")[claim.kind]["texts"]:
        texts = {name: words for name, words in claim.texts if name != role}
        texts |= {role: change.words} if change.words else {}
        return replace(made, claim=replace(claim, texts=tuple(sorted(texts.items()))))
    keys, new = _filled(change.fillers, extract, known)
    roles = {name: who for name, who in claim.roles if name != role} | ({role: keys} if keys else {})
    return replace(
        made, claim=replace(claim, roles=tuple(sorted(roles.items()))), entities=(*made.entities, *new)
    )


def _filled(
    who: tuple[Named, ...], extract: Extract, known: Surfaces
) -> tuple[tuple[str, ...], tuple[Entity, ...]]:
    """The keys of these entities in the article, and those that it does not name."""
    found = {named: _own(named, extract, known) for named in who}
    new = [Entity(entity_key(n.type, n.name), n.type, n.name) for n, key in found.items() if key is None]
    return tuple(sorted({*filter(None, found.values()), *(e.key for e in new)})), tuple(new)


def _own(named: Named, extract: Extract, known: Surfaces) -> str | None:
    """The article's own entity of this name: of this type if there is one, else the only one."""
    called = [entity for entity in extract.entities if means(named, (entity.key,), known)]
    typed = [entity for entity in called if entity.type is named.type]
    exact = [entity for entity in typed if entity.key == entity_key(named.type, named.name)]
    chosen = exact or typed
    return chosen[0].key if len(chosen) == 1 else None
