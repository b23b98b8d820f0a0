"""What an article, or one story of a market brief, is about."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from graphbuild.model import BlockKind, Entity, EntityType, Form, Mention, Sentence
from graphbuild.relate.lexicon import pointing
from graphbuild.relate.syntax.tree import Tree

OPENERS = frozenset({":", "-", "–", "—"})
HEADLINE_WEIGHT = 3
ENOUGH = 3  # mentions, that in the headline counted as so many
ENOUGH_AT_ONCE = 2  # of what the first sentences name
FIRST = 3  # sentences
DOMINANCE = 1.5  # how much more often than the next one
PROJECT_MEASURES = frozenset({"cost", "capacity", "price"})  # figures of a thing, not of a company


@dataclass(frozen=True)
class Topics:
    """The topics of one reading."""

    tree: Tree

    def of(self, sentence: Sentence, kind: EntityType) -> Entity | None:
        """The one entity of this type that the story of a sentence is about; None where it is not clear."""
        lead = self.lead(sentence)
        if lead is not None:
            return lead if lead.type is kind else None
        return None if self._is_brief else self._whole.get(kind)

    def lead(self, sentence: Sentence) -> Entity | None:
        """The company that a story starts with; None where it starts with none."""
        return self._lead(sentence.block)

    def _lead(self, block: int) -> Entity | None:
        """The company before the dash or colon: "BOEING - The planemaker", "SATELYS : contrat décroché"."""
        blocks = self.tree.reading.blocks
        if (opening := self._openings.get(block)) is not None:
            return opening
        if not block or blocks[block - 1].kind is not BlockKind.HEADING:
            return None
        heading = blocks[block - 1].span
        between = self.tree.reading.document.text[heading.end : blocks[block].span.start]
        if "\n" in between:
            return None
        named = [m.entity for m in self.tree.mentions_in(heading)]
        found = (self.tree.entities[key] for key in named)
        return next((e for e in found if e.type is EntityType.ORGANIZATION), None)

    @cached_property
    def _openings(self) -> dict[int, Entity]:
        """By block: the company that its first sentence names before a colon or dash."""
        found: dict[int, Entity] = {}
        for sentence in reversed(self.tree.reading.sentences):
            found.pop(sentence.block, None)
            named = self.tree.mentions(sentence.first)
            at = self.tree.token_at(named[0].span.end - 1) + 1 if named else sentence.last
            entity = self.tree.entities[named[0].entity] if named else None
            company = entity is not None and entity.type is EntityType.ORGANIZATION
            if entity and company and at < sentence.last - 1 and self.tree.word(at) in OPENERS:
                found[sentence.block] = entity
        return found

    @cached_property
    def _is_brief(self) -> bool:
        """Several leads: several stories, none of which is about the others' companies."""
        return sum(self._lead(i) is not None for i in range(len(self.tree.reading.blocks))) >= 2

    @cached_property
    def _whole(self) -> dict[EntityType, Entity | None]:
        return {kind: self._dominant(kind) for kind in (EntityType.ORGANIZATION, EntityType.PROJECT)}

    def _dominant(self, kind: EntityType) -> Entity | None:
        """The entity named far more often than any other of its type."""
        weights = self._weights(kind)
        ranked = sorted(weights, key=lambda key: (-weights[key], key))
        if not ranked or weights[ranked[0]] < (ENOUGH_AT_ONCE if self._opens(ranked[0]) else ENOUGH):
            return None
        second = weights[ranked[1]] if len(ranked) > 1 else 0
        return None if weights[ranked[0]] < DOMINANCE * second else self.tree.entities[ranked[0]]

    def _opens(self, key: str) -> bool:
        """Whether the article's first sentences name an entity."""
        first = next(m for m in self.tree.reading.mentions if m.entity == key)
        return self.tree.sentence(self.tree.token_at(first.span.start)).i < FIRST

    def is_named_often(self, entity: Entity) -> bool:
        """Whether the article comes back to an entity, not only its first sentences name it."""
        return self._weights(entity.type)[entity.key] >= ENOUGH

    def _weights(self, kind: EntityType) -> Counter[str]:
        """How often each entity of a type is spoken of, the headline counted more.

        "We" and "it" are mostly companies; neither they nor "this programme" count for a project.
        """
        reading = self.tree.reading
        headline = next((b.span for b in reading.blocks if b.kind is BlockKind.HEADLINE), None)
        weights: Counter[str] = Counter()
        for m in reading.mentions:
            entity = self.tree.entities[m.entity]
            counts = kind is EntityType.ORGANIZATION or not (m.form is Form.PRONOUN or self._goes_on(m))
            if entity.type is kind and counts and entity.named:
                weights[m.entity] += HEADLINE_WEIGHT if headline and headline.contains(m.span) else 1
        return weights

    def _goes_on(self, mention: Mention) -> bool:
        """As in "Stargate. This programme": the sentence before is only taken up again."""
        before = self.tree.token_at(mention.span.start) - 1
        return mention.form is Form.DESCRIPTION and self.tree.word(before) in pointing(self.tree.language)
