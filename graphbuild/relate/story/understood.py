"""Roles that an article leaves to its topic: whose "le chiffre d'affaires" is goes without saying."""

from collections.abc import Iterable

from graphbuild.model import Entity, EntityType, Form, Kind, Span
from graphbuild.relate.drafts.carried import PERSONAL
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.lexicon import companies, syntax_words
from graphbuild.relate.story.topic import PROJECT_MEASURES, Topics
from graphbuild.relate.syntax.control import governor, is_possessed, subjects
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_passive, is_verb

# The role that the topic fills where an article leaves it out, by kind and by type of topic.
UNDERSTOOD: dict[Kind, dict[EntityType, str]] = {
    Kind.RESULT: {EntityType.ORGANIZATION: "organization", EntityType.PROJECT: "organization"},
    Kind.FUNDRAISING: {EntityType.ORGANIZATION: "beneficiary"},
    Kind.LOAN: {EntityType.PROJECT: "project", EntityType.ORGANIZATION: "beneficiary"},
    Kind.GRANT: {EntityType.PROJECT: "project", EntityType.ORGANIZATION: "beneficiary"},
    Kind.POSITION: {EntityType.ORGANIZATION: "organization"},
    Kind.INVESTMENT: {EntityType.PROJECT: "project"},
    Kind.CONTRACT: {EntityType.PROJECT: "project", EntityType.ORGANIZATION: "beneficiary"},
    Kind.SUPPLY: {EntityType.PROJECT: "project"},
    Kind.OWNERSHIP: {EntityType.ORGANIZATION: "owned"},
}
GOALS = ("project", "owned", "place", "beneficiary", "customer", "organization")
NEAR = 1  # sentences before, in which whoever is spoken of is still in mind
GIVING = frozenset({Kind.GRANT, Kind.LOAN, Kind.INVESTMENT})
TEXTS = frozenset({"purpose", "item"})
OWN = frozenset({Kind.RESULT, Kind.POSITION})  # figures and offices are the topic's whatever it receives


def receivers(tree: Tree, drafts: Iterable[Draft]) -> frozenset[str]:
    """Who may be given to: any project and body but those that pay by the article's own words."""
    given = {key for d in drafts for key in d.keys("payer") if d.kind in GIVING}
    able = (e.key for e in tree.reading.entities if e.type in {EntityType.PROJECT, EntityType.ORGANIZATION})
    return frozenset(able) - given


def understand(topics: Topics, draft: Draft, known: frozenset[str]) -> None:
    """Fill the role that an article leaves to its topic: what the money goes to, whose figure it is.

    ``known`` are the entities that the article shows receiving: a topic that gives is not given to.
    """
    if not _leaves_open(topics.tree, draft):
        return
    table = UNDERSTOOD.get(draft.kind, {})
    for kind in _types(draft, table):
        entity = topics.of(draft.sentence, kind)
        if entity is None or entity.key in draft.all_keys() or draft.roles.get(table[kind]):
            continue
        if draft.kind in OWN and _is_overshadowed(topics.tree, draft, entity):
            continue
        if draft.kind in GIVING and _is_given_elsewhere(topics.tree, draft, entity, table[kind]):
            continue
        led = topics.lead(draft.sentence) is not None
        if draft.kind is Kind.CONTRACT and kind is EntityType.ORGANIZATION and not led:
            continue
        if draft.kind is Kind.SUPPLY and not topics.is_named_often(entity):
            continue
        if draft.kind in OWN or entity.key in known:
            draft.fill(table[kind], [entity], Way("the article's topic"))
            return


def _is_overshadowed(tree: Tree, draft: Draft, topic: Entity) -> bool:
    """Whether the article has just spoken of another body, whose figure or office it may as well be."""
    near = range(draft.sentence.i - NEAR, draft.sentence.i)
    rivals = [
        mention.entity
        for mention in tree.reading.mentions
        if tree.sentence(tree.token_at(mention.span.start)).i in near
        and tree.entities[mention.entity].type is EntityType.ORGANIZATION
    ]
    return topic.type is EntityType.ORGANIZATION and bool(rivals) and topic.key not in rivals


def _is_given_elsewhere(tree: Tree, draft: Draft, topic: Entity, role: str) -> bool:
    """Whether the money may as well go to what the sentence or the paragraph speaks of instead."""
    elsewhere = _another_work(tree, draft, topic) or _names_another(tree, draft, topic.type)
    return elsewhere or _has_subject(tree, draft, role) or _has_receiver(tree, draft)


