"""What the French tagger and parser get wrong about news, put right before anything else reads it.

The passes run in this order; each takes all tokens of an article and gives them back.
"""

from graphbuild.model import Token
from graphbuild.relate.syntax.repaired_contrast import contrasted
from graphbuild.relate.syntax.repaired_subjects import (
    apposed_names,
    bare_subjects,
    conjuncts,
    headlines,
    left_conjuncts,
    opening_participles,
    timed_objects,
)
from graphbuild.relate.syntax.repaired_words import words

PASSES = (
    words,
    contrasted,
    apposed_names,
    timed_objects,
    opening_participles,
    conjuncts,
    left_conjuncts,
    bare_subjects,
    headlines,
)


def repaired(tokens: tuple[Token, ...], language: str) -> tuple[Token, ...]:
    """The tokens, mistagged verbs, their lemmas and split subjects corrected; English as it is."""
    for repair in PASSES if language == "fr" else ():
        tokens = repair(tokens)
    return tokens
