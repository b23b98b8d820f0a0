"""What speaks for each type of a candidate name: spaCy, its own form, its neighbours."""

import re
from collections import Counter
from collections.abc import Sequence

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.chunks import Chunk
from graphbuild.recognise.names.knowledge import (
    WORDS_OF_A_TRIGGER,
    Lexicon,
    cities,
    first_names,
    is_common,
    known,
)
from graphbuild.recognise.names.words import Word

ORG, PERSON, PLACE = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE
PROJECT, EVENT, PRODUCT = EntityType.PROJECT, EntityType.EVENT, EntityType.PRODUCT
Votes = Counter[EntityType]

SPACY: dict[str, dict[EntityType, float]] = {
    "PER": {PERSON: 2.0},
    "LOC": {PLACE: 1.5},
    "ORG": {ORG: 1.6},
    "MISC": {PRODUCT: 0.7, ORG: 0.6, EVENT: 0.3, PROJECT: 0.4},
    "PERSON": {PERSON: 1.4},
    "GPE": {PLACE: 1.2},
    "FAC": {PROJECT: 0.8, PLACE: 0.3},
    "PRODUCT": {PRODUCT: 1.5},
    "EVENT": {EVENT: 1.5},
    "WORK_OF_ART": {PRODUCT: 0.7},
    "LAW": {PROJECT: 1.0},
    "NORP": {ORG: 0.3},
}
KNOWN, HEAD, TRIGGER, FORM, FIRST_NAME, CITY, WEAK = 6.0, 4.5, 2.5, 1.0, 2.5, 1.6, 0.8
# A single unknown word that spaCy takes for a place or a person is as often a company.
UNSURE = 0.45
MODEL_NUMBER = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,3}|.*[A-Za-z] \d{1,3}[A-Za-z]?")
PLACE_FORM = re.compile(
    r"-(?:sur|sous|en|lès|les|la|le|aux?|de)-|^Sainte?-[A-ZÉ]|^(?:Fort|Mount|Port|Saint|San|Santa|Los|Las) [A-Z]"
)
INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z]\w*")
SMALL_FIRST = re.compile(r"[a-z][A-Z]")


def by_form(chunk: Chunk, lexicon: Lexicon) -> Votes:
    """What the name itself says, wherever it stands."""
    votes, text, key = Votes(), chunk.text, fold(chunk.text)
    if key in known():
        votes[known()[key]] += KNOWN if known()[key] is not PRODUCT else TRIGGER  # type: ignore[assignment]
    if chunk.headed:
        votes[chunk.headed] += HEAD  # type: ignore[assignment]
    if key in cities():
        votes[PLACE] += CITY  # type: ignore[assignment]
    parts = text.split()
    if len(parts) > 1 and parts[0] in first_names() and not chunk.headed and parts[-1].isalpha():
        votes[PERSON] += FIRST_NAME  # type: ignore[assignment]
    if len(parts) > 1 and (parts[-1].lower(),) in lexicon.after:
        votes[lexicon.after[(parts[-1].lower(),)]] += TRIGGER  # type: ignore[assignment]
    if len(parts) > 1 and known().get(fold(parts[0])) is PRODUCT:
        votes[PRODUCT] += HEAD  # type: ignore[assignment]
    if PLACE_FORM.search(text):
        votes[PLACE] += TRIGGER  # type: ignore[assignment]
    last = parts[-1].lower()
    if (
        len(parts) > 1
        and last.isalpha()
        and lexicon.language == "en"
        and is_common(last, "en")
        and parts[0] not in first_names()
    ):
        votes[ORG] += FORM  # type: ignore[assignment]
    if len(parts) == 1 and last in lexicon.heads:
        votes[lexicon.heads[last]] += TRIGGER  # type: ignore[assignment]
    if MODEL_NUMBER.fullmatch(text) or SMALL_FIRST.match(text):
        votes[PRODUCT] += TRIGGER  # type: ignore[assignment]
    elif len(parts) == 1 and text in first_names():
        votes[PERSON] += FORM  # type: ignore[assignment]
    elif any(INNER_CAPITAL.fullmatch(part) for part in parts) or (
        chunk.inside[0].acronym and len(parts) == 1
    ):
        votes[ORG] += FORM  # type: ignore[assignment]
    return votes


