"""Runs of capitalised words and what may stand between them: "Ariane 6", "Ursula von der Leyen"."""

from collections.abc import Sequence

from graphbuild.model import EntityType
from graphbuild.recognise.names.knowledge import first_names, lexicon
from graphbuild.recognise.names.lines import OF, Line
from graphbuild.recognise.names.words import Word

NAME_PARTICLES = frozenset(
    {"von", "van", "der", "den", "bin", "ben", "al", "el", "da", "di", "dos", "ten", "ter"}
)
NUMBER_CHARS = 4
AND = frozenset({"et", "and"})


def begins(line: Line, i: int) -> bool:
    """Whether a run can begin at word i."""
    word, following = line.words[i], line.word(i + 1)
    if not word.capital:
        return False
    if word.stop and not (word.acronym and not word.starts):
        return not word.starts and following is not None and following.capital
    return True


def run_end(line: Line, i: int) -> int:
    """Where the run of capitalised words that begins at i ends."""
    j = i + 1
    while j < len(line.words) and not line.words[j].starts:
        if line.language == "fr" and (line.famous(i) == j or _after_a_party(line, i, j)):
            break
        width = _width(line, i, j)
        if not width:
            break
        j += width
    return j


def _width(line: Line, i: int, j: int) -> int:
    """How many words at j belong to the run that began at i."""
    word, following = line.words[j], line.word(j + 1)
    if line.words[j - 1].lower in line.lexicon.legal and word.text != ".":
        return 0
    joined = word.capital and word.ent is not None and word.ent[0] <= j - 1
    if joined or _capital(word, following) or word.text in line.lexicon.legal_lower:
        return 1
    if (
        _number(word, following)
        or _numbers_a_work(line, j)
        or (word.lower in line.lexicon.directions and line.known(i, j))
    ):
        return 1
    if word.lower in NAME_PARTICLES and following is not None and following.lower in NAME_PARTICLES:
        return 1
    if word.text == "-" and word.glued and following is not None and following.glued:
        return _hyphens(line, j, following)
    joins = following is not None and following.capital and not following.starts and _joins(line, i, j)
    return 2 if joins else 0


def _after_a_party(line: Line, i: int, j: int) -> bool:
    """As in "le député LR Paul Morel": the party of a person, before the name."""
    before, following = line.word(i - 1), line.word(j + 1)
    person = before is not None and EntityType.PERSON in {
        line.lexicon.nouns.get(word) for word in (before.lower, before.lemma)
    }
    party = j == i + 1 and person and line.words[i].acronym and following is not None and following.capital
    return party and line.words[j].text in first_names()


def _capital(word: Word, following: Word | None) -> bool:
    loose = word.stop and not word.acronym and not (following is not None and following.capital)
    return word.capital and not loose


def _number(word: Word, following: Word | None) -> bool:
    """A number that belongs to the name, counting nothing: "Ariane 6", "France 2030"."""
    if not word.text.isdigit() or len(word.text) > NUMBER_CHARS or word.unit:
        return False
    if following is None:
        return True
    counts = following.pos in {"NOUN", "ADJ", "NUM"} and not following.capital
    return not counts and following.text != "-"


def _numbers_a_work(line: Line, j: int) -> bool:
    """As in "the Hornsea 3 wind farm": more than one of them would be "farms"."""
    word = line.words[j]
    short = word.text.isdigit() and len(word.text) <= NUMBER_CHARS
    return short and not word.unit and word.text != "1" and line.leads_to_a_work(j + 1)


def _hyphens(line: Line, j: int, following: Word) -> int:
    """How many words a hyphen at j adds: "États-Unis", "Mar-a-Lago"."""
    beyond = line.word(j + 3) if j + 2 < len(line.words) and line.words[j + 2].text == "-" else None
    if following.capital:
        return 2
    return 4 if beyond is not None and beyond.glued and beyond.capital else 0


def _english_head(words: Sequence[Word]) -> bool:
    """As in "le Museum of Modern Art": an English name in any text."""
    return any(word.lower in lexicon("en").heads for word in words)


def _joins(line: Line, i: int, j: int) -> bool:
    """Whether word j joins the run before it to the capital behind it."""
    word = line.words[j]
    if word.text in {"&", "+"} or word.lower in NAME_PARTICLES:
        return True
    if word.lower in OF["en"] and (line.has_head(line.words[i:j]) or _english_head(line.words[i:j])):
        return True
    if word.lower in AND and _is_couple(line, i, j):
        return True
    together = word.ent is not None and word.ent[0] <= j - 1 and j + 1 < word.ent[1]
    if not together or word.ent is None or word.lower not in line.lexicon.particles:
        return False
    return word.lower not in AND or line.has_head(line.words[slice(*word.ent)])


def _is_couple(line: Line, i: int, j: int) -> bool:
    """As in "Bill and Melinda Gates Foundation": two first names before the noun of a body."""
    pair = j == i + 1 and all(line.words[k].text in first_names() for k in (i, j + 1))
    return pair and line.has_head([line.words[run_end(line, j + 1) - 1]])
