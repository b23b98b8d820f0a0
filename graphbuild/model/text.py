"""An article's text and its pieces: spans, blocks, sentences, tokens."""

import hashlib
from dataclasses import dataclass

from graphbuild.model.terms import BlockKind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: code points, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article, its text exactly as given (for HTML: the extracted text)."""

    id: str
    text: str
    language: str  # "fr" or "en"
    title: str | None = None
    published: str | None = None  # ISO date, at the precision given
    url: str | None = None
    source: str | None = None  # the input it came from, as the user named it

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, heading, paragraph, bullet or piece of page chrome; sentences never cross one."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Token:
    """One word as the parser read it; an amount of money or power is one token.

    ``text`` is the document's own text of the token; ``lemma`` is lower case. ``dep`` and
    ``head`` (index into ``Reading.tokens``; a root is its own head) are the parser's.
    ``morph`` holds "Tense=Fut"-like features.
    """

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: frozenset[str]
    span: Span
    sentence: int
    amount: int | None = None  # index into Reading.amounts


@dataclass(frozen=True, slots=True)
class Sentence:
    """``tokens[first:last]`` of a Reading; ``block`` indexes ``Reading.blocks``."""

    i: int
    span: Span
    block: int
    first: int
    last: int
