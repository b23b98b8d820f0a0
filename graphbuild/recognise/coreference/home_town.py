"""The town that a local story is about, which "la Ville" and "the town" mean throughout it."""

from collections.abc import Sequence

from graphbuild.model import Document, EntityType, fold
from graphbuild.recognise.coreference.salience import Memory
from graphbuild.recognise.coreference.words import descriptions
from graphbuild.recognise.names import Name
from graphbuild.recognise.names.knowledge import countries, is_town

PLACE = EntityType.PLACE
HEAD = 1  # sentences below the headline in which a story tells where it plays
NEAR = 2  # sentences back to another town, which may as well be meant


def without_bare_towns(names: Sequence[Name], document: Document) -> list[Name]:
    """The names but those that are the noun for a town, where one is named before: "la Ville" is that one."""
    nouns, text = descriptions(document.language).towns, document.text
    kept: list[Name] = []
    for name in names:
        known = (n for n in kept if n.type is PLACE and fold(n.span.of(text)) not in countries())
        if fold(name.span.of(text)) not in nouns or not any(known):
            kept.append(name)
    return kept


def home_town(memory: Memory, i: int) -> str | None:
    """The town that a story names at its head, unless another was named just before a token."""
    scene, story = memory.scene, memory.scene.story(i)
    home = memory.main.get((story, PLACE))
    if home is None or memory.profiles[home].is_country:
        return None
    here = [s for s in memory.seen if s.story == story]
    first = here[0].sentence
    named = next(s.sentence for s in here if s.entity == home)
    rivals = {
        s.entity
        for s in here
        if s.entity != home
        and scene.tokens[i].sentence - s.sentence <= NEAR
        and is_town(fold(memory.profiles[s.entity].entity.name))
    }
    return home if named - first <= HEAD and not rivals else None
