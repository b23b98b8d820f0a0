"""The adverb "ensemble" behind a verb, which the parser takes for a noun: "A et B bâtiront ensemble"."""

from dataclasses import replace

from graphbuild.model import Token

TOGETHER = "ensemble"
BELOW_NOUN = frozenset({"nmod", "det", "case", "amod"})

Tokens = tuple[Token, ...]


def together(tokens: Tokens) -> Tokens:
    """The verb before it has what the parser hung on it."""
    result = list(tokens)
    for adverb in tokens[1:]:
        verb = tokens[adverb.i - 1]
        if adverb.text.lower() == TOGETHER and verb.pos == "VERB" and verb.sentence == adverb.sentence:
            _hand_over(result, adverb, verb)
            _give_back(result, result[verb.i])
    return tuple(result)


def _give_back(result: list[Token], verb: Token) -> None:
    """As in "A et B bâtiront ensemble une usine", parsed as if A were the root: A is the verb's subject."""
    name = result[verb.head]
    if verb.dep != "dep" or name.pos != "PROPN" or name.i > verb.i:
        return
    for t in [t for t in result if t.head == name.i and t.i > verb.i]:
        object_ = t.dep.startswith("nsubj") and t.pos == "NOUN"
        result[t.i] = replace(t, head=verb.i, dep="obj" if object_ else t.dep)
    above = verb.i if name.head == name.i else name.head
    result[verb.i] = replace(verb, head=above, dep=name.dep)
    result[name.i] = replace(name, head=verb.i, dep="nsubj")


def _hand_over(result: list[Token], adverb: Token, verb: Token) -> None:
    """Its children go to the verb, which is what it was taken for."""
    for t in [t for t in result if t.head == adverb.i and t.i not in {adverb.i, verb.i}]:
        dep = "nsubj" if t.dep == "expl:subj" and t.pos == "PROPN" else t.dep
        object_ = t.i > adverb.i and dep in BELOW_NOUN and t.pos == "NOUN"
        result[t.i] = replace(t, head=verb.i, dep="obj" if object_ else dep)
    if adverb.dep == "ROOT":
        result[verb.i] = replace(verb, head=verb.i, dep="ROOT")
    result[adverb.i] = replace(adverb, head=verb.i, dep="advmod", pos="ADV")
