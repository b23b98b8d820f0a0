"""Why a claim of the annotators was missed or comes out otherwise: which stage lost it."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.evaluate.matching import agreeing, slots, worth
from graphbuild.evaluate.nouns import Article, Names, Statement, Sum
from graphbuild.model import Span
from graphbuild.relate.trace import Drop
from graphbuild.run.explain import Explained

AMOUNT_UNREAD = "an amount is not read"
NAME_UNREAD = "a name is not read"
NO_WORD = "no frame has its words"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of one article: what was found, and what was dropped on the way."""

    gold: Article
    found: Article
    drops: tuple[Drop, ...]

    @staticmethod
    def of(gold: Article, found: Article, explained: Explained | None) -> "Scene":
        return Scene(gold, found, tuple(explained.trace.drops) if explained else ())

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
    for other in scene.found.statements:
        if gold.amount and other.amount and _same(gold.amount, other.amount):
            return (
                f"its amount is in a claim of kind {other.kind}"
                if other.kind != gold.kind
                else "its amount is in another claim"
            )
    reasons = [_short(d) for d in scene.here(gold.evidence[0].text) if d.kind.value == gold.kind]
    return min(reasons, key=_rank, default=NO_WORD)


def partly(scene: Scene, gold: Statement, found: Statement) -> list[str]:
    """What differs between a claim and what was found of it, a cause for each slot."""
    causes = []
    for role, names in gold.roles:
        if any(r == role and names & n for r, n in found.roles):
            continue
        elsewhere = any(names & n for _, n in found.roles)
        state = (
            "in another role"
            if elsewhere
            else "empty or another"
            if scene.reads(names)
            else "not read as a name"
        )
        causes.append(f"{role} is {state}")
    extra = [role for role, names in found.roles if not any(r == role and names & n for r, n in gold.roles)]
    causes += [f"{role} is too much" for role in extra if role not in {r for r, _ in gold.roles}]
    if gold.amount and not (found.amount and _same(gold.amount, found.amount)):
        causes.append("amount is missing" if scene.reads_sum(gold.amount) else AMOUNT_UNREAD)
    elif found.amount and not gold.amount:
        causes.append("amount is too much")
    return causes or ["title or measure is another"]


def wrong(scene: Scene, found: Statement) -> str:
    """Why what was found is no claim of the annotators."""
    for gold in scene.gold.statements:
        if found.amount and gold.amount and _same(gold.amount, found.amount):
            return (
                f"its amount belongs to {gold.kind}"
                if gold.kind != found.kind
                else "its amount belongs to another claim"
            )
    if any(worth(gold, found) for gold in scene.gold.statements):
        return "says again what is said"
    near = [g for g in scene.gold.statements if g.kind == found.kind and agreeing(g, found)]
    return (
        "half right"
        if near and len(slots(found)) > 1 and any(agreeing(g, found) > 1 for g in near)
        else "no such claim"
    )


def _same(one: Sum, other: Sum) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def _short(drop: Drop) -> str:
    return (
        drop.reason.partition(",")[0].partition(" to ")[0]
        if drop.reason.startswith("gives way")
        else drop.reason
    )


def _rank(reason: str) -> int:
    """The most telling reason first: what came furthest."""
    order = ("says again", "gives way", "lacks", "nobody")
    return next((n for n, start in enumerate(order) if reason.startswith(start)), len(order))
