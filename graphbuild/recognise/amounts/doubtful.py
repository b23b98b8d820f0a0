"""Amounts that are left out rather than read wrong: below nothing, from more to less, one of a chain."""

from graphbuild.recognise.amounts.drafts import Draft
from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.tokens import Tokens


def is_doubtful(draft: Draft, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the text may mean another amount than the one that was read."""
    backwards = draft.high is not None and draft.high.value < draft.operand.value
    return backwards or _is_negative(draft, tokens, lexicon) or _is_chained(draft, tokens)


def _is_negative(draft: Draft, tokens: Tokens, lexicon: Lexicon) -> bool:
    """As in "-5 millions", "moins 5 millions"; at the beginning of a line the sign is that of a list."""
    sign, before = draft.operand.start - 1, draft.operand.start - 2
    if sign < 0:
        return False
    if tokens[sign].word == "-" and tokens.glued(sign + 1):
        opened = tokens[before].word in {"(", "["}
        return sign > 0 and (opened or not tokens.glued(sign))
    minus = tokens[sign].word in lexicon.sets["minus"]
    return minus and tokens[before].word not in lexicon.sets["no_minus_after"]


def _is_chained(draft: Draft, tokens: Tokens) -> bool:
    """One or two of several: "500-600-700 millions". A list of dashes has blanks around them."""
    left, right = draft.start - 1, draft.end
    begun = left > 0 and tokens.hyphen(left) and tokens[left - 1].kind == "figures"
    more = draft.high is not None and tokens.hyphen(right) and tokens[right + 1].kind != "word"
    return begun or more
