"""Who is who inside one article: names, short forms, descriptions and pronouns to entities."""

from collections.abc import Sequence

from graphbuild.model import Block, Document, Entity, Form, Mention, Sentence, Token, entity_key
from graphbuild.recognise.names import Name


def link(
    document: Document,
    names: Sequence[Name],
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities of the document (sorted by key) and all their mentions (sorted by place)."""
    entities = {}
    mentions = []
    for name in names:
        words = name.span.of(document.text)
        key = entity_key(name.type, words)
        entities.setdefault(key, Entity(key, name.type, words))
        mentions.append(Mention(name.span, key, Form.NAME))
    return tuple(entities[key] for key in sorted(entities)), tuple(mentions)