def by_parser(chunk: Chunk) -> Votes:
    """What spaCy's labels say, less where its boundaries differ."""
    votes: Counter[EntityType] = Counter()
    seen = {word.ent: word.label for word in chunk.inside if word.ent}
    for ent, label in seen.items():
        share = 1.0 if ent == (chunk.first, chunk.last) else 0.6
        for kind, weight in SPACY.get(label, {}).items():
            sure = kind not in {PERSON, PLACE} or _familiar(chunk, kind)
            votes[kind] += (1.0 if sure else UNSURE) * share * weight / len(seen)  # type: ignore[assignment]
            votes[ORG] += (0.0 if sure else UNSURE) * share * weight / len(seen)  # type: ignore[assignment]
    return votes


def _familiar(chunk: Chunk, kind: EntityType) -> bool:
    """Whether anything but the parser knows such a place or person."""
    key = fold(chunk.text)
    if kind is PLACE:
        return key in cities() or key in known() or "-" in chunk.text
    return chunk.inside[0].text in first_names() or (
        len(chunk.inside) > 1 and not any(w.acronym for w in chunk.inside)
    )


def by_context(chunk: Chunk, lexicon: Lexicon, language: str) -> Votes:
    """What stands around it."""
    votes: Counter[EntityType] = Counter()
    for kind, weight in (
        *_before(chunk, lexicon),
        *_after(chunk, lexicon),
        *_verb(chunk, lexicon),
        *_preposition(chunk, lexicon),
    ):
        votes[kind] += weight  # type: ignore[assignment]
    return votes


Vote = tuple[EntityType, float]


def _before(chunk: Chunk, lexicon: Lexicon) -> list[Vote]:
    """Triggers and nouns in front: "filiale de X", "le groupe X", "le constructeur américain X"."""
    left = [w for w in chunk.words[max(0, chunk.first - 9) : chunk.first] if not w.unit]
    lowers = [w.lower for w in left if w.lower not in {"le", "la", "l'", "the", "les", '"'}]
    lowers = ["de" if w in {"du", "des", "d'"} else w for w in lowers if w not in lexicon.demonyms]
    for size in range(WORDS_OF_A_TRIGGER, 0, -1):
        kind = lexicon.before.get(tuple(lowers[-size:]))
        if kind and len(lowers) >= size:
            return [(kind, TRIGGER)]
    if left and left[-1].text == ",":
        return [(PERSON, TRIGGER)] if _titled(left[:-1], lexicon) else []
    while left and (left[-1].lower in lexicon.demonyms or left[-1].pos == "ADJ"):
        nationality = left.pop()
        if nationality.lower in lexicon.demonyms and nationality.pos == "NOUN":
            return [(ORG, FORM)]
    kind = _noun(left[-1], lexicon) if left else None
    return [(kind, TRIGGER)] if kind else []


