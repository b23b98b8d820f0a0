"""Sentences opened by a participle that the parser takes for their verb: "Installée à Paris, X ..."."""

from dataclasses import replace

from graphbuild.model import Token

Tokens = tuple[Token, ...]


def opening_participles(tokens: Tokens) -> Tokens:
    """As in "Installée à Paris, la société recrute": the participle is no main verb, the finite one is."""
    result = list(tokens)
    for verb in tokens:
        opening = tokens[verb.head]
        if (
            _opens(tokens, opening)
            and opening.i < verb.i
            and verb.dep in {"advcl", "parataxis", "ccomp", "conj"}
        ):
            own = any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[opening.i : verb.i])
            if own and "VerbForm=Part" not in verb.morph and result[opening.i].dep == "ROOT":
                result[verb.i] = replace(verb, dep="ROOT", head=verb.i)
                result[opening.i] = replace(opening, dep="advcl", head=verb.i)
    return tuple(result)


def _opens(tokens: Tokens, token: Token) -> bool:
    """Whether a past participle without auxiliary is the first word of its sentence and its root."""
    first = token.i == 0 or tokens[token.i - 1].sentence != token.sentence
    return first and token.dep == "ROOT" and "VerbForm=Part" in token.morph


def opened_subjects(tokens: Tokens) -> Tokens:
    """As in "Basée à Toulouse, X conçoit Y", parsed as one phrase: X is the subject of the finite verb."""
    result = list(tokens)
    for comma, name, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        opening = tokens[name.head]
        named = comma.text == "," and name.pos == "PROPN" and _opens(tokens, opening)
        finite = verb.pos == "VERB" and not verb.morph & {"VerbForm=Part", "VerbForm=Inf"}
        if not (named and finite and verb.head == name.i):
            continue
        for t in tokens[verb.i + 1 :]:
            if t.head in {name.i, opening.i} and t.sentence == verb.sentence:
                object_ = t.dep == "nmod" and t.head == name.i
                result[t.i] = replace(t, head=verb.i, dep="obj" if object_ else t.dep)
        result[verb.i] = replace(verb, dep="ROOT", head=verb.i)
        result[name.i] = replace(name, dep="nsubj", head=verb.i)
        result[opening.i] = replace(opening, dep="advcl", head=verb.i)
    return tuple(result)
