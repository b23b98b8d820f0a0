"""The stretch of a sentence that a claim stands in, and the noun phrase that starts somewhere in it."""

from graphbuild.relate.syntax.tree import Tree

PHRASE = 4  # tokens from "selon" to its noun


def segment_of(tree: Tree, at: int) -> range:
    """The stretch of the sentence around a token that no semicolon or bullet cuts."""
    sentence = tree.sentence(at)
    cuts = [t for t in range(sentence.first, sentence.last) if tree.word(t) in {";", "•"}]
    first = max((t + 1 for t in cuts if t < at), default=sentence.first)
    return range(first, min((t for t in cuts if t > at), default=sentence.last))


def noun_after(tree: Tree, first: int, stop: int) -> int | None:
    """The head of the noun phrase that starts at a token."""
    for t in range(first, min(first + PHRASE, stop)):
        token = tree.tokens[t]
        mentions = tree.mentions(t)
        if mentions and token.pos in {"NOUN", "PROPN", "ADJ", "X", "PRON", "VERB"}:
            return tree.head_of(mentions[0].span)
        if token.pos in {"NOUN", "PROPN"}:
            after = t + 1
            named = after < stop and tree.tokens[after].pos == "PROPN" and bool(tree.mentions(after))
            return tree.head_of(tree.mentions(after)[0].span) if named else t
    return None
