"""Sums in brackets behind a name: "avec Bpifrance (10 millions) et la Région" is Bpifrance's money alone."""

from graphbuild.model import Entity, Form
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.syntax.tree import Tree


def in_brackets(tree: Tree, draft: Draft) -> None:
    """The name before the bracket alone fills its role; a claim that does not hold the name loses the sum."""
    if draft.amount is None:
        return
    owner = _named_before(tree, tree.token_of(draft.amount))
    if owner is None:
        return
    role = next((role for role in draft.roles if owner.key in draft.keys(role)), None)
    if role is None:
        draft.amount = None
    else:
        draft.roles[role] = [owner]


def _named_before(tree: Tree, i: int) -> Entity | None:
    """The name that ends right before the bracket in which an amount opens; None where there is none."""
    if i < 2 or tree.word(i - 1) != "(":
        return None
    names = [m for m in tree.mentions(i - 2) if m.form in {Form.NAME, Form.SHORT}]
    return tree.entities[names[0].entity] if names else None
