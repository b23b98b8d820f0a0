"""Subjects that the French parser splits, loses or makes the head of a headline."""

from dataclasses import replace
from itertools import pairwise

from graphbuild.model import Token
from graphbuild.relate.lexicon import syntax_words

ADJUNCTS = frozenset({"dep", "obl:mod", "advmod", "vocative", "dislocated", "nmod", "obl:arg"})
UNDER_NAME = frozenset(
    {"nmod", "flat:name", "flat:foreign", "acl", "appos", "amod", "dep", "xcomp", "advmod", "case"}
)
NAMES = frozenset({"PROPN", "NOUN", "X"})
CLITICS = frozenset({"nous", "vous"})
NEAR_AUXILIARY = 4  # tokens from an auxiliary to its verb
STRAY = frozenset({"obj", "nmod", "obl:mod", "obl:arg", "dep", "xcomp", "iobj"})
SECOND = frozenset(
    {"advcl", "conj", "parataxis", "ccomp", "xcomp", "acl", "dep"}
)  # where a second clause hangs
BEFORE_VERB = frozenset({"AUX", "PRON", "ADV"})
IN_NOUN = frozenset({"nmod", "flat:name", "flat:foreign", "amod", "appos", "fixed"})
SUBJECT_DEPS = ("nsubj", "csubj", "expl:subj")

NEAR = 4  # tokens from a noun back to its determiner

Tokens = tuple[Token, ...]


def apposed_names(tokens: Tokens) -> Tokens:
    """As in "au fonds X": a name right behind a common noun is beside it, no argument of the noun's verb."""
    result = list(tokens)
    for noun, name in pairwise(tokens):
        beside = (
            name.head == noun.head and name.sentence == noun.sentence and name.head not in {name.i, noun.i}
        )
        plain = noun.pos == "NOUN" and noun.amount is None and name.pos == "PROPN"
        if (
            beside
            and plain
            and name.dep in STRAY
            and noun.dep in {"obj", "obl:mod", "obl:arg", "obl:agent", "nmod"}
        ):
            result[name.i] = replace(name, head=noun.i, dep="appos")
    return tuple(result)


def conjuncts(tokens: Tokens) -> Tokens:
    """As in "A et B ont annoncé": one subject, not A and a clause of its own."""
    result = list(tokens)
    for b in tokens:
        verb = tokens[b.head]
        first = tokens[verb.head]
        if _splits_subject(tokens, first, b, verb):
            above = verb.i if first.head == first.i else first.head
            result[verb.i] = replace(result[verb.i], dep=first.dep, head=above)
            result[first.i] = replace(result[first.i], dep="nsubj", head=verb.i)
            result[b.i] = replace(result[b.i], dep="conj", head=first.i)
    return tuple(result)


def _splits_subject(tokens: Tokens, first: Token, b: Token, verb: Token) -> bool:
    """Whether "first et b verb" is read as "first" and a clause "b verb", though the verb is plural."""
    joined = verb.dep == "conj" or (
        verb.dep in {"parataxis", "ccomp", "advcl", "punct"} and first.head == first.i
    )
    clause = b.dep == "nsubj" and joined and verb.pos == "VERB" and first.i < b.i < verb.i
    if not clause or first.pos not in NAMES:
        return False
    links = [t for t in tokens[first.i + 1 : b.i] if t.dep == "cc" or t.text.lower() in {"et", "ou"}]
    return bool(links) and links[-1].head in {b.i, verb.i} and _is_plural(tokens, verb)


def left_conjuncts(tokens: Tokens) -> Tokens:
    """As in "A et le chinois B ont noué": A is no adjunct of the plural verb."""
    result = list(tokens)
    for b in tokens:
        left = _left_conjunct(tokens, b)
        if left is not None and result[b.i].dep == "nsubj":
            if left.dep == "ROOT":
                result[b.head] = replace(tokens[b.head], dep="ROOT", head=b.head)
            result[left.i] = replace(left, dep="nsubj", head=b.head)
            result[b.i] = replace(b, dep="conj", head=left.i)
    return tuple(result)


