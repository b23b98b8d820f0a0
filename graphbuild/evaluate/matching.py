"""Which statement found is which statement of the annotators."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from graphbuild.evaluate.nouns import SCORED_TEXT_ROLES, Names, Statement, folded

Gold = TypeVar("Gold")
Found = TypeVar("Found")
Slot = tuple[str, object]


class Pairing(NamedTuple):
    """Indexes: (gold, found, worth) of each pair, what was missed, what was found and is wrong."""

    pairs: tuple[tuple[int, int, float], ...]
    missed: tuple[int, ...]
    wrong: tuple[int, ...]


def slots(statement: Statement) -> list[Slot]:
    """What counts in a claim: its kind, each filler, its amount and the words of closed vocabularies."""
    found: list[Slot] = [("kind", statement.kind), *statement.roles]
    if statement.amount:
        amount = statement.amount
        found.append(("amount", (amount.low, amount.high, amount.unit)))
    return found + [(role, words) for role, words in statement.texts if role in SCORED_TEXT_ROLES]


def agreeing(gold: Statement, found: Statement) -> int:
    """How many slots of two claims agree, one to one."""
    left = slots(found)
    count = 0
    for slot in slots(gold):
        match = next((other for other in left if _agree(slot, other)), None)
        if match:
            left.remove(match)
            count += 1
    return count


def worth(gold: Statement, found: Statement) -> float:
    """How well two claims fit; nothing unless the kind and one slot more agree. Stance breaks ties."""
    hits = agreeing(gold, found) if gold.kind == found.kind else 0
    if hits < 2:
        return 0
    return hits + sum(g == f for g, f in zip(gold.stance, found.stance, strict=True)) / 10


def same_entity(gold: tuple[str, Names], found: tuple[str, Names]) -> float:
    """Whether two entities have the same type and a name in common."""
    return float(gold[0] == found[0] and bool(gold[1] & found[1]))


def pair(golds: Sequence[Gold], founds: Sequence[Found], fit: Callable[[Gold, Found], float]) -> Pairing:
    """Pairs one to one, the best fit first; what fits nothing stays alone."""
    fits = ((fit(gold, found), i, j) for i, gold in enumerate(golds) for j, found in enumerate(founds))
    missed, wrong, pairs = set(range(len(golds))), set(range(len(founds))), []
    for value, i, j in sorted((f for f in fits if f[0] > 0), key=lambda f: (-f[0], f[1], f[2])):
        if i in missed and j in wrong:
            missed.remove(i)
            wrong.remove(j)
            pairs.append((i, j, value))
    return Pairing(tuple(pairs), tuple(sorted(missed)), tuple(sorted(wrong)))


def distinct(statements: Iterable[Statement]) -> list[Statement]:
    """Claims that say the same thing count once; the first stays."""
    seen: dict[object, Statement] = {}
    for statement in statements:
        seen.setdefault((statement.stance, frozenset(slots(statement))), statement)
    return list(seen.values())


def _agree(gold: Slot, found: Slot) -> bool:
    match gold, found:
        case (one, _), (other, _) if one != other:
            return False
        case ("title", str(g)), (_, str(f)):
            return share_words(g, f)
        case (_, frozenset() as g), (_, frozenset() as f):
            return bool(g & f)
        case (_, g), (_, f):
            return g == f
    return False


def share_words(one: str, other: str) -> bool:
    """Whether at least half the words of the shorter title stand in the other."""
    a, b = set(folded(one).split()), set(folded(other).split())
    return bool(a & b) and 2 * len(a & b) >= min(len(a), len(b))
