"""Roles that one claim leaves to its neighbours: "son bénéfice a atteint A et sa dette B"."""

from collections.abc import Sequence

from graphbuild.model import Entity, EntityType, Form, Kind, Sentence
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.story.topic import PROJECT_MEASURES
from graphbuild.relate.syntax.tree import Tree

THINGS = frozenset({EntityType.PROJECT, EntityType.PRODUCT})
MONEY = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN})
GOAL_ROLES = ("project", "beneficiary", "place")
NEAR = 2  # sentences


def carry(tree: Tree, sentence: Sentence, drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Whose figure it is, from the same sentence, then from the sentence before in the same block."""
    for draft in drafts:
        if draft.kind is Kind.RESULT and not draft.roles:
            draft.fill("organization", _whose(tree, draft, drafts, before), Way("as the figure beside it"))
        elif draft.kind in MONEY and not any(draft.roles.get(role) for role in GOAL_ROLES):
            _give_same_goal(tree, draft, before, sentence)


def _whose(tree: Tree, draft: Draft, drafts: Sequence[Draft], before: Sequence[Draft]) -> list[Entity]:
    """The organization of a neighbouring figure; for a cost or capacity the thing named before it."""
    if draft.texts.get("measure") in PROJECT_MEASURES:
        return _nearest_thing(tree, draft)
    beside = [d for d in drafts if _has_owner(d) and _is_company_figure(d)]
    if beside:
        return beside[0].roles["organization"]
    last = [d for d in before if _has_owner(d) and _is_next_to(d, draft.sentence)]
    return last[-1].roles["organization"] if last and _is_company_figure(last[-1]) else []


def _has_owner(draft: Draft) -> bool:
    return draft.kind is Kind.RESULT and bool(draft.roles.get("organization"))


def _is_company_figure(draft: Draft) -> bool:
    return draft.texts.get("measure") not in PROJECT_MEASURES


def _nearest_thing(tree: Tree, draft: Draft) -> list[Entity]:
    """The project or product named nearest before the amount in the sentence."""
    span = draft.sentence.span
    end = draft.amount.span.start if draft.amount else span.end
    before = [m for m in tree.mentions_in(span) if m.span.end <= end]
    things = [m for m in before if tree.entities[m.entity].type in THINGS]
    named = [m for m in things if m.form is not Form.DESCRIPTION] or things
    return [tree.entities[m.entity] for m in named[-1:]]


def _give_same_goal(tree: Tree, draft: Draft, before: Sequence[Draft], sentence: Sentence) -> None:
    """Money named without its goal, soon after money with one and nobody named between, goes the same way."""
    near = (d for d in before if d.kind in MONEY and _is_next_to(d, sentence))
    last = [d for d in near if not _names_between(tree, d.sentence, sentence)]
    for role in ("project", "beneficiary"):
        found = last[-1].roles.get(role, []) if last else []
        if found and not {e.key for e in found} & draft.all_keys():
            draft.fill(role, found, Way("as the claim before it"))


def _names_between(tree: Tree, first: Sentence, second: Sentence) -> bool:
    """Whether the sentences between two name anybody, of whom the second may as well speak."""
    between = range(first.span.end, second.span.start)
    return any(m.form is not Form.PRONOUN and m.span.start in between for m in tree.reading.mentions)


def _is_next_to(draft: Draft, sentence: Sentence) -> bool:
    return draft.sentence.block == sentence.block and 0 < sentence.i - draft.sentence.i <= NEAR
