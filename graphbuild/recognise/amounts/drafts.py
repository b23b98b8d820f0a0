"""Drafts: amounts as the grammar reads them, before the neighbours lend what is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.model import Comparator
from graphbuild.recognise.amounts.hedges import hedge_after, hedge_before
from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.operand import Operand, read_operand
from graphbuild.recognise.amounts.quantity import Quantity
from graphbuild.recognise.amounts.tokens import Tokens

CHANGE_REACH = 8  # words back in which "passer", "rose" make "from X to Y" a change


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
    while i < tokens.count:
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
    if left is None or lexicon.percent.at(tokens, left.end) or _is_article(left):
        return None
    opener = _opener(tokens, left.start, lexicon)
    left, right = _pair(tokens, left, opener, lexicon)
    if not (right or left.measured or left.quantity.scale != 1 or _may_take_up(tokens, left, lexicon)):
        return None
    start = opener[1] if right and opener else left.start
    end = right.end if right else left.end
    comparator, first = hedge_before(tokens, start, floor, lexicon)
    if left.quantity.about and comparator is Comparator.EXACT:
        comparator = Comparator.ABOUT
    after, last = hedge_after(tokens, end, lexicon)
    if comparator is Comparator.EXACT:
        comparator = after
    if right:
        comparator = Comparator.RANGE
    return Draft(left, first, last, comparator, right)


def _is_article(operand: Operand) -> bool:
    return operand.quantity.article and operand.quantity.scale == 1 and not operand.measured


def _may_take_up(tokens: Tokens, operand: Operand, lexicon: Lexicon) -> bool:
    """A bare number is kept only after the words that make one a sum; most numbers of a text are none."""
    i = operand.start
    return bool(
        tokens[i - 2].word == "en"
        or lexicon.bare_after.before(tokens, hedge_before(tokens, i, 0, lexicon)[1])
        or lexicon.ranges["to"].before(tokens, i)
    )


def _opener(tokens: Tokens, start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """What opens a range before its first end: ("open", token) for "entre", ("from", token) for "de"."""
    i = start - 1 if tokens[start - 1].word == "the" else start
    for name in ("open", "from"):
        found = lexicon.ranges[name].before(tokens, i)
        if found:
            return name, found[1]
    return None


def _pair(
    tokens: Tokens, left: Operand, opener: tuple[str, int] | None, lexicon: Lexicon
) -> tuple[Operand, Operand | None]:
    """The two ends of a range; or the left of two amounts with the scale and currency it shares."""
    link = _link(tokens, left, opener, lexicon)
    if link is None:
        return left, None
    name, j = link
    right = read_operand(tokens, j, lexicon)
    if right is None or right.start != j or right.symbolic or right.quantity.article and right.quantity.scale == 1:
        return left, None
    if not _is_sum(tokens, left, right, name, lexicon):
        return left, None
    shared, other = _share(left, right)
    change = name == "to" and opener is not None and opener[0] == "from" and _is_change(tokens, opener[1], lexicon)
    if name == "then" or change or shared.value >= other.value:
        close = left.quantity.scale == right.quantity.scale or _close(left, right)
        return (shared if close and _lends(left, name, change=change) else left), None
    return shared, other


def _link(
    tokens: Tokens, left: Operand, opener: tuple[str, int] | None, lexicon: Lexicon
) -> tuple[str, int] | None:
    """The word between two numbers: ("to", token after it), ("and", ...), ("then", ...)."""
    i = left.end
    if tokens[i].word == "-" and tokens.glued(i) == tokens.glued(i + 1):
        return "to", i + 1
    if opener and opener[0] == "open":
        found = lexicon.ranges["between"].at(tokens, i)
        return ("between", found[1]) if found else None
    for name in ("to", "or", "then"):
        found = lexicon.ranges[name].at(tokens, i)
        if found:
            return name, found[1]
    found = lexicon.ranges["then"].at(tokens, i + 1) if tokens[i].word == "," else None
    return ("then", found[1]) if found else None


def _is_sum(tokens: Tokens, left: Operand, right: Operand, name: str, lexicon: Lexicon) -> bool:
    """Both ends must speak of one thing: no year, no percentage, nothing counted."""
    if lexicon.percent.at(tokens, right.end) or left.quantity.article and left.quantity.scale == 1:
        return False
    if not (right.measured or right.quantity.scale >= 1000 or (left.prefixed and not right.quantity.year)):
        return False
    if left.measured and not right.measured and not left.prefixed and right.quantity.scale == 1:
        return False
    if left.unit != right.unit and left.measured and right.measured:
        return False
    if left.currency and right.currency and not _same_currency(left, right):
        return False
    bare = not left.measured and left.quantity.scale == 1
    if bare and name == "then" and not _is_listed(tokens, left, right, lexicon):
        return False
    return not (bare and left.quantity.year and not right.quantity.plain)


def _is_listed(tokens: Tokens, left: Operand, right: Operand, lexicon: Lexicon) -> bool:
    """"1,5 et 2 milliards", "15 000 et 12 000 euros" are two of a kind; "calibre 7,65 et 104 000 euros" are not."""
    ours, theirs = left.quantity, right.quantity
    if not ours.number <= 50 * theirs.number or not theirs.number <= 50 * ours.number:
        return False
    if tokens[left.end].word in lexicon.sets["in_turn"]:
        return True
    return ours.number % 1 != 0 or (ours.number >= 1000 and not ours.plain)


def _same_currency(left: Operand, right: Operand) -> bool:
    ours, theirs = left.currency, right.currency
    return ours is not None and theirs is not None and (ours.codes == theirs.codes or bool({*ours.codes} & {*theirs.codes}))


def _share(left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """Scale from right to left, currency and unit both ways."""
    if left.quantity.scale == 1 and right.quantity.scale != 1 and _close(left, right):
        left = replace(left, quantity=replace(left.quantity, scale=right.quantity.scale))
    if not left.measured:
        left = replace(left, currency=right.currency, unit=right.unit)
    if not right.measured:
        right = replace(right, currency=left.currency, unit=left.unit)
    return left, right


def _close(left: Operand, right: Operand) -> bool:
    """"5 to 6 billion" share their scale, "$500 to 1 million" do not."""
    bare = left.prefixed or not left.measured
    ours, theirs = left.quantity.number, right.quantity.number
    return bare and left.quantity.scale == 1 and ours < 1000 and ours <= 20 * max(theirs, Decimal(1))


def _lends(left: Operand, name: str, *, change: bool) -> bool:
    """Of two amounts, the first borrows only what it lacks."""
    return not left.measured or left.prefixed or change or name == "then"


def _is_change(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    for k in range(i - 1, max(-1, i - 1 - CHANGE_REACH), -1):
        if tokens[k].kind == "line" or tokens[k].word in {".", ";"}:
            return False
        if tokens[k].word.startswith(lexicon.change):
            return True
    return False
