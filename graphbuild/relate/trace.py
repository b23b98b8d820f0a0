"""What relate tells of its work to who asks: how each claim was found, and why a candidate is none."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphbuild.model import Claim, Kind, Span
from graphbuild.relate.drafts.choose import rivals
from graphbuild.relate.drafts.complete import complete, lacks
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.story.merge import same_fact
from graphbuild.relate.syntax.route import route
from graphbuild.relate.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Filled:
    """One filler of a role: how it was found, and the way through the sentence, one "word –dep→" a step."""

    role: str
    entity: str  # Entity.key
    how: str
    route: str


@dataclass(frozen=True, slots=True)
class Find:
    """Where a claim comes from: its frame, and the word that evokes it (None: its amount or a name does)."""

    rule: str
    word: Span | None
    filled: tuple[Filled, ...]


@dataclass(frozen=True, slots=True)
class Drop:
    """A word of a frame, or a claim of one, that became nothing: what it had, and why that was not enough."""

    kind: Kind
    rule: str
    word: Span | None
    sentence: Span
    roles: tuple[tuple[str, str], ...]  # role, Entity.key
    amount: Span | None
    reason: str


@dataclass(slots=True)
class Trace:
    """Filled by `relate`: finds by the key of their claim, drops by place."""

    finds: dict[str, Find] = field(default_factory=dict)
    drops: list[Drop] = field(default_factory=list)
    silent: list[Match] = field(default_factory=list)  # said nothing at all
    made: list[Draft] = field(default_factory=list)  # whatever a frame made, complete or not

    def tell(self, tree: Tree, said: Sequence[Draft], claims: Sequence[tuple[Draft, Claim]]) -> None:
        """Fill from what relate has at its end: all that was said, and the claims that stand."""
        kept = [d for d, _ in claims]
        self.finds = {claim.key: _find(tree, d) for d, claim in claims}
        dropped = [_silent(tree, match) for match in self.silent]
        alive = {id(d) for d in said}
        dropped += [_drop(tree, d, _unsaid(d, said)) for d in self.made if id(d) not in alive]
        standing = {id(d) for d in kept}
        dropped += [_drop(tree, d, _repeat(tree, d, kept)) for d in said if id(d) not in standing]
        self.drops = sorted(dropped, key=lambda d: (d.sentence, d.word or d.sentence, d.rule, d.reason))


def _find(tree: Tree, d: Draft) -> Find:
    filled = tuple(
        Filled(role, entity.key, way.how if way else "", route(tree, d.head, way.token if way else None))
        for role, entities in sorted(d.roles.items())
        for entity in entities
        for way in [d.ways.get((role, entity.key))]
    )
    return Find(d.rule, _word(tree, d.head), filled)


def _word(tree: Tree, head: int) -> Span | None:
    return tree.tokens[head].span if head >= 0 else None


def _silent(tree: Tree, match: Match) -> Drop:
    span = Span(tree.tokens[match.words[0]].span.start, tree.tokens[match.words[-1]].span.end)
    reason = "nobody and no amount stands where its slots lead"
    sentence = tree.sentence(match.head).span
    return Drop(match.frame.kind, match.frame.rule, span, sentence, (), None, reason)


def _drop(tree: Tree, d: Draft, reason: str) -> Drop:
    roles = tuple((role, e.key) for role, found in sorted(d.roles.items()) for e in found)
    amount = d.amount.span if d.amount else None
    return Drop(d.kind, d.rule, _word(tree, d.head), d.sentence.span, roles, amount, reason)


def _unsaid(d: Draft, said: Sequence[Draft]) -> str:
    if not complete(d):
        return "lacks " + ", ".join(lacks(d))
    winner = next(iter(rivals(d, said)), None)
    what = f"{winner.kind.value} {winner.rule}" if winner else "another claim"
    return f"gives way to {what}, which has the same word or amount"


def _repeat(tree: Tree, d: Draft, kept: Sequence[Draft]) -> str:
    same = next((k for k in kept if same_fact(tree, k, d)), None)
    return f"says again what {same.rule} says" if same else "says again what another claim says"
