"""Prepositional complements, in either annotation scheme: "dans l'usine", "in return for Y"."""

from collections.abc import Iterator

from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.relatives import Arg, resolved
from graphbuild.relate.syntax.tree import Tree


def complements(tree: Tree, i: int) -> Iterator[Arg]:
    """The prepositional complements of a noun."""
    for c in tree.children(i):
        dep = tree.tokens[c].dep
        if dep in {"prep", "agent"}:
            for noun in tree.children(c, "pobj", "pcomp"):
                yield from resolved(tree, tree.preposition(noun), noun)
        elif dep.startswith(("nmod", "obl")) and tree.preposition(c):
            yield from prepositional(tree, c, agent=False)


def oblique(tree: Tree, c: int, *, passive: bool) -> Iterator[Arg]:
    """A prepositional argument of a verb; behind "par" stands the subject of a passive one."""
    dep = tree.tokens[c].dep
    if dep in {"prep", "agent", "dative"}:
        for noun in tree.children(c, "pobj", "pcomp"):
            yield from prepositional(tree, noun, agent=passive or dep == "agent")
    elif dep == "obl:agent" or (dep.startswith(("obl", "nmod")) and tree.preposition(c)):
        yield from prepositional(tree, c, agent=passive or dep == "obl:agent")


def prepositional(tree: Tree, noun: int, *, agent: bool) -> Iterator[Arg]:
    """The slot of a noun behind its preposition; "en faveur de X" is one preposition."""
    prep = tree.preposition(noun)
    inner = _complex(tree, prep, noun)
    if inner:
        yield from inner
    else:
        yield from resolved(tree, "subj" if agent and prep in {"par", "by"} else prep, noun)


def _complex(tree: Tree, prep: str, noun: int) -> list[Arg]:
    """The X of "en faveur de X", with its whole preposition."""
    begun = f"{prep} {tree.word(noun)}"
    known = syntax_words(tree.language).complex_prepositions
    link = next((p for p in known if p.rsplit(" ", 1)[0] == begun), None)
    if link is None:
        return []
    last = link.rsplit(" ", 1)[1]
    return [Arg(link, arg.token) for arg in complements(tree, noun) if arg.slot == last]


def spilled(tree: Tree, i: int) -> Iterator[Arg]:
    """Complements that the parser hung on the object ("200 milliards dans l'IA") are the verb's too."""
    for arg in complements(tree, i):
        if (
            arg.slot not in {"de", "of"} or tree.tokens[i].amount is not None
        ):  # "3 millions de la fondation X"
            yield arg
