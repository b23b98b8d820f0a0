"""Several amounts for several actors: "X and Y got A and B respectively", "X and Y got A each"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Sentence
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.syntax.sums import amounts_at
from graphbuild.relate.syntax.tree import Tree

EACH_REACH = 6  # words between "each" and the amount


def respective(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where the sentence says "respectively", one for each pair."""
    words = link_words(tree.language).respective
    if not any(tree.word(i) in words for i in range(sentence.first, sentence.last)):
        return list(drafts)
    return [new for d in drafts for new in (_distributed(tree, d) or [d])]


def each(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where several actors give an amount each, one for each of them: it is no one sum."""
    words = link_words(tree.language).each
    said = [
        i for i in range(sentence.first, sentence.last) if tree.word(i) in words and not _of_noun(tree, i)
    ]
    return [new for d in drafts for new in ((said and _one_each(tree, d, said)) or [d])]


def _of_noun(tree: Tree, i: int) -> bool:
    """Whether it stands before a noun, as in "each year"."""
    if i + 1 == len(tree.tokens) or tree.tokens[i + 1].amount is not None:
        return False
    return tree.tokens[i + 1].pos in {"NOUN", "ADJ", "PROPN"}


def _one_each(tree: Tree, draft: Draft, said: Sequence[int]) -> list[Draft]:
    """A draft for each filler of the one role that has several; empty where it is not clear who is meant."""
    several = [role for role, found in draft.roles.items() if len(found) > 1]
    if draft.amount is None or len(several) != 1:
        return []
    at = tree.token_of(draft.amount)
    if min(abs(i - at) for i in said) > EACH_REACH:
        return []
    made = [replace(draft, roles={**draft.roles, several[0]: [e]}) for e in draft.roles[several[0]]]
    for i, new in enumerate(made[1:], start=1):
        new.head = -1 - draft.amount.span.start - i
    return made


def _distributed(tree: Tree, draft: Draft) -> list[Draft]:
    """A draft for each pair; empty where no role has as many fillers as there are amounts."""
    if draft.amount is None:
        return []
    at = tree.token_of(draft.amount)
    amounts = [a for t in amounts_at(tree, at, wide=False) if (a := tree.amount(t))]
    role = next((r for r, found in draft.roles.items() if len(found) == len(amounts) > 1), None)
    if role is None:
        return []
    pairs = zip(draft.roles[role], amounts, strict=True)
    made = [
        replace(draft, amount=a, head=-1 - a.span.start, roles={**draft.roles, role: [e]}) for e, a in pairs
    ]
    made[0].head = draft.head
    return made
