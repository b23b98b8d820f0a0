"""Names of organizations, people, places, projects, events and products."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.model import EntityType, Span
from graphbuild.recognise.names.chunks import Chunk, chunks
from graphbuild.recognise.names.decide import decide
from graphbuild.recognise.names.knowledge import lexicon
from graphbuild.recognise.names.words import title_cased, words_of
from graphbuild.recognise.parse import Parsed


@dataclass(frozen=True, slots=True)
class Name:
    """A typed name at one place of the text, without leading article."""

    span: Span
    type: EntityType


def find_names(text: str, drafts: Sequence[Parsed], *, language: str) -> tuple[Name, ...]:  # noqa: ARG001  the drafts hold the words
    """The names in the drafts (parsed blocks of the text), sorted, without overlaps."""
    words = lexicon(language)
    plain: list[Chunk] = []
    shouted: list[Chunk] = []
    for draft in drafts:
        block = words_of(draft)
        (shouted if title_cased(block) else plain).extend(chunks(block, words, language))
    typed = decide(plain, shouted, words, language)
    return tuple(Name(chunk.span, kind) for chunk, kind in sorted(typed, key=lambda pair: pair[0].span))
