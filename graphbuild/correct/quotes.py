"""A person's quotation found in an article: its place, and the article's own words for it."""

import re

from graphbuild.amend.matching import shown
from graphbuild.amend.nouns import Quoted
from graphbuild.errors import CorrectionError
from graphbuild.model import Document

# What keyboards write otherwise, one for one.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "–": "-"})


def places(words: str, text: str) -> list[Quoted]:
    """Everywhere the words stand, line breaks and typographic signs aside."""
    pattern = r"\s+".join(map(re.escape, words.translate(PLAIN).split()))
    found = re.finditer(pattern, text.translate(PLAIN)) if pattern else ()
    return [Quoted(match.start(), match.end(), text[match.start() : match.end()]) for match in found]


def place(words: str, document: Document, *, start: int | None = None) -> Quoted:
    """Where the words stand in the article.

    Raises ``CorrectionError`` when they do not stand there, or at several places and ``start`` names none.
    """
    found = places(words, document.text)
    if not found:
        raise CorrectionError(
            f"{shown(words)} does not stand in {document.id}. Quote the article word for word."
        )
    chosen = [quoted for quoted in found if start is None or quoted.start == start]
    if len(chosen) != 1:
        starts = ", ".join(str(quoted.start) for quoted in found)
        raise CorrectionError(
            f"{shown(words)} stands in {document.id} at {starts}. Say which, with the start."
        )
    return chosen[0]


def within(words: str, passages: tuple[Quoted, ...], document: Document) -> Quoted:
    """Where the words of an amount stand: in the passages, else anywhere in the article once."""
    found = places(words, document.text)
    inside = [q for q in found if any(p.start <= q.start and q.end <= p.end for p in passages)]
    return (
        inside[0]
        if len(inside) == 1
        else place(words, document, start=None if len(found) == 1 else _open(inside))
    )


def _open(inside: list[Quoted]) -> int | None:
    return inside[0].start if inside else None
