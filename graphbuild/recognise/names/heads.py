"""Bodies and works named by a noun: "ministère allemand de l'Économie", "Fécamp wind farm"."""

import re

from graphbuild.model import EntityType
from graphbuild.recognise.names.knowledge import WORDS_OF_A_TRIGGER
from graphbuild.recognise.names.lines import ARTICLES, OF, Chunk, Line
from graphbuild.recognise.names.runs import run_end

LOWER_COMPLEMENTS = 2
FRENCH_OF = frozenset({"de", "du", "des", "d'"})
OF_A_TOWN = re.compile(
    r"(?:ais|aise|ois|oise|ien|ienne|éen|éenne|in|ine)s?$"
)  # "montrevaloise", whatever its tag


def headed(line: Line, i: int) -> Chunk | None:
    """The French name with a head noun that begins at i, or a body that needs no more ("État")."""
    word, lexicon = line.words[i], line.lexicon
    if word.unit:
        return None
    kind = lexicon.heads.get(word.lower) or lexicon.heads.get(word.lemma)
    end = i + 1
    if kind and line.language == "fr" and (word.capital or word.lower in lexicon.lower_heads):
        end = _complements(line, i)
        if any(w.capital or w.lower in lexicon.demonyms for w in line.words[i + 1 : end]):
            return Chunk(line, i, end, kind)
    if word.text in lexicon.alone:
        return None if _goes_on(line, i + 1) else Chunk(line, i, i + 1, EntityType.ORGANIZATION)
    return Chunk(line, i, end, kind) if end > i + 1 and word.capital and not word.starts else None


def tailed(line: Line, start: int, end: int) -> Chunk | None:
    """A run closed by a noun in lower case: "Swedish government", "Fécamp wind farm"."""
    for size in range(WORDS_OF_A_TRIGGER, 0, -1):
        tail = tuple(w.lower for w in line.words[end : end + size])
        kind = line.lexicon.tails.get(tail)
        national = end > 0 and line.words[end - 1].lower in line.lexicon.demonyms
        if kind and (national or tail not in line.lexicon.national_tails):
            return Chunk(line, start if start < end else end - 1, end + len(tail), kind)
    return None


def inner_head(chunk: Chunk) -> EntityType | None:
    """The type that a noun inside the name gives: "European Investment Bank", "University of Leeds"."""
    inside, heads = chunk.inside, chunk.line.lexicon.heads
    if len(inside) == 1:
        return None
    english = chunk.line.language == "en"
    ends = (inside[-1], inside[0]) if english else (inside[0],)
    found = [heads[w.lower] for w in ends if w.lower in heads]
    if english:
        found += [
            heads[inside[n].lower]
            for n in range(len(inside) - 1)
            if inside[n].lower in heads and inside[n + 1].lower in OF["en"]
        ]
    return found[0] if found else None


def _goes_on(line: Line, i: int) -> bool:
    """Whether a name goes on at i, so that its head does not stand alone."""
    word = line.word(i)
    if word is None or word.unit:
        return False
    return word.lower in OF[line.language] or word.capital or word.pos == "ADJ"


def _complements(line: Line, head: int) -> int:
    """Where the adjectives and complements of a French head noun end."""
    i, nouns, nationality, capital = head + 1, 0, False, line.words[head].capital
    while i < len(line.words) and not line.words[i].starts and not (i > head + 1 and line.known(head, i)):
        word = line.words[i]
        j = _past_preposition(line, i, joined=nouns > 0 or (i > head + 1 and line.words[i - 1].capital))
        noun = line.word(j)
        if word.unit or noun is None or noun.unit:
            break
        demonym = word.lower in line.lexicon.demonyms
        if j == i and (demonym or (capital and _is_adjective(line, i))):
            nationality, i = nationality or demonym, i + 1
        elif noun.capital and not noun.stop:
            i = line.famous(j) or run_end(line, j)
        elif word.lower == "à" and not capital and _is_noun(line, i + 1):
            i += 2
        elif j > i and (capital or nationality) and nouns < LOWER_COMPLEMENTS and _is_noun(line, j):
            nouns, i = nouns + 1, j + 1
        else:
            break
    return i


def _is_adjective(line: Line, i: int) -> bool:
    """Whether a word in lower case is an adjective, or looks like one of a town behind another."""
    word = line.words[i]
    of_a_town = line.words[i - 1].pos in {"ADJ", "NOUN", "PROPN"} and OF_A_TOWN.search(word.lower) is not None
    return not word.capital and (word.pos == "ADJ" or (word.pos in {"VERB", "X"} and of_a_town))


def _is_noun(line: Line, i: int) -> bool:
    word = line.word(i)
    return word is not None and word.pos in {"NOUN", "PROPN"} and word.text.isalpha()


def _past_preposition(line: Line, i: int, *, joined: bool) -> int:
    """Past "de la", "pour l'", "et des": the place of the noun that follows, else i."""
    following = line.word(i + 1)
    j = i
    if joined and line.words[i].lower == "et" and following is not None and following.lower in FRENCH_OF:
        j += 1
    if line.words[j].lower in OF["fr"]:
        j += 1
        while j < len(line.words) and line.words[j].lower in ARTICLES:
            j += 1
    return j
