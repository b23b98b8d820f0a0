"""Pieces of goods that verbs of buying are about: "achète 114 Airbus" buys no company."""

from dataclasses import replace

from graphbuild.model import EntityType, Kind
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.wording import words_at

PERCENT = frozenset({"%", "pourcent", "percent", "pc", "pct"})


def order_of_goods(tree: Tree, result: Draft) -> None:
    """As in "a vendu 80 Rafale à X", "achète 114 Airbus": pieces are ordered, no company is bought."""
    targets = result.roles.get("target", [])
    way = result.ways.get(("target", targets[0].key)) if targets else None
    if result.kind is not Kind.ACQUISITION or way is None or way.token is None:
        return
    goods = all(t.type is EntityType.PRODUCT for t in targets)
    if not _is_counted(tree, way.token) and not (goods and "Number=Plur" in tree.tokens[way.token].morph):
        return
    if not goods and any(not t.named for t in targets):
        return  # "racheter 288 magasins"
    result.kind = Kind.CONTRACT
    result.frame = replace(result.frame, kind=Kind.CONTRACT, needs=("payer|beneficiary", "item"))
    makers = result.roles.pop("target")
    if not goods:
        result.fill("beneficiary", makers, Way("whose make is ordered", way.token))
    result.texts["item"] = words_at(tree, way.token)


def _is_counted(tree: Tree, i: int) -> bool:
    share = tree.tokens[i].lemma in PERCENT  # "a acheté 49 % de X": of a company
    return not share and any(tree.tokens[c].amount is None for c in tree.children(i, "nummod"))
