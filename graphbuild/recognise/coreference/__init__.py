"""Who is who inside one article: names, short forms, descriptions and pronouns to entities."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import (
    Block,
    BlockKind,
    Document,
    Entity,
    Form,
    Mention,
    Sentence,
    Span,
    Token,
    entity_key,
)
from graphbuild.recognise.coreference.home_town import without_bare_towns
from graphbuild.recognise.coreference.merge import Forms, merge
from graphbuild.recognise.coreference.profiles import Profile, learn, profile_of
from graphbuild.recognise.coreference.resolve import resolve
from graphbuild.recognise.coreference.scene import scene
from graphbuild.recognise.names import Name


def link(
    document: Document,
    names: Sequence[Name],
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities of the document (sorted by key) and all their mentions (sorted by place)."""
    headline = next((block.span for block in blocks if block.kind is BlockKind.HEADLINE), None)
    forms = merge(without_bare_towns(names, document), document.text, headline)
    entities, mentions = _named(forms)
    here = scene(
        document.text,
        document.language,
        blocks=blocks,
        sentences=sentences,
        tokens=tokens,
        places=[(mention.span, mention.entity) for mention in mentions],
    )
    profiles = {entity.key: profile_of(entity, here) for entity in entities}
    appositions = learn(here, profiles)
    mentions += resolve(here, profiles, appositions)
    described = tuple(_with_aliases(profile) for _, profile in sorted(profiles.items()))
    return described, tuple(sorted(set(mentions), key=lambda m: (m.span, m.entity, m.form)))


def _named(forms: Forms) -> tuple[list[Entity], list[Mention]]:
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    for leader, keys in sorted(forms.groups().items()):
        entity = _entity(forms, leader, keys)
        entities[entity.key] = entity
        for key in keys:
            form = Form.NAME if key == leader else Form.SHORT
            mentions += [Mention(span, entity.key, form) for span in forms.places[key]]
    return list(entities.values()), sorted(mentions, key=lambda m: m.span)


def _entity(forms: Forms, leader: str, keys: Sequence[str]) -> Entity:
    """The entity of a group: its fullest form is its name, the others are aliases."""
    surfaces = {_surface(span, forms.text) for key in keys for span in forms.places[key]}
    name = max(surfaces, key=lambda words: (len(words), not words.isupper(), words))
    kind = forms.types[leader]
    return Entity(entity_key(kind, name), kind, name, tuple(sorted(surfaces - {name})))


def _surface(span: Span, text: str) -> str:
    words = " ".join(span.of(text).split())
    return words.removesuffix("'s").removesuffix("’s")


def _with_aliases(profile: Profile) -> Entity:
    aliases = {*profile.entity.aliases, *(" ".join(alias.split()) for alias in profile.aliases)}
    return replace(profile.entity, aliases=tuple(sorted(aliases - {profile.entity.name})))
