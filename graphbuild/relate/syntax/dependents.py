"""What hangs on a verb directly, as arguments: subjects, objects, complements, infinitives."""

from collections.abc import Iterator

from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.complements import oblique, prepositional
from graphbuild.relate.syntax.lists import opens_pair
from graphbuild.relate.syntax.relatives import Arg, resolved
from graphbuild.relate.syntax.tree import OBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_verb


def dependents(tree: Tree, i: int, *, passive: bool) -> Iterator[Arg]:
    """The arguments that the verb at i has below it; the subject of a passive is its "obj"."""
    for c in tree.children(i):
        dep = tree.tokens[c].dep
        if dep in OBJECTS | {"conj"} and (opens_pair(tree, c) or _is_added(tree, c)):
            continue
        if dep in SUBJECTS:
            yield from _subject(tree, i, c, passive=passive)
        elif dep in OBJECTS:
            yield from _object(tree, i, c)
        elif dep in {"iobj", "dative"} and tree.tokens[c].pos != "ADP":  # "lend A to X" has a "to" there
            yield from resolved(tree, tree.preposition(c) or ("à" if tree.language == "fr" else "to"), c)
        elif dep in {"attr", "oprd", "npadvmod", "acomp"}:
            yield Arg(dep, c)
        elif dep == "mark" and tree.word(c) in {"que", "qu'"} and tree.tokens[i].dep in RELATIVE_CLAUSES:
            yield from resolved(tree, "obj", c)
        elif _is_predicate(tree, i, c):
            yield Arg("attr", c)
        elif dep in {"xcomp", "advcl", "acl"} and is_verb(tree, c):
            yield from _infinitive(tree, i, c)
        else:
            yield from oblique(tree, c, passive=passive)


def _is_added(tree: Tree, c: int) -> bool:
    """As in "rachète X pour A, plus B": a sum on top is no object."""
    return tree.tokens[c].amount is not None and tree.word(c - 1) == "plus" and tree.word(c - 2) == ","


def _is_predicate(tree: Tree, i: int, c: int) -> bool:
    """As in "a été nommé président", "Nommé président en 2022, X ..."."""
    bare = tree.tokens[c].pos == "NOUN" and not tree.preposition(c)
    return bare and (tree.tokens[c].dep == "xcomp" or (tree.tokens[c].dep == "nmod" and c == i + 1))


def _objects(tree: Tree, i: int) -> list[int]:
    return [c for c in tree.children(i, *OBJECTS) if not _is_added(tree, c)]


def _subject(tree: Tree, i: int, c: int, *, passive: bool) -> Iterator[Arg]:
    """As in "Intel was granted $8bn", "Thales was awarded a contract": this passive's subject receives.

    As in "Aux États-Unis, OpenAI et SoftBank ...": what a preposition governs is no subject, what is
    listed behind it is.
    """
    if _is_placed(tree, c):
        yield from prepositional(tree, c, agent=False)
        yield from (Arg("obj" if passive else "subj", k) for k in _behind_preposition(tree, c))
        return
    english = tree.language == "en"
    given = english and passive and bool(_objects(tree, i))
    yield from resolved(tree, "to" if given else "obj" if passive else "subj", c)


def _object(tree: Tree, i: int, c: int) -> Iterator[Arg]:
    """The first of two objects receives the second: "gave Intel $8bn"."""
    objects = _objects(tree, i)
    dative = len(objects) > 1 and c == objects[0] and tree.tokens[c].amount is None
    yield from resolved(tree, "to" if dative else "obj", c)


def own_subjects(tree: Tree, i: int) -> list[int]:
    """The subjects below a verb, relative pronouns replaced."""
    direct = tree.children(i, *SUBJECTS)
    real = [k for c in direct for k in (_behind_preposition(tree, c) if _is_placed(tree, c) else [c])]
    return [a.token for c in real for a in resolved(tree, "subj", c)]


def _is_placed(tree: Tree, c: int) -> bool:
    """Whether a preposition governs what the parser took for a subject."""
    return tree.language == "fr" and tree.preposition(c) not in {"", "de"}


def _behind_preposition(tree: Tree, c: int) -> list[int]:
    """The real subjects that the parser listed with a preposition's noun."""
    return [k for k in tree.children(c, "conj") if not tree.preposition(k)]


def _infinitive(tree: Tree, i: int, c: int) -> Iterator[Arg]:
    """The infinitive's own object: "condamné à verser A" (slot "inf"), "pour construire l'usine" ("pour")."""
    words = syntax_words(tree.language)
    if tree.tokens[i].lemma in words.object_control:
        slot = "inf"
    elif _is_purpose(tree, c) and tree.tokens[c].lemma in words.activity_verbs:
        slot = "pour" if tree.language == "fr" else "for"
    else:
        return
    yield from (Arg(slot, o) for o in _objects(tree, c))


def _is_purpose(tree: Tree, c: int) -> bool:
    """As in "pour construire l'usine", "to build the plant", "spend $5m building the plant"."""
    before = tree.tokens[c - 1]
    if tree.language == "en" and tree.tokens[c].text.endswith("ing") and before.amount is not None:
        return before.head == tree.tokens[c].head and before.dep in OBJECTS
    return any(tree.word(m) in {"pour", "to", "afin"} for m in tree.children(c, "mark", "aux"))
