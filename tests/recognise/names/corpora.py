"""How well names are found in corpora of others: WiNER (French Wikinews) and POPCORN (short reports).

    python tests/recognise/names/corpora.py ../shared/data

Every mention by name that an article's reading holds, document consistency included, against the annotation: right
where type and both ends are the same. WiNER's Location is our place, its other types have our names. Of nested names
the outermost counts; what it takes for a product and we for an organization (Google, Facebook) counts as wrong.
WiNER knows no projects: ours are left aside, as are POPCORN's things and events. A POPCORN mention is a name where a
word of it has a capital that no start of a sentence explains. "Unseen" are names that WiNER's train does not have.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graphbuild.model import Document, EntityType, Form, fold
from graphbuild.recognise import recognise
from graphbuild.recognise.pipelines import pipeline

WINER = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "Product": "product",
    "Event": "event",
}
POPCORN = {
    **dict.fromkeys(("CIVILIAN", "MILITARY", "TERRORIST_OR_CRIMINAL"), "person"),
    **dict.fromkeys(
        (
            "NON_GOVERNMENTAL_ORGANISATION",
            "NON_MILITARY_GOVERNMENT_ORGANISATION",
            "MILITARY_ORGANISATION",
            "INTERGOVERNMENTAL_ORGANISATION",
        ),
        "organization",
    ),
    "PLACE": "place",
}
MAIN = ("person", "organization", "place")
SENTENCE_START = re.compile(r"(?:^|[.!?…:«\"\n]\s*)$")
SPACY = {"PER": "person", "ORG": "organization", "LOC": "place"}

Found = frozenset[tuple[int, int, str]]
Article = tuple[str, Found]
Reader = Callable[[str], Found]


def winer(folder: Path) -> Iterator[Article]:
    """Text and outermost names of each article."""
    for file in sorted(folder.glob("*.ann")):
        lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
        named = [(mark.split(), text) for name, mark, text in (x for x in lines if x[0].startswith("T"))]
        spans = {(int(m[1]), int(m[-1]), WINER[m[0]]) for m, _ in named if m[0] in WINER}
        yield file.with_suffix(".txt").read_text(encoding="utf-8"), _outermost(spans)


def _outermost(spans: Iterable[tuple[int, int, str]]) -> Found:
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return frozenset(kept)


def popcorn(file: Path) -> Iterator[Article]:
    """Text and names of persons, organizations and places of each report."""
    for report in json.loads(file.read_text(encoding="utf-8")).values():
        spans = {
            (m["start"], m["end"], POPCORN[entity["type"]])
            for entity in report["entities"]
            if entity["type"] in POPCORN
            for m in entity["mentions"]
            if _is_name(report["text"], m["start"], m["end"])
        }
        yield report["text"], _outermost(spans)


def _is_name(text: str, start: int, end: int) -> bool:
    words = list(re.finditer(r"\w+", text[start:end]))
    first = bool(SENTENCE_START.search(text[:start]))
    return any(word.group()[0].isupper() for word in (words[1:] if first and len(words) == 1 else words))


def ours(text: str) -> Found:
    """What an article's reading names."""
    reading = recognise(Document(id="x", source="x", text=text, language="fr"))
    types = {entity.key: entity.type for entity in reading.entities}
    return frozenset(
        (m.span.start, m.span.end, str(types[m.entity]))
        for m in reading.mentions
        if m.form in {Form.NAME, Form.SHORT} and types[m.entity] is not EntityType.PROJECT
    )


def raw(text: str) -> Found:
    """What the French pipeline alone names."""
    doc = pipeline("fr")(text)
    return frozenset((e.start_char, e.end_char, SPACY[e.label_]) for e in doc.ents if e.label_ in SPACY)


def score(articles: Iterable[Article], reader: Reader, seen: frozenset[str], types: Iterable[str]) -> None:
    """Prints precision, recall and F1 by type, and recall of names seen before and of others."""
    right, found, wanted, old, new = Counter(), Counter(), Counter(), Counter(), Counter()
    for text, gold in articles:
        got = {span for span in reader(text) if span[2] in types}
        gold_here = {span for span in gold if span[2] in types}
        found.update(kind for *_, kind in got)
        for start, end, kind in gold_here:
            hit = (start, end, kind) in got
            wanted[kind] += 1
            right[kind] += hit
            (old if fold(text[start:end]) in seen else new)[hit] += 1
    for kind in types:
        _print(kind, right[kind], found[kind], wanted[kind])
    _print("all", right.total(), found.total(), wanted.total())
    for name, counted in (("seen", old), ("unseen", new)):
        print(f"  {name:13} recall {counted[True] / max(1, counted.total()):.3f} of {counted.total()}")


def _print(kind: str, right: int, found: int, wanted: int) -> None:
    precision, recall = right / max(1, found), right / max(1, wanted)
    f1 = 2 * right / max(1, found + wanted)
    print(f"  {kind:13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {wanted}")


def main(folder: Path) -> None:
    train = winer(folder / "winer-fr" / "train")
    seen = frozenset(fold(text[a:b]) for text, gold in train for a, b, _ in gold)
    dev = list(winer(folder / "winer-fr" / "dev"))
    reports = list(popcorn(folder / "popcorn" / "train.json"))
    for name, reader in (("the French pipeline alone", raw), ("graphbuild", ours)):
        for corpus, articles in (("WiNER dev", dev), ("POPCORN", reports)):
            print(f"{corpus}: {name}")
            score(articles, reader, seen, MAIN)
    print("WiNER dev: graphbuild, products and events")
    score(dev, ours, seen, ("product", "event"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
