"""The sentences of an article with what coreference asks of them: who stands where, and in which story."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild.model import Block, BlockKind, Sentence, Span, Token
from graphbuild.recognise.coreference.words import Descriptions, descriptions
from graphbuild.recognise.names.knowledge import Lexicon, lexicon

SUBJECTS = ("nsubj", "csubj")
SEVERAL = 3  # bullets that make a list of stories
OPENING, CLOSING = frozenset({"«", "“"}), frozenset({"»", "”"})
BASED = frozenset({"based", "headquartered", "listed"})  # "the Paris-based start-up"
LEAD_SIGNS = frozenset({"-", "–", "—", ".", ":"})


@dataclass(frozen=True)
class Scene:
    """``names`` maps every token of a name to its entity; ``stories`` numbers the story of each block."""

    text: str
    language: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    names: Mapping[int, str]
    stories: Sequence[int]
    headline: int | None  # index of its block
    children: Mapping[int, Sequence[int]] = field(default_factory=dict)
    quotes: Mapping[int, int] = field(default_factory=dict)

    @property
    def lexicon(self) -> Lexicon:
        return lexicon(self.language)

    @property
    def words(self) -> Descriptions:
        return descriptions(self.language)

    def story(self, i: int) -> int:
        return self.stories[self.sentences[self.tokens[i].sentence].block]

    def lower(self, i: int) -> str:
        return self.tokens[i].text.lower().replace("’", "'").removeprefix("-")  # "rappelle-t-il"

    def quoted(self, i: int) -> int:
        """Which quotation of the text a token stands in; 0 outside of any."""
        return self.quotes.get(i, 0)

    def adjective(self, i: int) -> bool:
        return self.tokens[i].pos == "ADJ" or self.lower(i) in self.lexicon.demonyms

    def same_sentence(self, i: int, j: int) -> bool:
        return 0 <= j < len(self.tokens) and self.tokens[i].sentence == self.tokens[j].sentence

    def subject(self, i: int) -> bool:
        """Whether a token is a subject, coordinated with one or in apposition to one."""
        token = self.tokens[i]
        while token.dep in {"conj", "appos", "flat:name"} and token.head != token.i:
            token = self.tokens[token.head]
        return token.dep.startswith(SUBJECTS)

    def determiner(self, i: int) -> str:
        """The article, demonstrative or possessive of a noun, lower case; "" if none."""
        j = i - 1
        while (
            self.same_sentence(i, j)
            and (self.names.get(j, "place:").startswith("place:") or self.lower(j + 1) in BASED)
            and (self.adjective(j) or self.tokens[j].pos in {"NUM", "NOUN"} or j in self.names)
        ):
            if self.tokens[j].head not in {i, j + 1} and self.language == "fr":
                break
            j -= 1
        if self.same_sentence(i, j) and (
            self.tokens[j].pos in {"DET", "PRON"} or self.lower(j) in self.words.definite
        ):
            return self.lower(j)
        return ""


def scene(
    text: str,
    language: str,
    *,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    places: Sequence[tuple[Span, str]],
) -> Scene:
    """The scene of an article; ``places`` are the spans of names with their entities."""
    names: dict[int, str] = {}
    starts = [token.span.start for token in tokens]
    for span, key in places:
        i = max(0, bisect_left(starts, span.start) - 1)
        while i < len(tokens) and tokens[i].span.start < span.end:
            if tokens[i].span.overlaps(span):
                names[i] = key
            i += 1
    children: dict[int, list[int]] = {}
    for token in tokens:
        children.setdefault(token.head, []).append(token.i)
    headline = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), None)
    stories = _stories(blocks, sentences, tokens, names)
    quotes = _quotes(tokens, sentences)
    return Scene(text, language, tokens, sentences, names, stories, headline, children, quotes)


def _quotes(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> dict[int, int]:
    """Tokens between quotation marks to the number of their quotation, which ends with its block at last."""
    found: dict[int, int] = {}
    count, inside, block = 0, False, -1
    for token in tokens:
        here = sentences[token.sentence].block
        if here != block:
            inside, block = False, here
        if token.text in OPENING or (token.text == '"' and not inside):
            count, inside = count + 1, True
        elif token.text in CLOSING or token.text == '"':
            inside = False
        elif inside:
            found[token.i] = count
    return found


def _stories(
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    names: Mapping[int, str],
) -> list[int]:
    """In market briefs each lead ("BOEING - The planemaker ...") opens a story of its own.

    So does each bullet that starts with a name, where several do.
    """
    first = {s.block: s for s in reversed(sentences)}
    items = {
        i
        for i, block in enumerate(blocks)
        if block.kind is BlockKind.BULLET and i in first and first[i].first in names
    }
    items = items if len(items) >= SEVERAL else set()
    story, result = 0, []
    for i in range(len(blocks)):
        if i in items or (i in first and _lead(first[i], tokens, names)):
            story += 1
        result.append(story)
    return result


def _lead(sentence: Sentence, tokens: Sequence[Token], names: Mapping[int, str]) -> bool:
    j = sentence.first
    while j < sentence.last and j in names and tokens[j].text.isupper():
        j += 1
    return j > sentence.first and (j == sentence.last or tokens[j].text in LEAD_SIGNS)
