"""Where English says a body sits, before its noun: "bought by Austin, Texas-based chip maker X"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Token
from graphbuild.relate.lexicon import syntax_words

IN_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
ARGUMENTS = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "conj", "attr", "appos"})

Tokens = tuple[Token, ...]


def based(tokens: Tokens) -> Tokens:
    """The noun behind "-based" takes the place in the sentence that the parser gave the town before it."""
    words = syntax_words("en").based_words
    result = list(tokens)
    for token in tokens:
        first = _town_before(tokens, token.i) if token.text.lower() in words else None
        noun = _noun_behind(tokens, token.i) if first is not None else None
        if first is None or noun is None or tokens[first].dep not in ARGUMENTS:
            continue
        town = result[first]
        if not _above(result, town).isdisjoint({noun, *range(first, token.i + 1)}):
            continue  # it is below the noun already, and heads must not go round
        result[noun] = replace(result[noun], dep=town.dep, head=town.head)
        for t in range(first, token.i + 1):
            result[t] = replace(result[t], dep="nmod" if t == first else "dep", head=noun)
    return tuple(result)


def _above(tokens: Sequence[Token], token: Token) -> set[int]:
    """The tokens above one; of a root none."""
    found: set[int] = set()
    while token.head != token.i and token.head not in found:
        found.add(token.head)
        token = tokens[token.head]
    return found


def _town_before(tokens: Tokens, at: int) -> int | None:
    """The first of the places before "-based": of "Austin, Texas-based" the town."""
    first = at - 1
    if first < 0 or tokens[first].pos != "PROPN" or tokens[first].sentence != tokens[at].sentence:
        return None
    if first > 1 and tokens[first - 1].text == "," and tokens[first - 2].pos == "PROPN":
        return first - 2
    return first


def _noun_behind(tokens: Tokens, at: int) -> int | None:
    """The head of the noun phrase behind "-based"; None where none stands there."""
    end = at + 1
    while end < len(tokens) and tokens[end].sentence == tokens[at].sentence and tokens[end].pos in IN_PHRASE:
        end += 1
    inside = range(at + 1, end)
    return next((t for t in inside if tokens[t].head not in inside or tokens[t].head == t), None)
