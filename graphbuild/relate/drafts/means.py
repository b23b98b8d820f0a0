"""Aid and loans told as the means of somebody's work: "X bâtira Y grâce à un prêt de Z"."""

from graphbuild.model import EntityType
from graphbuild.relate.drafts.carried import clause_subjects
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.landing import GIVEN
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree

TAKEN = ("beneficiary", "project")
HOLDERS = frozenset({EntityType.ORGANIZATION, EntityType.PLACE})


def land_means(tree: Tree, result: Draft, match: Match) -> None:
    """Who does something with somebody else's aid or loan is who receives it."""
    open_ = result.kind in GIVEN and result.roles.get("payer") and not any(map(result.roles.get, TAKEN))
    if not open_ or not _is_means(tree, match.head):
        return
    doers = [e for s in clause_subjects(tree, match.head) for e in entities_at(tree, s)]
    receivers = [e for e in doers if e.type in HOLDERS and e.key not in result.keys("payer")]
    if receivers and len(receivers) == len(doers):
        result.fill("beneficiary", receivers, Way("who does it with that money", match.head))


def _is_means(tree: Tree, i: int) -> bool:
    """Whether a noun stands behind "avec", "grâce à", "with", "thanks to"."""
    prepositions = syntax_words(tree.language).means_prepositions
    before = tree.preposition(i)
    above = tree.tokens[tree.tokens[i].head].head  # "thanks" of "thanks to a loan"
    return before in prepositions or f"{tree.word(above)} {before}" in prepositions
