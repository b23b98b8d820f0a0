"""Who stands beside a quotation that runs on over sentences."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from graphbuild.model import Span
from graphbuild.relate.stance.words import stance_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb

OPENING, CLOSING = '«“"', '»”"'


def beside_quote(tree: Tree, at: int) -> Iterator[int]:
    """For a claim inside a quotation that runs over sentences: the speaker beside it."""
    text = tree.reading.document.text
    quote = _quote(text, tree.tokens[at].span)
    here = tree.sentence(at)
    if quote is None or here.span.contains(quote):
        return
    words = stance_words(tree.language)["speech"]["inverted"]
    for sentence in tree.reading.sentences[max(0, here.i - 3) : here.i + 4]:
        if sentence.block != here.block or not sentence.span.overlaps(quote):
            continue
        for v in range(sentence.first, sentence.last):
            outside = not quote.contains(tree.tokens[v].span)
            if outside and is_verb(tree, v) and tree.tokens[v].lemma in words:
                yield from (s for s in subjects(tree, v) if not quote.contains(tree.tokens[s].span))


def _quote(text: str, at: Span) -> Span | None:
    """The quotation that a stretch stands in, inside one paragraph."""
    quotes = _quotes(text)
    found = quotes[bisect_left(quotes, Span(at.start, 0)) - 1] if quotes else None
    return found if found is not None and found.start < at.start < found.end - 1 else None


@lru_cache(maxsize=2)
def _quotes(text: str) -> list[Span]:
    """All quotations of a text, in order; none runs over the end of its paragraph."""
    found: list[Span] = []
    opened: int | None = None
    for n, c in enumerate(text):
        if c == "\n":
            opened = None
        elif opened is None and c in OPENING:
            opened = n
        elif opened is not None and c in CLOSING:
            found.append(Span(opened, n + 1))
            opened = None
    return found
