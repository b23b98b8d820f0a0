"""What the neighbours of a name say of its type: triggers, appositions, verbs, articles, prepositions."""

from collections.abc import Iterator, Sequence
from itertools import chain

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.form import FORM, TRIGGER, WEAK, Vote
from graphbuild.recognise.names.knowledge import (
    WORDS_OF_A_TRIGGER,
    Lexicon,
    cities,
    companies,
    first_names,
    known,
)
from graphbuild.recognise.names.lines import ARTICLES, Chunk
from graphbuild.recognise.names.surroundings import by_surroundings
from graphbuild.recognise.names.words import Word

ORG, PERSON, PLACE = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE
PRODUCT, PROJECT = EntityType.PRODUCT, EntityType.PROJECT
LEFT, RIGHT, APPOSITION = 9, 7, 6
AGE_DIGITS = 2
COMPLEMENT = 2
DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "this"})
IN_COUNTRY = frozenset({"en", "au", "aux", "in", "dans"})
INTO = frozenset({"in", "dans"})
NOT_NOUNS = frozenset({"VERB", "AUX", "ADP", "SCONJ"})
RELATIVE = frozenset({"who", "whose"})
BY = frozenset({"by", "par"})
COPULAS = frozenset({"be", "être"})
AGENT = frozenset({"obl:agent"})
PASSIVE, OBJECT = frozenset({"nsubjpass", "nsubj:pass"}), frozenset({"obj", "dobj"})
CARRIES_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM"})


def by_context(chunk: Chunk) -> Iterator[Vote]:
    """What stands around one occurrence of a name."""
    return chain(_before(chunk), _after(chunk), _verb(chunk), by_surroundings(chunk))


def _before(chunk: Chunk) -> Iterator[Vote]:
    """Triggers and nouns in front: "filiale de X", "le groupe X", "le constructeur américain X"."""
    lexicon = chunk.line.lexicon
    left = [w for w in chunk.line.words[max(0, chunk.first - LEFT) : chunk.first] if not w.unit]
    if _is_party(chunk) or _is_of_person(chunk):
        yield ORG, TRIGGER
        return
    kind = _trigger(left, lexicon)
    if kind and not _put_into_a_thing(left):
        yield kind, TRIGGER
        return
    if left and left[-1].text == ",":
        if _titled(left[:-1], lexicon):
            yield PERSON, TRIGGER
        return
    while left and (left[-1].lower in lexicon.demonyms or left[-1].pos == "ADJ"):
        word = left.pop()
        if word.lower in lexicon.demonyms and word.pos != "ADJ" and left and left[-1].pos == "DET":
            yield ORG, FORM  # "le taïwanais ProLogium"
            return
    if len(left) > COMPLEMENT and left[-1].pos == "NOUN" and left[-2].lower in {"de", "d'"}:
        left = left[:-2] if noun_type(left[-3], lexicon) is PROJECT else left  # "le campus de calcul X"
    kind = noun_type(left[-1], lexicon) if left else None
    if kind:
        yield kind, TRIGGER


def _is_party(chunk: Chunk) -> bool:
    """As in "le député LR Paul Morel", "l'élue PS": behind a person's noun, not their name."""
    before, lexicon = chunk.before, chunk.line.lexicon
    short = lexicon.language == "fr" and len(chunk.inside) == 1 and chunk.inside[0].acronym
    return short and before is not None and noun_type(before, lexicon) is PERSON


def _is_of_person(chunk: Chunk) -> bool:
    """As in "Daniel Ek's Prima Materia": what a person has is no person."""
    words, first = chunk.line.words, chunk.first
    possessor = words[first - 3 : first - 1] if first > 2 and words[first - 1].lower == "'s" else []
    person = len(possessor) > 1 and possessor[0].text in first_names() and possessor[1].capital
    return person and chunk.inside[0].text not in first_names()


def _put_into_a_thing(left: Sequence[Word]) -> bool:
    """As in "invest in the Saône IA campus": a company that is invested in has no article."""
    return len(left) > 1 and left[-1].lower in ARTICLES and left[-2].lower in INTO


def _trigger(left: Sequence[Word], lexicon: Lexicon) -> EntityType | None:
    """The type that the last one to three words announce, articles and nationalities left out."""
    skipped = ARTICLES | {'"'}
    lowers = [w.lower for w in left if w.lower not in skipped and w.lower not in lexicon.demonyms]
    lowers = ["de" if w in {"du", "des", "d'"} else w for w in lowers]
    sizes = range(min(WORDS_OF_A_TRIGGER, len(lowers)), 0, -1)
    return next((lexicon.before[t] for size in sizes if (t := tuple(lowers[-size:])) in lexicon.before), None)


def is_house(chunk: Chunk) -> bool:
    """Whether a body's noun stands right before: "the engineering group Lormeau"."""
    before = chunk.before
    if before is not None and before.pos == "ADJ":
        before = chunk.line.word(chunk.first - 2)
    return before is not None and noun_type(before, chunk.line.lexicon) is ORG


