"""The words of a noun phrase as the article has them."""

from graphbuild.model import EntityType
from graphbuild.relate.syntax.sums import WORTH
from graphbuild.relate.syntax.tree import Tree

CLAUSAL = frozenset({"acl", "acl:relcl", "relcl", "advcl", "ccomp", "parataxis"})
BEFORE_HEAD = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "ADV"})
TO = frozenset({"à", "au", "aux", "to", "auprès"})
WIDE = 160  # characters of a text role


def words_at(tree: Tree, i: int) -> str:
    """The words of a noun phrase or infinitive, without article, cut at the first clause border."""
    inside = {t for t in tree.subtree(i) if tree.tokens[t].sentence == tree.tokens[i].sentence}
    last = i
    while last + 1 in inside and not _is_border(tree, last + 1):
        last += 1
    first = i
    while first - 1 in inside and _is_before_head(tree, first - 1):
        first -= 1
    return tree.text(first, last)[:WIDE].strip()


def _is_border(tree: Tree, t: int) -> bool:
    return (
        tree.tokens[t].pos == "PUNCT" or tree.tokens[t].dep in CLAUSAL or _prices(tree, t) or _gives(tree, t)
    )


def _gives(tree: Tree, t: int) -> bool:
    """As in "18 rames à Alstom", "quatre frégates à la Grèce": from here on it is whose, not what."""
    if tree.word(t) not in TO:
        return False
    noun = tree.tokens[t].head if tree.language == "fr" else next(iter(tree.children(t, "pobj")), t)
    types = {tree.entities[m.entity].type for m in tree.mentions(noun)}
    determined = tree.word(t) in {"au", "aux"} or bool(tree.children(noun, "det"))
    return EntityType.ORGANIZATION in types or (EntityType.PLACE in types and determined)


def _prices(tree: Tree, t: int) -> bool:
    """As in "65 aircraft worth $38 billion": from here on it is the sum, not the thing."""
    above = tree.tokens[tree.tokens[t].head]
    if tree.word(t) == "pour" and above.amount is not None:
        return True  # "quinze rames pour 5 M€"
    priced = tree.children(t, "pobj", "npadvmod") if tree.word(t) in WORTH else []
    return any(tree.tokens[c].amount is not None for c in priced)


def _is_before_head(tree: Tree, t: int) -> bool:
    return tree.tokens[t].pos in BEFORE_HEAD and tree.tokens[t].dep != "case"
