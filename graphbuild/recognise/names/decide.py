"""One type for a name all over the document, and which candidates are names at all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.chunks import Chunk
from graphbuild.recognise.names.evidence import by_context, by_form, by_parser
from graphbuild.recognise.names.knowledge import Lexicon, is_common, known

Votes = Counter[EntityType]
CONTEXT_CAP = 6.0
PARSER_WEIGHT = 1.5
PRIOR = 0.5
SHARE = 0.6
IN_LIST = 0.8
LIST_GAP = 3
LIST_WORDS = frozenset({",", "et", "and", "ou", "or", "&", "de", "d'", "à", "le", "la", "les", "l'", "the"})
NOT_A_NAME = re.compile(r"(?:[IVXLC]+|\W+|\d+|[A-Za-z])\.?")


def decide(
    plain: Sequence[Chunk],
    shouted: Sequence[Chunk],
    lexicon: Lexicon,
    language: str,
) -> Iterator[tuple[Chunk, EntityType]]:
    """The names among the candidates, each with its type."""
    terms = {fold(chunk.text) for chunk in plain if _abbreviates(chunk)}
    kept = [chunk for chunk in plain if not _refused(chunk, lexicon) and fold(chunk.text) not in terms]
    groups: dict[str, list[Chunk]] = {}
    for chunk in kept:
        groups.setdefault(fold(chunk.text), []).append(chunk)
    groups = {key: group for key, group in groups.items() if _exists(key, group, lexicon)}
    votes = {key: _votes(group, lexicon, language) for key, group in groups.items()}
    votes = {key: _with_longer(key, votes) for key in votes}
    _share_in_lists(kept, votes)
    types = {key: _best(votes[key]) for key in votes}
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
    if _adjective(chunk):
        return True
    if fold(text) in known():
        return False
    if len(lowers) > 1 and all(w.text.isupper() for w in chunk.inside) and any(w.stop for w in chunk.inside):
        return True
    if chunk.headed and len(lowers) > 1:
        return False
    return all(w in lexicon.stop or w in lexicon.demonyms for w in lowers) or bool(NOT_A_NAME.fullmatch(text))


def _abbreviates(chunk: Chunk) -> bool:
    """An acronym that stands in parentheses for common words: "courant porteur en ligne (CPL)"."""
    words, i = chunk.words, chunk.first
    if i < 2 or words[i - 1].text != "(" or not chunk.inside[0].acronym:  # noqa: PLR2004  a word and the parenthesis
        return False
    before = [w for w in words[max(0, i - 8) : i - 1] if w.text.isalpha() and not w.stop]
    spelled = before[-len(chunk.text) :]
    return (
        bool(spelled) and not any(w.capital for w in spelled) and spelled[-1].lower[0] in chunk.text.lower()
    )


def _adjective(chunk: Chunk) -> bool:
    """US, UK before a common noun: "US offshore wind farms"."""
    after = chunk.words[chunk.last] if chunk.last < len(chunk.words) else None
    country = chunk.text in {"US", "U.S.", "UK", "U.K.", "EU"} and chunk.inside[0].label != "ORG"
    return (
        country
        and after is not None
        and not after.unit
        and after.text.islower()
        and after.pos in {"NOUN", "ADJ"}
    )


def _exists(key: str, group: Sequence[Chunk], lexicon: Lexicon) -> bool:
    """A common word with the capital of its sentence is no name."""
    return key in known() or any(
        chunk.headed or len(chunk.inside) > 1 or _proper(chunk, lexicon) for chunk in group
    )


def _proper(chunk: Chunk, lexicon: Lexicon) -> bool:
    word = chunk.inside[0]
    common = not word.acronym and (
        is_common(word.lower, lexicon.language) or is_common(word.lemma, lexicon.language)
    )
    if not word.starts or not common:
        return True
    if chunk.last < len(chunk.words) and chunk.words[chunk.last].text == ":":
        return False
    return word.pos == "PROPN" and (word.dep.startswith("nsubj") or word.label == "ORG")


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


def _share_in_lists(kept: Sequence[Chunk], votes: dict[str, Votes]) -> None:
    """Members of a list ("SSE, Equinor and Vargronn") lean to the type of their neighbours."""
    leans: list[tuple[str, EntityType]] = []
    for a, b in pairwise(kept):
        one, two = fold(a.text), fold(b.text)
        between = [word.lower for word in a.words[a.last : b.first]] if a.words is b.words else []
        if (
            one in votes
            and two in votes
            and 0 < len(between) <= LIST_GAP
            and all(w in LIST_WORDS for w in between)
        ):
            leans += [(one, _best(votes[two])), (two, _best(votes[one]))]
    for key, kind in leans:
        votes[key][kind] += IN_LIST  # type: ignore[assignment]


def _best(votes: Votes) -> EntityType:
    return max(sorted(votes), key=lambda kind: votes[kind])
