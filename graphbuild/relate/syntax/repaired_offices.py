"""Who is named to what: "nomme X directeur général", "named X chief executive" tell person and office."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from graphbuild.model import Kind, Status, Token
from graphbuild.relate.frames import all_frames, frames

Tokens = tuple[Token, ...]
COMPLEMENT = {"fr": "xcomp", "en": "oprd"}
OBJECT = {"fr": "obj", "en": "dobj"}
LONGEST = 6  # words of a title


def offices(language: str) -> Callable[[Tokens], Tokens]:
    """The pass of a language: the name behind the verb is its object, the title a complement."""

    def repaired(tokens: Tokens) -> Tokens:
        result = list(tokens)
        for verb in (t for t in tokens if t.pos == "VERB" and t.lemma in _naming(language)):
            title = _title_behind(tokens, verb.i + 2, language) if _is_name(tokens, verb.i + 1) else None
            if title is None or tokens[title[1]].sentence != verb.sentence:
                continue
            head = title[0] if language == "fr" else title[1]
            for t in tokens[verb.i + 2 : title[1] + 1]:
                result[t.i] = replace(t, dep="amod", head=head)
            result[verb.i + 1] = replace(tokens[verb.i + 1], dep=OBJECT[language], head=verb.i)
            result[head] = replace(tokens[head], pos="NOUN", dep=COMPLEMENT[language], head=verb.i)
            for t in _instead(tokens, title[1] + 1):
                result[t.i] = replace(t, head=verb.i)
        return tuple(result)

    return repaired


def _instead(tokens: Tokens, i: int) -> list[Token]:
    """The noun of "en remplacement de X" behind a title: who goes, and no part of the title."""
    return [t for t in tokens[i + 1 : i + 2] if tokens[i].text == "en" and t.lemma == "remplacement"]


@cache
def _naming(language: str) -> frozenset[str]:
    """The verbs that give somebody an office."""
    given = (
        f
        for f in all_frames(language)
        if f.kind is Kind.POSITION and f.status is Status.COMMITTED and f.slots.get("obj") == "person"
    )
    return frozenset(phrase[0] for f in given for phrase in f.verbs if len(phrase) == 1)


def _is_name(tokens: Tokens, i: int) -> bool:
    """Two capitals: a person, where a company seldom is."""
    return i < len(tokens) and tokens[i].pos == "PROPN" and " " in tokens[i].text


def _title_behind(tokens: Tokens, start: int, language: str) -> tuple[int, int] | None:
    """First and last word of the office that begins at a token or behind its adjective."""
    for i in range(start, min(start + 2, len(tokens))):
        if length := _title_at(tokens, i, language):
            return i, i + length - 1
        if tokens[i].pos not in {"ADJ", "PROPN"}:
            return None
    return None


def _title_at(tokens: Tokens, i: int, language: str) -> int:
    """How many words the longest title has that begins at i; 0 where none does."""
    words = [{t.lemma.lower(), t.text.lower()} for t in tokens[i : i + LONGEST]]
    nouns = frames(language).nouns
    found = (
        entry for w in {tokens[i].lemma, tokens[i].text, tokens[i].text.lower()} for entry in nouns.get(w, ())
    )
    return max(
        (
            len(phrase)
            for phrase, frame in found
            if frame.titled and len(phrase) <= len(words)
            if all(part.lower() in word for part, word in zip(phrase, words, strict=False))
        ),
        default=0,
    )
