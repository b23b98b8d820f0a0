"""Objects that the French parser takes for something else: "pour s'offrir X", "a repris X"."""

from dataclasses import replace
from itertools import pairwise

from graphbuild.model import Token
from graphbuild.relate.lexicon import syntax_words

NEAR = 4  # tokens from a determiner to its noun
REACH = 20  # tokens from a verb to its object
CAUSING = frozenset({"faire", "laisser", "voir", "entendre"})

Tokens = tuple[Token, ...]


def name_objects(tokens: Tokens) -> Tokens:
    """As in "pour s'offrir X", "a repris X": the bare name right behind a verb without object."""
    result = list(tokens)
    for verb, name in pairwise(tokens):
        infinitive = "VerbForm=Inf" in verb.morph and tokens[verb.head].lemma not in CAUSING
        stray = name.dep == "obl:mod" or (infinitive and name.dep == "nsubj")
        taken = any(t.head == verb.i and t.dep in {"obj", "ccomp", "xcomp"} for t in tokens)
        if stray and name.head == verb.i and (verb.pos, name.pos) == ("VERB", "PROPN") and not taken:
            result[name.i] = replace(name, dep="obj")
    return tuple(result)


def timed_objects(tokens: Tokens) -> Tokens:
    """As in "a autorisé jeudi la France": the verb's, not the day's."""
    result = list(tokens)
    times = syntax_words("fr").time_nouns
    for noun in tokens:
        above = tokens[noun.head]
        timed = noun.dep in {"nmod", "appos", "obj"} and above.lemma in times and above.dep.startswith("obl")
        bare = noun.dep == "obl:mod" and noun.lemma not in times and noun.amount is None
        verb = tokens[above.head] if timed else above
        if (
            not (timed or bare)
            or noun.pos not in {"NOUN", "PROPN"}
            or not verb.i < noun.i
            or verb.pos != "VERB"
        ):
            continue
        near = tokens[max(verb.i, noun.i - NEAR) : noun.i]
        determiners = [t.pos for t in near if t.head == noun.i and t.dep in {"det", "nummod"}]
        determined = bool(determiners) and (timed or determiners == ["NUM"])  # "a commandé à X dix rames"
        alone = not any(t.head == noun.i and t.pos == "ADP" for t in near)
        taken = any(t.head == verb.i and t.dep == "obj" for t in tokens[verb.i : verb.i + REACH])
        if determined and alone and not taken:
            result[noun.i] = replace(noun, head=verb.i, dep="obj")
    return tuple(result)


def behind_height(tokens: Tokens) -> Tokens:
    """As in "participe à hauteur de A à la restauration de X": the second "à" is the verb's."""
    result = list(tokens)
    for height in tokens:
        if height.lemma != "hauteur" or tokens[height.head].pos != "VERB":
            continue
        below = [t for t in tokens if t.head == height.i and t.i > height.i and t.dep == "nmod"]
        for t in below[1:]:
            result[t.i] = replace(t, head=height.head, dep="obl:arg")
    return tuple(result)
