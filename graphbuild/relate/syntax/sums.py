"""Which amounts a noun phrase holds: "un prêt de 5 M€", "650 M€ de subventions", "a grant worth $5bn"."""

from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.phrases import of
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb

BESIDE = ("nummod", "compound", "nmod", "appos", "amod", "quantmod", "npadvmod")
PREPOSITIONS = frozenset({"", "de", "à", "pour", "d'un montant de", "à hauteur de"})
THAT_IS = frozenset({"soit"})  # "la moitié du coût, soit 40 millions"
WORTH = frozenset({"worth", "at", "for"})


def amounts_at(tree: Tree, i: int, *, wide: bool = True) -> list[int]:
    """The tokens of the amounts at a token: itself and its conjuncts; where ``wide``, what it is a sum of."""
    if tree.tokens[i].amount is not None:
        return _listed(tree, i)
    if not wide or is_verb(tree, i):
        return []
    found = [c for c in _sums(tree, tree.children(i, *BESIDE)) if tree.preposition(c) in PREPOSITIONS]
    above = amount_above(tree, i)
    found += [] if above is None else [above]
    found += _sums(tree, list(of(tree, i)))
    found += [c for c in _sums(tree, tree.children(i, "conj")) if tree.word(c - 1) in THAT_IS]
    found += [
        c
        for p in tree.children(i, "prep")
        if tree.word(p) in WORTH
        for c in _sums(tree, tree.children(p, "pobj"))
    ]
    worth = [c for c in tree.children(i, "amod", "acl") if tree.word(c) in WORTH]
    found += [a for c in worth for a in _sums(tree, tree.children(c, "npadvmod", "pobj", "dobj"))]
    found += [a for c in _light(tree, i) for a in amounts_at(tree, c)]
    return list(dict.fromkeys(found))


def _listed(tree: Tree, i: int) -> list[int]:
    """An amount and those listed with it, each of which the parser may hang on the one before."""
    found = [i]
    for at in found:
        found += [c for c in _sums(tree, tree.children(at, "conj")) if c not in found]
    return found


def _sums(tree: Tree, tokens: list[int]) -> list[int]:
    return [t for t in tokens if tree.tokens[t].amount is not None]


def _light(tree: Tree, i: int) -> list[int]:
    """As in "une subvention d'un montant de 5 M€": the nouns that only hold the amount."""
    words = syntax_words(tree.language).light_nouns
    return [c for c in (*of(tree, i), *tree.children(i, "appos")) if tree.tokens[c].lemma in words]


def amount_above(tree: Tree, i: int) -> int | None:
    """As in "650 M€ de subventions": the amount that a noun says the nature of; else None."""
    head = tree.tokens[i].head
    if tree.tokens[i].dep == "pobj" and tree.word(head) in {"in", "of"}:
        if tree.word(head) == "in" and tree.children(i, "det", "poss"):
            return None  # "earmarked £120m in the budget"
        head = tree.tokens[head].head
    elif tree.preposition(i) not in {"de", "en"}:
        return None
    return head if head != i and tree.tokens[head].amount is not None else None
