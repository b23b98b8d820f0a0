"""One type for a name all over the document."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.context import by_context, is_house
from graphbuild.recognise.names.form import by_form, by_parser
from graphbuild.recognise.names.knowledge import cities, known
from graphbuild.recognise.names.learned import by_tagger, doubted
from graphbuild.recognise.names.lines import Chunk
from graphbuild.recognise.names.refusals import abbreviates, exists, refused

ORG, PERSON = EntityType.ORGANIZATION, EntityType.PERSON
Votes = defaultdict[EntityType, float]
CONTEXT_CAP = 6.0
PARSER_WEIGHT = 1.5
PRIOR = 0.5
SHARE = 0.6
UNLISTED_PLACE = 0.5  # what a place that no list has counts beside a longer name that is a body
SURNAME = 2.0
IN_LIST = 0.8
LIST_GAP = 3
NUMBER = re.compile(r"\d+$")
LIST_WORDS = frozenset({",", "et", "and", "ou", "or", "&", "de", "d'", "à", "le", "la", "les", "l'", "the"})


def decide(plain: Sequence[Chunk], shouted: Sequence[Chunk]) -> Iterator[tuple[Chunk, EntityType]]:
    """The names among the candidates, each with its type; ``shouted`` stand where capitals say nothing."""
    terms = {fold(chunk.text) for chunk in plain if abbreviates(chunk)}
    kept = [(fold(chunk.text), chunk) for chunk in plain if not refused(chunk)]
    groups: dict[str, list[Chunk]] = {}
    for key, chunk in kept:
        if key not in terms:
            groups.setdefault(key, []).append(chunk)
    votes = {
        key: _votes(group)
        for key, group in groups.items()
        if exists(key, group) and (key in known() or not doubted(group))
    }
    houses = frozenset(key for key in votes if any(map(is_house, groups[key])))
    votes = {key: _with_longer(key, votes, houses) for key in votes}
    _share_among_numbered(votes)
    _share_in_lists(kept, votes)
    types = {key: _best(votes[key]) for key in votes}
    for key, chunk in kept:
        if key in types:
            yield chunk, types[key]
    for chunk in shouted:
        kind = types.get(fold(chunk.text), known().get(fold(chunk.text)))
        if kind:
            yield chunk, kind


def _votes(group: Sequence[Chunk]) -> Votes:
    """All that speaks for each type: the form once, the parser on average, the contexts together."""
    votes, context = Votes(float, {ORG: PRIOR}), Votes(float)
    for kind, weight in by_form(group[0]):
        votes[kind] += weight
    for chunk in group:
        for kind, weight in by_parser(chunk):
            votes[kind] += PARSER_WEIGHT * weight / len(group)
        for kind, weight in by_tagger(chunk) if fold(chunk.text) not in known() else ():
            votes[kind] += weight / len(group)
        for kind, weight in by_context(chunk):
            context[kind] += weight
    for kind, weight in context.items():
        votes[kind] += min(weight, CONTEXT_CAP)
    return votes


def _with_longer(key: str, votes: Mapping[str, Votes], houses: frozenset[str]) -> Votes:
    """The votes of a name with a share of those of longer names that begin (or, people, end) with it.

    ``houses`` are called bodies in so many words: no surname, even beside a person of that name.
    """
    total = votes[key].copy()
    for other, theirs in votes.items():
        if other.startswith(key + " ") and _best(theirs) is ORG and key not in cities():
            total[ORG] += SHARE * theirs[ORG]
            total[EntityType.PLACE] *= 1 if key in known() else UNLISTED_PLACE
        if (
            other.count(" ") == 1
            and other.endswith(" " + key)
            and _best(theirs) is ORG
            and key not in known()
        ):
            total[ORG] += SHARE * theirs[ORG]
        if other.endswith(" " + key) and _best(theirs) is PERSON and key not in houses:
            total[PERSON] += theirs[PERSON] + SURNAME
    return total


def _share_among_numbered(votes: dict[str, Votes]) -> None:
    """Names that only a number tells apart ("Ocean Wind 1", "Ocean Wind 2") are of one type."""
    families: dict[str, list[str]] = defaultdict(list)
    for key in votes:
        families[NUMBER.sub("", key)].append(key)
    for keys in families.values():
        if len(keys) > 1:
            best = {kind: max(votes[key].get(kind, 0) for key in keys) for kind in EntityType}
            votes.update({key: Votes(float, best) for key in keys})


def _share_in_lists(kept: Sequence[tuple[str, Chunk]], votes: Mapping[str, Votes]) -> None:
    """Members of a list ("SSE, Equinor and Vargronn") lean to the type of their neighbours."""
    leans: list[tuple[str, EntityType]] = []
    for (one, a), (two, b) in pairwise(kept):
        if one in votes and two in votes and a.line is b.line:
            between = [word.lower for word in a.line.words[a.last : b.first]]
            if 0 < len(between) <= LIST_GAP and all(word in LIST_WORDS for word in between):
                leans += [(one, _best(votes[two])), (two, _best(votes[one]))]
    for key, kind in leans:
        votes[key][kind] += IN_LIST


def _best(votes: Votes) -> EntityType:
    return max(sorted(votes), key=lambda kind: votes[kind])
