"""What the trained tagger sees of each word: its form, its neighbours, the parser and our lists.

No word stands for itself unless it is a common one: the tagger must know names that it has never seen.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graphbuild.model import fold
from graphbuild.recognise.names.knowledge import (
    cities,
    companies,
    countries,
    first_names,
    is_common,
    is_town,
    known,
    towns,
)
from graphbuild.recognise.names.lines import Line
from graphbuild.recognise.names.words import Word

KNOWN_WORDS = 6
RUNS = (("[A-ZÀ-ÞŒŠŽ]+", "X"), ("[a-zà-ÿœ]+", "x"), (r"\d+", "9"))
NEAR = 2
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)


class Seen:
    """What the whole document shows of each word."""

    def __init__(self, lines: Sequence[Line]) -> None:
        words = [word for line in lines for word in line.words]
        self.labels: dict[str, Counter[str]] = {}
        for word in words:
            if word.capital:
                self.labels.setdefault(word.text, Counter())[word.label or "O"] += 1
        self.inside = frozenset(word.text for word in words if word.capital and not word.starts)
        self.lower = frozenset(word.text for word in words if word.text.islower())

    def of(self, word: Word) -> Iterator[str]:
        if word.capital:
            labels = self.labels[word.text]
            yield f"doc={max(sorted(labels), key=lambda label: labels[label])}"
            if word.starts:
                yield f"inside={word.text in self.inside}"
            yield f"lower={word.lower in self.lower}"


def features(line: Line, document: Seen) -> list[list[str]]:
    """The features of each word of a block."""
    lists = [set(_lists(line, i)) for i in range(len(line.words))]
    for i, j, kind in _known(line):
        for n in range(i, j):
            lists[n].add(f"known-{kind}-{'B' if n == i else 'I'}")
    rows = [[*_own(line, i, document), *sorted(lists[i])] for i in range(len(line.words))]
    return [
        [*row, *(feature for gap in NEIGHBOURS for feature in _beside(line, lists, i, gap)), *_above(line, i)]
        for i, row in enumerate(rows)
    ]


def shape(text: str) -> str:
    """As "Xx" for "Paris", "X" for "UE", "Xx-Xx" for "Saint-Denis"."""
    for pattern, sign in RUNS:
        text = re.sub(pattern, sign, text)
    return text[:8]


def _own(line: Line, i: int, document: Seen) -> Iterator[str]:
    word = line.words[i]
    yield "bias"
    yield f"shape={shape(word.text)}"
    yield f"pos={word.pos}"
    yield f"dep={word.dep}"
    yield f"ent={_tag(word)}"
    yield f"starts={word.starts}"
    yield f"long={min(len(word.text), 8)}"
    if not word.capital or is_common(word.lower, line.language) or word.stop:
        yield f"word={word.lower}"
        yield f"lemma={word.lemma}"
    if word.capital:
        yield f"common={is_common(word.lower, line.language)}"
        yield from (f"end{n}={word.lower[-n:]}" for n in (2, 3, 4))
        yield f"start3={word.lower[:3]}"
    yield from document.of(word)


def _tag(word: Word) -> str:
    return "O" if word.ent is None else f"{word.label}-{'B' if word.ent[0] == word.i else 'I'}"


def _lists(line: Line, i: int) -> Iterator[str]:
    word, lexicon = line.words[i], line.lexicon
    if word.lower in lexicon.heads:
        yield f"head-{lexicon.heads[word.lower]}"
    kind = lexicon.nouns.get(word.lemma) or lexicon.nouns.get(word.lower)
    if kind:
        yield f"noun-{kind}"
    words = (("demonym", lexicon.demonyms), ("title", lexicon.titles), ("legal", lexicon.legal))
    yield from (name for name, known_words in words if word.lower in known_words)
    if word.capital:
        yield from _gazetteers(word.text)


def _gazetteers(text: str) -> Iterator[str]:
    """The lists that hold a word with a capital."""
    if text in first_names():
        yield "first-name"
    lists = (("city", cities()), ("town", towns()), ("company", companies()), ("country", countries()))
    yield from (name for name, names in lists if fold(text) in names)


def _known(line: Line) -> Iterator[tuple[int, int, str]]:
    """Names of the lists, the longest first."""
    i = 0
    while i < len(line.words):
        end, kind = next(_longest(line, i), (i + 1, ""))
        if kind:
            yield i, end, kind
        i = end


def _longest(line: Line, i: int) -> Iterator[tuple[int, str]]:
    if not line.words[i].capital:
        return
    for end in range(min(len(line.words), i + KNOWN_WORDS), i, -1):
        key = fold(line.text(i, end)) if line.words[end - 1].text[-1:].isalnum() else ""
        if key in known():
            yield end, str(known()[key])
        elif end > i + 1 and key in companies():
            yield end, "house"
        elif end > i + 1 and is_town(key):
            yield end, "city"


def _beside(line: Line, lists: Sequence[set[str]], i: int, gap: int) -> Iterator[str]:
    word = line.word(i + gap)
    if word is None:
        yield f"{gap}:none"
        return
    yield f"{gap}:shape={shape(word.text)}"
    yield f"{gap}:pos={word.pos}"
    if not word.capital:
        yield f"{gap}:lemma={word.lemma}"
    if abs(gap) <= NEAR:
        yield f"{gap}:ent={_tag(word)}"
        yield from (f"{gap}:{name}" for name in sorted(lists[i + gap]))


def _above(line: Line, i: int) -> Iterator[str]:
    """The word that it hangs on."""
    word = line.words[i]
    head = line.words[word.head]
    yield f"head-pos={head.pos}"
    if not head.capital:
        yield f"{word.dep}<{head.lemma}"
        kind = line.lexicon.nouns.get(head.lemma)
        if kind:
            yield f"{word.dep}<{kind}"
