"""What articles, possessives, numbers, quotation marks and prepositions around a name say of its type."""

from collections.abc import Iterator
from itertools import chain

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.form import FORM, INNER_CAPITAL, MODEL_NUMBER, TRIGGER, WEAK, Vote
from graphbuild.recognise.names.knowledge import cities, companies, known
from graphbuild.recognise.names.lines import ARTICLES, Chunk

ORG, PLACE, PRODUCT = EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PRODUCT
SHORT_NAME, FLEET_CHARS = 2, 4
DATE_WORDS, LAST_DAY = 3, 31
AT = frozenset({"at", "to", "from", "à", "vers"})
TO = frozenset({"à", "to"})
QUOTES = frozenset({'"', "«", "»"})


def by_surroundings(chunk: Chunk) -> Iterator[Vote]:
    """What the small words around one occurrence of a name say."""
    return chain(_owned(chunk), _thing(chunk), _article(chunk), _place(chunk))


def _owned(chunk: Chunk) -> Iterator[Vote]:
    """Somebody's: "Australia's Santos" is a company."""
    mark, owner = chunk.before, chunk.line.word(chunk.first - 2)
    if (
        mark is not None
        and mark.lower == "'s"
        and owner is not None
        and known().get(fold(owner.text)) is PLACE
    ):
        yield ORG, TRIGGER


def _thing(chunk: Chunk) -> Iterator[Vote]:
    """What is counted ("22 Dreamliners") or stands in quotation marks of its own ("Monopoly Go")."""
    before, after, one = chunk.before, chunk.after, len(chunk.inside) == 1
    if before is None:
        return
    if before.text in QUOTES and after is not None and after.text in QUOTES | {","} and not chunk.headed:
        yield PRODUCT, 2 * WEAK
    counted = (
        before.pos == "NUM" and not before.unit and len(before.text) < FLEET_CHARS and before.text.isdigit()
    )
    if (
        counted
        and one
        and fold(chunk.text) not in companies()
        and not chunk.inside[0].acronym
        and not _dated(chunk)
    ):
        yield PRODUCT, TRIGGER


def _dated(chunk: Chunk) -> bool:
    """Whether the number in front counts nothing: "page 12 Renault", "le 3 Airbus"."""
    earlier = chunk.line.word(chunk.first - 2)
    return earlier is not None and (earlier.capital or earlier.lower in {"le", "the", "page"})


def _article(chunk: Chunk) -> Iterator[Vote]:
    """Things take an article or a possessive ("le Rafale", "its iPod"), companies do not."""
    before, root = chunk.before, chunk.root
    if before is None or before.lower not in chunk.line.lexicon.thing_determiners or before.head != root.i:
        return
    listed = chunk.headed or fold(chunk.text) in known() or chunk.inside[0].acronym
    if len(chunk.inside) <= SHORT_NAME and not listed and fold(chunk.text) not in companies():
        yield PRODUCT, WEAK if before.lower in ARTICLES | {"du"} else 2 * WEAK


def _given(chunk: Chunk) -> bool:
    """Whether it stands where a receiver stands: under a verb of giving, or a noun under one."""
    words = chunk.line.words
    above = words[chunk.root.head]
    return any(word.lemma in chunk.line.lexicon.dative for word in (above, words[above.head]))


def _dateline(chunk: Chunk, mark: str) -> bool:
    """A city in capitals, or whatever stands so before a date: "KOUROU, 10 juillet 2024"."""
    day = chunk.line.words[chunk.last + 1 : chunk.last + 1 + DATE_WORDS]
    dated = mark == "," and any(w.text.isdigit() and int(w.text) <= LAST_DAY for w in day)
    return dated or (mark in {"", ",", "-", ".", "("} and fold(chunk.text) in cities())


def _place(chunk: Chunk) -> Iterator[Vote]:
    """Where it stands: "à X", "in X", "X : ..." and "X - ..." at the start of a block."""
    before, after, root = chunk.before, chunk.after, chunk.root
    mark = after.text if after else ""
    if before is None:
        if all(w.text.isupper() for w in chunk.inside) and _dateline(chunk, mark):
            yield PLACE, TRIGGER
            return
        lead = all(w.text.isupper() or not w.text.isalpha() for w in chunk.inside)
        if lead and mark in {"-", "."}:
            yield ORG, FORM
        elif mark == ":":
            yield PLACE, WEAK
        return
    if MODEL_NUMBER.fullmatch(chunk.text):
        return
    if before.lower in TO and _given(chunk):
        yield ORG, WEAK
        return
    if before.lower in AT and chunk.inside[0].label in {"LOC", "GPE", "FAC"}:
        yield PLACE, 2 * WEAK
    if before.lower == "by":
        yield ORG, WEAK
    english, french = (
        before.lower == "in" and root.dep == "pobj",
        before.lower in {"à", "en"} and root.dep != "obl:arg",
    )
    if (english or french) and not INNER_CAPITAL.fullmatch(chunk.text):
        yield PLACE, 2 * WEAK
