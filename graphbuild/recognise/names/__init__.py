"""Names of organizations, people, places, projects, events and products.

Candidates are runs of capitalised words and bodies named by a noun. What speaks for each type is added up
over the document: the form of the name, spaCy's label, and the words around it (``data/names``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.model import EntityType, Span
from graphbuild.recognise.names.chunks import chunks
from graphbuild.recognise.names.decide import decide
from graphbuild.recognise.names.knowledge import lexicon
from graphbuild.recognise.names.learned import learned, with_new
from graphbuild.recognise.names.lines import Chunk, Line
from graphbuild.recognise.names.words import title_cased, words_of
from graphbuild.recognise.parse import Parsed


@dataclass(frozen=True, slots=True)
class Name:
    """A typed name at one place of the text, without leading article."""

    span: Span
    type: EntityType


def find_names(text: str, drafts: Sequence[Parsed], *, language: str) -> tuple[Name, ...]:
    """The names in the drafts (parsed blocks of the text), sorted, without overlaps."""
    plain: list[Chunk] = []
    shouted: list[Chunk] = []
    lines = learned([Line(words_of(draft), lexicon(language)) for draft in drafts])
    for line in lines:
        (shouted if title_cased(line.words) else plain).extend(with_new(line, list(chunks(line))))
    names = (Name(chunk.span, kind) for chunk, kind in decide(plain, shouted))
    return tuple(sorted((name for name in names if name.span.of(text).strip()), key=lambda name: name.span))
