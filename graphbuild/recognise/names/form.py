"""What a name itself says of its type, and what spaCy's label says."""

import re
from collections.abc import Iterator

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.knowledge import (
    LANGUAGES,
    Lexicon,
    cities,
    companies,
    first_names,
    is_common,
    is_town,
    known,
)
from graphbuild.recognise.names.lines import Chunk

ORG, PERSON, PLACE = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE
PROJECT, EVENT, PRODUCT = EntityType.PROJECT, EntityType.EVENT, EntityType.PRODUCT
Vote = tuple[EntityType, float]

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
# Weights of what speaks for a type, found by trying on half of the annotated articles.
KNOWN, HEAD, TRIGGER, FORM, FIRST_NAME, CITY, WEAK = 6.0, 4.5, 3.8, 1.0, 3.2, 2.0, 0.8
TOWN, COMPANY, HOUSE, PLACE_HEAD, LONE_FIRST_NAME = 0.8, 2.5, 4.5, 3.2, 0.6
OTHER_BOUNDARIES = 0.6
# A single unknown word that spaCy takes for a place or a person is as often a company.
UNSURE = 0.45
STRANGER = 0.6  # two words that might be a first name and a surname

MODEL_NUMBER = re.compile(
    r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,3}|.*[A-Za-z] \d{1,3}[A-Za-z]?|[a-z][A-Z].*|[A-Z][a-z]+-[A-Z]"
)
UNIT_LETTER = re.compile(r"(?!S[ée]rie|Series|Class)[A-Z]\w+(?: [A-Z]\w+)? [A-D]")  # "Sizewell C"
PLACE_FORM = re.compile(
    r"-(?:sur|sous|en|lès|les|la|le|aux?|de)-|^Sainte?-[A-ZÉ]"
    r"|^(?:Fort|Mount|Port|Saint|San|Santa|Los|Las) [A-Z]",
)
INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z]\w*")


def by_form(chunk: Chunk) -> Iterator[Vote]:
    """What the name says, wherever it stands."""
    key, text, lexicon = fold(chunk.text), chunk.text, chunk.line.lexicon
    if key in known():
        yield known()[key], TRIGGER if known()[key] is PRODUCT else KNOWN
    if chunk.headed:
        yield chunk.headed, PLACE_HEAD if chunk.headed is PLACE else HEAD
    if is_town(key):
        yield PLACE, CITY if key in cities() else TOWN
    if key in companies():
        yield ORG, HOUSE if " " in key else COMPANY
    if PLACE_FORM.search(text):
        yield PLACE, TRIGGER
    parts = text.split()
    yield from _of_several(chunk, parts, lexicon) if len(parts) > 1 else _of_one(text, lexicon)
    if UNIT_LETTER.fullmatch(text) and chunk.inside[0].lower not in lexicon.stop:
        yield PROJECT, TRIGGER
    if MODEL_NUMBER.fullmatch(text):
        yield PRODUCT, TRIGGER
    elif len(parts) == 1 and text in first_names():
        yield PERSON, LONE_FIRST_NAME
    elif any(INNER_CAPITAL.fullmatch(part) for part in parts) or (
        chunk.inside[0].acronym and len(parts) == 1
    ):
        yield ORG, FORM


def _of_one(text: str, lexicon: Lexicon) -> Iterator[Vote]:
    """A head noun alone: "la Confédération"."""
    if text.lower() in lexicon.heads:
        yield lexicon.heads[text.lower()], TRIGGER


def _of_several(chunk: Chunk, parts: list[str], lexicon: Lexicon) -> Iterator[Vote]:
    first, last = parts[0], parts[-1].lower()
    person = first in first_names()
    if person and not chunk.headed and last.isalpha() and not chunk.inside[-1].acronym:
        body = all(word.label == "ORG" for word in chunk.inside) and any(
            is_common(first.lower(), one) for one in LANGUAGES
        )
        yield PERSON, FIRST_NAME / 2 if body or is_common(last, lexicon.language) else FIRST_NAME
    if (last,) in lexicon.after:
        yield lexicon.after[last,], TRIGGER
    if known().get(fold(first)) is PRODUCT:
        yield PRODUCT, HEAD
    common = last.isalpha() and is_common(last, lexicon.language)
    labelled = chunk.inside[-1].label in {"PER", "PERSON"}
    if common and (not labelled if person else lexicon.language == "en"):
        yield ORG, FORM


def by_parser(chunk: Chunk) -> Iterator[Vote]:
    """What spaCy's labels say, less where its boundaries differ or where nothing else knows such a name."""
    seen = {word.ent: word.label for word in chunk.inside if word.ent}
    for ent, label in seen.items():
        share = (1.0 if ent == (chunk.first, chunk.last) else OTHER_BOUNDARIES) / len(seen)
        for kind, weight in SPACY.get(label, {}).items():
            if kind is PRODUCT and fold(chunk.text) in cities():
                continue  # "its Leeds factory"
            sure = familiar(chunk, kind) if kind in {PERSON, PLACE} else 1.0
            yield kind, sure * share * weight
            if sure < 1:
                yield ORG, min(UNSURE, 1 - sure) * share * weight


def familiar(chunk: Chunk, kind: EntityType) -> float:
    """How far the parser's label holds: wholly where something else knows such a place or person."""
    key = fold(chunk.text)
    if kind is PLACE:
        return 1.0 if is_town(key) or key in known() or "-" in chunk.text else UNSURE
    several = len(chunk.text.split()) > 1
    if key in known() or (several and chunk.inside[0].text in first_names()):
        return 1.0
    several = (several or chunk.inside[0].text in first_names()) and not any(w.acronym for w in chunk.inside)
    return STRANGER if several else UNSURE
