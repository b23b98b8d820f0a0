"""How far up the words above a claim bear on it: not out of a clause of its own."""

from graphbuild.relate.stance.matrix import is_measure
from graphbuild.relate.stance.tense import is_finite, is_infinitive
from graphbuild.relate.stance.words import is_reporting, listed, stance_words
from graphbuild.relate.syntax.tree import OBJECTS, PASSIVE_SUBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_verb

STANDING = frozenset({"acl", "amod", "appos", "nmod", "advcl", "dep", "obl", *RELATIVE_CLAUSES})
DIRECT = frozenset({*OBJECTS, *PASSIVE_SUBJECTS, "attr", "acomp", "oprd", "pobj", "pcomp", "dative", "iobj"})
CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj", "compound", "dep"})


def is_standing(tree: Tree, i: int) -> bool:
    """A past participle that is nobody's predicate: "un prêt promis par X", "dirigé par X, il ..."."""
    return is_participle(tree, i) and "Tense=Past" in tree.tokens[i].morph and tree.tokens[i].dep in STANDING


def closed(tree: Tree, i: int) -> bool:
    """A finite relative, adverbial or independent clause, or a past participle on a noun."""
    dep = tree.tokens[i].dep
    if dep in RELATIVE_CLAUSES:
        return not (is_infinitive(tree, i) or _is_content(tree, i))  # "a deal to buy X"
    said = dep == "acl" and any(
        tree.word(c) == "that" for c in tree.children(i, "mark")
    )  # "denied reports that"
    open_ = said or dep in {"ccomp", "xcomp", "conj"}
    return is_standing(tree, i) or (is_finite(tree, i) and not open_)


def apart(tree: Tree, a: int, b: int) -> bool:
    """Two sentences that a semicolon joins say nothing of each other."""
    return any(tree.word(t) == ";" for t in range(min(a, b) + 1, max(a, b)))


def asyndeton(tree: Tree, i: int) -> bool:
    """As in "Brussels clears A, rejects B": the parser hangs the first verb under the second."""
    head = tree.tokens[i].head
    row = tree.tokens[i].dep == "ccomp" and i < head and is_finite(tree, i) and is_finite(tree, head)
    between = [tree.word(t) for t in range(i + 1, head)]
    return (
        row and between[-1:] == [","] and not tree.children(head, *SUBJECTS) and not is_reporting(tree, head)
    )


def _is_content(tree: Tree, i: int) -> bool:
    """As in "dément les informations selon lesquelles il investirait": the clause is what the noun says."""
    return any(tree.preposition(c) == "selon" and tree.tokens[c].pos == "PRON" for c in tree.children(i))


def adjunct(tree: Tree, i: int) -> bool:
    """As in "..., in the hope of saving": what the adjunct says is not the verb's."""
    return tree.tokens[i].dep in {"prep", "obl", "obl:mod", "advcl"} and not _is_state(tree, i)


def _is_state(tree: Tree, i: int) -> bool:
    """As in "is not in talks to buy X": behind "be" stands what the sentence says, and nothing beside it."""
    verb = tree.tokens[i].head
    being = tree.tokens[i].dep == "prep" and tree.tokens[verb].lemma == "be"
    return being and not tree.children(verb, "attr", "acomp")


def governs(tree: Tree, i: int) -> bool:
    """Whether a head's meaning reaches this dependent: arguments and clauses, not adjuncts."""
    token = tree.tokens[i]
    if token.dep in SUBJECTS - PASSIVE_SUBJECTS:
        return bears(tree, token.head)
    if token.dep in {"advmod", "prt"}:
        return bool(tree.children(i, "prep"))  # "walked away from"
    if token.dep in {"prep", "agent"}:
        return _reaches(tree, i)
    if token.dep.startswith(("obl", "nmod")):
        if token.lemma in stance_words("fr")["settings"]:
            return False  # "supprime 100 postes dans le cadre d'un plan de A"
        return tree.preposition(i) in {*stance_words("fr")["reaching"], ""}
    inner = token.dep in RELATIVE_CLAUSES and (is_infinitive(tree, i) or _is_content(tree, i))
    return inner or token.dep in DIRECT | CLAUSES


def _reaches(tree: Tree, i: int) -> bool:
    """Whether an English preposition leads a governor to its noun: "talks on", "put at", "backed out of"."""
    figure = tree.word(i) == "at" and any(is_measure(tree, n) for n in tree.children(i, "pobj"))
    reaching = tree.word(i) in stance_words("en")["reaching"] or bool(tree.children(i, "prep"))
    return figure or reaching or _is_state(tree, i)


def bears(tree: Tree, verb: int) -> bool:
    """Whether a verb says how real its subject is: "le rachat est prévu", "the talks collapsed"."""
    return (
        listed(tree, verb, "subject") is not None
        or bool(tree.children(verb, "cop"))
        or not is_verb(tree, verb)
    )
