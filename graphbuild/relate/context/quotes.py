"""Who stands beside a quotation that runs on over sentences."""

from collections.abc import Iterator

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
    first, last = text.rfind("\n", 0, at.start) + 1, text.find("\n", at.end)
    block = text[first : last if last >= 0 else len(text)]
    opened: int | None = None
    for n, c in enumerate(block, first):
        if opened is None and c in OPENING:
            opened = n
        elif opened is not None and c in CLOSING:
            if opened < at.start < n:
                return Span(opened, n + 1)
            opened = None
    return None
