"""Numbers in figures and in words."""

import re
from decimal import Decimal
from typing import NamedTuple

from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.tokens import Tokens

LONGEST = 40  # characters; a longer run of figures is no amount, and costs time to convert
GROUPS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
LAKHS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")  # 1,20,000 as Indian papers write
VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}


class Number(NamedTuple):
    """A number and the token after it. ``article``: only "a", "un"; ``plain``: figures that may be a year."""

    value: Decimal
    end: int
    article: bool = False
    plain: bool = False
    figures: bool = False


def read_figures(raw: str, decimal: str) -> Decimal | None:
    """What a run of figures means where ``decimal`` is the decimal sign; None for dates and the like.

    >>> read_figures("1 000,50", ","), read_figures("1,000.50", "."), read_figures("1.000,50", ".")
    (Decimal('1000.50'), Decimal('1000.50'), Decimal('1000.50'))
    """
    if len(raw) > LONGEST:
        return None
    if raw.isdigit():
        return Decimal(raw)
    digits = raw.replace(" ", "").replace("'", "")
    kinds = [c for c in digits if c in ".,"]
    if len(set(kinds)) == 2:
        return _mixed(digits, kinds[-1])
    if len(kinds) > 1:
        grouped = GROUPS.fullmatch(digits) or LAKHS.fullmatch(digits)
        return Decimal(re.sub("[.,]", "", digits)) if grouped else None
    if kinds and kinds[0] != decimal and GROUPS.fullmatch(digits) and not digits.startswith("0"):
        return Decimal(re.sub("[.,]", "", digits))
    return Decimal(digits.replace(",", "."))


def _mixed(digits: str, decimal: str) -> Decimal | None:
    whole, _, part = digits.rpartition(decimal)
    if decimal in whole or not (GROUPS.fullmatch(whole) or LAKHS.fullmatch(whole)):
        return None
    return Decimal(f"{re.sub('[.,]', '', whole)}.{part}")


def read_number(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """The number that begins at token i: figures with a vulgar fraction, or words up to 999,999."""
    token = tokens[i]
    if token.kind == "figures":
        value = read_figures(token.raw, lexicon.decimal)
        if value is None:
            return None
        extra = VULGAR.get(tokens[i + 1].raw)
        if extra is not None:
            return Number(value + extra, i + 2, figures=True)
        return Number(value, i + 1, plain=token.raw.isdigit() and len(token.raw) == 4, figures=True)
    if token.raw in VULGAR:
        return Number(VULGAR[token.raw], i + 1, figures=True)
    return _thousands(tokens, i, lexicon)


def _thousands(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    head = _hundreds(tokens, i, lexicon)
    j = _skip(tokens, head.end) if head else i
    if tokens[j].word not in lexicon.thousand or (head is None and not lexicon.hundred_alone):
        return head
    value = (head.value if head else Decimal(1)) * 1000
    k = _skip(tokens, j + 1)
    if tokens[k].word in lexicon.number_and:
        k += 1
    tail = _hundreds(tokens, k, lexicon)
    if (
        tail is None
        or (tail.article and not lexicon.hundred_alone)
        or (tokens[k - 1].word in lexicon.number_and and tail.value >= 100)
    ):
        return head or Number(
            value, j + 1
        )  # "eight thousand": the grammar reads the scale, which a range may share
    return Number(value + tail.value, tail.end)


def _hundreds(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    small = lexicon.small.at(tokens, i)
    j = _skip(tokens, small[1]) if small else i
    if tokens[j].word not in lexicon.hundred or not (small or lexicon.hundred_alone):
        return _small(tokens, i, small, lexicon)
    if small and not lexicon.hundreds[0] <= small[0] <= lexicon.hundreds[1]:
        return _small(tokens, i, small, lexicon)
    value = Decimal((small[0] if small else 1) * 100)
    k = _skip(tokens, j + 1)
    linked = tokens[k].word in lexicon.number_and
    rest = lexicon.small.at(tokens, k + 1 if linked else k)
    if rest is None or not _may_follow(tokens, rest, lexicon, linked=linked):
        return Number(value, j + 1)
    return Number(value + rest[0], rest[1])


def _may_follow(tokens: Tokens, rest: tuple[int, int], lexicon: Lexicon, *, linked: bool) -> bool:
    """Whether "a hundred" goes on: "and two", not "and two hundred"; "cent un", not "a hundred a year"."""
    if lexicon.hundred_alone:
        return not linked
    word = tokens[rest[1] - 1].word
    return word not in lexicon.articles and not (
        linked and tokens[_skip(tokens, rest[1])].word in lexicon.hundred
    )


def _small(tokens: Tokens, i: int, small: tuple[int, int] | None, lexicon: Lexicon) -> Number | None:
    if small is None:
        return None
    alone = small[1] == i + 1 and tokens[i].word in lexicon.articles
    return Number(Decimal(small[0]), small[1], article=alone)


def _skip(tokens: Tokens, i: int) -> int:
    return i + 1 if tokens.hyphen(i) else i
