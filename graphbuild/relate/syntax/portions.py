"""Amounts that the words around them tell as a part: "dont 2 M€", "including $2m", "$2m of it"."""

from graphbuild.relate.lexicon import link_words
from graphbuild.relate.syntax.tree import Tree

REACH = 4  # tokens from the link word to the amount
BEHIND = 3  # tokens of "of which", "de cette somme"


def is_portion(tree: Tree, i: int) -> bool:
    """Whether the words around an amount make it a part of one named before."""
    return is_linked(tree, i) or _is_of_it(tree, i)


def is_told_as_portion(tree: Tree, i: int) -> bool:
    """The same for the later ones of a list: "including $2m from X and $1m from Y"."""
    while tree.tokens[i].dep == "conj" and tree.tokens[tree.tokens[i].head].amount is not None:
        i = tree.tokens[i].head
    return is_portion(tree, i)


def is_linked(tree: Tree, i: int) -> bool:
    """Whether "dont", "of which" leads to an amount; words may stand between."""
    first = max(tree.sentence(i).first, i - REACH)
    before = f" {_said(tree, first, i)} "
    return any(f" {word} " in before for word in link_words(tree.language).part)


def _is_of_it(tree: Tree, i: int) -> bool:
    """As in "$100m of it", "$2m of which will ..."; in "$10m of which $5m ..." it is the whole."""
    last = tree.sentence(i).last
    for end in range(i + 2, min(i + 2 + BEHIND, last)):
        if _said(tree, i + 1, end) in link_words(tree.language).part_behind:
            return all(tree.tokens[t].amount is None for t in range(end, min(end + 2, last)))
    return False


def _said(tree: Tree, first: int, end: int) -> str:
    return " ".join(tree.word(t) for t in range(first, end))
