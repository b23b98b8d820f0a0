"""Whether a verb is denied: "ne ... pas", "not", "no longer", an empty subject or object."""

from graphbuild.relate.stance.words import stance_words
from graphbuild.relate.syntax.tree import OBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import auxiliaries, is_verb

ARGUMENTS = ("aux", "cop", "nsubj", "obj", "dobj", "advmod", "obl", "neg", "xcomp")


def is_negated(tree: Tree, i: int) -> bool:
    """As in "ne ... pas", "not", "no longer", a negative subject or object; not "ne ... que", "not only"."""
    words = stance_words(tree.language)["negation"]
    near = [t for t in _around(tree, i) if not (tree.word(t) in words["words"] and _only(tree, t))]
    deny = any(tree.word(t) in words["words"] for t in near)
    ended = any(_ended(tree, t) for t in near)
    empty = any(
        tree.word(g) in words["nouns"]
        for c in tree.children(i)
        if tree.tokens[c].dep in {*SUBJECTS, *OBJECTS}
        for g in [c, *tree.children(c)]
    )
    without = (
        any(tree.word(c) in words["without"] for c in tree.children(i, "mark", "case"))
        or tree.word(tree.tokens[i].head) in words["without"]
    )
    without = without or is_behind(tree, i, "pending")
    if tree.language == "fr":
        particle = any(tree.word(t) in words["particles"] for t in _around(tree, i))
        return (particle and (deny or ended or empty)) or without
    return deny or ended or empty or without


def is_foregone(tree: Tree, i: int) -> bool:
    """As in "instead of investing", "nearly bought X": something else was done, or nothing."""
    grows = tree.tokens[i].lemma in stance_words(tree.language)["subject"]["bearing"]
    return is_behind(tree, i, "foregone") or (not grows and is_behind(tree, i, "missed"))


def is_behind(tree: Tree, i: int, phrases: str) -> bool:
    """Whether a phrase of the table stands right before a verb or its auxiliaries: "instead of investing"."""
    starts = {i, min([i, *auxiliaries(tree, i)])}
    return any(
        " ".join(tree.uncontracted(t) for t in range(max(0, start - len(phrase.split())), start)) == phrase
        for phrase in stance_words(tree.language)["negation"][phrases]
        for start in starts
    )


def _around(tree: Tree, i: int) -> list[int]:
    """The small words of a verb, of its auxiliaries and arguments; no other clause."""
    own = tree.children(i)
    inner = [
        g
        for c in own
        if tree.tokens[c].dep.startswith(ARGUMENTS)
        and not (is_verb(tree, c) and not tree.tokens[c].dep.startswith("aux"))
        for g in tree.children(c)
    ]
    return [t for t in [*own, *inner] if tree.tokens[t].dep not in RELATIVE_CLAUSES]


def _only(tree: Tree, i: int) -> bool:
    only = stance_words(tree.language)["negation"]["only"]
    return i + 1 < len(tree.tokens) and tree.word(i + 1) in only


def _ended(tree: Tree, i: int) -> bool:
    """As in "ne ... plus" (but "plus de 3 millions" counts), "no longer"."""
    words = stance_words(tree.language)["negation"]["ended"]
    if tree.word(i) not in words:
        return False
    return (
        tree.word(i - 1) == "no"
        if tree.language == "en"
        else tree.word(i + 1) not in {"de", "d'", "que", "tard"}
    )
