"""Claims without a verb: "X's Y" owns, "the plant at Taylor" stands there, "a 704 MW scheme" has a capacity."""

import re
from collections.abc import Iterator

from graphbuild.model import Entity, EntityType, Form, Kind, Mention, Polarity, Sentence, Status
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.frames import Frame
from graphbuild.relate.stance.reality import Reality, reality
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import CONTRACTED, Tree

OWNED = Frame("implicit/possessive", Kind.OWNERSHIP)
SITED = Frame("implicit/place-in-name", Kind.LOCATION)
CAPACITY = Frame("implicit/capacity", Kind.RESULT, measure="capacity")
COST = Frame("implicit/cost", Kind.RESULT, measure="cost")
NAME_AT = "in|at|near|off|outside|à|en|dans|près de|de|des|du|au|aux|et|and|de la|de l['’]"
AT = frozenset({"in", "at", "near", "off", "outside", "à", "en", "dans", "près de", "de"})
BUILDING = frozenset({Kind.OPERATION, Kind.INVESTMENT, Kind.LAUNCH})
SITES = frozenset({EntityType.PROJECT})
NEAR = 5  # tokens from a sum to the noun that it measures


def implicit(tree: Tree, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The claims that names and amounts of a sentence make by standing together."""
    found = [
        *_possessives(tree, sentence),
        *_sites(tree, sentence, drafts),
        *_capacities(tree, sentence, drafts),
        *_costs(tree, sentence, drafts),
    ]
    return [*drafts, *found, *(site for d in drafts if (site := _built_at(d)))]


def _built_at(draft: Draft) -> Draft | None:
    """ "X construira Y à Z": what is built stands there, as surely as it is built."""
    places = draft.roles.pop("place", []) if draft.kind in {Kind.OPERATION, Kind.LAUNCH} else []
    things = [e for e in draft.roles.get("project", []) if e.type in {EntityType.PROJECT, EntityType.EVENT}]
    if not places or not things:
        return None
    return Draft(
        Kind.LOCATION,
        SITED.rule,
        -draft.head - 2,
        draft.sentence,
        draft.reality,
        SITED,
        {"sited": things, "place": places},
    )


def _new(tree: Tree, sentence: Sentence, frame: Frame, head: int, **roles: list[Entity]) -> Draft:
    texts = {"measure": frame.measure} if frame.measure else {}
    return Draft(frame.kind, frame.rule, head, sentence, Reality(), frame, dict(roles), texts)


def _names(tree: Tree, sentence: Sentence) -> list[Mention]:
    inside = [m for m in tree.reading.mentions if sentence.span.contains(m.span)]
    return [m for m in inside if m.form is not Form.PRONOUN]


def _possessives(tree: Tree, sentence: Sentence) -> Iterator[Draft]:
    """ "Richard Branson's Virgin Group": English only; French says it with a noun."""
    for mention in _names(tree, sentence):
        owned = tree.entities[mention.entity]
        if owned.type is not EntityType.ORGANIZATION or mention.form is Form.DESCRIPTION:
            continue
        head = tree.head_of(mention.span)
        for c in tree.children(head, "poss"):
            owners = [
                e
                for e in entities_at(tree, c)
                if e.type in {EntityType.PERSON, EntityType.ORGANIZATION} and e.key != owned.key
            ]
            if owners and tree.tokens[c].pos == "PROPN":
                yield _new(tree, sentence, OWNED, head, owner=owners, owned=[owned])


def _sites(tree: Tree, sentence: Sentence, drafts: list[Draft]) -> Iterator[Draft]:
    """ "the plant at Taylor, Texas", "l'usine de Magdebourg": the place in or right behind a project's name."""
    mentions = _names(tree, sentence)
    for mention in mentions:
        project = tree.entities[mention.entity]
        if project.type is not EntityType.PROJECT:
            continue
        near = [m for m in mentions if tree.entities[m.entity].type is EntityType.PLACE]
        places = [
            tree.entities[m.entity] for m in near if _in_name(tree, project, m) or _behind(tree, mention, m)
        ]
        if places:
            site = _new(
                tree,
                sentence,
                SITED,
                tree.head_of(mention.span),
                sited=[project],
                place=list(dict.fromkeys(places)),
            )
            site.reality = _standing(project, drafts)
            yield site


def _standing(project: Entity, drafts: list[Draft]) -> Reality:
    """What is only planned or announced does not stand yet; what was dropped had been announced."""
    for draft in drafts:
        if (
            project.key in draft.keys("project")
            and draft.kind in BUILDING
            and draft.reality.status not in {Status.DONE, Status.COMMITTED}
        ):
            status = Status.ANNOUNCED if draft.reality.status is Status.CANCELLED else draft.reality.status
            return Reality(status, Polarity.POSITIVE, draft.reality.certainty)
    return Reality()


def _in_name(tree: Tree, project: Entity, place: Mention) -> bool:
    """ "usine de Magdebourg": the project's name holds the place behind a preposition."""
    words = place.span.of(tree.reading.document.text)
    found = re.search(rf"(?:\b(?:{NAME_AT}) |d['’]|, ){re.escape(words)}\b", project.name)
    return found is not None and found.start() > 0


def _behind(tree: Tree, project: Mention, place: Mention) -> bool:
    """Right behind the name: "Dogger Bank in the North Sea"."""
    first = tree.token_at(place.span.start)
    at = first - 1 if tree.tokens[first - 1].pos != "DET" else first - 2
    before = CONTRACTED.get(tree.word(at), tree.word(at)) if at >= 0 else ""
    return tree.token_at(project.span.end - 1) == at - 1 and before in AT - {"de"}


def _capacities(tree: Tree, sentence: Sentence, drafts: list[Draft]) -> Iterator[Draft]:
    """A physical amount that no frame took belongs to the project of its noun phrase or sentence."""
    taken = {d.amount.span for d in drafts if d.amount}
    for i in range(sentence.first, sentence.last):
        amount = tree.amount(i)
        if amount is None or amount.is_money or amount.span in taken:
            continue
        projects = _projects_of(tree, sentence, i)
        if projects:
            draft = _new(tree, sentence, CAPACITY, i, organization=projects)
            draft.amount = amount
            draft.reality = reality(tree, i, done=Reality().status)
            yield draft


def _costs(tree: Tree, sentence: Sentence, drafts: list[Draft]) -> Iterator[Draft]:
    """ "a $6.5bn factory": English only; money right before a project's own noun is what it costs."""
    taken = {d.amount.span for d in drafts if d.amount}
    for i in range(sentence.first, sentence.last) if tree.language == "en" else ():
        amount, head = tree.amount(i), tree.tokens[i].head
        if amount is None or not amount.is_money or amount.span in taken or not 0 < head - i <= NEAR:
            continue
        projects = [e for e in entities_at(tree, head) if e.type in SITES]
        if projects and tree.tokens[i].dep in {"compound", "nummod", "amod", "nmod", "quantmod"}:
            draft = _new(tree, sentence, COST, -i - 1, organization=projects)
            draft.amount = amount
            draft.reality = reality(tree, head, done=Reality().status)
            yield draft


def _projects_of(tree: Tree, sentence: Sentence, i: int) -> list[Entity]:
    """The project that the amount's own noun names; else the nearest one before it in the sentence."""
    head = tree.tokens[i].head
    own = [e for e in entities_at(tree, head) if e.type in SITES]
    if own:
        return own
    before = [
        m
        for m in _names(tree, sentence)
        if tree.entities[m.entity].type in SITES and m.span.end <= tree.tokens[i].span.start
    ]
    return [tree.entities[before[-1].entity]] if before else []
