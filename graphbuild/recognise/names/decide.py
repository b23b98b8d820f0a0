"""One type for a name all over the document, and which candidates are names at all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.chunks import Chunk
from graphbuild.recognise.names.evidence import by_context, by_form, by_parser
from graphbuild.recognise.names.knowledge import Lexicon, known

Votes = Counter[EntityType]
CONTEXT_CAP = 6.0
PARSER_WEIGHT = 1.5
PRIOR = 0.5
SHARE = 0.6
NOT_A_NAME = re.compile(r"(?:[IVXLC]+|\W+|\d+|[A-Za-z])\.?")


def decide(
    plain: Sequence[Chunk],
    shouted: Sequence[Chunk],
    lexicon: Lexicon,
    language: str,
) -> Iterator[tuple[Chunk, EntityType]]:
    """The names among the candidates, each with its type."""
    kept = [chunk for chunk in plain if not _refused(chunk, lexicon)]
    groups: dict[str, list[Chunk]] = {}
    for chunk in kept:
        groups.setdefault(fold(chunk.text), []).append(chunk)
    groups = {key: group for key, group in groups.items() if _exists(key, group)}
    votes = {key: _votes(group, lexicon, language) for key, group in groups.items()}
    types = {key: _best(_with_longer(key, votes)) for key in votes}
    for key, group in groups.items():
        for chunk in group:
            yield chunk, types[key]
    for chunk in shouted:
        key = fold(chunk.text)
        if key in types:
            yield chunk, types[key]
        elif key in known():
            yield chunk, known()[key]


def _refused(chunk: Chunk, lexicon: Lexicon) -> bool:
    """Nationalities, dates, chrome, lone letters."""
    lowers = [word.lower for word in chunk.inside]
    text = chunk.text
    if fold(text) in known():
        return False
    return all(w in lexicon.stop or w in lexicon.demonyms for w in lowers) or bool(NOT_A_NAME.fullmatch(text))


def _exists(key: str, group: Sequence[Chunk]) -> bool:
    """A common word with the capital of its sentence is no name."""
    return key in known() or any(
        chunk.headed or len(chunk.inside) > 1 or _looks_proper(chunk) for chunk in group
    )


def _looks_proper(chunk: Chunk) -> bool:
    word = chunk.inside[0]
    return not word.starts or word.ent is not None or word.pos == "PROPN"


def _votes(group: Sequence[Chunk], lexicon: Lexicon, language: str) -> Votes:
    votes: Votes = Counter(by_form(group[0], lexicon))
    votes[EntityType.ORGANIZATION] += PRIOR  # type: ignore[assignment]
    context: Votes = Counter()
    for chunk in group:
        for kind, weight in by_parser(chunk).items():
            votes[kind] += PARSER_WEIGHT * weight / len(group)  # type: ignore[assignment]
        context.update(by_context(chunk, lexicon, language))
    for kind, weight in context.items():
        votes[kind] += min(weight, CONTEXT_CAP)  # type: ignore[assignment]
    return votes


def _with_longer(key: str, votes: dict[str, Votes]) -> Votes:
    """The votes of a name with a share of those of longer names that begin (or, people, end) with it."""
    total = Counter(votes[key])
    for other, theirs in votes.items():
        if other.startswith(key + " ") and _best(theirs) is EntityType.ORGANIZATION:
            total[EntityType.ORGANIZATION] += SHARE * theirs[EntityType.ORGANIZATION]  # type: ignore[assignment]
        if other.endswith(" " + key) and _best(theirs) is EntityType.PERSON:
            total[EntityType.PERSON] += SHARE * theirs[EntityType.PERSON]  # type: ignore[assignment]
    return total


def _best(votes: Votes) -> EntityType:
    return max(sorted(votes), key=lambda kind: votes[kind])
