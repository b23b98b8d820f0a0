"""Counts what is right, missed and wrong in one article."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphbuild.evaluate.causes import Scene, missed, partly, wrong
from graphbuild.evaluate.matching import agreeing, distinct, pair, same_entity, slots, worth
from graphbuild.evaluate.nouns import Article, Quote, Statement
from graphbuild.relate.trace import Drop

STANCE = ("status", "polarity", "certainty", "attributed")
NOT_PLAIN = frozenset({"planned", "requested", "cancelled"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by name, and the errors behind them as (sort, line)."""

    article: str
    language: str
    counts: Counter[str]
    errors: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def tally(gold: Article, found: Article, drops: Sequence[Drop] = ()) -> Tally:
    """Compare one article with what was found in it; ``drops`` of its trace tell the causes of errors."""
    counts: Counter[str] = Counter()
    errors = [
        *_entities(gold, found, counts),
        *_amounts(gold, found, counts),
        *_statements(Scene(gold, found, tuple(drops)), counts),
    ]
    _quotes(gold, found, counts)
    return Tally(gold.id, gold.language, counts, tuple((sort, f"{gold.id} {line}") for sort, line in errors))


def _entities(gold: Article, found: Article, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    pairing = pair(gold.entities, found.entities, same_entity)
    counts.update(
        entity_tp=len(pairing.pairs), entity_gold=len(gold.entities), entity_found=len(found.entities)
    )
    for sort, entities in (
        ("entity missed", [gold.entities[i] for i in pairing.missed]),
        ("entity wrong", [found.entities[j] for j in pairing.wrong]),
    ):
        yield from ((sort, f"{kind or 'no type'} {' | '.join(sorted(names))}") for kind, names in entities)


def _amounts(gold: Article, found: Article, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    golds, founds = Counter(gold.amounts), Counter(found.amounts)
    _count(counts, "amount", golds, founds)
    values = [Counter((a.low, a.high, a.unit) for a in side.amounts) for side in (gold, found)]
    _count(counts, "amount_value", *values)
    for sort, rest in (("amount missed", golds - founds), ("amount wrong", founds - golds)):
        yield from ((sort, f"{a.comparator} {a.low} {a.high or ''} {a.unit}") for a in rest)


def _count(counts: Counter[str], name: str, golds: Counter[Any], founds: Counter[Any]) -> None:
    both = (golds & founds).total()
    counts.update({f"{name}_tp": both, f"{name}_gold": golds.total(), f"{name}_found": founds.total()})


def _statements(scene: Scene, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    gold, found = scene.gold, scene.found
    golds, founds = gold.statements, distinct(found.statements)
    pairing = pair(golds, founds, worth)
    counts.update(
        slot_gold=sum(len(slots(statement)) for statement in golds),
        slot_found=sum(len(slots(statement)) for statement in founds),
        claim_gold=len(golds),
        claim_found=len(founds),
    )
    matched = {golds[i].id: founds[j] for i, j, _ in pairing.pairs}
    for i, j, _ in pairing.pairs:
        if not _pair(golds[i], founds[j], counts):
            causes = "; ".join(partly(scene, golds[i], founds[j]))
            yield "claim partly right", f"[{causes}] {line(golds[i])} <> {line(founds[j])}"
    yield from (("claim missed", f"[{missed(scene, golds[i])}] {line(golds[i])}") for i in pairing.missed)
    yield from (("claim wrong", f"[{wrong(scene, founds[j])}] {line(founds[j])}") for j in pairing.wrong)
    _parts(golds, matched, counts)
    for conflict in gold.conflicts:
        pair_found = frozenset(matched[claim].id if claim in matched else "" for claim in conflict)
        counts.update(conflict_gold=1, conflict_tp=int(pair_found in found.conflicts))


def _pair(gold: Statement, found: Statement, counts: Counter[str]) -> bool:
    """Count one pair of claims; whether every slot is right."""
    hits = agreeing(gold, found)
    exact = hits == len(slots(gold)) == len(slots(found))
    counts.update(slot_tp=hits, claim_tp=int(exact), stance_pairs=1)
    counts.update({f"{name}_ok": int(getattr(gold, name) == getattr(found, name)) for name in STANCE})
    if gold.certainty == "hedged" or gold.polarity == "negative" or gold.status in NOT_PLAIN:
        counts.update(not_plain_fact=1, not_plain_fact_ok=int(gold.stance == found.stance))
    words = gold.evidence[0].text
    counts.update(evidence_ok=int(any(q.text in words or words in q.text for q in found.evidence)))
    return exact


def _parts(golds: Sequence[Statement], matched: dict[str, Statement], counts: Counter[str]) -> None:
    for gold in golds:
        if gold.part_of:
            part, whole = matched.get(gold.id), matched.get(gold.part_of)
            counts.update(part_gold=1, part_tp=int(bool(part and whole and part.part_of == whole.id)))


def _quotes(gold: Article, found: Article, counts: Counter[str]) -> None:
    """Evidence must be the text's own words, at the place that it names."""
    for statement in found.statements:
        counts.update(claim_without_evidence=int(not statement.evidence))
        for quote in statement.evidence:
            counts.update(span_checked=1, span_ok=int(_stands(quote, gold.text)))


def _stands(quote: Quote, text: str) -> bool:
    return quote.start is not None and quote.end is not None and text[quote.start : quote.end] == quote.text


def line(statement: Statement) -> str:
    """A claim on one line, for people."""
    parts = [f"{role}={'|'.join(sorted(names))}" for role, names in statement.roles]
    parts += [f"{role}={words!r}" for role, words in statement.texts]
    amount = statement.amount
    money = (
        f"; {amount.comparator} {amount.low:.15g} {amount.unit}" if amount and amount.low is not None else ""
    )
    stance = "/".join(statement.stance)
    words = " … ".join(quote.text[:120] for quote in statement.evidence)
    return f"{statement.kind}({', '.join(parts)}{money}; {stance}) «{words}»"
