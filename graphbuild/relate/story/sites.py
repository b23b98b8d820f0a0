"""Where things stand: "the plant at Taylor", "l'usine de Magdebourg", "X construira Y à Z"."""

import re
from collections.abc import Iterator, Sequence

from graphbuild.model import Entity, EntityType, Form, Kind, Mention, Sentence, Status
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.frames import Frame
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import Reality
from graphbuild.relate.syntax.tree import Tree

SITED = Frame("implicit/place-in-name", Kind.LOCATION)
BUILDING = frozenset({Kind.OPERATION, Kind.INVESTMENT, Kind.LAUNCH})  # say whether it stands yet
PLACED = frozenset({Kind.OPERATION, Kind.LAUNCH})  # have a place that is the thing's
SITEABLE = frozenset({EntityType.PROJECT, EntityType.EVENT})
BEFORE_NAME = frozenset({"DET", "ADJ"})
STANDING = frozenset({Status.DONE, Status.COMMITTED})


def sites(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A location for each project with a place in its name or right behind it."""
    names = names_in(tree, sentence)
    places = [m for m in names if tree.entities[m.entity].type is EntityType.PLACE]
    for mention in names:
        project = tree.entities[mention.entity]
        if project.type is not EntityType.PROJECT:
            continue
        near = [m for m in places if any(is_at(tree, mention, m) for is_at in (_is_behind, _is_before))]
        near = [m for m in places if m in near or _is_in_name(tree, project, m)]
        if near:
            where = list(dict.fromkeys(tree.entities[m.entity] for m in near))
            head, stance = tree.head_of(mention.span), _standing(project, drafts)
            roles = {"sited": [project], "place": where}
            yield Draft(SITED.kind, SITED.rule, head, sentence, stance, SITED, roles)


def told(drafts: Sequence[Draft]) -> list[Draft]:
    """Without the place of what nothing else is said of: "l'usine de Kumla" alone is only a name."""
    spoken = {key for d in drafts if d.rule != SITED.rule for key in d.all_keys()}
    return [d for d in drafts if d.rule != SITED.rule or d.keys("sited") & spoken]


def names_in(tree: Tree, sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence, pronouns left out."""
    return [m for m in tree.mentions_in(sentence.span) if m.form is not Form.PRONOUN]


def _standing(project: Entity, drafts: Sequence[Draft]) -> Reality:
    """What is only planned or announced does not stand yet; what was dropped had been announced."""
    for draft in drafts:
        told = draft.kind in BUILDING and project.key in draft.keys("project")
        if told and draft.reality.status not in STANDING:
            dropped = draft.reality.status is Status.CANCELLED
            status = Status.ANNOUNCED if dropped else draft.reality.status
            return Reality(status, certainty=draft.reality.certainty)
    return Reality()


def _is_in_name(tree: Tree, project: Entity, place: Mention) -> bool:
    """As in "usine de Magdebourg": the project's name holds the place behind a preposition."""
    words = re.escape(place.span.of(tree.reading.document.text))
    links = "|".join(sorted(map(re.escape, syntax_words(tree.language).name_site_prepositions)))
    found = re.search(rf"(?:\b(?:{links}) |d['’]|, ){words}\b", project.name)
    return found is not None and found.start() > 0


def _is_behind(tree: Tree, project: Mention, place: Mention) -> bool:
    """Right behind the name: "Dogger Bank in the North Sea", "Sizewell C, dans le Suffolk"."""
    at = _opener(tree, place)
    if at is None:
        return False
    at -= tree.word(at - 1) == "," and at - 1 > tree.sentence(at).first
    return tree.token_at(project.span.end - 1) == at - 1


def _is_before(tree: Tree, project: Mention, place: Mention) -> bool:
    """As in "Off Normandy, the Fécamp wind farm": the place opens the sentence, the project comes next."""
    sentence, end = tree.sentence(tree.token_at(place.span.start)), tree.token_at(place.span.end - 1) + 1
    if _opener(tree, place) != sentence.first or end >= sentence.last or tree.word(end) != ",":
        return False
    start = tree.token_at(project.span.start)
    return start > end and all(tree.tokens[t].pos in BEFORE_NAME for t in range(end + 1, start))


def _opener(tree: Tree, place: Mention) -> int | None:
    """The first token of the preposition before a place, article and adjective left out; None without."""
    words = syntax_words(tree.language).site_prepositions
    first = tree.token_at(place.span.start)
    start = tree.sentence(first).first
    at = first - 1
    while at > start and tree.tokens[at].pos in BEFORE_NAME and tree.uncontracted(at) not in words:
        at -= 1
    for length in (1, 2, 3):
        begin = at - length + 1
        if begin >= start and " ".join(tree.uncontracted(t) for t in range(begin, at + 1)) in words:
            return begin
    return None


def built_at(draft: Draft) -> Draft | None:
    """As in "X construira Y à Z": what is built stands there, as surely as it is built.

    The place moves from the claim to the one that is given back; None where there is none.
    """
    places = draft.roles.pop("place", []) if draft.kind in PLACED else []
    things = [e for e in draft.roles.get("project", []) if e.type in SITEABLE]
    if not places or not things:
        return None
    roles = {"sited": things, "place": places}
    return Draft(SITED.kind, SITED.rule, -draft.head - 2, draft.sentence, draft.reality, SITED, roles)
