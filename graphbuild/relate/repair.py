"""Verbs that the tagger took for nouns ("Elle valorise l'entreprise", headlines) made verbs again.

Only verbs that the frames know, only regular French forms in -er, and only where the word has no
determiner of its own.
"""

from dataclasses import replace
from functools import cache

from graphbuild.model import Token
from graphbuild.relate.frames import frames
from graphbuild.relate.lexicon import syntax_words

ENDINGS = {
    "e": "Tense=Pres",
    "ent": "Tense=Pres",
    "ait": "Tense=Imp",
    "aient": "Tense=Imp",
    "a": "Tense=Past",
    "èrent": "Tense=Past",
    "era": "Tense=Fut",
    "eront": "Tense=Fut",
    "erait": "Mood=Cnd",
    "eraient": "Mood=Cnd",
}
DETERMINERS = frozenset({"DET", "NUM", "ADP"})


def repaired(tokens: tuple[Token, ...], language: str) -> tuple[Token, ...]:
    """The tokens, mistagged verbs, their lemmas and split subjects corrected."""
    if language != "fr":
        return tokens
    return _joined(tuple(_subject(_lemma(_token(tokens, token))) for token in tokens))


def _subject(token: Token) -> Token:
    """A name is never the dummy subject that the parser may take it for."""
    return (
        replace(token, dep="nsubj") if token.dep == "expl:subj" and token.pos in {"PROPN", "NOUN"} else token
    )


def _is_noun(tokens: tuple[Token, ...], token: Token) -> bool:
    """As in "l'offre", "sa demande": a finite verb has no article."""
    before = tokens[token.i - 1] if token.i and tokens[token.i - 1].sentence == token.sentence else None
    finite = token.pos == "VERB" and "VerbForm=Fin" in token.morph
    return finite and before is not None and before.pos == "DET" and before.head == token.i


def _fronted(tokens: tuple[Token, ...], token: Token) -> Token | None:
    """As in "Dirigé par X, Y ...": a participle that opens the sentence is no name."""
    opens = not token.i or tokens[token.i - 1].sentence != token.sentence
    found = participles().get(token.text.lower()) if opens and token.pos in {"PROPN", "NOUN", "X"} else None
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if found is None or after is None or (after.pos != "ADP" and after.amount is None):
        return None
    return replace(token, pos="VERB", lemma=found[0], morph=frozenset({"Tense=Past", "VerbForm=Part"}))


def _lemma(token: Token) -> Token:
    """As in "fabrique" is a form of "fabriquer", whatever the lemmatizer made of a verb it does not know."""
    if token.pos != "VERB" or token.lemma.endswith(("er", "ir", "re", "oir")):
        return token
    found = verb_forms().get(token.text.lower()) or participles().get(token.text.lower())
    return replace(token, lemma=found[0]) if found else token


def _joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """As in "A et B ont annoncé" is one subject, not A and a clause of its own."""
    result = list(tokens)
    for b in tokens:
        verb = tokens[b.head]
        first = tokens[verb.head]
        if b.dep != "nsubj" or verb.dep != "conj" or verb.pos != "VERB" or not first.i < b.i < verb.i:
            continue
        links = [t for t in tokens[first.i + 1 : b.i] if t.dep == "cc" or t.text.lower() in {"et", "ou"}]
        if (
            first.pos in {"PROPN", "NOUN", "X"}
            and links
            and links[-1].head in {b.i, verb.i}
            and "Number=Plur" in _finite(tokens, verb).morph
        ):
            result[verb.i] = replace(
                result[verb.i], dep=first.dep, head=verb.i if first.head == first.i else first.head
            )
            result[first.i] = replace(result[first.i], dep="nsubj", head=verb.i)
            result[b.i] = replace(result[b.i], dep="conj", head=first.i)
    for b in tokens:
        left = _left_conjunct(tokens, b)
        if left is not None and result[b.i].dep == "nsubj":
            result[left.i] = replace(left, dep="nsubj", head=b.head)
            result[b.i] = replace(b, dep="conj", head=left.i)
    return _headlines(_bare_subjects(tuple(result)))


ADJUNCTS = frozenset({"dep", "obl:mod", "advmod", "vocative", "dislocated", "nmod", "obl:arg"})
HEADLINE = frozenset({"nmod", "flat:name", "flat:foreign", "acl", "appos", "amod", "dep", "xcomp"})


def _cased(tokens: tuple[Token, ...], i: int) -> bool:
    return any(t.head == i and t.dep == "case" for t in tokens[max(0, i - 5) : i])


def _bare_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """As in "Amazon prévoit": a name before a finite verb without subject, without preposition, is the subject."""
    result = list(tokens)
    served = {t.head for t in tokens if t.dep.startswith(("nsubj", "csubj", "expl:subj"))}
    for t in tokens:
        verb = tokens[t.head]
        finite = "VerbForm=Fin" in verb.morph or any(
            a.head == verb.i and a.dep.startswith("aux") for a in tokens[t.i : verb.i]
        )
        bare = (
            t.pos == "PROPN"
            and t.dep in ADJUNCTS
            and t.i < verb.i
            and verb.pos == "VERB"
            and finite
            and not _cased(tokens, t.i)
        )
        if bare and verb.i not in served and t.lemma.lower() not in syntax_words("fr").time_nouns:
            served.add(verb.i)
            result[t.i] = replace(t, dep="nsubj")
    return tuple(result)


