"""What stands between a French auxiliary and its participle: "ont de leur côté signé", "a, enfin, signé"."""

from dataclasses import replace
from itertools import pairwise

from graphbuild.model import Token
from graphbuild.relate.lexicon import syntax_words

SIDES = frozenset({"côté", "part", "tour"})
OPENERS = frozenset({"de", "pour", "à"})
LONGEST = 25  # tokens between two commas
LOOSE = frozenset({"appos", "conj", "nmod", "dep", "obl:mod", "obl:arg", "parataxis"})

Tokens = tuple[Token, ...]


def asides(tokens: Tokens) -> Tokens:
    """The participle is the verb; the auxiliary and what the parser hung on it are the participle's."""
    result = list(tokens)
    for auxiliary in tokens:
        verb = _participle_behind(tokens, auxiliary) or _behind_commas(tokens, auxiliary)
        if verb is None:
            continue
        root = auxiliary.head == auxiliary.i
        result[verb.i] = replace(verb, dep=auxiliary.dep, head=verb.i if root else auxiliary.head)
        result[auxiliary.i] = replace(auxiliary, pos="AUX", dep="aux:tense", head=verb.i)
        for t in tokens:
            if t.head == auxiliary.i and t.i not in {auxiliary.i, verb.i}:
                moved = "obl:mod" if auxiliary.i < t.i < verb.i and t.pos == "NOUN" else t.dep
                result[t.i] = replace(result[t.i], dep=moved, head=verb.i)
    return tuple(result)


def _participle_behind(tokens: Tokens, auxiliary: Token) -> Token | None:
    """The participle right behind "de leur côté", which the parser hung there; None where there is none."""
    behind = [t for t in tokens[auxiliary.i + 1 : auxiliary.i + 7] if t.text != ","]
    if auxiliary.pos != "AUX" or auxiliary.dep.startswith("aux") or len(behind) < 4:
        return None
    opener, whose, side, verb = behind[:4]
    aside = opener.text in OPENERS and whose.text in syntax_words("fr").possessives and side.text in SIDES
    hung = verb.head in {side.i, auxiliary.i} and "VerbForm=Part" in verb.morph
    return verb if aside and hung and verb.sentence == auxiliary.sentence else None


def _behind_commas(tokens: Tokens, auxiliary: Token) -> Token | None:
    """As in "a, juste avant de partir, signé": the participle behind the second comma."""
    i = auxiliary.i
    if auxiliary.lemma not in {"avoir", "être"} or auxiliary.dep.startswith("aux") or len(tokens) <= i + 3:
        return None
    if tokens[i + 1].text != ",":
        return None
    for comma, verb in pairwise(tokens[i + 2 : i + 2 + LONGEST]):
        if verb.sentence != auxiliary.sentence:
            return None
        if comma.text == "," and "VerbForm=Part" in verb.morph and i <= verb.head < verb.i:
            return verb
    return None


def aside_objects(tokens: Tokens) -> Tokens:
    """As in "a remporté, avec X, un contrat": what follows the aside is the verb's object."""
    result = list(tokens)
    for verb in tokens:
        noun = _object_behind(tokens, verb)
        if noun is not None:
            result[noun.i] = replace(noun, dep="obj", head=verb.i)
    return tuple(result)


def _object_behind(tokens: Tokens, verb: Token) -> Token | None:
    """The bare noun with a determiner behind "verb, preposition ...,"; None where the verb has an object."""
    behind = [t for t in tokens[verb.i + 1 : verb.i + 1 + LONGEST] if t.sentence == verb.sentence]
    aside = verb.pos == "VERB" and len(behind) > 3 and behind[0].text == "," and behind[1].pos == "ADP"
    if not aside or any(t.head == verb.i and t.dep == "obj" for t in behind):
        return None
    comma = next((t for t in behind[2:] if t.text == ","), None)
    opener = tokens[comma.i + 1] if comma is not None and comma.i + 1 < len(tokens) else None
    if comma is None or opener is None or opener.dep != "det":
        return None
    noun = tokens[opener.head]
    inside = behind[1].i <= noun.head < comma.i or noun.head == verb.i
    return noun if inside and noun.i > comma.i and noun.dep in LOOSE else None


def apposed_participles(tokens: Tokens) -> Tokens:
    """As in "succède à X, parti chez Y": behind a name's comma a bare participle is the name's."""
    result = list(tokens)
    for verb in tokens[2:]:
        comma, name = tokens[verb.i - 1], tokens[verb.i - 2]
        bare = verb.dep.startswith("obl") and "VerbForm=Part" in verb.morph and "Tense=Past" in verb.morph
        if bare and comma.text == "," and name.pos == "PROPN" and name.head == verb.head != name.i:
            result[verb.i] = replace(verb, dep="acl", head=name.i)
    return tuple(result)
