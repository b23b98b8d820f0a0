"""Subjects set against others, which the parser hangs on the clause before: "A prête ; l'État, lui, paie"."""

from dataclasses import replace

from graphbuild.model import Token

CONTRAST = frozenset({"lui", "elle", "eux", "elles"})
OF_SUBJECT = ("nsubj", "csubj", "expl:subj")
VERB_REACH = 6  # tokens from the pronoun to its verb: "lui, n'a pas encore rien versé"
NOUN_REACH = 5
NOUNS = frozenset({"NOUN", "PROPN", "X"})

Tokens = tuple[Token, ...]


def contrasted(tokens: Tokens) -> Tokens:
    """As in "l'État, lui, a promis": what stands before the pronoun is the subject of the verb behind it."""
    result = list(tokens)
    for pronoun in tokens:
        noun, verb = _before(tokens, pronoun), _behind(tokens, pronoun)
        if noun is not None and verb is not None and not noun.dep.startswith(OF_SUBJECT):
            result[noun.i] = replace(noun, dep="nsubj", head=verb.i)
            result[pronoun.i] = replace(pronoun, dep="appos", head=noun.i)
    return tuple(result)


def gaps(tokens: Tokens) -> Tokens:
    """Who pays a sum is no object: "l'État apporte A ; le Département, B", "X donne A, la région Y B"."""
    result = list(tokens)
    for total in tokens:
        comma = total.i > 1 and tokens[total.i - 1].text == ","
        i = total.i - 2 if comma else total.i - 1
        if total.amount is None or i < 1 or tokens[i].pos not in NOUNS or tokens[i].amount is not None:
            continue
        first = i
        while first and _is_within(tokens[first - 1], total) and _is_inside(tokens, first - 1):
            first -= 1
        if first and _is_within(tokens[first - 1], total) and _opens_gap(tokens, first, comma=comma):
            _unhang(result, range(first, i + 1))
    return tuple(result)


def _is_inside(tokens: Tokens, i: int) -> bool:
    return tokens[i].pos in {*NOUNS, "DET"} and tokens[i].amount is None


def _opens_gap(tokens: Tokens, first: int, *, comma: bool) -> bool:
    """Whether a clause without verb starts at a token: behind ";", or behind a sum and a comma."""
    if tokens[first - 1].text == ";":
        return comma
    behind_sum = first > 1 and tokens[first - 2].amount is not None
    return (
        not comma and behind_sum and tokens[first - 1].text == "," and tokens[first].pos in {"DET", "PROPN"}
    )


def _is_within(token: Token, other: Token) -> bool:
    return token.sentence == other.sentence


def _unhang(result: list[Token], phrase: range) -> None:
    """Whatever leaves a noun phrase for a verb is none of the verb's objects."""
    for i in phrase:
        if result[i].head not in phrase and result[i].dep in {"obj", "dobj"}:
            result[i] = replace(result[i], dep="dep")


def _before(tokens: Tokens, pronoun: Token) -> Token | None:
    """The head of the noun phrase before "X, lui,", None where the pronoun sets nothing apart."""
    i = pronoun.i
    if pronoun.text.lower() not in CONTRAST or not 1 < i < len(tokens) - 1:
        return None
    if tokens[i - 1].text != "," or tokens[i + 1].pos not in {"PUNCT", "AUX", "VERB", "ADV", "PRON"}:
        return None
    start = max(0, i - 1 - NOUN_REACH)
    phrase = [t for t in tokens[start : i - 1] if t.sentence == pronoun.sentence and t.pos in NOUNS]
    last = phrase[-1] if phrase and phrase[-1].i == i - 2 else None
    while last is not None and tokens[last.head] in phrase and last.dep in {"nmod", "appos", "flat:name"}:
        last = tokens[last.head]
    governed = last is not None and any(t.head == last.i and t.dep == "case" for t in tokens[start : last.i])
    return None if governed else last


def _behind(tokens: Tokens, pronoun: Token) -> Token | None:
    """The finite verb, or the participle of one, that follows without a subject of its own."""
    for t in tokens[pronoun.i + 1 : pronoun.i + 1 + VERB_REACH]:
        if t.sentence != pronoun.sentence or t.text == ";":
            return None
        if t.pos == "VERB":
            own = any(c.head == t.i and c.dep.startswith(OF_SUBJECT) for c in tokens[pronoun.i : t.i])
            return None if own else t
    return None
