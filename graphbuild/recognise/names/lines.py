"""The words of a block beside the word lists, and a stretch of them that may be a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.model import EntityType, Span, fold
from graphbuild.recognise.names.knowledge import Lexicon, known
from graphbuild.recognise.names.words import Word

KNOWN_WORDS = 8
MODIFIERS = 2  # between a name and its noun
OF = {"fr": frozenset({"de", "du", "des", "d'", "pour", "sur"}), "en": frozenset({"of", "for"})}
ARTICLES = frozenset({"le", "la", "les", "l'", "the"})


@dataclass(frozen=True, slots=True)
class Guess:
    """To the trained tagger words ``first`` to ``last`` (exclusive) are a name; ``sure`` from 0 to 1."""

    first: int
    last: int
    sure: float


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one block."""

    words: Sequence[Word]
    lexicon: Lexicon
    # Of each word, how likely it belongs to a name of a type: what the trained tagger says, if there is one.
    shares: Sequence[Mapping[EntityType, float]] = ()
    guesses: Sequence[Guess] = ()

    @property
    def language(self) -> str:
        return self.lexicon.language

    def word(self, i: int) -> Word | None:
        return self.words[i] if 0 <= i < len(self.words) else None

    def text(self, i: int, end: int) -> str:
        parts = [("" if word.glued else " ") + word.text for word in self.words[i:end]]
        return "".join(parts).strip()

    def known(self, i: int, end: int) -> bool:
        """Whether the words from i to end are a well-known name."""
        return self.words[i].lower not in ARTICLES and fold(self.text(i, end)) in known()

    def famous(self, i: int) -> int:
        """Where a well-known name of several words with one in lower case ends: "Nations unies"; else 0."""
        if not self.words[i].capital:
            return 0
        for end in range(min(len(self.words), i + KNOWN_WORDS), i + 1, -1):
            inside = self.words[i:end]
            lower = any(not w.capital and w.text.isalpha() for w in inside)
            if (
                lower
                and inside[-1].text[-1:].isalnum()
                and not any(w.unit for w in inside)
                and self.known(i, end)
            ):
                return end
        return 0

    def leads_to_a_work(self, i: int) -> bool:
        """Whether English names a kind of work at i, perhaps behind modifiers: "lithium project"."""
        for word in self.words[i : i + MODIFIERS + 1]:
            if self.language == "en" and self.lexicon.after.get((word.lower,)) is EntityType.PROJECT:
                return True
            if word.capital or word.pos not in {"NOUN", "ADJ"}:
                return False
        return False

    def has_head(self, words: Sequence[Word]) -> bool:
        """Whether any of the words is a noun that names a body, a place, an event or a work."""
        return any(word.lower in self.lexicon.heads for word in words)


@dataclass(frozen=True, slots=True)
class Chunk:
    """``line.words[first:last]`` may be a name; ``headed`` is its type when a noun in it tells."""

    line: Line
    first: int
    last: int
    headed: EntityType | None = None

    @property
    def inside(self) -> Sequence[Word]:
        return self.line.words[self.first : self.last]

    @property
    def span(self) -> Span:
        return Span(self.line.words[self.first].span.start, self.line.words[self.last - 1].span.end)

    @property
    def text(self) -> str:
        return self.line.text(self.first, self.last)

    @property
    def before(self) -> Word | None:
        return self.line.word(self.first - 1)

    @property
    def after(self) -> Word | None:
        return self.line.word(self.last)

    @property
    def root(self) -> Word:
        """The word of the name that hangs on a word outside it."""
        inside = range(self.first, self.last)
        return next((word for word in self.inside if word.head not in inside), self.inside[0])
