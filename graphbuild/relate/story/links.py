"""What leads from one amount of a sentence to the next: "contre", a colon, a comma."""

from graphbuild.model import Amount
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.syntax.tree import Tree

REACH = 4  # tokens from the link word to the amount
VERBAL = frozenset({"VERB", "AUX"})
FROM_TO = frozenset({("de", "à"), ("from", "to")})


def is_earlier(tree: Tree, i: int) -> bool:
    """Whether "contre", "compared with" leads to the amount; an article may stand between."""
    before = _before(tree, i)
    return any(_leads(before, word) for word in link_words(tree.language).earlier)


def _leads(before: str, word: str) -> bool:
    return any(before.endswith(f" {word} {article}") for article in ("", "le ", "les ", "the "))


def _before(tree: Tree, i: int) -> str:
    """The words before an amount, between spaces."""
    first = max(tree.sentence(i).first, i - REACH)
    return f" {' '.join(tree.word(t) for t in range(first, i))} "


def is_from_to(tree: Tree, before: Draft, i: int) -> bool:
    """As in "est passé de 6,8 à 8,3 millions": both values, a claim each."""
    if before.amount is None or "measure" not in before.texts:
        return False
    at = tree.token_of(before.amount)
    return i - at <= 3 and (tree.uncontracted(at - 1), tree.uncontracted(i - 1)) in FROM_TO


def is_after_colon(tree: Tree, before: Draft, i: int) -> bool:
    start = tree.token_of(before.amount) if before.amount else i
    return any(tree.word(t) == ":" for t in range(start, i))


def is_in_list(tree: Tree, before: Draft, i: int, amount: Amount) -> bool:
    """As in "8,5 milliards à Intel, 6,6 milliards à TSMC": no other verb between the two amounts."""
    if before.amount is None or before.amount.unit != amount.unit:
        return False
    if is_after_colon(tree, before, i):
        return True
    between = range(tree.token_of(before.amount) + 1, i)
    return not any(has_verb(tree, t) or tree.word(t) in {";", "."} for t in between)


def has_verb(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos in VERBAL
