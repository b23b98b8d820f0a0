"""Relative pronouns, and what they stand for: "l'usine que X construit" is built."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.tree import RELATIVE_CLAUSES, Tree
from graphbuild.relate.syntax.verbs import is_verb


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument: its slot ("subj", "obj", "dans", ...), and the token that fills it."""

    slot: str
    token: int


def resolved(tree: Tree, slot: str, c: int) -> Iterator[Arg]:
    """A token in a slot; a relative pronoun is replaced by what it stands for."""
    if tree.word(c) not in syntax_words(tree.language).relatives:
        yield Arg(slot, c)
        return
    clause = next((a for a in [c, *tree.ancestors(c)] if tree.tokens[a].dep in RELATIVE_CLAUSES), None)
    if clause is not None:
        yield Arg(slot, _antecedent(tree, tree.tokens[clause].head, c))
    elif (before := _named_before(tree, c)) is not None:  # parsed as a clause of its own
        yield Arg(slot, before)


def _antecedent(tree: Tree, head: int, pronoun: int) -> int:
    """Of "A et B, qui pilote C" the last one: what stands right before the pronoun."""
    before = pronoun - 1
    while before > head and tree.tokens[before].pos in {"PUNCT", "ADP"}:
        before -= 1
    if is_verb(tree, head):
        return before if tree.mentions(before) else head
    near = next((t for t in [before, tree.tokens[before].head] if tree.tokens[t].dep == "conj"), None)
    singular = "Number=Plur" not in tree.tokens[tree.tokens[pronoun].head].morph
    return near if near is not None and near > head and singular and tree.mentions(near) else head


def _named_before(tree: Tree, pronoun: int) -> int | None:
    """The name that ends right before a relative pronoun, punctuation left out: "X (Y), que préside Z"."""
    at = pronoun - 1
    while at > tree.sentence(pronoun).first and tree.tokens[at].pos == "PUNCT":
        at -= 1
    return at if at < pronoun - 1 and tree.mentions(at) else None


def has_relative(tree: Tree, i: int) -> bool:
    """Whether a verb has a relative pronoun among its words: "that X bought", "dont X a pris le contrôle"."""
    words = syntax_words(tree.language).relatives
    near = (t for c in tree.children(i) for t in (c, *tree.children(c)))
    return any(tree.word(t) in words for t in near)
