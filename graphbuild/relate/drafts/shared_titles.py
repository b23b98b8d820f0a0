"""Offices that several hold: "X and Y, two former Tesla executives", "les cofondateurs de Y, X et Z"."""

from graphbuild.model import Entity, EntityType, Form, Mention
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb

REACH = 10  # tokens between a title and its holders
BETWEEN = frozenset({"DET", "ADJ", "NUM", "ADV", "PROPN"})  # "two former Tesla executives"


def is_plural(tree: Tree, i: int) -> bool:
    """As in "les députés": the title is of several people, or of a whole trade."""
    word, lemma = tree.word(i), tree.tokens[i].lemma.lower()
    return word.endswith("s") and not lemma.endswith("s") and word == lemma + "s"


def sharers(tree: Tree, i: int) -> list[Entity]:
    """The people, two at least, who are listed right before or behind a plural title; else none."""
    found = _listed_before(tree, i) or _listed_behind(tree, i)
    return [tree.entities[m.entity] for m in found] if len(found) > 1 else []


def _listed_before(tree: Tree, i: int) -> list[Mention]:
    first = tree.sentence(i).first
    at = i - 1
    while at > first and tree.tokens[at].pos in BETWEEN:
        at -= 1
    found: list[Mention] = []
    if tree.word(at) != ",":
        return found
    while at > first and _joins(tree, at) and (person := _person(tree, at - 1)):
        found.insert(0, person)
        at = tree.token_at(person.span.start) - 1
    return found


def _listed_behind(tree: Tree, i: int) -> list[Mention]:
    last = tree.sentence(i).last
    for t in range(i + 1, min(last, i + REACH)):
        if is_verb(tree, t):
            return []
        if _person(tree, t):
            return _from(tree, t, last)
    return []


def _from(tree: Tree, t: int, last: int) -> list[Mention]:
    found: list[Mention] = []
    while t < last and (person := _person(tree, t)):
        found.append(person)
        end = tree.token_at(person.span.end - 1) + 1
        t = end + 1 if end < last and _joins(tree, end) else last
    return found


def _joins(tree: Tree, i: int) -> bool:
    return tree.word(i) in {",", *syntax_words(tree.language).and_words}


def _person(tree: Tree, i: int) -> Mention | None:
    """The name of a person at a token."""
    named = (m for m in tree.mentions(i) if m.form in {Form.NAME, Form.SHORT})
    return next((m for m in named if tree.entities[m.entity].type is EntityType.PERSON), None)
