"""Two numbers that share a scale or a currency: ranges, changes and lists."""

from dataclasses import replace
from decimal import Decimal

from graphbuild.recognise.amounts.counting import is_counted
from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.operand import Operand, read_operand
from graphbuild.recognise.amounts.tokens import Tokens

EITHER = 3  # "two or three billion" is a range; "5 euros or 5 million dollars" is not
CHAIN = 3  # amounts that may go on after the second: "1 puis 2 puis 3 milliards"
CHANGE_REACH = 8  # words back in which "passer", "rose" make "from X to Y" a change
ALIKE = 50  # numbers of a list are at most so many times larger than each other

Link = tuple[str, int]  # "to", "between", "or" or "then", and the token after it
Opener = tuple[str, int] | None  # ("open" for "entre" or "from" for "de", its first token)


def read_pair(
    tokens: Tokens, left: Operand, lexicon: Lexicon, *, chain: int = CHAIN
) -> tuple[Operand, Operand | None, int]:
    """The operand, the upper end of the range that it opens, their first token.

    A range that runs backwards ("10-5 millions") comes back as it stands: its upper end is the lower one.
    Where two amounts follow each other ("3,5 puis 4 milliards"), only the left comes back, with its share.
    ``chain``: how many more may follow.
    """
    opener = _opener(tokens, left.start, lexicon)
    link = _link(tokens, left, opener, lexicon)
    right = _right(tokens, left, link, lexicon, chain) if link else None
    if link is None or right is None:
        return left, None, left.start
    shared, other = _share(left, right)
    apart = link[0] == "or" and other.value > EITHER * shared.value
    change = link[0] == "to" and _is_change(tokens, opener, lexicon)
    if shared.value < other.value and not (link[0] == "then" or change or apart):
        return shared, other, opener[1] if opener else left.start
    if shared.value > other.value and not change and _must_rise(tokens, left, link, opener):
        return shared, other, opener[1] if opener else left.start
    lends = not apart and (left.quantity.scale == right.quantity.scale or _close(left, right))
    return shared if lends else left, None, left.start


def _must_rise(tokens: Tokens, left: Operand, link: Link, opener: Opener) -> bool:
    """Whether it can be nothing but a range; "de 10 à 5 millions" may be what became of something."""
    if link[0] == "between" or tokens[left.end].word == "-":
        return True
    return link[0] == "to" and opener is None and left.quantity.scale == 1


def _right(tokens: Tokens, left: Operand, link: Link, lexicon: Lexicon, chain: int) -> Operand | None:
    """The second number, if it belongs with the first; a third may lend to it ("1 puis 2 puis 3 M€")."""
    name, start = link
    right = read_operand(tokens, start, lexicon, beside_currency=left.prefixed)
    if right is None or right.start != start:
        return None
    if name == "then" and chain and not right.measured and right.quantity.scale == 1:
        right = read_pair(tokens, right, lexicon, chain=chain - 1)[0]
    if not _fit(tokens, left, right, lexicon):
        return None
    if left.bare_article and (name == "then" or right.quantity.scale == 1 or left.measured):
        return None
    bare = not left.measured and left.quantity.scale == 1
    return right if name != "then" or not bare or _listed(tokens, left, right, lexicon) else None


def _opener(tokens: Tokens, start: int, lexicon: Lexicon) -> Opener:
    i = start - 1 if tokens[start - 1].word == "the" else start
    for name in ("open", "from"):
        found = lexicon.ranges[name].before(tokens, i)
        if found:
            return name, found[1]
    return None


def _link(tokens: Tokens, left: Operand, opener: Opener, lexicon: Lexicon) -> Link | None:
    """The kind of word between two numbers ("to", "between", "or", "then") and the token after it."""
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


def _fit(tokens: Tokens, left: Operand, right: Operand, lexicon: Lexicon) -> bool:
    """Both speak of one thing: no year, no percentage, nothing counted, one currency."""
    if right.symbolic or right.article or lexicon.percent.at(tokens, right.end):
        return False
    if left.measured and right.measured:
        return left.unit == right.unit and _same_currency(left, right)
    if left.measured and is_counted(tokens, right.end, lexicon):
        return False
    if left.quantity.year and not left.measured and not _goes_on(left, right):
        return False
    if right.measured or right.quantity.scale >= 1000:
        return True
    return left.prefixed and not right.quantity.year


def _goes_on(left: Operand, right: Operand) -> bool:
    """A range all the same, as in "2000 à 3000 euros"; in "1990 à 1015 francs" the first is a year."""
    return right.quantity.plain and right.quantity.number > left.quantity.number


def _same_currency(left: Operand, right: Operand) -> bool:
    if left.currency is None or right.currency is None:
        return left.currency is right.currency
    return not set(left.currency.codes).isdisjoint(right.currency.codes) or left.currency == right.currency


def _listed(tokens: Tokens, left: Operand, right: Operand, lexicon: Lexicon) -> bool:
    """Two of a kind: "1,5 et 2 milliards", "15 000 et 12 000 euros"; not "7,65 et 104 000 euros"."""
    ours, theirs = left.quantity, right.quantity
    if not (ours.number <= ALIKE * theirs.number and theirs.number <= ALIKE * ours.number):
        return False
    in_turn = tokens[left.end].word in lexicon.sets["in_turn"]
    return in_turn or ours.number % 1 != 0 or (ours.number >= 1000 and not ours.plain)


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
    """Whether one scale serves both: in "5 to 6 billion", not in "$500 to 1 million"."""
    bare = left.prefixed or not left.measured
    ours, theirs = left.quantity.number, right.quantity.number
    return bare and left.quantity.scale == 1 and ours < 1000 and ours <= 20 * max(theirs, Decimal(1))


def _is_change(tokens: Tokens, opener: Opener, lexicon: Lexicon) -> bool:
    """Whether "de X à Y" says what became of X: two amounts, no range."""
    if opener is None or opener[0] != "from":
        return False
    i = opener[1]
    for k in range(i - 1, max(-1, i - 1 - CHANGE_REACH), -1):
        if tokens[k].kind == "line" or tokens[k].word in {".", ";"}:
            return False
        if tokens[k].word.startswith(lexicon.change):
            return True
    return False
