"""Prices of one piece: "$52 in cash for each share", "73 livres le mégawattheure" is no sum that is paid."""

from graphbuild.model import Amount
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.tree import Tree

REACH = 6  # tokens from the amount to its unit
GAP = 2  # tokens between "each" and the unit: "each Calder share"


def is_unit_price(tree: Tree, amount: Amount) -> bool:
    """Whether an amount is told by the piece."""
    words = syntax_words(tree.language)
    i = tree.token_of(amount)
    last = tree.sentence(i).last
    if i + 2 < last and tree.word(i + 1) in words.piece_articles:
        return _is_piece(tree, i + 2)
    for at in range(i + 1, min(last, i + REACH)):
        if tree.tokens[at].amount is not None or tree.word(at) in {",", ";"}:
            return False
        if tree.word(at) in words.piece_openers:
            return any(_is_piece(tree, t) for t in range(at + 1, min(last, at + 2 + GAP)))
    return False


def _is_piece(tree: Tree, i: int) -> bool:
    return bool({tree.tokens[i].lemma, tree.word(i)} & syntax_words(tree.language).pieces)
