"""The chain of words above a claim, each with what it adds to its stance."""

from collections.abc import Iterator
from dataclasses import replace

from graphbuild.relate.stance.governing import before_infinitive, governing
from graphbuild.relate.stance.mood import Level, mood
from graphbuild.relate.stance.negation import is_foregone
from graphbuild.relate.stance.reach import adjunct, apart, asyndeton, closed, governs
from graphbuild.relate.stance.tense import is_finite, is_infinitive
from graphbuild.relate.stance.words import listed
from graphbuild.relate.syntax.tree import SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import auxiliaries, is_participle, is_verb

DEPTH = 10
THROUGH = frozenset({"ADP", "SCONJ", "PART", "ADV"})  # these only lead on to the next word
CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "dep", "parataxis", "csubj"})


def levels(tree: Tree, predicate: int) -> Iterator[Level]:
    """What each word above says, nearest first; a clause of its own ends the chain."""
    at, said, clausal = predicate, False, is_verb(tree, predicate)
    if is_foregone(tree, predicate):
        return  # "instead of investing A, X closed": what was done says nothing of it
    for _ in range(DEPTH):
        token = tree.tokens[at]
        head = token.head
        if is_verb(tree, at) and (mistagged := before_infinitive(tree, at)):
            yield mistagged
            return
        if (
            head == at
            or (is_verb(tree, at) and closed(tree, at))
            or apart(tree, at, head)
            or asyndeton(tree, at)
        ):
            return
        if token.dep == "conj":
            if is_verb(tree, at) and (is_finite(tree, at) or tree.children(at, *SUBJECTS)):
                yield from _shared(tree, at)
                return
            yield _shared_mood(tree, at)
        elif tree.tokens[head].amount is None and tree.tokens[head].pos not in THROUGH and governs(tree, at):
            if said and adjunct(tree, at) and is_verb(tree, head) and not listed(tree, head, "matrix"):
                return
            clausal = (
                is_verb(tree, at) or token.dep in CLAUSAL or (clausal and tree.tokens[at].pos in THROUGH)
            )
            level = governing(tree, head, at, clausal=clausal)
            said = said or level.status is not None
            yield level
        elif tree.tokens[head].pos not in THROUGH and tree.tokens[head].amount is None:
            return
        at = head


def _shared(tree: Tree, i: int) -> Iterator[Level]:
    """A finite verb in coordination under "que": what governs the first governs it too."""
    head = tree.tokens[i].head
    if tree.tokens[head].dep == "ccomp" and not tree.children(i, "mark"):
        yield from levels(tree, head)


def _shared_mood(tree: Tree, i: int) -> Level:
    """A later verb of a coordination shares tense and modal, not what the first verb means."""
    head = tree.tokens[i].head
    if not is_verb(tree, i) or not is_verb(tree, head) or auxiliaries(tree, i):
        return Level()
    return (
        replace(mood(tree, head), negative=False)
        if is_infinitive(tree, i) or is_participle(tree, i)
        else Level()
    )
