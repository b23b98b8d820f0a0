"""Bare nouns behind the noun of a part, astray in the tree: "la division cybersécurité de X"."""

from dataclasses import replace

from graphbuild.model import Token
from graphbuild.relate.lexicon import syntax_words

OF = frozenset({"de", "d'", "du"})

Tokens = tuple[Token, ...]


def adjuncts(tokens: Tokens) -> Tokens:
    """The noun of the part has the bare noun right behind it, what hung on that one, and the "de" behind."""
    parts = syntax_words("fr").part_nouns
    result = list(tokens)
    for part in tokens[:-1]:
        behind = result[part.i + 1]
        if part.lemma in parts and part.pos == "NOUN" and _is_bare(result, behind, result[part.i]):
            _hang(result, part.i)
    return tuple(result)


def _is_bare(tokens: list[Token], noun: Token, part: Token) -> bool:
    """Whether a noun stands right behind, without preposition, below the part, beside it or above."""
    alone = noun.pos == "NOUN" and noun.amount is None and noun.sentence == part.sentence
    below = (t for t in tokens[part.i : noun.i] if t.head == noun.i)
    near = noun.head in {part.i, part.head} or part.head == noun.i
    return alone and near and not any(t.dep in {"case", "det"} for t in below)


def _hang(result: list[Token], i: int) -> None:
    """Makes token i the head of the noun behind it."""
    noun = result[i + 1]
    if result[i].head == noun.i:
        above = i if noun.head == noun.i else noun.head
        result[i] = replace(result[i], head=above, dep="ROOT" if above == i else "appos")
    for t in [t for t in result if t.head == noun.i and t.i > noun.i]:
        result[t.i] = replace(t, head=i)
    result[noun.i] = replace(noun, head=i, dep="amod")
    _hang_owner(result, i, noun)


def _hang_owner(result: list[Token], i: int, noun: Token) -> None:
    """As in "la branche énergie de Thales": whose part it is, wherever the parser hung it."""
    last = min(noun.i + 1, len(result) - 1)
    link = result[last].text.lower().replace("’", "'")
    if link in OF and result[last].dep == "case" and result[last].head > last:
        owner = result[result[last].head]
        result[owner.i] = replace(owner, head=i, dep="nmod")
