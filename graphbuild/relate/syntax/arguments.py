"""What belongs to a verb or a noun: its arguments, whatever the construction.

Active, passive, participle, relative clause, infinitive under another verb, coordination and
"s'est vu infliger" all end in the same slots: "subj", "obj", "self" (what a noun is said of),
"poss" (whose), "compound", "appos", "vsubj" (the subject of the verb that carries a noun), or the
preposition ("dans", "auprès de", "for").
"""

from collections.abc import Iterator

from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.complements import complements, spilled
from graphbuild.relate.syntax.control import (
    agents,
    controller,
    governor,
    is_bare_infinitive,
    named_beside,
    own_units,
    possessives,
    subjects,
)
from graphbuild.relate.syntax.dependents import dependents, own_subjects
from graphbuild.relate.syntax.relatives import Arg, has_relative, resolved
from graphbuild.relate.syntax.tree import OBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_passive, is_unfinished, is_verb

ON_NOUN = frozenset({"acl", "amod", "appos", *RELATIVE_CLAUSES})  # a participle here is said of its head
LOOSE = frozenset({"advcl", "dep", "nmod", "conj", "acomp"})  # and here of the subject of its head


def arguments(tree: Tree, i: int) -> list[Arg]:
    """Every argument of the verb or noun at i, each once, nearest construction first."""
    found = _of_verb(tree, i) if is_verb(tree, i) else _of_noun(tree, i)
    return list(dict.fromkeys(found))


def _of_verb(tree: Tree, i: int) -> Iterator[Arg]:
    passive = is_passive(tree, i)
    direct = list(dependents(tree, i, passive=passive))
    yield from direct
    yield from _from_outside(tree, i, {arg.slot for arg in direct}, passive=passive)
    for arg in direct:
        if arg.slot in {"obj", "subj"}:
            yield from _spilled(tree, i, arg.token, passive=passive)


def _spilled(tree: Tree, i: int, noun: int, *, passive: bool) -> Iterator[Arg]:
    """What hangs on an argument; behind "par" stands who does it: "s'est vu octroyer A par X"."""
    above = tree.tokens[tree.tokens[i].head].lemma
    suffers = passive or above in syntax_words(tree.language).reflexive_recipients
    for arg in spilled(tree, noun):
        yield Arg("subj", arg.token) if suffers and arg.slot in {"par", "by"} else arg


def _from_outside(tree: Tree, i: int, slots: set[str], *, passive: bool) -> Iterator[Arg]:
    """Subjects and objects that stand outside the clause; ``slots`` are those filled inside it."""
    token = tree.tokens[i]
    if "subj" not in slots and (inverted := _inverted(tree, i)) is not None:
        yield Arg("subj", inverted)
        return
    if tree.tokens[token.head].lemma in syntax_words(tree.language).reflexive_recipients and "à" not in slots:
        yield from (a for a in controller(tree, i) if a.slot == "à")
    if passive and "obj" not in slots and _hangs_above(tree, i):
        yield from (Arg("obj", a.token) for a in controller(tree, i))
    elif is_bare_infinitive(tree, i):
        yield from (a for a in controller(tree, i) if a.slot not in slots)
    elif (gap := _relative_gap(tree, i, slots, passive=passive)) is not None:
        yield Arg(gap, token.head)
    elif is_participle(tree, i) and token.dep in ON_NOUN and _adds_to_sum(tree, i):
        verb = next((a for a in tree.ancestors(i) if is_verb(tree, a)), i)
        yield from (Arg("obj", s) for s in subjects(tree, verb))
    elif is_participle(tree, i) and token.dep in ON_NOUN:
        yield Arg("obj", named_beside(tree, token.head))
    elif is_participle(tree, i) and token.dep in LOOSE and "obj" not in slots:
        yield from (Arg("obj", s) for s in subjects(tree, token.head))
    elif "subj" not in slots and not passive:
        yield from controller(tree, i)


def _hangs_above(tree: Tree, i: int) -> bool:
    """Whether a passive's subject stands with what governs it: "is in talks to be bought"."""
    dep = tree.tokens[i].dep
    return is_unfinished(tree, i) or dep == "xcomp" or (dep == "conj" and not is_participle(tree, i))


def _adds_to_sum(tree: Tree, i: int) -> bool:
    """As in "X raises $5m, valued at $1bn": behind a comma the participle is said of who raises it."""
    above = tree.tokens[tree.tokens[i].head]
    return above.amount is not None and above.i < i and tree.word(i - 1) == ","


def _relative_gap(tree: Tree, i: int, slots: set[str], *, passive: bool) -> str | None:
    """The slot that a relative clause without pronoun leaves to its noun: "the firm Oracle bought"."""
    if tree.tokens[i].dep not in RELATIVE_CLAUSES or has_relative(tree, i):
        return None
    if "subj" not in slots and not passive:
        return "subj"
    return "obj" if "obj" not in slots else None


def _inverted(tree: Tree, i: int) -> int | None:
    """The name right behind the verb of an object relative is its subject: "que préside X"."""
    pronouns = {tree.word(o) for o in tree.children(i, *OBJECTS, "mark", "nmod", "iobj", "obl:arg")}
    if tree.tokens[i].dep not in RELATIVE_CLAUSES or not pronouns & {"que", "qu'", "dont"}:
        return None
    for t in range(i + 1, min(i + 4, tree.sentence(i).last)):
        if tree.mentions(t):
            return t
        if tree.tokens[t].pos in {"PUNCT", "VERB", "ADP"}:
            return None
    return None


