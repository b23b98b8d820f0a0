"""Why a claim of the annotators was missed or comes out otherwise: which stage lost it."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.evaluate.matching import slots, worth
from graphbuild.evaluate.nouns import Article, Names, Statement, Sum
from graphbuild.model import Span
from graphbuild.relate.trace import Drop

AMOUNT_UNREAD = "an amount is not read"
NAME_UNREAD = "a name is not read"
NO_WORD = "no frame has its words"
# The most telling reason first: the candidate that came furthest.
FURTHEST = ("says again", "gives way", "lacks", "nobody")


@dataclass(frozen=True, slots=True)
class Scene:
    """One article as annotated and as found, and what was dropped on the way."""

    gold: Article
    found: Article
    drops: tuple[Drop, ...] = ()

    def here(self, words: str) -> Iterator[Drop]:
        """The drops of the sentences that hold these words."""
        at = self.gold.text.find(words)
        span = Span(at, at + len(words))
        return (drop for drop in self.drops if at >= 0 and drop.sentence.overlaps(span))

    def reads(self, names: Names) -> bool:
        """Whether somebody of this name was found, of whatever type."""
        return any(names & other for _, other in self.found.entities)

    def reads_sum(self, amount: Sum) -> bool:
        return any(_same(amount, other) for other in self.found.amounts)


def missed(scene: Scene, gold: Statement) -> str:
    """Why nothing was found for a claim of the annotators."""
    if gold.amount and not scene.reads_sum(gold.amount):
        return AMOUNT_UNREAD
    unread = [names for _, names in gold.roles if not scene.reads(names)]
    if len(unread) * 2 > len(gold.roles):
        return NAME_UNREAD
    if (kind := _kind_with(gold, scene.found)) is not None:
        return "its amount is in another claim" if kind == gold.kind else f"its amount is read as {kind}"
    reasons = [_in_short(d) for d in scene.here(gold.evidence[0].text) if d.kind.value == gold.kind]
    return min(reasons, key=_rank, default=NO_WORD)


def partly(scene: Scene, gold: Statement, found: Statement) -> list[str]:
    """What differs between a claim and what was found of it, a cause for each slot."""
    causes = [
        f"{role} {_state(scene, names, found)}"
        for role, names in gold.roles
        if not any(other == role and names & n for other, n in found.roles)
    ]
    wanted = {role for role, _ in gold.roles}
    causes += sorted({f"{role} is too much" for role, _ in found.roles if role not in wanted})
    if gold.amount and not (found.amount and _same(gold.amount, found.amount)):
        causes.append("amount is missing" if scene.reads_sum(gold.amount) else AMOUNT_UNREAD)
    elif found.amount and not gold.amount:
        causes.append("amount is too much")
    return causes or ["one filler, title or measure is another"]


def wrong(scene: Scene, found: Statement) -> str:
    """Why what was found is no claim of the annotators."""
    if (kind := _kind_with(found, scene.gold)) is not None:
        return "says a claim twice" if kind == found.kind else f"is {kind} for the annotators"
    again = any(worth(gold, found) for gold in scene.gold.statements)
    return "says a claim twice" if again and len(slots(found)) > 1 else "is no claim for the annotators"


def _kind_with(statement: Statement, article: Article) -> str | None:
    """The kind of the article's claim that has the amount of a statement; None where none has."""
    if statement.amount is None:
        return None
    kinds = [s.kind for s in article.statements if s.amount and _same(s.amount, statement.amount)]
    return statement.kind if statement.kind in kinds else next(iter(kinds), None)


def _state(scene: Scene, names: Names, found: Statement) -> str:
    """Where a filler is that does not stand in its role."""
    if any(names & other for _, other in found.roles):
        return "stands in another role"
    return "is missing or another" if scene.reads(names) else "is not read as a name"


def _same(one: Sum, other: Sum) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def _in_short(drop: Drop) -> str:
    return "gives way to another claim" if drop.reason.startswith("gives way") else drop.reason


def _rank(reason: str) -> int:
    return next((n for n, start in enumerate(FURTHEST) if reason.startswith(start)), len(FURTHEST))
