"""Headlines whose verb the English tagger takes for a noun: "EU fines Google €2.95bn"."""

from dataclasses import replace

from graphbuild.model import Token
from graphbuild.relate.frames import frames

LINKS = frozenset({"compound", "nmod", "amod", "poss"})
OBJECTS = frozenset({"appos", "dobj", "npadvmod", "nmod"})
FOLLOWS = frozenset({"PROPN", "NUM", "DET", "ADJ", "NOUN"})
PRESENT = frozenset({"Tense=Pres", "VerbForm=Fin", "Number=Sing", "Person=3"})

Tokens = tuple[Token, ...]


def headline_verbs(tokens: Tokens) -> Tokens:
    """A plural noun right behind the name that opens its sentence, where nothing else is said of the name."""
    result = list(tokens)
    for token in tokens:
        lemma = token.text.removesuffix("s")
        if not _may_be_verb(tokens, token) or lemma not in frames("en").verbs:
            continue
        result[token.i] = replace(token, pos="VERB", lemma=lemma, morph=PRESENT, dep="ROOT", head=token.i)
        for t in _of_sentence(tokens, token):
            if t.head == token.i and t.i < token.i and t.dep in LINKS:
                result[t.i] = replace(t, dep="nsubj")
            elif t.head == token.i and t.i > token.i and t.dep in OBJECTS:
                result[t.i] = replace(t, dep="dobj")
    return tuple(result)


def _may_be_verb(tokens: Tokens, token: Token) -> bool:
    if token.pos != "NOUN" or token.dep != "ROOT" or not token.text.endswith("s") or not token.text.islower():
        return False
    sentence = _of_sentence(tokens, token)
    before, after = tokens[token.i - 1], tokens[token.i + 1 : token.i + 2]
    named = before.i < token.i and before.sentence == token.sentence and before.pos == "PROPN"
    only = all(t.head in {before.i, token.i} for t in sentence if t.i < before.i)
    finite = any("VerbForm=Fin" in t.morph for t in sentence)
    followed = bool(after) and after[0].sentence == token.sentence and after[0].pos in FOLLOWS
    return named and before.head == token.i and only and followed and not finite


def _of_sentence(tokens: Tokens, token: Token) -> Tokens:
    first = last = token.i
    while first > 0 and tokens[first - 1].sentence == token.sentence:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].sentence == token.sentence:
        last += 1
    return tokens[first : last + 1]
