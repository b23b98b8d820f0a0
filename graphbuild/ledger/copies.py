"""Copies of one text: agency copy counts as one source however many papers print it."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

SHINGLE = 6  # words
SKETCH = 64  # smallest hashes kept of a text
BAND = 8  # of which one must be shared for a comparison
ALIKE = 0.7  # share of the two sketches that copies have in common

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's runs of six words: alike for texts that are alike."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    return tuple(sorted(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs)[:SKETCH])


def independent(documents: Iterable[str], sketches: Mapping[str, Sketch]) -> int:
    """How many independent texts these documents are."""
    texts = sorted({sketches[document] for document in documents})
    leader = dict(enumerate(range(len(texts))))
    bands: dict[int, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for j in sorted({j for h in text[:BAND] for j in bands[h]}):
            if _alike(text, texts[j]):
                _join(leader, i, j)
        for h in text[:BAND]:
            bands[h].append(i)
    return len({_root(leader, i) for i in leader})


def _alike(one: Sketch, other: Sketch) -> bool:
    smallest = sorted({*one, *other})[: max(len(one), len(other))]
    shared = set(one) & set(other)
    return sum(h in shared for h in smallest) >= ALIKE * len(smallest)


def _root(leader: dict[int, int], i: int) -> int:
    while leader[i] != i:
        i = leader[i]
    return i


def _join(leader: dict[int, int], i: int, j: int) -> None:
    first, second = sorted((_root(leader, i), _root(leader, j)))
    leader[second] = first
