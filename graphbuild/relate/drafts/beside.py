"""Whom a title or a description is said of, by where it stands: "X, PDG de Y", "le PDG de Y, X"."""

from collections.abc import Callable

from graphbuild.model import Entity, Form, Mention
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.syntax.tree import Tree

REACH = 12  # tokens of a title with its complement
INSIDE = frozenset({"ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM", "ADV", "PART", "X"})
OPENERS = frozenset({",", "(", "-", "–", "—", ":"})


def beside(tree: Tree, match: Match, wanted: Callable[[Entity], bool]) -> list[Entity]:
    """The entity right before (behind a comma) or right after the noun phrase of a match."""
    return _before(tree, match, wanted) or _after(tree, match, wanted)


def _named(tree: Tree, i: int, wanted: Callable[[Entity], bool]) -> list[Mention]:
    return [
        m for m in tree.mentions(i) if m.form in {Form.NAME, Form.SHORT} and wanted(tree.entities[m.entity])
    ]


def _before(tree: Tree, match: Match, wanted: Callable[[Entity], bool]) -> list[Entity]:
    """ "X, [le nouveau] PDG": only determiners and adjectives between the comma and the noun."""
    first = tree.sentence(match.head).first
    i = match.words[0] - 1
    skipped = {"DET", "ADJ", "NUM", "ADV"} | (
        {"CCONJ", "NOUN"} if i >= first and tree.tokens[i].pos == "CCONJ" else set()
    )
    while i >= first and tree.tokens[i].pos in skipped and not _named(tree, i, wanted):
        i -= 1
    if i - 1 < first or tree.word(i) not in OPENERS:
        return []
    return [tree.entities[m.entity] for m in _named(tree, i - 1, wanted)[:1]]


def _after(tree: Tree, match: Match, wanted: Callable[[Entity], bool]) -> list[Entity]:
    """ "le PDG [de Y][,] X": the first such name after the noun and its complement, before any verb."""
    last = tree.sentence(match.head).last
    commas = 0
    for i in range(match.words[-1] + 1, min(last, match.words[-1] + REACH)):
        named = _named(tree, i, wanted)
        if named:
            return [tree.entities[named[0].entity]]
        commas += tree.word(i) == ","
        if commas > 1 or (tree.word(i) != "," and tree.tokens[i].pos not in INSIDE):
            return []
    return []
