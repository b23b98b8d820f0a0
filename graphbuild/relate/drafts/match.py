"""Where the frames' verbs and nouns stand in a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphbuild.model import EntityType, Kind, Sentence
from graphbuild.relate.drafts.shared_titles import is_plural, sharers
from graphbuild.relate.frames import Frame, Phrase, frames
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_reflexive, is_verb

# Said by the longer phrase alone: who builds a plant together is partners in it.
BUILT_TOGETHER = frozenset({Kind.PARTNERSHIP, Kind.OPERATION})
GAP = 3  # words that may stand inside a verb phrase: "prend ensuite le contrôle"


@dataclass(frozen=True, slots=True)
class Match:
    """A frame's verb or noun in the text: the token that governs, and all its words."""

    frame: Frame
    head: int
    words: tuple[int, ...]
    verbal: bool


def matches(tree: Tree, sentence: Sentence) -> list[Match]:
    """Every match of a sentence, overlapping ones too."""
    return [*_verb_matches(tree, sentence), *_noun_matches(tree, sentence)]


def is_inside(match: Match, others: Iterable[Match]) -> bool:
    """Whether a longer match has a word of this one: "prêt relais" is no "prêt"."""
    longer = (o for o in others if len(o.words) > len(match.words) and set(o.words) & set(match.words))
    return any(not o.frame.besides or match.frame.kind in BUILT_TOGETHER for o in longer)


def _verb_matches(tree: Tree, sentence: Sentence) -> Iterator[Match]:
    table = frames(tree.language).verbs
    for i in range(sentence.first, sentence.last):
        if not is_verb(tree, i):
            continue
        for phrase, frame in table.get(tree.tokens[i].lemma, ()):
            words = _in_order(tree, phrase, i, sentence.last)
            if words and frame.reflexive in {None, is_reflexive(tree, i)}:
                yield Match(frame, _main_verb(tree, words), tuple(words), verbal=True)


def _main_verb(tree: Tree, words: Sequence[int]) -> int:
    """As in "be valued": the auxiliary that a phrase starts with governs nothing."""
    first = tree.tokens[words[0]]
    return first.head if first.dep.startswith("aux") and first.head in words else first.i


def _in_order(tree: Tree, phrase: Phrase, i: int, last: int) -> list[int]:
    """The tokens of a verb phrase; a few words may stand between. Empty where one is missing."""
    words = [i]
    for wanted in phrase[1:]:
        reach = range(words[-1] + 1, min(last, words[-1] + 2 + GAP))
        at = next((t for t in reach if _is(tree, t, wanted)), None)
        if at is None:
            return []
        words.append(at)
    return words


def _noun_matches(tree: Tree, sentence: Sentence) -> Iterator[Match]:
    table = frames(tree.language).nouns
    for i in range(sentence.first, sentence.last):
        for key in sorted({tree.tokens[i].lemma, tree.word(i), tree.word(i).removeprefix("ex-")}):
            for phrase, frame in table.get(key, ()):
                words = tuple(range(i, i + len(phrase)))
                if words[-1] < sentence.last and _stands(tree, frame, phrase, i):
                    yield Match(frame, _head(tree, words), words, verbal=False)


def _stands(tree: Tree, frame: Frame, phrase: Phrase, i: int) -> bool:
    """Whether a noun phrase of a frame starts at a token."""
    if not all(_is(tree, i + n, word) for n, word in enumerate(phrase)) or _tells_which_body(
        tree, i, len(phrase)
    ):
        return False
    if not frame.titled:
        return _nominal(tree, i)
    return not is_plural(tree, i) or bool(sharers(tree, i))


def _tells_which_body(tree: Tree, i: int, length: int) -> bool:
    """As in "Norway's wealth fund", "an investment company": a noun before the one that is somebody."""
    above = tree.tokens[i].head
    bodies = (m for m in tree.mentions(above) if tree.entities[m.entity].type is EntityType.ORGANIZATION)
    here = tree.tokens[i]
    outside = here.dep == "compound" and above >= i + length
    return outside and any(m.span.start <= here.span.start < m.span.end for m in bodies)


def _nominal(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.pos in {"NOUN", "PROPN", "ADJ", "X", "NUM"} or (token.pos == "VERB" and not is_verb(tree, i))


def _is(tree: Tree, i: int, wanted: str) -> bool:
    return wanted in {tree.tokens[i].lemma, tree.word(i), tree.word(i).removeprefix("ex-")}


def _head(tree: Tree, words: Sequence[int]) -> int:
    """The word of a phrase whose head is outside it."""
    for i in words:
        if tree.tokens[i].head not in words or tree.tokens[i].head == i:
            return i
    return words[-1]
