"""Whom a title or a description is said of, by where it stands: "X, PDG de Y", "le PDG de Y, X"."""

from collections.abc import Callable

from graphbuild.model import Entity, Form
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.syntax.tree import Tree

REACH = 12  # tokens of a title with its complement
INSIDE = frozenset({"ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM", "ADV", "PART", "X"})
OPENERS = frozenset({",", "(", "-", "–", "—", ":"})
COMPLEMENT = frozenset({"de", "of", "chez", "at", "à", "'s"})
QUALIFIERS = frozenset({"DET", "ADJ", "NUM", "ADV"})


def beside(tree: Tree, match: Match, wanted: Callable[[Entity], bool]) -> list[Entity]:
    """The entity right before (behind a comma) or right after the noun phrase of a match."""
    return _before(tree, match, wanted) or _after(tree, match, wanted)


def _named(tree: Tree, i: int, wanted: Callable[[Entity], bool]) -> list[Entity]:
    named = (m for m in tree.mentions(i) if m.form in {Form.NAME, Form.SHORT})
    return [e for m in named if wanted(e := tree.entities[m.entity])]


def _before(tree: Tree, match: Match, wanted: Callable[[Entity], bool]) -> list[Entity]:
    """As in "X, [le nouveau] PDG": only determiners and adjectives between the comma and the noun."""
    first = tree.sentence(match.head).first
    i = match.words[0] - 1
    second = i >= first and tree.tokens[i].pos == "CCONJ"  # "X, fondateur et PDG"
    skipped = QUALIFIERS | {"CCONJ", "NOUN"} if second else QUALIFIERS
    while i >= first and _may_stand_between(tree, i, skipped) and not _named(tree, i, wanted):
        i -= 1
    if i - 1 < first or tree.word(i) not in OPENERS:
        return []
    return _named(tree, i - 1, wanted)[:1]


def _may_stand_between(tree: Tree, i: int, skipped: frozenset[str]) -> bool:
    """A qualifier, or the "à" of "X, à la tête de Y"."""
    return tree.tokens[i].pos in skipped or tree.uncontracted(i) in {"à", "aux"}


def _inside(tree: Tree, i: int) -> bool:
    """Whether a word may belong to the noun phrase: "de Y" does, "to Y" is the verb's."""
    token = tree.tokens[i]
    return token.pos in INSIDE and (token.pos != "ADP" or tree.uncontracted(i) in COMPLEMENT)


def _after(tree: Tree, match: Match, wanted: Callable[[Entity], bool]) -> list[Entity]:
    """As in "le PDG [de Y][,] X": the first such name after the noun and its complement, before any verb."""
    last = tree.sentence(match.head).last
    commas = 0
    of_another = False
    for i in range(match.words[-1] + 1, min(last, match.words[-1] + REACH)):
        of_another = _is_governed(tree, i, before=of_another)
        if (named := _named(tree, i, wanted)) and not of_another:
            return named[:1]
        commas += tree.word(i) == ","
        if commas > 1 or (
            tree.word(i) != "," and not (_inside(tree, i) or _joins(tree, i, of_another=of_another))
        ):
            return []
    return []


def _joins(tree: Tree, i: int, *, of_another: bool) -> bool:
    """As in "la maison mère de Y et de Z, X": the list of what it is of goes on."""
    return of_another and tree.tokens[i].pos == "CCONJ"


def _is_governed(tree: Tree, i: int, *, before: bool) -> bool:
    """Whether "de" governs a name: of "la maison mère de Y, X" only X is the parent; "de presse X" is X."""
    if tree.uncontracted(i) in COMPLEMENT | {"to"} and tree.word(i) != "'s":
        return True
    bare = tree.tokens[i].pos == "NOUN" and tree.word(i - 1) in {"de", "d'"} and not tree.mentions(i)
    return before and tree.word(i) != "," and not bare
