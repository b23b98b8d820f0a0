"""Blocks of text to tokens with syntax, each amount (and long name) read as one noun.

A parser trained on plain prose stumbles over "200 Md€" or "Caisse des dépôts". So such a stretch is
given to it as a few plain words (a `Unit`), and folded back into one token afterwards.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as Word

from graphbuild.model import Block, BlockKind, Sentence, Span, Token
from graphbuild.recognise.boundaries import sentence_starts
from graphbuild.recognise.pipelines import pipeline
from graphbuild.recognise.plain import plain

# The tokenizer's time grows with the square of a word: a longer one, as in an address, is read in pieces.
LONG_WORD = re.compile(r"(?:[^\w\s]{20}|\S{100})(?=\S)")
BATCH = 10_000  # words that the parser reads at a time: its memory grows with them


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that is one noun to the parser, which reads ``words`` in its place."""

    span: Span
    words: tuple[str, ...]
    amount: int | None = None
    lemma: str | None = None  # of a common noun; a name has none


@dataclass(frozen=True, slots=True)
class Parsed:
    """The words of one block as spaCy read them: ``places[i]`` is where word i stands in the text."""

    doc: Doc
    places: tuple[Span, ...]
    units: tuple[Unit | None, ...]
    block: int


def parse(text: str, blocks: Sequence[Block], units: Sequence[Unit], *, language: str) -> list[Parsed]:
    """Every block that is not chrome, parsed."""
    nlp, clean = pipeline(language), plain(text)
    read = [i for i, block in enumerate(blocks) if block.kind is not BlockKind.CHROME]
    units = sorted(units, key=lambda unit: unit.span)
    drafts = [_words(nlp, clean, blocks[i].span, units) for i in read]
    together = max(1, BATCH // max(map(len, drafts), default=1))
    docs = nlp.pipe([_doc(nlp, draft) for draft in drafts], batch_size=together)
    return [
        Parsed(doc, tuple(place for _, place, _ in draft), tuple(unit for _, _, unit in draft), i)
        for i, doc, draft in zip(read, docs, drafts, strict=True)
    ]


Place = tuple[str, Span, Unit | None]
Draft = list[Place]


def _words(nlp: Language, clean: str, span: Span, units: Sequence[Unit]) -> Draft:
    """The words that the parser reads in a block, each with its place and its unit; ``units`` are sorted."""
    result: Draft = []
    at = span.start
    for unit in units[bisect_left(units, span.start, key=_start) : bisect_left(units, span.end, key=_start)]:
        if unit.span.start < at or unit.span.end > span.end:
            continue
        result += _plain_words(nlp, clean, Span(at, unit.span.start))
        result += [(word, unit.span, unit) for word in unit.words]
        at = unit.span.end
    return result + _plain_words(nlp, clean, Span(at, span.end))


def _start(unit: Unit) -> int:
    return unit.span.start


def _plain_words(nlp: Language, clean: str, span: Span) -> Draft:
    cuts = [found.end() for found in LONG_WORD.finditer(clean, span.start, span.end)]
    found = [
        word
        for a, b in pairwise([span.start, *cuts, span.end])
        for word in _tokenised(nlp, clean, Span(a, b))
    ]
    if len(found) > 1 and _is_elided(found[-2], found[-1]):  # "l'" before a unit
        (start, place, _), (sign, end, _) = found[-2:]
        found[-2:] = [(start + sign, Span(place.start, end.end), None)]
    return found


def _tokenised(nlp: Language, clean: str, span: Span) -> Draft:
    words = nlp.tokenizer(span.of(clean))
    return [
        (w.text, Span(span.start + w.idx, span.start + w.idx + len(w)), None) for w in words if not w.is_space
    ]


def _is_elided(word: Place, sign: Place) -> bool:
    return sign[0] == "'" and len(word[0]) <= 2 and word[1].end == sign[1].start


def _doc(nlp: Language, draft: Draft) -> Doc:
    words = [word for word, _, _ in draft]
    spaces = [a.end != b.start for (_, a, _), (_, b, _) in pairwise(draft)] + [False] if draft else []
    units = [unit for _, _, unit in draft]
    glued = [unit is not None and i > 0 and unit is units[i - 1] for i, unit in enumerate(units)]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=sentence_starts(words, glued))


def tokens_of(parsed: Sequence[Parsed], text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """The tokens and sentences of all blocks, units folded into one token each."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block in parsed:
        groups = [list(_groups(sentence, block)) for sentence in block.doc.sents]
        for group in (g for g in groups if g):
            sentences.append(_sentence(group, block, first=len(tokens), i=len(sentences)))
            tokens += _tokens(group, block, text=text, base=len(tokens), sentence=len(sentences) - 1)
    return tuple(tokens), tuple(sentences)


def _groups(sentence: Iterable[Word], block: Parsed) -> Iterator[list[Word]]:
    """The words of a sentence, those of one unit together."""
    group: list[Word] = []
    for word in sentence:
        unit = block.units[word.i]
        if group and (unit is None or unit is not block.units[group[-1].i]):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _sentence(groups: list[list[Word]], block: Parsed, *, first: int, i: int) -> Sentence:
    span = Span(block.places[groups[0][0].i].start, block.places[groups[-1][-1].i].end)
    return Sentence(i, span, block.block, first, first + len(groups))


def _tokens(
    groups: list[list[Word]], block: Parsed, *, text: str, base: int, sentence: int
) -> Iterator[Token]:
    place = {word.i: base + n for n, group in enumerate(groups) for word in group}
    for n, group in enumerate(groups):
        inside = {word.i for word in group}
        head = next((word for word in group if word.head.i not in inside or word.head.i == word.i), group[-1])
        unit, span = block.units[head.i], block.places[head.i]
        yield Token(
            i=base + n,
            text=span.of(text),
            lemma=head.lemma_.lower() if unit is None else unit.lemma or span.of(text),
            pos=head.pos_ if unit is None else _part_of_speech(unit),
            dep=head.dep_,
            head=place.get(head.head.i, base + n),
            morph=frozenset(str(head.morph).split("|")) - {""},
            span=span,
            sentence=sentence,
            amount=None if unit is None else unit.amount,
        )


def _part_of_speech(unit: Unit) -> str:
    return "PROPN" if unit.amount is None and unit.lemma is None else "NOUN"
