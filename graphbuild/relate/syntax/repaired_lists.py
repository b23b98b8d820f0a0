"""Lists that repeat their preposition, which the parser breaks up: "auprès de A, de B et de C"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Token
from graphbuild.relate.lexicon import contractions

REACH = 4  # tokens from a preposition to its noun

Tokens = tuple[Token, ...]


def relisted(tokens: Tokens) -> Tokens:
    """The noun behind a comma and the same preposition again is listed with the one before the comma."""
    result = list(tokens)
    for comma in tokens[1:-2]:
        if comma.text != ",":
            continue
        first, second = _phrase_before(tokens, comma.i), _phrase_behind(tokens, comma.i)
        if first is not None and second is not None and _are_listed(result, first, second):
            result[second.i] = replace(second, head=first.i, dep="conj")
    for second in tokens:
        first = _complement_before(tokens, second)
        if first is not None:
            result[second.i] = replace(second, head=first.i)
    return tuple(result)


def _complement_before(tokens: Tokens, second: Token) -> Token | None:
    """The A of "coentreprise de A et de B", where B was listed with the noun that both belong to."""
    noun, link = tokens[second.head], _preposition(tokens, second)
    if second.dep != "conj" or not link or _preposition(tokens, noun) == link:
        return None
    between = [t for t in tokens[noun.i + 1 : second.i] if t.head == noun.i and t.dep == "nmod"]
    return next((t for t in between if _preposition(tokens, t) == link), None)


def _phrase_before(tokens: Tokens, comma: int) -> Token | None:
    """The noun that ends right before a comma."""
    noun = tokens[comma - 1]
    return noun if noun.pos in {"NOUN", "PROPN"} and noun.amount is None else None


def _phrase_behind(tokens: Tokens, comma: int) -> Token | None:
    """The noun whose preposition stands right behind a comma."""
    link = tokens[comma + 1]
    noun = tokens[link.head]
    return noun if link.dep == "case" and noun.i > link.i and noun.amount is None else None


def _are_listed(tokens: Sequence[Token], first: Token, second: Token) -> bool:
    """Whether both have the same preposition, and "et" with it again ends the list."""
    links = {_preposition(tokens, first), _preposition(tokens, second)}
    last = [t for t in tokens if t.head == second.i and t.dep == "conj" and t.i > second.i]
    ended = any(_preposition(tokens, t) in links for t in last)
    apart = second.dep != "conj" and second.head in {first.i, first.head}
    return len(links) == 1 and "" not in links and ended and apart


def _preposition(tokens: Sequence[Token], noun: Token) -> str:
    """The preposition of a noun, without its article; "" if none."""
    links = (t for t in tokens[max(0, noun.i - REACH) : noun.i] if t.head == noun.i and t.dep == "case")
    word = next((t.text.lower().replace("’", "'") for t in links), "")
    return contractions("fr").get(word, word)
