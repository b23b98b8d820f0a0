"""Copies of one text: agency copy counts as one source however many papers print it, cut or edit it.

Two texts are copies when half of what the shorter one says stands word for word in the longer one. Of the
annotated articles, no two share more than a hundredth; a copy that is cut to a half, loses two sentences in
five, gets as much text of the paper's own again, or has one word in fifteen changed is always found.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

SHINGLE = 5  # words
ALIKE = 0.5  # share of the shorter text's runs of words that stand in the longer one

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The hashes of a text's runs of five words, sorted."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    return tuple(sorted({zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs}))


def independent(documents: Iterable[str], sketch_of: Callable[[str], Sketch]) -> int:
    """How many independent texts these documents are."""
    named = sorted(documents)
    if len(named) == 1:
        return 1
    texts = sorted({sketch_of(document) for document in named})
    leader = dict(enumerate(range(len(texts))))
    holders: dict[int, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        shared = Counter(j for run in text for j in holders[run])
        for j in sorted(shared):
            if shared[j] >= ALIKE * min(len(text), len(texts[j])):
                _join(leader, i, j)
        for run in text:
            holders[run].append(i)
    return len({_root(leader, i) for i in leader})


def _root(leader: dict[int, int], i: int) -> int:
    while leader[i] != i:
        i = leader[i]
    return i


def _join(leader: dict[int, int], i: int, j: int) -> None:
    first, second = sorted((_root(leader, i), _root(leader, j)))
    leader[second] = first
