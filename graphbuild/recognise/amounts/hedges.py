"""Words that bound or blur a number: "plus de", "jusqu'à", "or so"."""

from graphbuild.model import Comparator
from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.numbers import read_number
from graphbuild.recognise.amounts.tokens import Tokens

ARTICLES = {"fr": frozenset({"les", "le", "la", "des", "du"}), "en": frozenset[str]()}
NOT_AFTER = frozenset({"de", "d", "que", "than", "of"})  # "et plus de", "more than" go on
CHAIN = 3


def hedge_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon) -> tuple[Comparator, int]:
    """The bound that the words before token ``start`` set, and the first of them; not before ``floor``."""
    bounds: list[Comparator] = []
    for _ in range(CHAIN):
        found = lexicon.hedges.before(tokens, start)
        if found is None and tokens[start - 1].word in ARTICLES[lexicon.language]:
            found = lexicon.hedges.before(tokens, start - 1)
        if found is None:
            found = _beyond_aside(tokens, start, lexicon)
        if found is None or found[1] < floor or tokens[found[1] - 1].word in lexicon.sets["hedge_vetoes"]:
            break
        bounds.append(found[0])
        start = found[1]
    return strongest(bounds), start


def _beyond_aside(tokens: Tokens, start: int, lexicon: Lexicon) -> tuple[Comparator, int] | None:
    """The bound before an aside: "dépasserait en réalité"; "près, en réalité," is none."""
    aside = lexicon.asides.before(tokens, start)
    found = lexicon.hedges.before(tokens, aside[1]) if aside else None
    return None if found is None or found[0] is Comparator.ABOUT else found


def strongest(bounds: list[Comparator]) -> Comparator:
    """A bound says more than "about", and the outer bound more than the inner."""
    hard = [bound for bound in bounds if bound not in {Comparator.ABOUT, Comparator.EXACT}]
    if hard:
        return hard[-1]
    return Comparator.ABOUT if Comparator.ABOUT in bounds else Comparator.EXACT


def hedge_after(tokens: Tokens, end: int, lexicon: Lexicon) -> tuple[Comparator, int]:
    """The bound that the words from token ``end`` set, and the token after them."""
    hyphen = tokens.hyphen(end)
    start = end + 1 if hyphen or tokens[end].word == "," else end
    found = lexicon.hedges_after.at(tokens, start)
    if found is None or (tokens[start].word == "plus" and not hyphen):
        return Comparator.EXACT, end
    bound, last = found
    number = read_number(tokens, last, lexicon)
    if (number and not number.article) or tokens[last].word in NOT_AFTER or lexicon.signs.at(tokens, last):
        return Comparator.EXACT, end
    return bound, last
