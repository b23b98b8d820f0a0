"""Sums told with whom each goes to, which the parsers mix up: "A à X, B à Y", "A to X and B to Y"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from graphbuild.model import Token
from graphbuild.relate.lexicon import contractions, syntax_words

LONGEST = 10  # tokens from a preposition to the end of its noun phrase
OWN = 5  # tokens from a sum to its preposition: "650 M€ de subventions à X"
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "X", "PART", "PRON"})

Tokens = tuple[Token, ...]
Pair = tuple[int, int, int]  # tokens: the sum, its preposition, the first behind its noun phrase


def paired(language: str) -> Callable[[Tokens], Tokens]:
    """The repair for one language: each sum of such a list governs its own preposition and noun."""

    def repair(tokens: Tokens) -> Tokens:
        result = list(tokens)
        for pairs in _runs(tokens, language):
            _hang(result, pairs, language)
        return tuple(result)

    return repair


def _runs(tokens: Tokens, language: str) -> Iterator[list[Pair]]:
    """The lists of two and more pairs with one preposition."""
    run: list[Pair] = []
    for token in tokens:
        if token.amount is None:
            continue
        pair = _pair(tokens, token, language)
        if pair and run and _follows(tokens, run[-1], pair, language):
            run.append(pair)
            continue
        if len(run) > 1:
            yield run
        run = [pair] if pair else []
    if len(run) > 1:
        yield run


def _pair(tokens: Tokens, total: Token, language: str) -> Pair | None:
    """The sum with its preposition and the end of the noun phrase; None where it has none."""
    at = next((i for i in range(total.i + 1, _end(tokens, total, OWN)) if _leads(tokens, i, language)), None)
    if at is None or any(tokens[i].pos not in INSIDE for i in range(total.i + 1, at)):
        return None
    end = at + 1
    while (
        end < _end(tokens, tokens[at], LONGEST) and tokens[end].pos in INSIDE and tokens[end].amount is None
    ):
        end += 1
    timeless = syntax_words(language).time_nouns
    phrase = (t for t in tokens[at + 1 : end] if t.pos in {"PROPN", "NOUN"} and t.lemma not in timeless)
    named = any(not t.text.isdigit() for t in phrase)  # "160 millions en 2026, 170 millions en 2027"
    return (total.i, at, end) if named else None


def _leads(tokens: Tokens, i: int, language: str) -> bool:
    return (
        tokens[i].pos == "ADP"
        and _preposition(tokens[i], language) in syntax_words(language).pair_prepositions
    )


def _preposition(token: Token, language: str) -> str:
    word = token.text.lower()
    return contractions(language).get(word, word)


def _follows(tokens: Tokens, before: Pair, pair: Pair, language: str) -> bool:
    """Whether only a comma or "et" stands between two pairs with the same preposition."""
    joint = tokens[before[2] : pair[0]]
    words = {",", ";", *syntax_words(language).and_words}
    one = len({_preposition(tokens[p[1]], language) for p in (before, pair)}) == 1
    return one and 0 < len(joint) <= 2 and all(t.text.lower() in words for t in joint)


def _end(tokens: Tokens, token: Token, reach: int) -> int:
    last = token.i
    while last + 1 < len(tokens) and tokens[last + 1].sentence == token.sentence and last < token.i + reach:
        last += 1
    return last + 1


def _hang(result: list[Token], pairs: list[Pair], language: str) -> None:
    """Each later sum is listed with the first, and its noun phrase is its own."""
    first, start, last = pairs[0][0], pairs[0][0], pairs[-1][2]
    if start <= result[first].head < last and result[first].head != first:
        return  # the first sum hangs inside the list: nothing is known of what governs it
    for total, at, end in pairs:
        _close(result, range(at, end), total, language, keep=total == first)
        for i in range(total + 1, at):
            if not total <= result[i].head < end:
                result[i] = replace(result[i], head=total)
        if total != first:
            result[total] = replace(result[total], dep="conj", head=first)


def _close(result: list[Token], phrase: range, total: int, language: str, *, keep: bool) -> None:
    """Only one token of a noun phrase leaves it: to its sum, or for the first to where the parser hung it."""
    leaving = [i for i in phrase if result[i].head not in phrase or result[i].head == i]
    if language == "en":
        top, dep = phrase[0], "prep"
    else:
        nouns = [i for i in leaving if result[i].pos in {"PROPN", "NOUN"}]
        top, dep = (nouns or leaving or [phrase[-1]])[0], "nmod"
    for i in leaving:
        if i != top:
            result[i] = replace(result[i], head=top)
    if not keep:
        result[top] = replace(result[top], dep=dep, head=total)
