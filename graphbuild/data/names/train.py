# ruff: noqa: INP001  a script beside the data, not a module of the package
"""Trains fr.crfsuite, the tagger of French names, in two minutes: the same bytes from the same data.

python graphbuild/data/names/train.py ../shared/data/winer-fr/train graphbuild/data/names/fr.crfsuite

The folder is the train part of WiNER-fr (Y. Dupont: annotations CC BY 4.0, texts of French Wikinews CC BY
2.5). None of our annotated articles takes part, so that what is measured on them was not learned from them.
Of nested names the outermost counts. What WiNER calls a product and we list as a company (Google) is one.
Besides the articles, our word lists decide what the tagger sees: train it anew when they have changed a lot.
"""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycrfsuite

from graphbuild.model import BlockKind, fold
from graphbuild.recognise import _amount_units
from graphbuild.recognise.amounts import find_amounts
from graphbuild.recognise.blocks import find_blocks
from graphbuild.recognise.names.features import Seen, features
from graphbuild.recognise.names.knowledge import companies, known, lexicon
from graphbuild.recognise.names.lines import Line
from graphbuild.recognise.names.words import words_of
from graphbuild.recognise.parse import parse

LANGUAGE = "fr"
TYPES = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "Product": "product",
    "Event": "event",
}
SETTINGS = {
    "c1": 0.5,
    "c2": 0.05,
    "max_iterations": 120,
    "feature.minfreq": 4,
    "feature.possible_transitions": True,
}

Mark = tuple[int, int, str]


def winer(folder: Path) -> Iterator[tuple[str, list[Mark]]]:
    """Text and names of each article of WiNER."""
    for file in sorted(folder.glob("*.ann")):
        text = file.with_suffix(".txt").read_text(encoding="utf-8")
        lines = [
            line.split("\t")[1].split()
            for line in file.read_text(encoding="utf-8").splitlines()
            if line[0] == "T"
        ]
        marks = ((int(m[1]), int(m[-1]), TYPES[m[0]]) for m in lines if m[0] in TYPES)
        yield text, outermost((a, b, _ours(text[a:b], kind)) for a, b, kind in marks)


def _ours(name: str, kind: str) -> str:
    key = fold(name)
    body = key in companies() or known().get(key) == "organization"
    return "organization" if kind == "product" and body else kind


def outermost(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order, without those inside others."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark[0], -mark[1], mark[2])):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def lines_of(text: str) -> list[Line]:
    """The blocks as they are when names are looked for."""
    blocks = find_blocks(text)
    chrome = [block.span for block in blocks if block.kind is BlockKind.CHROME]
    units = _amount_units(find_amounts(text, language=LANGUAGE, chrome=chrome), text, LANGUAGE)
    return [
        Line(words_of(draft), lexicon(LANGUAGE)) for draft in parse(text, blocks, units, language=LANGUAGE)
    ]


def labels(line: Line, marks: list[Mark]) -> Iterator[str]:
    """B-TYPE for the first word of a name, I-TYPE for its others, else O."""
    starts, last = [mark[0] for mark in marks], None
    for word in line.words:
        i = bisect_right(starts, word.span.end - 1) - 1
        mark = marks[i] if i >= 0 and word.span.start < marks[i][1] else None
        yield "O" if mark is None else f"{'I' if mark is last else 'B'}-{mark[2]}"
        last = mark


def main(wikinews: Path, model: Path) -> None:
    """Reads the annotated articles and writes the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for text, marks in winer(wikinews):
        lines = lines_of(text)
        seen = Seen(lines)
        for line in (line for line in lines if line.words):
            trainer.append(features(line, seen), list(labels(line, marks)))
    trainer.train(str(model))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
