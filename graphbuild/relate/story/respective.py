"""Several amounts for several actors: "X and Y got A and B respectively"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Sentence
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.syntax.sums import amounts_at
from graphbuild.relate.syntax.tree import Tree


def respective(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where the sentence says "respectively", one for each pair."""
    words = link_words(tree.language).respective
    if not any(tree.word(i) in words for i in range(sentence.first, sentence.last)):
        return list(drafts)
    return [new for d in drafts for new in (_distributed(tree, d) or [d])]


def _distributed(tree: Tree, draft: Draft) -> list[Draft]:
    """A draft for each pair; empty where no role has as many fillers as there are amounts."""
    if draft.amount is None:
        return []
    at = tree.token_at(draft.amount.span.start)
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
