"""What the taggers and parsers get wrong about news, put right before anything else reads it.

The passes run in this order; each takes all tokens of an article and gives them back.
"""

from graphbuild.model import Token
from graphbuild.relate.syntax.repaired_adjuncts import adjuncts
from graphbuild.relate.syntax.repaired_asides import apposed_participles, aside_objects, asides
from graphbuild.relate.syntax.repaired_based import based
from graphbuild.relate.syntax.repaired_clefts import clefts
from graphbuild.relate.syntax.repaired_contrast import contrasted, gaps
from graphbuild.relate.syntax.repaired_english import (
    headline_passives,
    headline_verbs,
    late_objects,
    passive_infinitives,
    per_cent,
    split_passives,
)
from graphbuild.relate.syntax.repaired_gerunds import gerunds_of_sums
from graphbuild.relate.syntax.repaired_lists import relisted
from graphbuild.relate.syntax.repaired_objects import behind_height, name_objects, timed_objects
from graphbuild.relate.syntax.repaired_offices import offices
from graphbuild.relate.syntax.repaired_openings import opened_subjects, opening_participles
from graphbuild.relate.syntax.repaired_pairs import paired
from graphbuild.relate.syntax.repaired_subjects import (
    apposed_names,
    bare_subjects,
    clitics,
    conjuncts,
    headlines,
    left_conjuncts,
    relative_subjects,
    second_subjects,
)
from graphbuild.relate.syntax.repaired_together import together
from graphbuild.relate.syntax.repaired_words import participial_prepositions, words

FRENCH = (
    words,
    together,
    adjuncts,
    relisted,
    participial_prepositions,
    asides,
    aside_objects,
    apposed_participles,
    clitics,
    contrasted,
    gaps,
    clefts,
    apposed_names,
    timed_objects,
    name_objects,
    behind_height,
    opening_participles,
    opened_subjects,
    relative_subjects,
    conjuncts,
    left_conjuncts,
    second_subjects,
    bare_subjects,
    headlines,
    offices("fr"),
    paired("fr"),
)
PASSES = {
    "fr": FRENCH,
    "en": (
        per_cent,
        based,
        gaps,
        headline_verbs,
        headline_passives,
        late_objects,
        split_passives,
        passive_infinitives,
        gerunds_of_sums,
        offices("en"),
        paired("en"),
    ),
}


def repaired(tokens: tuple[Token, ...], language: str) -> tuple[Token, ...]:
    """The tokens, mistagged verbs, their lemmas and split subjects corrected."""
    for repair in PASSES[language]:
        tokens = repair(tokens)
    return tokens
