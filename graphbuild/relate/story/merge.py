"""The same fact said twice in an article is one claim, with both passages as evidence."""

from collections.abc import Sequence
from decimal import Decimal

from graphbuild.model import Amount, BlockKind, Comparator, Kind
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.stance.reality import Reality
from graphbuild.relate.syntax.tree import Tree

DEALS = frozenset({Kind.CONTRACT, Kind.ACQUISITION, Kind.LOAN, Kind.GRANT})
POINTING = frozenset({"le", "la", "l'", "l’", "ce", "cet", "cette", "the", "this", "that"})
ROUNDING = Decimal("0.05")  # of the larger of two values of which one is about


def merged(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without repeats: the fullest stays, and takes the others' passages.

    How real it is, the text says better than the headline: "X avale Y" of what will be taken over.
    """
    kept: list[Draft] = []
    told: set[int] = set()
    for d in sorted(drafts, key=lambda d: (-d.weight, -_precision(d.amount), d.sentence.i, d.head)):
        same = next((k for k in kept if same_fact(tree, k, d)), None)
        if same is None:
            kept.append(d)
            continue
        _take_over(same, d, drafts)
        if id(same) not in told and _is_headline(tree, same) and not _is_headline(tree, d):
            told.add(id(same))
            same.reality = same.reality if d.reality == Reality() else d.reality
    return sorted(kept, key=lambda d: (d.sentence.i, d.head, d.rule))


def _is_headline(tree: Tree, d: Draft) -> bool:
    return tree.reading.blocks[d.sentence.block].kind is BlockKind.HEADLINE


def _take_over(kept: Draft, repeat: Draft, drafts: Sequence[Draft]) -> None:
    """What a repeat adds: its passage, its whole, its parts."""
    kept.evidence.append(repeat.sentence.span)
    kept.amount = kept.amount or repeat.amount
    kept.whole = kept.whole or (repeat.whole if repeat.whole is not kept else None)
    for part in drafts:
        if part.whole is repeat:
            part.whole = kept if part is not kept else None


def _precision(amount: Amount | None) -> int:
    """Written digits of an amount: 797,72 is more precise than 800."""
    if amount is None:
        return 0
    return len(amount.value.normalize().as_tuple().digits) + (amount.comparator is Comparator.EXACT)


def same_fact(tree: Tree, a: Draft, b: Draft) -> bool:
    """Same kind and polarity, every shared role and text agreeing, amounts that can both hold."""
    shared = set(a.roles) & set(b.roles)
    if not _same_sort(a, b) or not all(a.keys(role) & b.keys(role) for role in shared):
        return False
    if a.amount and b.amount:
        return compatible(a.amount, b.amount) and (bool(shared) or not a.roles or not b.roles)
    if a.kind is Kind.POSITION and not _same_title(a, b):
        return False
    return len(shared) >= 2 or (bool(shared) and (_adds_nothing(a, b) or _is_its_sum(tree, a, b)))


def _same_sort(a: Draft, b: Draft) -> bool:
    same_kind = a.kind is b.kind and a.texts.get("measure") == b.texts.get("measure")
    return same_kind and a.reality.polarity is b.reality.polarity


def _adds_nothing(a: Draft, b: Draft) -> bool:
    """Whether the barer of two claims without amounts has no role that the fuller lacks."""
    fuller, barer = (a, b) if a.weight >= b.weight else (b, a)
    return set(barer.roles) <= set(fuller.roles) and barer.amount is None and fuller.amount is None


def _is_its_sum(tree: Tree, a: Draft, b: Draft) -> bool:
    """As in "X a retenu Y pour 22 rames. Le contrat s'élève à A": the next sentence gives a deal its sum."""
    deal, value = (b, a) if a.amount else (a, b)
    follows = value.sentence.i == deal.sentence.i + 1 and value.sentence.block == deal.sentence.block
    if deal.amount or not value.amount or not follows or value.head < 0 or deal.kind not in DEALS:
        return False
    pointed = {tree.word(c) for c in tree.children(value.head, "det")} & POINTING
    return bool(pointed) and set(value.roles) <= set(deal.roles)


def _same_title(a: Draft, b: Draft) -> bool:
    x, y = a.texts.get("title", "").casefold(), b.texts.get("title", "").casefold()
    return not x or not y or x in y or y in x


def compatible(a: Amount, b: Amount) -> bool:
    """Two readings of one sum: the same number, or a rounded and a precise one."""
    if a.unit != b.unit:
        return False
    if a.value == b.value:
        return a.max_value == b.max_value or None in (a.max_value, b.max_value)
    loose = Comparator.ABOUT in {a.comparator, b.comparator}
    return loose and abs(a.value - b.value) <= ROUNDING * max(a.value, b.value)