def _titled(left: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a definite title stands before the comma: "La ministre suisse de la Défense, Viola Amherd"."""
    for n in range(len(left) - 1, 0, -1):
        if left[n].text in {",", ".", ";"} or left[n].pos in {"VERB", "AUX"}:
            return False
        if _noun(left[n], lexicon) is PERSON and left[n - 1].pos in {"DET", "ADP", "ADJ", "PRON"}:
            return True
    return False


def _noun(word: Word, lexicon: Lexicon) -> EntityType | None:
    return lexicon.nouns.get(word.lemma) or lexicon.nouns.get(word.lower)


def _after(chunk: Chunk, lexicon: Lexicon) -> list[Vote]:
    """Nouns behind ("X smartphone"), apposition ("X, PDG de Y", "X, the Danish utility"), age."""
    right = chunk.words[chunk.last : chunk.last + 7]
    lowers = [w.lower for w in right]
    votes: list[Vote] = []
    for size in (2, 1):
        if tuple(lowers[:size]) in lexicon.after:
            votes.append((lexicon.after[tuple(lowers[:size])], TRIGGER))
            break
    if len(right) > 3 and right[0].text == "." and right[1].lower in {"ce", "cet", "cette", "this"}:
        votes += [
            (kind, TRIGGER + FORM) for kind in [_noun(right[2], lexicon) or _noun(right[3], lexicon)] if kind
        ]
    if right and right[0].text in {",", "("}:
        votes += [(PLACE, TRIGGER)] if len(right) > 1 and _is_place(right[1:4]) else []
        votes += _apposition(right[1:], lexicon)
    return votes


def _is_place(right: Sequence[Word]) -> bool:
    """Whether a country or state follows, perhaps behind a preposition: "Borås (Suède)", "Taylor, au Texas"."""
    start = 1 if right[0].lower in {"en", "au", "aux", "in", "dans"} else 0
    return any(
        known().get(fold(" ".join(w.text for w in right[start:end]))) is PLACE
        for end in range(start + 1, len(right) + 1)
    )


def _apposition(right: Sequence[Word], lexicon: Lexicon) -> list[Vote]:
    for n, word in enumerate(right[:5]):
        kind = _noun(word, lexicon)
        if kind and (n == 0 or right[n - 1].pos in {"DET", "ADJ", "NOUN", "PROPN", "ADV"}):
            return [(kind, TRIGGER)]
        if (
            word.pos not in {"DET", "ADJ", "NOUN", "ADV", "PART"}
            and word.lower not in lexicon.demonyms
            and not word.capital
        ):
            break
    if len(right) > 1 and right[0].text.isdigit() and len(right[0].text) == 2 and right[1].text == ",":  # noqa: PLR2004  an age
        return [(PERSON, TRIGGER)]
    return []


def _verb(chunk: Chunk, lexicon: Lexicon) -> list[Vote]:
    """Subject of a verb of business or of life."""
    inside = range(chunk.first, chunk.last)
    root = next((w for w in chunk.inside if w.head not in inside), None)
    if root is None:
        return []
    head = chunk.words[root.head]
    kind = _noun(head, lexicon) if root.dep in {"appos", "flat:name"} and not head.capital else None
    if root.dep.startswith("nsubj"):
        kind = lexicon.verbs.get(head.lemma)
        return [(kind, WEAK)] if kind else []
    return [(kind, 2 * WEAK)] if kind else []


def _unknown(chunk: Chunk) -> bool:
    """A short name that no list knows and that is no acronym: companies take no article."""
    return (
        len(chunk.inside) <= 2
        and not chunk.headed
        and fold(chunk.text) not in known()
        and not chunk.inside[0].acronym
    )


def _preposition(chunk: Chunk, lexicon: Lexicon) -> list[Vote]:
    if chunk.first == 0:
        mark = chunk.words[chunk.last].text if chunk.last < len(chunk.words) else ""
        lead = all(w.text.isupper() or not w.text.isalpha() for w in chunk.inside)
        return [(ORG, FORM)] if lead and mark in {"-", "."} else [(PLACE, WEAK)] if mark == ":" else []
    before = chunk.words[chunk.first - 1]
    inside = range(chunk.first, chunk.last)
    root = next((w for w in chunk.inside if w.head not in inside), chunk.inside[0])
    if lexicon.language == "en":
        if before.lower in lexicon.thing_determiners and before.head == root.i and _unknown(chunk):
            return [(PRODUCT, 2 * WEAK)]
        place = before.lower == "in" and root.dep == "pobj" and not INNER_CAPITAL.fullmatch(chunk.text)
        return [(PLACE, 2 * WEAK)] if place else [(ORG, WEAK)] if before.lower == "by" else []
    if before.lower in lexicon.thing_determiners and before.head == root.i and _unknown(chunk):
        return [(PRODUCT, 2 * WEAK if before.lower not in {"le", "la", "l'", "the", "du"} else WEAK)]
    if INNER_CAPITAL.fullmatch(chunk.text):
        return []
    return [(PLACE, 2 * WEAK)] if before.lower in {"à", "en"} and root.dep != "obl:arg" else []
