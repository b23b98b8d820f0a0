"""A document to a Reading: blocks, amounts, names, syntax, and who is who."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from graphbuild.errors import DocumentError
from graphbuild.model import Amount, BlockKind, Document, EntityType, Reading, Span
from graphbuild.recognise.amounts import find_amounts, without_verb
from graphbuild.recognise.blocks import find_blocks
from graphbuild.recognise.coreference import link
from graphbuild.recognise.names import Name, find_names
from graphbuild.recognise.parse import Unit, parse, tokens_of

# What the parser reads in place of an amount or of a name of several words: plain words it knows.
AMOUNT_WORDS = {"fr": ("5", "millions"), "en": ("$", "5", "million")}
NAME_WORDS = {
    "fr": {EntityType.PERSON: "Dupont", EntityType.PLACE: "Paris", EntityType.ORGANIZATION: "Renault"},
    "en": {EntityType.PERSON: "Smith", EntityType.PLACE: "London", EntityType.ORGANIZATION: "IBM"},
}


NOUN_WORDS = {
    "fr": ((re.compile(r"\b(?:start-up|jeunes?[ -]pousses?)\b", re.IGNORECASE), "société"),),
    "en": ((re.compile(r"\bstart-ups?\b", re.IGNORECASE), "company"),),
}

# A full stop in the middle of a sentence.
ABBREVIATED = re.compile(r"\.(?=,|\s*\(|[ \t\u00a0]+[a-z])")

# Each name is compared with each other: a text with more of them is a register, and no article.
MOST_NAMES = 2000


def recognise(document: Document) -> Reading:
    """Everything that the text says about itself; a pure function of the document.

    Raises ``DocumentError`` for a text with more than ``MOST_NAMES`` different names.
    """
    text, language = document.text, document.language
    blocks = find_blocks(text)
    chrome = [block.span for block in blocks if block.kind is BlockKind.CHROME]
    amounts = find_amounts(text, language=language, chrome=chrome)
    units = _amount_units(amounts, text, language)
    drafts = parse(text, blocks, units, language=language)
    names = find_names(text, drafts, language=language)
    names = tuple(_trimmed(name, text) for name in names)
    _limited(names, text)
    names = _outside(names, amounts)
    units += _name_units(names, text, language)
    units += _word_units(text, language, units)
    parsed = parse(text, blocks, units, language=language)
    tokens, sentences = tokens_of(parsed, text)
    entities, mentions = link(document, names, blocks, sentences, tokens)
    return Reading(document, blocks, sentences, tokens, amounts, entities, mentions)


def _outside(names: Sequence[Name], amounts: Sequence[Amount]) -> tuple[Name, ...]:
    """The names that no amount covers in part; amounts are in order and apart."""
    ends = [amount.span.end for amount in amounts]

    def is_free(span: Span) -> bool:
        at = bisect_right(ends, span.start)
        return at == len(amounts) or not span.overlaps(amounts[at].span)

    return tuple(name for name in names if is_free(name.span))


def _limited(names: Sequence[Name], text: str) -> None:
    number = len({name.span.of(text) for name in names})
    if number > MOST_NAMES:
        raise DocumentError(
            f"holds {number} different names; at most {MOST_NAMES} are told apart in one article",
            "split it into articles",
        )


def _trimmed(name: Name, text: str) -> Name:
    """Without the comma or bracket that a longest match may have swallowed."""
    words = name.span.of(text)
    bare = words.rstrip(' ,;:([«"') if not words.endswith(".") or "." in words[:-1] else words.rstrip(" .")
    return Name(Span(name.span.start, name.span.start + len(bare)), name.type) if bare else name


def _amount_units(amounts: Sequence[Amount], text: str, language: str) -> list[Unit]:
    """Each amount as one noun, but for the verb that bounds it: without that its sentence has none."""
    spans = (without_verb(amount.span, text, language=language) for amount in amounts)
    return [Unit(span, AMOUNT_WORDS[language], i) for i, span in enumerate(spans)]


def _name_units(names: Sequence[Name], text: str, language: str) -> list[Unit]:
    """Every name: of one that the parser does not know, it cannot tell whether it is a name at all."""
    known = NAME_WORDS[language]
    default = known[EntityType.ORGANIZATION]
    return [Unit(_with_stop(name.span, text), (known.get(name.type, default),)) for name in names]


def _with_stop(span: Span, text: str) -> Span:
    """A name with the full stop of its last word, as in "Acme Inc., in April": that stop ends no sentence."""
    return Span(span.start, span.end + bool(ABBREVIATED.match(text, span.end)))


def _word_units(text: str, language: str, taken: Sequence[Unit]) -> list[Unit]:
    """Nouns that the tokenizer cuts or the tagger takes for verbs: "start-up", "jeune pousse"."""
    found = (
        Unit(Span(m.start(), m.end()), (plain,), lemma=m.group().lower())
        for pattern, plain in NOUN_WORDS[language]
        for m in pattern.finditer(text)
    )
    return [unit for unit in found if not any(unit.span.overlaps(other.span) for other in taken)]