def _left_conjunct(tokens: Tokens, b: Token) -> Token | None:
    """The A of "A et le chinois B ont noué", None where there is none."""
    verb = tokens[b.head]
    if b.dep != "nsubj" or verb.pos != "VERB" or not b.i < verb.i or not _is_plural(tokens, verb):
        return None
    at = b.i - 1
    while at > 0 and tokens[at].pos in {"DET", "ADJ", "NOUN"} and b.i - at < 4:
        at -= 1
    if at <= 0 or tokens[at].text.lower() != "et":
        return None
    first = tokens[at - 1]
    hangs = first.head == verb.i and first.dep.startswith(("obl", "dep", "advmod", "disl", "voc"))
    above = first.dep == "ROOT" and verb.head == first.i  # "A et l'argentin B exploitent Y"
    named = first.pos in {"PROPN", "X"} and not _has_case(tokens, first.i, reach=3)
    return first if (hangs or above) and named else None


def bare_subjects(tokens: Tokens) -> Tokens:
    """As in "Amazon prévoit": a bare name before a finite verb without subject is the subject."""
    result = list(tokens)
    served = {t.head for t in tokens if t.dep.startswith(SUBJECT_DEPS)}
    for t in tokens:
        if t.head not in served and _may_be_subject(tokens, t):
            served.add(t.head)
            result[t.i] = replace(t, dep="nsubj")
    return tuple(result)


def _may_be_subject(tokens: Tokens, t: Token) -> bool:
    verb = tokens[t.head]
    if t.pos != "PROPN" or t.dep not in ADJUNCTS or t.i >= verb.i or verb.pos != "VERB":
        return False
    auxiliary = any(a.head == verb.i and a.dep.startswith("aux") for a in tokens[t.i : verb.i])
    finite = auxiliary or "VerbForm=Fin" in verb.morph
    return finite and not _has_case(tokens, t.i) and t.lemma.lower() not in syntax_words("fr").time_nouns


def second_subjects(tokens: Tokens) -> Tokens:
    """As in "A lui a prêté 5 M€, et la région B lui a accordé 2 M€": the second verb's subject, no object."""
    result = list(tokens)
    served = {t.head for t in tokens if t.dep.startswith(SUBJECT_DEPS)}
    for verb in tokens:
        if verb.pos != "VERB" or verb.i in served or verb.dep not in SECOND or not _is_finite(tokens, verb):
            continue
        noun = _listed_before(tokens, verb)
        if noun is None:
            continue
        served.add(verb.i)
        result[noun.i] = replace(noun, head=verb.i, dep="nsubj")
        first = _listed_with(tokens, noun)
        if first is not None and _is_plural(tokens, verb):
            result[first.i] = replace(first, head=verb.i, dep="nsubj")
            result[noun.i] = replace(noun, head=first.i, dep="conj")
    return tuple(result)


def _listed_with(tokens: Tokens, noun: Token) -> Token | None:
    """The A of "Aux États-Unis, A et B ont noué", which the parser listed with the place."""
    near = tokens[max(0, noun.i - NEAR) : noun.i]
    listed = [t for t in near if t.dep == "conj" and t.head == noun.head and t.pos == "PROPN"]
    return listed[-1] if listed and not _has_case(tokens, listed[-1].i, reach=2) else None


def _is_finite(tokens: Tokens, verb: Token) -> bool:
    near = tokens[max(0, verb.i - NEAR) : verb.i]
    return "VerbForm=Fin" in verb.morph or any(t.head == verb.i and t.dep.startswith("aux") for t in near)


def _listed_before(tokens: Tokens, verb: Token) -> Token | None:
    """The noun behind "et" whose phrase ends right before a verb; None where there is none."""
    at = verb.i - 1
    while at > 0 and tokens[at].sentence == verb.sentence and tokens[at].pos in BEFORE_VERB:
        at -= 1
    noun = tokens[at]
    while noun.dep in IN_NOUN and noun.head < noun.i:
        noun = tokens[noun.head]
    linked = any(t.head == noun.i and t.dep == "cc" for t in tokens[max(0, noun.i - NEAR) : noun.i])
    fits = noun.dep == "conj" and noun.pos in NAMES and noun.amount is None and noun.i < verb.i
    same = noun.sentence == verb.sentence and not _has_case(tokens, noun.i)
    return noun if fits and linked and same else None


