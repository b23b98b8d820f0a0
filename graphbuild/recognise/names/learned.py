"""What a tagger trained on annotated news takes for names: a conditional random field, one more voter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import pycrfsuite  # type: ignore[import-untyped]

from graphbuild.data import place
from graphbuild.model import EntityType
from graphbuild.recognise.names.context import by_context
from graphbuild.recognise.names.features import Seen, features
from graphbuild.recognise.names.form import Vote, familiar
from graphbuild.recognise.names.lines import Chunk, Guess, Line

PERSON, PLACE = EntityType.PERSON, EntityType.PLACE
MODELS = {"fr": "names/fr.crfsuite"}
WEIGHT = 1.35  # of its vote
NEW = 0.9  # how sure it must be of a name where nothing else sees one
DOUBT = 0.03  # what is less likely to be a name of any type is none


@cache
def tagger(language: str) -> pycrfsuite.Tagger | None:
    """The trained tagger of a language, if there is one."""
    if language not in MODELS:
        return None
    result = pycrfsuite.Tagger()
    result.open(str(place(MODELS[language])))
    return result


def learned(lines: Sequence[Line]) -> list[Line]:
    """The lines of one document with what the tagger takes each word for."""
    seen = Seen(lines)
    return [_tagged(line, seen) for line in lines]


def _tagged(line: Line, seen: Seen) -> Line:
    model = tagger(line.language)
    if model is None or not line.words:
        return line
    rows = features(line, seen)
    model.set(rows)
    path = model.tag()
    kinds = sorted({label[2:] for label in model.labels()} - {""})
    shares = tuple(
        {EntityType(kind): sum(model.marginal(f"{place}-{kind}", i) for place in "BI") for kind in kinds}
        for i in range(len(rows))
    )
    return replace(line, shares=shares, guesses=tuple(_guesses(path, shares)))


def _guesses(path: Sequence[str], shares: Sequence[Mapping[EntityType, float]]) -> Iterator[Guess]:
    """The names on the likeliest path, each as sure as its least sure word."""
    starts = [i for i, label in enumerate(path) if label.startswith("B-")]
    for start in starts:
        end = start + 1
        while end < len(path) and path[end].startswith("I-"):
            end += 1
        kind = EntityType(path[start][2:])
        yield Guess(start, end, min(shares[i][kind] for i in range(start, end)))


def with_new(line: Line, found: Sequence[Chunk]) -> list[Chunk]:
    """The candidates, and where there is none, the names that the tagger is sure of."""
    free = (
        Chunk(line, guess.first, guess.last)
        for guess in line.guesses
        if guess.sure > NEW and not any(c.first < guess.last and guess.first < c.last for c in found)
    )
    return sorted([*found, *free], key=lambda chunk: chunk.first)


def by_tagger(chunk: Chunk) -> Iterator[Vote]:
    """What the tagger says of each type, word by word."""
    for shares in chunk.line.shares[chunk.first : chunk.last]:
        for kind, share in shares.items():
            yield kind, WEIGHT * _trusted(chunk, kind) * share / len(chunk.inside)


def _trusted(chunk: Chunk, kind: EntityType) -> float:
    """Less for persons and places that no list has, as companies have such names; least for odd places."""
    if kind not in {PERSON, PLACE}:
        return 1.0
    odd = kind is PERSON or len(chunk.inside) > 1 or not chunk.text.istitle()
    return familiar(chunk, kind) if odd else (1 + familiar(chunk, kind)) / 2


def doubted(group: Sequence[Chunk]) -> bool:
    """Whether the tagger takes no occurrence of it for a name, and nothing around it says that it is one."""
    if any(chunk.headed or any(by_context(chunk)) for chunk in group):
        return False
    words = [shares for chunk in group for shares in chunk.line.shares[chunk.first : chunk.last]]
    return bool(words) and all(sum(shares.values()) < DOUBT for shares in words)
