"""Verbs that the tagger took for nouns ("Elle valorise l'entreprise", headlines) made verbs again, and back.

Only verbs that the frames know, only regular French forms in -er, and only where the word has no
determiner of its own.
"""

from dataclasses import replace

from graphbuild.model import Token
from graphbuild.relate.lexicon import present_forms
from graphbuild.relate.syntax.french_forms import is_title, participle_lemmas, verb_forms

BEFORE_NOUNS = frozenset({"DET", "NUM", "ADP", "ADJ"})
BEHIND_VERBS = frozenset({"DET", "ADP", "NUM", "NOUN", "ADV", "PRON", "PROPN"})
LIKE_PARTICIPLES = ("ée", "ie", "ue", "ise", "ite", "rte", "inte", "use", "ffe", "cte")
NEAR = 5  # tokens from "si" to its verb
PREPOSITIONS = frozenset({"moyennant"})  # parsed as verbs
PRONOUNS = frozenset({"le", "la", "les"})
FUTURE = {"a": "Tense=Fut", "ont": "Tense=Fut", "ait": "Mood=Cnd", "aient": "Mood=Cnd"}
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "X"})


def words(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Each word by itself: its part of speech, its lemma, a name that is no dummy subject."""
    return tuple(
        _named_subject(_infinitive(_lone_verb(tokens, _present(tokens, _future(_retagged(tokens, token))))))
        for token in tokens
    )


def participial_prepositions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """As in "racheté, moyennant A": the sum is the outer verb's, behind a preposition."""
    result = list(tokens)
    for token in tokens:
        if token.text.lower() not in PREPOSITIONS or token.pos != "VERB":
            continue
        behind = tokens[token.i + 1 : token.i + 1 + NEAR]
        noun = next((t for t in behind if t.head == token.i and t.dep == "obj"), None)
        if noun is not None and token.head != token.i:
            result[noun.i] = replace(noun, head=token.head, dep="obl:mod")
            result[token.i] = replace(token, pos="ADP", lemma=token.text.lower(), dep="case", head=noun.i)
    return tuple(result)


def _lone_verb(tokens: tuple[Token, ...], token: Token) -> Token:
    """As in "X construit une usine", "le groupe bâtit": what has an object is no participle.

    Behind a name that nothing else is said of it is none either: "X construit à Lens une usine".
    """
    before, lemma = _before(tokens, token), present_forms("fr").get(token.text.lower())
    if lemma is None or "VerbForm=Part" not in token.morph:
        return token
    lone = before is not None and before.pos == "PROPN" and before.dep == "ROOT" and token.head == before.i
    second_group = lemma.endswith("ir") and token.text.endswith("it")
    if not (lone or second_group or _has_object(tokens, token)):
        return token
    return replace(token, lemma=lemma, morph=frozenset({"Tense=Pres", "VerbForm=Fin", "Number=Sing"}))


def _has_object(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether a bare object follows a verb that has no auxiliary."""
    near = tokens[max(0, verb.i - NEAR) : verb.i]
    helped = any(t.head == verb.i and t.dep.startswith("aux") for t in near)
    behind = tokens[verb.i + 1 : verb.i + 1 + NEAR]
    return not helped and any(t.head == verb.i and t.dep == "obj" for t in behind)


def _present(tokens: tuple[Token, ...], token: Token) -> Token:
    """As in "participe", "négocie": no participle and no infinitive, whatever the tagger says."""
    word = token.text.lower()
    if token.pos != "VERB" or not word.endswith(("e", "ent")) or "VerbForm=Fin" in token.morph:
        return token
    infinitive = "VerbForm=Inf" in token.morph and not word.endswith(("re", "oir"))
    participle = "VerbForm=Part" in token.morph and not word.endswith((*LIKE_PARTICIPLES, "ent"))
    lemma, tense = verb_forms().get(word, ("", ""))
    bare = tense == "Tense=Pres" and "VerbForm=Part" in token.morph and _follows_name(tokens, token)
    if not (infinitive or participle or bare):
        return token
    return replace(token, lemma=lemma or token.lemma, morph=_finite(word, "Tense=Pres"))


def _finite(word: str, tense: str) -> frozenset[str]:
    """The features of a finite form: a third person that ends in -nt is a plural."""
    return frozenset({tense, "VerbForm=Fin", "Number=Plur" if word.endswith("nt") else "Number=Sing"})


def _follows_name(tokens: tuple[Token, ...], token: Token) -> bool:
    """As in "Sanofi mise A": a bare name right before, a sum or its preposition right behind."""
    before, after = _before(tokens, token), _after(tokens, token)
    named = before is not None and before.pos == "PROPN"
    return named and after is not None and after.amount is not None


def _future(token: Token) -> Token:
    """As in "que construira X": the future is no participle, whatever the tagger says."""
    if "VerbForm=Part" not in token.morph:
        return token
    stem = token.lemma.removesuffix("e")
    ending = token.text.lower().removeprefix(stem) if stem.endswith("r") else ""
    tense = FUTURE.get(ending)
    return replace(token, morph=frozenset({tense, "VerbForm=Fin"})) if tense else token


def _named_subject(token: Token) -> Token:
    """A name is never the dummy subject that the parser may take it for."""
    dummy = token.dep == "expl:subj" and token.pos in {"PROPN", "NOUN"}
    return replace(token, dep="nsubj") if dummy else token


def _infinitive(token: Token) -> Token:
    """As in "fabrique" is a form of "fabriquer", whatever the lemmatizer made of a verb it does not know."""
    if token.pos != "VERB" or token.lemma.endswith(("er", "ir", "re", "oir")):
        return token
    word = token.text.lower()
    known = verb_forms()[word][0] if word in verb_forms() else participle_lemmas().get(word)
    if known is None and "VerbForm=Fin" in token.morph and word.endswith(("e", "ent")):
        known = word.removesuffix("nt") + "r"  # "risque", "risquent"
    return replace(token, lemma=known) if known else token


def _retagged(tokens: tuple[Token, ...], token: Token) -> Token:
    lemma = _opening_participle(tokens, token) or _participle(tokens, token)
    if lemma is not None:
        return replace(token, pos="VERB", lemma=lemma, morph=frozenset({"Tense=Past", "VerbForm=Part"}))
    if _has_pronoun(tokens, token):
        marked = any(t.head == token.i and t.dep == "mark" for t in tokens[max(0, token.i - NEAR) : token.i])
        return replace(token, dep="advcl") if marked else token
    if _has_article(tokens, token):
        return replace(token, pos="NOUN", lemma=token.text.lower(), morph=frozenset())
    found = verb_forms().get(token.text)
    if (
        found is not None
        and _looks_nominal(token)
        and not is_title(token.text)
        and _stands_as_verb(tokens, token)
    ):
        lemma, tense = found
        verb = replace(token, pos="VERB", lemma=lemma, morph=_finite(token.text, tense))
        return verb if token.pos in NOMINAL else replace(verb, head=token.i - 1, dep="acl")
    return token


def _before(tokens: tuple[Token, ...], token: Token) -> Token | None:
    """The token before, None at the start of the sentence."""
    before = tokens[token.i - 1] if token.i else None
    return before if before is not None and before.sentence == token.sentence else None


def _after(tokens: tuple[Token, ...], token: Token) -> Token | None:
    return tokens[token.i + 1] if token.i + 1 < len(tokens) else None


def _opening_participle(tokens: tuple[Token, ...], token: Token) -> str | None:
    """The lemma of a participle that opens the sentence, no name: "Dirigé par X, Y ..."; else None."""
    after = _after(tokens, token)
    if _before(tokens, token) is not None or token.pos not in {"PROPN", "NOUN", "X"} or after is None:
        return None
    leads_on = after.pos == "ADP" or after.amount is not None or token.dep == "advcl"
    return participle_lemmas().get(token.text.lower()) if leads_on else None


def _participle(tokens: tuple[Token, ...], token: Token) -> str | None:
    """The lemma of "associés" in "se sont associés", of a participle on its noun: no adjective; else None."""
    near = tokens[max(0, token.i - NEAR) : token.i]
    perfect = any(t.head == token.i and t.dep == "aux:tense" for t in near)
    stands = token.pos in NOMINAL and (perfect or token.dep == "acl")
    return participle_lemmas().get(token.text.lower()) if stands else None


def _has_article(tokens: tuple[Token, ...], token: Token) -> bool:
    """As in "l'offre", "sa demande": a finite verb has no article."""
    before = _before(tokens, token)
    finite = token.pos == "VERB" and "VerbForm=Fin" in token.morph
    return finite and before is not None and before.pos == "DET" and before.head == token.i


def _has_pronoun(tokens: tuple[Token, ...], token: Token) -> bool:
    """As in "si X le permet.": behind a name, "le" is the verb's object and no article."""
    before, after = _before(tokens, token), _after(tokens, token)
    named = None if before is None else _before(tokens, before)
    ends = before is not None and before.text in PRONOUNS and after is not None and after.pos == "PUNCT"
    return ends and token.pos == "VERB" and named is not None and named.pos == "PROPN"


def _looks_nominal(token: Token) -> bool:
    return token.pos in NOMINAL | {"ADV", "ADP"} and token.amount is None and token.text.islower()


def _stands_as_verb(tokens: tuple[Token, ...], token: Token) -> bool:
    """No determiner before it, and what a verb may have behind it."""
    before, after = _before(tokens, token), _after(tokens, token)
    if before is None or before.pos in BEFORE_NOUNS or after is None:
        return False
    named = before.pos == "PROPN"
    if token.pos == "ADP":  # "X entre au capital": no preposition stands before another
        return named and after.pos == "ADP"
    if token.pos == "ADV":  # "X dément vouloir"
        return named and (after.pos in BEHIND_VERBS or "VerbForm=Inf" in after.morph)
    if after.text.lower() in {"de", "du"}:  # "écope de A": a sum, or nothing
        behind = _after(tokens, after)
        return behind is not None and behind.amount is not None and before.pos == "PROPN"
    return after.pos in BEHIND_VERBS