def _of_noun(tree: Tree, i: int) -> Iterator[Arg]:
    yield from complements(tree, i)
    yield from _under_amounts(tree, i)
    yield from _under_compound(tree, i)
    for c in tree.children(i, "acl", "amod", *RELATIVE_CLAUSES):
        if is_participle(tree, c):
            yield from _of_participle(tree, c)
    yield from _on_noun(tree, i)
    yield from _said_of(tree, i)
    yield from _carried(tree, i)


def _on_noun(tree: Tree, i: int) -> Iterator[Arg]:
    """Possessors, compounds, appositions, and the subject of a noun that is a predicate."""
    owners = possessives(tree, i)
    named = own_units(tree, i)
    for c in tree.children(i):
        dep = tree.tokens[c].dep
        if c in owners:
            yield from resolved(tree, "poss", c)
        elif dep in {"compound", "nmod", "nummod", "quantmod"} and not tree.preposition(c) and c not in named:
            yield Arg("compound", c)
        elif dep in {"appos", "flat:name", "flat"}:
            yield Arg("appos", c)
        elif dep in SUBJECTS:
            yield from resolved(tree, "self", c)


def _under_amounts(tree: Tree, i: int) -> Iterator[Arg]:
    """What hangs on the amount belongs to the noun: "un investissement de 15 M€ du groupe"."""
    for c in (a.token for a in complements(tree, i) if _is_figure(tree, a.token)):
        yield from complements(tree, c)
        for participle in tree.children(c, "acl", "amod"):
            if is_participle(tree, participle):
                yield from _of_participle(tree, participle)


def _under_compound(tree: Tree, i: int) -> Iterator[Arg]:
    """As in "la branche édition de X": French hangs the complement on the second noun."""
    for c in tree.children(i, "nmod", "appos") if tree.language == "fr" else []:
        if c == i + 1 and tree.tokens[c].pos == "NOUN" and not tree.mentions(c):
            yield from complements(tree, c)


def _is_figure(tree: Tree, i: int) -> bool:
    return tree.tokens[i].amount is not None or tree.word(i) == "%"


def _of_participle(tree: Tree, c: int) -> Iterator[Arg]:
    """The participle's complements are the noun's, its agent is "par": "un prêt promis par X"."""
    for arg in dependents(tree, c, passive=True):
        if arg.slot == "subj" and tree.tokens[c].lemma in syntax_words(tree.language).get_verbs:
            yield Arg("getter", arg.token)  # "un emprunt contracté par X"
        elif arg.slot == "subj":
            yield Arg("par" if tree.language == "fr" else "by", arg.token)
        elif arg.slot != "obj":
            yield arg


def _said_of(tree: Tree, i: int) -> Iterator[Arg]:
    """What a noun, or the first one it is listed with, is said of: by apposition or "is"."""
    i = _first_listed(tree, i)
    head = tree.tokens[tree.tokens[i].head].head if tree.tokens[i].dep == "pobj" else tree.tokens[i].head
    if tree.word(head) in {"un", "une", "one"} and head < i:  # "X est l'un des actionnaires de Y"
        i = head
    token = tree.tokens[i]
    if token.dep == "appos":
        yield Arg("self", token.head)
    elif token.dep == "attr":
        yield from (Arg("self", s) for s in subjects(tree, token.head))
    elif token.dep in SUBJECTS and tree.language == "en":
        yield from (Arg("self", p) for p in tree.children(token.head, "attr"))
        if tree.tokens[token.head].lemma in syntax_words(tree.language).including_verbs:
            yield from (Arg("self", p) for p in tree.children(token.head, *OBJECTS))
    elif token.dep in SUBJECTS and tree.children(token.head, "cop"):
        yield Arg("self", token.head)
    elif (
        token.dep in {"xcomp", "obj"} and tree.tokens[token.head].lemma in syntax_words(tree.language).copular
    ):
        yield from _predicated(tree, i)


def _predicated(tree: Tree, i: int) -> Iterator[Arg]:
    """As in "X devient actionnaire de Y": the subject, and what the parser hung on the verb instead."""
    verb = tree.tokens[i].head
    clause = tree.tokens[verb].dep in RELATIVE_CLAUSES  # "Y, dont il reste actionnaire" is not said of Y
    yield from (Arg("self", s) for s in (own_subjects(tree, verb) if clause else subjects(tree, verb)))
    yield from (a for a in _of_verb(tree, verb) if a.token > i and a.slot not in {"subj", "obj", "attr"})


def _first_listed(tree: Tree, i: int) -> int:
    """Of "fondateur et président" the first noun, from any of them."""
    for above in tree.ancestors(i):
        if tree.tokens[i].dep != "conj" or is_verb(tree, above):
            return i
        i = above
    return i


def _carried(tree: Tree, i: int) -> Iterator[Arg]:
    """The subject and complements of the verb whose object the noun is ("accorde un prêt à X")."""
    verb = governor(tree, i)
    if verb is None:
        return
    yield from (Arg("vsubj", s) for s in agents(tree, verb))
    for arg in _of_verb(tree, verb):
        if arg.token != i and arg.slot not in {"subj", "obj", "attr"}:
            yield arg
