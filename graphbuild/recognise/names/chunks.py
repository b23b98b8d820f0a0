"""Where names may stand in a block, cut at titles and without loose words at their ends."""

from collections.abc import Iterator
from dataclasses import replace

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.heads import headed, inner_head, tailed
from graphbuild.recognise.names.knowledge import companies, countries, first_names, is_common
from graphbuild.recognise.names.lines import ARTICLES, OF, Chunk, Line
from graphbuild.recognise.names.runs import begins, run_end
from graphbuild.recognise.names.words import Word

OPENING = frozenset({"VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "PRON", "DET", "INTJ"})
FIRST_AND_LAST = 2


def chunks(line: Line) -> Iterator[Chunk]:
    """Candidates of one block in order, without overlaps."""
    i = 0
    while i < len(line.words):
        famous, body = line.famous(i), headed(line, i)
        if famous and (body is None or body.last <= famous):
            yield Chunk(line, i, famous)
            i = famous
        elif body:
            yield body
            i = body.last
        elif begins(line, i):
            end = run_end(line, i)
            tail = tailed(line, _trim(line, i, end)[0], end)
            yield from (tail,) if tail else _pieces(line, i, end)
            i = tail.last if tail else end
        else:
            i += 1


def _pieces(line: Line, i: int, end: int) -> Iterator[Chunk]:
    """A run cut at titles ("Apple CEO Steve Jobs"), without leading nationality or title."""
    if line.known(i, end):
        yield Chunk(line, i, end)
        return
    person = _person_behind(line, i, end)
    if person is not None:
        yield Chunk(line, i, person)
        i = person
    cuts = [j for j in range(i, end) if _cuts(line, i, j) and not _opens_company(line, j, end)]
    for first, last in zip([i, *(c + 1 for c in cuts)], [*cuts, end], strict=True):
        start, stop = _trim(line, first, last)
        if start < stop and not (stop in cuts and _of_title(line, start, stop)):
            chunk = Chunk(line, start, stop)
            yield replace(chunk, headed=inner_head(chunk))


def _person_behind(line: Line, i: int, end: int) -> int | None:
    """Where a person begins behind a well-known name: "États-Unis Barack Obama", "Renault Luca de Meo"."""
    for person in range(end - FIRST_AND_LAST, i, -1):
        before = line.text(i, person)
        famous = line.known(i, person) or (line.language == "fr" and fold(before) in companies())
        short = person == end - FIRST_AND_LAST or line.words[person].text in first_names()
        if famous and short and _is_person(line, person, end, before):
            return person
    return None


def _of_title(line: Line, start: int, stop: int) -> bool:
    """As "Crown" of "Crown Prince X", "Vice" of "Vice President X": no name, but part of the title."""
    word = line.words[start]
    one = stop - start == 1 and not word.acronym and fold(word.text) not in companies()
    return one and not line.known(start, stop) and is_common(word.lower, line.language)


def _is_person(line: Line, i: int, end: int, before: str) -> bool:
    """Whether a person follows a country or known name: "États-Unis Barack Obama"."""
    named = line.words[i].text in first_names() or fold(before) in countries()
    return named and not line.has_head(line.words[i:end])


def _cuts(line: Line, i: int, j: int) -> bool:
    word = line.words[j]
    title = word.lower in line.lexicon.titles or line.lexicon.nouns.get(word.lower) is EntityType.PERSON
    return title and (j == i or line.words[j - 1].lower not in OF[line.language] | ARTICLES)


def _opens_company(line: Line, j: int, end: int) -> bool:
    """As "General" of "General Motors": the first word of a known name is no title."""
    return any(fold(line.text(j, k)) in companies() for k in range(j + 2, end + 1))


def _trim(line: Line, i: int, end: int) -> tuple[int, int]:
    """Without nationality, sentence openers and loose connectors at the ends."""
    while i < end and not _stays(line, i, end) and _loose(line, i, end):
        i += 1
    while i < end and (
        line.words[end - 1].lower in line.lexicon.particles or line.words[end - 1].text in {"-", "&"}
    ):
        end -= 1
    return i, end


def _stays(line: Line, i: int, end: int) -> bool:
    """Whether a candidate is well known as it is, or begins with a point of the compass: "South Spur"."""
    known = line.known(i, end) or _opens_company(line, i, end)
    return known or (i + 1 < end and line.words[i].lower in line.lexicon.compass)


def _loose(line: Line, i: int, end: int) -> bool:
    """Whether the first word of a candidate is not part of the name."""
    word, rest = line.words[i], line.words[i + 1 : end]
    inside = word.ent is not None and word.label == "ORG"
    if word.lower in line.lexicon.demonyms and not word.acronym:
        return not line.has_head(rest) and not (inside and rest)
    if word.lower in ARTICLES:
        return word.starts
    if rest and word.starts and _announces(line, word):
        return True
    if rest and (_opens(word) or word.text.isdigit() or _common_before_person(line, i, end)):
        return True
    if inside and word.ent is not None and i < word.ent[1] - 1 and not word.starts:
        return False
    return word.lower in line.lexicon.stop or word.text in {"-", "&"} or (word.starts and word.stop)


def _announces(line: Line, word: Word) -> bool:
    """Whether the word that opens a sentence only says what the name behind it is: "Chipmaker X"."""
    kind = line.lexicon.before.get((word.lower,))
    noun = is_common(word.lower, line.language) or word.lower in line.lexicon.nouns
    return kind is EntityType.ORGANIZATION and noun and word.lower not in line.lexicon.heads


def _common_before_person(line: Line, i: int, end: int) -> bool:
    """A common word that opens a sentence before a first name: "Dismissing Erik ten Hag"."""
    word, following = line.words[i], line.words[i + 1]
    forms = {word.lower, word.lower.removesuffix("ing"), word.lower.removesuffix("ing") + "e"}
    common = (
        word.starts and word.text not in first_names() and any(is_common(f, line.language) for f in forms)
    )
    return (
        common
        and fold(line.text(i, end)) not in companies()
        and following.text in first_names()
        and not line.has_head([word])
    )


def _opens(word: Word) -> bool:
    """A verb or function word with the capital of its sentence."""
    return word.starts and word.pos in OPENING and (word.ent is None or word.pos == "VERB")