def _has_receiver(tree: Tree, draft: Draft) -> bool:
    """Whether the verb says who is given to, though it is nobody that we read: "hand shareholders A"."""
    if draft.head < 0 or not is_verb(tree, draft.head):
        return False
    told = (
        c for c in tree.children(draft.head) if tree.tokens[c].pos == "NOUN" and tree.tokens[c].amount is None
    )
    return any(tree.tokens[c].dep == "dative" or tree.preposition(c) == "à" for c in told)


def _has_subject(tree: Tree, draft: Draft, role: str) -> bool:
    """Whether the verb says who has the role, though it is nobody that we read: "La régie a reçu A"."""
    verb = draft.head
    if verb < 0 or not is_verb(tree, verb) or draft.frame.slots.get("subj") != role:
        return False
    return any(tree.tokens[s].pos in {"NOUN", "PROPN"} for s in subjects(tree, verb))


def _another_work(tree: Tree, draft: Draft, topic: Entity) -> bool:
    """Whether the paragraph has come to another project, and not to the topic."""
    block = tree.reading.blocks[draft.sentence.block].span
    here = tree.mentions_in(Span(block.start, draft.sentence.span.end))
    works = {m.entity for m in here if tree.entities[m.entity].type is EntityType.PROJECT}
    return topic.type is EntityType.PROJECT and bool(works) and topic.key not in works


def _names_another(tree: Tree, draft: Draft, kind: EntityType) -> bool:
    """Whether the sentence names somebody else of this type, who may as well be given to."""
    taken = draft.all_keys()
    here = tree.mentions_in(draft.sentence.span)
    others = (tree.entities[m.entity] for m in here if m.entity not in taken and m.form is not Form.PRONOUN)
    return kind is EntityType.ORGANIZATION and any(e.type is kind and e.named for e in others)


def _leaves_open(tree: Tree, draft: Draft) -> bool:
    """Whether the article may leave something to its topic: nothing else says what it is for or whose."""
    if draft.kind is Kind.CONTRACT:
        return True
    awarded = draft.kind is Kind.GRANT and draft.head >= 0 and is_passive(tree, draft.head)
    if awarded and not draft.roles.get("payer"):
        return False  # "le chantier a été attribué pour 36 M€" is nobody's gift
    tells = draft.kind is Kind.INVESTMENT and set(draft.texts) & TEXTS
    if any(draft.roles.get(role) for role in GOALS) or tells:
        return False
    if draft.kind is Kind.POSITION:
        return draft.frame.corporate and not _heads_another(tree, draft)
    if draft.kind is Kind.OWNERSHIP:
        own = draft.head >= 0 and is_possessed(tree, draft.head)  # "ses activités" are not the topic
        return draft.frame.in_passing and not own
    return draft.texts.get("measure") not in PERSONAL and not _is_anothers(tree, draft)


def _heads_another(tree: Tree, draft: Draft) -> bool:
    """As in "head of the task force", "présidente du comité": a body that nobody named."""
    bodies = syntax_words(tree.language).headed_bodies
    return draft.head >= 0 and any(
        tree.tokens[t].lemma in bodies for c in tree.children(draft.head) for t in (c, *tree.children(c))
    )


def _is_anothers(tree: Tree, draft: Draft) -> bool:
    """As in "une coopérative qui dit perdre A", "elles pourraient valoir A": the subject is meant."""
    if draft.kind is not Kind.RESULT or draft.head < 0 or tree.tokens[draft.head].dep == "pcomp":
        return False
    verb = draft.head if is_verb(tree, draft.head) else governor(tree, draft.head)
    told = subjects(tree, verb) if verb is not None else []
    return any(_is_somebody_else(tree, s) for s in told if s != draft.head)


def _is_somebody_else(tree: Tree, i: int) -> bool:
    """Whether a word names nobody we know, and is none of the nouns that the topic may be called by."""
    token = tree.tokens[i]
    if tree.mentions(i) or entities_at(tree, i):
        return False
    if token.pos == "PRON":
        return "Number=Plur" in token.morph
    return (
        token.pos == "NOUN"
        and token.amount is None
        and not companies(tree.language) & {token.lemma, tree.word(i)}
    )


def _types(draft: Draft, table: dict[EntityType, str]) -> list[EntityType]:
    """The types of topic to try, in order; a figure belongs to one only."""
    if draft.kind is not Kind.RESULT:
        return list(table)
    thing = draft.texts.get("measure") in PROJECT_MEASURES
    return [EntityType.PROJECT if thing else EntityType.ORGANIZATION]