def relative_subjects(tokens: Tokens) -> Tokens:
    """As in "les 120 millions qu'Orsane a levés": the subject of the verb, not of the pronoun before it."""
    result = list(tokens)
    for t in tokens:
        pronoun = tokens[t.head]
        hangs = (
            t.dep == "nsubj" and pronoun.i < t.i and pronoun.text.lower().replace("’", "'") in {"que", "qu'"}
        )
        if hangs and tokens[pronoun.head].i > t.i:
            result[t.i] = replace(t, head=pronoun.head)
    return tuple(result)


def clitics(tokens: Tokens) -> Tokens:
    """As in "la Région nous a accordé une aide": the pronoun before a verb of another person receives."""
    result = list(tokens)
    for t in tokens:
        if t.dep == "nsubj" and t.text.lower() in CLITICS and not _agrees_with_us(tokens, t.head):
            result[t.i] = replace(t, dep="iobj")
    return tuple(result)


def _agrees_with_us(tokens: Tokens, verb: int) -> bool:
    """Whether a verb or its auxiliary ends as the first or second person plural does."""
    around = [tokens[verb], *(t for t in tokens[max(0, verb - NEAR_AUXILIARY) : verb] if t.head == verb)]
    finite = [t for t in around if t.pos in {"VERB", "AUX"}]
    return any(t.text.lower().endswith(("ons", "ez", "mes", "tes")) for t in finite)


def headlines(tokens: Tokens) -> Tokens:
    """As in "Carrefour boucle l'achat de Cora", parsed as one noun phrase: the finite verb is its head."""
    result = list(tokens)
    for verb in tokens:
        name = tokens[verb.head]
        if result[verb.i].dep == "ROOT" or not _heads_headline(tokens, name, verb):
            continue
        result[verb.i] = replace(verb, dep="ROOT", head=verb.i)
        result[name.i] = replace(name, dep="nsubj", head=verb.i)
        for t in _objects_given(tokens, name, verb):
            result[t.i] = t
    return tuple(result)


def _heads_headline(tokens: Tokens, name: Token, verb: Token) -> bool:
    """Whether a finite verb without subject of its own hangs under the name that is its subject."""
    if verb.pos != "VERB" or "VerbForm=Fin" not in verb.morph or verb.dep not in UNDER_NAME:
        return False
    if name.dep != "ROOT" or name.pos not in NAMES or name.i >= verb.i:
        return False
    near, between = tokens[name.i : verb.i + 6], tokens[name.i + 1 : verb.i]
    served = any(t.head == verb.i and t.dep.startswith("nsubj") for t in near)
    return not served and not any(t.pos in {"PRON", "SCONJ"} for t in between)


def _objects_given(tokens: Tokens, name: Token, verb: Token) -> list[Token]:
    """What stood under the name behind the verb, under the verb: the first bare noun is its object."""
    moved, given = [], False
    for t in tokens[verb.i + 1 :]:
        if t.head != name.i or t.sentence != verb.sentence:
            continue
        cased = _has_case(tokens, t.i)
        direct = not cased and t.pos in NAMES and not given
        given = given or direct
        below = "xcomp" if "VerbForm=Inf" in t.morph else t.dep
        moved.append(replace(t, head=verb.i, dep="obj" if direct else "obl:arg" if cased else below))
    return moved


def _has_case(tokens: Tokens, i: int, *, reach: int = 5) -> bool:
    """Whether a preposition governs a noun; it stands a few tokens before it."""
    return any(t.head == i and t.dep == "case" for t in tokens[max(0, i - reach) : i])


def _is_plural(tokens: Tokens, verb: Token) -> bool:
    """By the word that agrees with the subject: the first auxiliary, else the verb."""
    before = tokens[max(0, verb.i - 4) : verb.i]
    agreeing = next((t for t in before if t.head == verb.i and t.dep.startswith("aux")), verb)
    return "Number=Plur" in agreeing.morph
