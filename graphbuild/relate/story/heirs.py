"""Whose office somebody takes, told sentences before: "X quitte Y. Il sera remplacé par Z."."""

from collections.abc import Sequence

from graphbuild.model import Kind, Polarity
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree

BACK = 4  # sentences


def inherit(tree: Tree, drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Gives who comes after somebody the office that was last told of either."""
    for new in drafts:
        if not new.frame.replaces or new.roles.get("organization"):
            continue
        office = next((d for d in reversed(before) if _is_theirs(tree, new, d)), None)
        if office is not None:
            new.fill("organization", office.roles["organization"], Way("the office told before", office.head))
            if "title" in office.texts:
                new.texts.setdefault("title", office.texts["title"])


def _is_theirs(tree: Tree, new: Draft, told: Draft) -> bool:
    """Whether a claim shortly before tells the office of who comes or of who goes."""
    near = new.sentence.i - told.sentence.i <= BACK and told.kind is Kind.POSITION
    known = bool(told.roles.get("organization")) and told.reality.polarity is Polarity.POSITIVE
    return near and known and bool(told.keys("person") & _people(tree, new))


def _people(tree: Tree, new: Draft) -> set[str]:
    gone = (a.token for a in arguments(tree, new.head) if a.slot in new.frame.replaces)
    return new.keys("person") | {e.key for token in gone for e in entities_at(tree, token)}
