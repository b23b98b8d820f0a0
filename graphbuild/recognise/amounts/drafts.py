"""Drafts: amounts as the grammar reads them, before the neighbours lend what is left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.model import Comparator
from graphbuild.recognise.amounts.hedges import hedge_after, hedge_before
from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.operand import Operand, read_operand
from graphbuild.recognise.amounts.pairs import read_pair
from graphbuild.recognise.amounts.quantity import Quantity
from graphbuild.recognise.amounts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Draft:
    """An amount, or a number that may become one. ``start`` and ``end`` cover the hedge words."""

    operand: Operand
    start: int
    end: int
    comparator: Comparator
    high: Operand | None = None

    @property
    def quantity(self) -> Quantity:
        return self.operand.quantity


def read_drafts(tokens: Tokens, lexicon: Lexicon) -> Iterator[Draft]:
    """Every draft of the text, in order, without overlaps."""
    i = floor = 0
    while i < tokens.length:
        draft = _draft(tokens, i, floor, lexicon) if _may_start(tokens, i, lexicon) else None
        if draft is None:
            i += 1
        else:
            yield draft
            i = floor = draft.end


def _may_start(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    token = tokens[i]
    return token.kind == "figures" or token.word in lexicon.starts


def _draft(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> Draft | None:
    left = read_operand(tokens, i, lexicon)
    if left is None or lexicon.percent.at(tokens, left.end):
        return None
    left, right, first = read_pair(tokens, left, lexicon)
    if left.article:
        return None
    if not (right or left.measured or left.quantity.scale != 1 or _may_take_up(tokens, left, lexicon)):
        return None
    end = right.end if right else left.end
    comparator, first = hedge_before(tokens, max(first, floor), floor, lexicon)
    if left.quantity.about and comparator is Comparator.EXACT:
        comparator = Comparator.ABOUT
    after, last = hedge_after(tokens, end, lexicon)
    if comparator is Comparator.EXACT:
        comparator = after
    if right:
        comparator = Comparator.RANGE
    return Draft(left, first, last, comparator, right)


def _may_take_up(tokens: Tokens, operand: Operand, lexicon: Lexicon) -> bool:
    """A bare number is kept only after the words that make one a sum; most numbers of a text are none."""
    i = operand.start
    first = hedge_before(tokens, i, 0, lexicon)[1]
    listed = tokens[operand.end].word in lexicon.sets["parallel"]
    return bool(
        stands_for_sum(tokens, first, lexicon)
        or (listed and tokens[first - 1].word in lexicon.sets["listing"])
        or lexicon.bare_after.before(tokens, first)
        or lexicon.ranges["to"].before(tokens, i)
    )


def stands_for_sum(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether "en" and a verb stand before token i: "en réclamait [dix]", "en aura coûté [700]"."""
    first = i - 2 if tokens[i - 2].word == "en" else i - 3
    between = tokens[i - 2].word
    joined = first == i - 2 or between in lexicon.sets["auxiliaries"]
    verb = tokens[i - 1].word.startswith(lexicon.stems["en_verbs"])
    return verb and joined and tokens[first].word == "en"
