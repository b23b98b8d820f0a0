"""Words of an article found again, at their place or, after an edit, at another."""

import re

from graphbuild.amend.nouns import Quoted
from graphbuild.model import Span


def locate(quoted: Quoted, text: str, *, shift: int = 0) -> Span | None:
    """Where the words stand now: where they stood, else the nearest place; None when they are gone.

    ``shift`` is how far the passage around them has moved. Line breaks and runs of spaces may have
    changed, nothing else.
    """
    expected = quoted.start + shift
    if text.startswith(quoted.quote, max(expected, 0)):
        start = max(expected, 0)
        return Span(start, start + len(quoted.quote))
    found = [Span(*match.span()) for match in _pattern(quoted.quote).finditer(text)]
    return min(found, key=lambda span: (abs(span.start - expected), span.start), default=None)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def all_of(passages: tuple[Quoted, ...], text: str) -> tuple[Span, ...] | None:
    """Where all passages of a claim stand now, in the order given; None when one is gone."""
    spans = [locate(passage, text) for passage in passages]
    return tuple(span for span in spans if span is not None) if None not in spans else None
