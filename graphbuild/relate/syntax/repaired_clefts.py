"""French clefts: "C'est X qui apportera A" says of X that it will bring A."""

from dataclasses import replace

from graphbuild.model import Token

THIS = frozenset({"c'", "c’", "ce"})
RELATIVES = frozenset({"qui", "que", "qu'", "qu’"})
NEAR = 4  # tokens from "c'est" to the name, from the pronoun to its verb

Tokens = tuple[Token, ...]


def clefts(tokens: Tokens) -> Tokens:
    """The clause behind the noun of "c'est" is a relative clause, which the parser may not know."""
    result = list(tokens)
    for verb in tokens:
        noun = tokens[verb.head]
        if verb.dep == "dep" and verb.pos == "VERB" and _is_cleft(tokens, noun, verb):
            result[verb.i] = replace(verb, dep="acl:relcl")
    return tuple(result)


def _is_cleft(tokens: Tokens, noun: Token, verb: Token) -> bool:
    said = any(t.head == noun.i and t.text.lower() in THIS for t in tokens[max(0, noun.i - NEAR) : noun.i])
    related = any(t.head == verb.i and t.text.lower() in RELATIVES for t in tokens[noun.i + 1 : verb.i])
    return said and related and noun.i < verb.i