def _titled(left: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a definite title stands before the comma: "La ministre suisse de la Défense, Viola Amherd"."""
    for n in range(len(left) - 1, 0, -1):
        if left[n].text in {",", ".", ";"} or left[n].pos in {"VERB", "AUX"}:
            return False
        if noun_type(left[n], lexicon) is PERSON and left[n - 1].pos in {"DET", "ADP", "ADJ", "PRON"}:
            return True
    return False


def noun_type(word: Word, lexicon: Lexicon) -> EntityType | None:
    """The type of what a common noun describes."""
    if word.pos in NOT_NOUNS:
        return None
    return lexicon.nouns.get(word.lemma) or lexicon.nouns.get(word.lower)


def _after(chunk: Chunk) -> Iterator[Vote]:
    """Nouns behind ("X smartphone"), apposition ("X, PDG de Y"), country, age, "X. Ce programme"."""
    lexicon = chunk.line.lexicon
    right = chunk.line.words[chunk.last : chunk.last + RIGHT]
    for size in (2, 1):
        kind = lexicon.after.get(tuple(w.lower for w in right[:size]))
        if kind and not (kind is ORG and _town_of(chunk, right[0])):
            yield kind, TRIGGER
            break
    yield from _beside_a_noun(chunk, right[:2])
    mark, rest = (right[0].text, right[1:]) if right else ("", [])
    if mark == "." and len(rest) > 2 and rest[0].lower in DEMONSTRATIVES:
        kind = noun_type(rest[1], lexicon) or noun_type(rest[2], lexicon)
        if kind:
            yield kind, TRIGGER + FORM
    if mark and right[0].lemma in COPULAS and rest and rest[0].pos == "DET":
        yield from _apposition(rest, lexicon)
    if mark in {",", "("} and rest:
        if any(w.lemma in lexicon.made for w in rest[:2]) and any(w.lower in BY for w in rest[1:3]):
            yield PRODUCT, 2 * FORM
        if _country(rest[:3]):
            yield PLACE, TRIGGER
        yield from _apposition(rest, lexicon)


def _town_of(chunk: Chunk, noun: Word) -> bool:
    """As in "a Minneapolis company", "the Paris group": the town of a body, and not its name."""
    before = chunk.before
    determined = before is not None and before.pos in {"DET", "PRON"}
    return determined and not noun.capital and fold(chunk.text) in cities()


def _beside_a_noun(chunk: Chunk, right: Sequence[Word]) -> Iterator[Vote]:
    """What the noun of a work or of an office right behind says."""
    if _names_a_work(chunk):
        yield PROJECT, FORM
    if _gets_office(chunk, right):
        yield PERSON, TRIGGER


def _gets_office(chunk: Chunk, right: Sequence[Word]) -> bool:
    """As in "named X chief executive": between a verb and an office without article."""
    before = chunk.before
    several = before is not None and before.pos == "VERB" and len(chunk.inside) > 1
    return several and any(noun_type(w, chunk.line.lexicon) is PERSON and not w.capital for w in right)


def _names_a_work(chunk: Chunk) -> bool:
    """As in "its Rincon lithium project": the name of a work, where it is that of nobody known."""
    before, key = chunk.before, fold(chunk.text)
    determined = before is not None and before.pos in {"DET", "PRON", "PART"}
    elsewhere = key in known() or key in cities() or key in companies()
    return determined and not elsewhere and chunk.line.leads_to_a_work(chunk.last)


def _country(right: Sequence[Word]) -> bool:
    """Whether a country or state follows: "Borås (Suède)", "Taylor, au Texas"."""
    start = 1 if right[0].lower in IN_COUNTRY else 0
    forms = (" ".join(w.text for w in right[start:end]) for end in range(start + 1, len(right) + 1))
    return any(known().get(fold(form)) is PLACE for form in forms)


def _apposition(right: Sequence[Word], lexicon: Lexicon) -> Iterator[Vote]:
    """The noun or the age behind a comma: "X, the Danish utility", "X, 49, ..."."""
    for n, word in enumerate(right[:APPOSITION]):
        kind = noun_type(word, lexicon)
        owner = n + 1 < len(right) and right[n + 1].lower in {"'s", "'"}
        last = lexicon.language == "fr" or n + 1 >= len(right) or right[n + 1].pos != "NOUN"
        if kind and last and not owner and (n == 0 or right[n - 1].pos in CARRIES_NOUN):
            yield kind, TRIGGER + FORM
            return
        carries = word.pos in CARRIES_NOUN - {"PROPN"} | {"PART"} or word.lower in {*lexicon.demonyms, "-"}
        if not carries and not word.capital:
            break
    if right[0].lower in RELATIVE:
        yield PERSON, TRIGGER if right[0].lower == "who" else FORM
    age = right[0].text.isdigit() and len(right[0].text) == AGE_DIGITS
    if age and len(right) > 1 and right[1].text == ",":
        yield PERSON, TRIGGER


def _verb(chunk: Chunk) -> Iterator[Vote]:
    """What one does, or what is done to it; beside a noun that the parser hangs it on."""
    root, lexicon = chunk.root, chunk.line.lexicon
    head = chunk.line.words[root.head]
    if root.dep in OBJECT or root.dep in PASSIVE:
        if head.lemma in lexicon.made:
            yield PRODUCT, 2 * FORM
        elif head.lemma in lexicon.built:
            yield PROJECT, 2 * FORM
        elif head.lemma in lexicon.dismissed and len(chunk.inside) > 1:
            yield PERSON, TRIGGER
    kind = lexicon.verbs.get(head.lemma) if root.dep.startswith("nsubj") or root.dep in AGENT else None
    if kind:
        yield kind, 2 * WEAK if kind is PERSON else WEAK
    elif root.dep in {"appos", "flat:name"} and not head.capital:
        kind = noun_type(head, lexicon)
        if kind:
            yield kind, 2 * WEAK