def _headlines(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """As in "Carrefour boucle l'achat de Cora", parsed as one noun phrase: the finite verb is its head."""
    result = list(tokens)
    for verb in tokens:
        name = tokens[verb.head]
        if verb.pos != "VERB" or "VerbForm=Fin" not in verb.morph or verb.dep not in HEADLINE:
            continue
        if (
            name.dep != "ROOT"
            or name.pos not in {"PROPN", "NOUN", "X"}
            or not name.i < verb.i
            or result[verb.i].dep == "ROOT"
        ):
            continue
        between = tokens[name.i + 1 : verb.i]
        if any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[name.i : verb.i + 6]) or any(
            t.pos in {"PRON", "SCONJ"} for t in between
        ):
            continue
        result[verb.i] = replace(verb, dep="ROOT", head=verb.i)
        result[name.i] = replace(name, dep="nsubj", head=verb.i)
        objects = False
        for t in tokens[verb.i + 1 :]:
            if t.head != name.i or t.sentence != verb.sentence:
                continue
            cased = _cased(tokens, t.i)
            direct = not cased and not objects and t.pos in {"NOUN", "PROPN", "X"}
            objects = objects or direct
            result[t.i] = replace(t, head=verb.i, dep="obj" if direct else "obl:arg" if cased else t.dep)
    return tuple(result)


def _left_conjunct(tokens: tuple[Token, ...], b: Token) -> Token | None:
    """As in "A et le chinois B ont noué": A, where the parser made it an adjunct of the plural verb."""
    verb = tokens[b.head]
    if (
        b.dep != "nsubj"
        or verb.pos != "VERB"
        or not b.i < verb.i
        or "Number=Plur" not in _finite(tokens, verb).morph
    ):
        return None
    at = b.i - 1
    while at > 0 and tokens[at].pos in {"DET", "ADJ", "NOUN"} and b.i - at < 4:
        at -= 1
    first = tokens[at - 1] if at > 0 and tokens[at].text.lower() == "et" else None
    adjunct = (
        first is not None
        and first.pos in {"PROPN", "X"}
        and first.head == verb.i
        and first.dep.startswith(("obl", "dep", "advmod", "disl", "voc"))
    )
    cased = first is not None and any(
        t.head == first.i and t.dep == "case" for t in tokens[max(0, first.i - 3) : first.i]
    )
    return first if adjunct and not cased else None


def _finite(tokens: tuple[Token, ...], verb: Token) -> Token:
    """The word that agrees with the subject: the first auxiliary, else the verb."""
    return next(
        (t for t in tokens[max(0, verb.i - 4) : verb.i] if t.head == verb.i and t.dep.startswith("aux")), verb
    )


def _token(tokens: tuple[Token, ...], token: Token) -> Token:
    if (fronted := _fronted(tokens, token)) is not None:
        return fronted
    if _is_noun(tokens, token):
        return replace(token, pos="NOUN", lemma=token.text.lower(), morph=frozenset())
    if token.pos not in {"NOUN", "ADJ", "PROPN", "X"} or token.amount is not None or not token.text.islower():
        return token
    found = verb_forms().get(token.text)
    before = tokens[token.i - 1] if token.i and tokens[token.i - 1].sentence == token.sentence else None
    if found is None or before is None or before.pos in DETERMINERS or before.pos == "ADJ":
        return token
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if (
        after is None
        or after.pos not in {"DET", "ADP", "NUM", "NOUN", "ADV", "PRON", "PROPN"}
        or after.text.lower() in {"de", "du"}
    ):
        return token
    lemma, tense = found
    return replace(token, pos="VERB", lemma=lemma, morph=frozenset({tense, "VerbForm=Fin"}))


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Third-person forms of the frames' verbs in -er, to lemma and tense."""
    table: dict[str, tuple[str, str]] = {}
    for lemma in sorted(frames("fr").verbs):
        if lemma.endswith("er") and lemma != "aller":
            table |= {form: (lemma, tense) for form, tense in _forms(lemma[:-2]).items()}
    return table


@cache
def participles() -> dict[str, tuple[str, str]]:
    """Past and present participles of the frames' verbs in -er, to lemma and tense."""
    stems = [lemma[:-2] for lemma in sorted(frames("fr").verbs) if lemma.endswith("er")]
    return {
        stem + end: (stem + "er", "Tense=Past") for stem in stems for end in ("é", "ée", "és", "ées", "ant")
    }


def _forms(stem: str) -> dict[str, str]:
    forms = {}
    for ending, tense in ENDINGS.items():
        soft = ending[0] in "aà" and stem[-1] in "gc"
        forms[(stem[:-1] + "ç" if soft and stem[-1] == "c" else stem + "e" if soft else stem) + ending] = (
            tense
        )
        if len(stem) > 2 and stem[-2] == "e" and stem[-1] not in "aeiouy":  # lever: lève
            forms.setdefault(stem[:-2] + "è" + stem[-1] + ending, tense)
        if len(stem) > 2 and stem[-2] == "é":  # céder: cède
            forms.setdefault(stem[:-2] + "è" + stem[-1] + ending, tense)
    return forms
