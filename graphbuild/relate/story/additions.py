"""Sums on top of one just told: "for $5bn, plus a possible $2bn", "auxquels s'ajouteront 2 millions"."""

from dataclasses import replace

from graphbuild.model import Certainty, Kind, Status
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.landing import kinds_of
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.stance.reality import Reality, reality
from graphbuild.relate.syntax.complements import complements
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_reflexive, is_verb

PRICED = frozenset({Kind.ACQUISITION, Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FINE})
REACH = 5  # tokens from "plus" to the sum


def added(tree: Tree, before: Draft, i: int) -> Reality | None:
    """How real the sum at a token is that comes on top of a claim's; None where it does not."""
    if before.kind not in PRICED or before.amount is None or before.sentence != tree.sentence(i):
        return None
    if any(entities_at(tree, c.token) for c in complements(tree, i)):
        return None  # "auxquels s'ajoutent 2 millions de Y" are another's
    words = link_words(tree.language)
    verb = tree.tokens[i].head
    if is_verb(tree, verb) and tree.tokens[verb].lemma in words.added_verbs and is_reflexive(tree, verb):
        return reality(tree, verb, done=before.reality.status)
    start = max(tree.token_of(before.amount) + 1, i - REACH)
    said = [tree.word(t) for t in range(start, i)]
    if not words.added & set(said) or any(is_verb(tree, t) or kinds_of(tree, t) for t in range(start, i)):
        return None  # "plus loans worth A" are loans
    if words.possible & set(said):
        return replace(before.reality, status=Status.PLANNED, certainty=Certainty.HEDGED)
    return before.reality
