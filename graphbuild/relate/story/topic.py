"""What an article, or one story of a market brief, is about: the company or project understood where none is named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graphbuild.model import BlockKind, Entity, EntityType, Form, Kind, Sentence
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.syntax.tree import Tree

HEADLINE_WEIGHT = 3
DOMINANCE = 1.5  # how much more often than the next one


@dataclass(frozen=True)
class Topics:
    """The topics of one reading."""

    tree: Tree

    def of(self, sentence: Sentence, kind: EntityType) -> Entity | None:
        """The one entity of this type that the story of a sentence is about; None where it is not clear."""
        lead = self._lead(sentence.block)
        if lead is not None:
            return lead if lead.type is kind else None
        return None if self._is_brief else self._whole.get(kind)

    def _lead(self, block: int) -> Entity | None:
        """The company before the dash: "BOEING - The planemaker"."""
        blocks = self.tree.reading.blocks
        if not block or blocks[block - 1].kind is not BlockKind.HEADING:
            return None
        between = self.tree.reading.document.text[blocks[block - 1].span.end : blocks[block].span.start]
        if "\n" in between:
            return None
        inside = [m for m in self.tree.reading.mentions if blocks[block - 1].span.contains(m.span)]
        found = [self.tree.entities[m.entity] for m in inside]
        return next((e for e in found if e.type is EntityType.ORGANIZATION), None)

    @cached_property
    def _is_brief(self) -> bool:
        """Several leads: several stories, none of which is about the others' companies."""
        return sum(self._lead(i) is not None for i in range(len(self.tree.reading.blocks))) >= 2

    @cached_property
    def _whole(self) -> dict[EntityType, Entity | None]:
        return {kind: self._dominant(kind) for kind in (EntityType.ORGANIZATION, EntityType.PROJECT)}

    def _dominant(self, kind: EntityType) -> Entity | None:
        reading = self.tree.reading
        headline = next((b.span for b in reading.blocks if b.kind is BlockKind.HEADLINE), None)
        weights: Counter[str] = Counter()
        for mention in reading.mentions:
            if self.tree.entities[mention.entity].type is kind and mention.form is not Form.PRONOUN:
                weights[mention.entity] += (
                    HEADLINE_WEIGHT if headline and headline.contains(mention.span) else 1
                )
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < DOMINANCE * ranked[1][1]) or ranked[0][1] < 3:
            return None
        return self.tree.entities[ranked[0][0]]


# The role that the topic fills where an article leaves it out, by kind and by type of topic.
UNDERSTOOD: dict[Kind, dict[EntityType, str]] = {
    Kind.RESULT: {EntityType.ORGANIZATION: "organization", EntityType.PROJECT: "organization"},
    Kind.FUNDRAISING: {EntityType.ORGANIZATION: "beneficiary"},
    Kind.LOAN: {EntityType.ORGANIZATION: "beneficiary", EntityType.PROJECT: "project"},
    Kind.GRANT: {EntityType.ORGANIZATION: "beneficiary", EntityType.PROJECT: "project"},
    Kind.POSITION: {EntityType.ORGANIZATION: "organization"},
    Kind.INVESTMENT: {EntityType.PROJECT: "project"},
    Kind.CONTRACT: {EntityType.PROJECT: "project"},
    Kind.SUPPLY: {EntityType.PROJECT: "project"},
    Kind.OWNERSHIP: {EntityType.ORGANIZATION: "owned"},
}
GOALS = ("project", "owned", "place", "beneficiary", "customer", "organization")
PROJECT_MEASURES = frozenset({"cost", "capacity", "price"})


RECEIVING = ("beneficiary", "project", "organization", "owned", "target", "operator")


def receivers(tree: Tree, drafts: Iterable[Draft]) -> frozenset[str]:
    """Who receives, has figures or is owned by the article's own words, and any project; nobody who pays."""
    explicit = list(drafts)
    given = {e.key for d in explicit for e in d.roles.get("payer", [])}
    got = {e.key for d in explicit for role in RECEIVING for e in d.roles.get(role, [])}
    projects = {e.key for e in tree.reading.entities if e.type is EntityType.PROJECT}
    return frozenset((got | projects) - given)


def understand(topics: Topics, draft: Draft, known: frozenset[str]) -> None:
    """Fill the role that an article leaves to its topic: what the money goes to, whose figure it is.

    ``known`` are the entities that the article shows receiving: a topic that gives is not given to.
    """
    if any(draft.roles.get(role) for role in GOALS) and draft.kind not in {Kind.CONTRACT}:
        return
    if draft.kind is Kind.POSITION and not draft.frame.corporate:
        return
    if draft.texts.get("measure") == "salary":  # a person's, never the topic's
        return
    if draft.kind is Kind.OWNERSHIP and "self" not in draft.frame.noun_slots:
        return
    if set(draft.texts) & {"purpose", "item"} and draft.kind is not Kind.CONTRACT:
        return  # the article says what for
    table = UNDERSTOOD.get(draft.kind, {})
    wanted = sorted(table, key=lambda kind: (kind is EntityType.ORGANIZATION, kind))
    if draft.kind is Kind.RESULT:
        wanted = (
            [EntityType.PROJECT]
            if draft.texts.get("measure") in PROJECT_MEASURES
            else [EntityType.ORGANIZATION]
        )
    for kind in wanted:
        entity = topics.of(draft.sentence, kind)
        trusted = draft.kind in {Kind.RESULT, Kind.POSITION} or (entity is not None and entity.key in known)
        if (
            entity is not None
            and trusted
            and entity.key not in {e.key for found in draft.roles.values() for e in found}
        ):
            draft.fill(table[kind], [entity])
            return
