"""Whose officer speaks: "X will invest A, said chief executive Y" makes Y the chief executive of X."""

from graphbuild.model import Entity, EntityType, Form, Kind
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.stance.words import is_reporting
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb


def of_whom_he_speaks(tree: Tree, draft: Draft) -> None:
    """Fill the organization of a company's officer who speaks of the only one that the sentence names."""
    if draft.kind is not Kind.POSITION or not draft.frame.corporate or draft.roles.get("organization"):
        return
    named = {
        m.entity
        for m in tree.mentions_in(draft.sentence.span)
        if tree.entities[m.entity].type is EntityType.ORGANIZATION and m.form is not Form.PRONOUN
    }
    told = _reported_subjects(tree, draft)
    his = told and {e.key for e in told} == named
    if his and _speaks(tree, draft) and not _is_of_others(tree, draft):
        draft.fill("organization", told, Way("whom its officer speaks of"))


def _speaks(tree: Tree, draft: Draft) -> bool:
    """Whether the officer, or his name, is the subject of a verb of saying."""
    own = (draft.head, tree.tokens[draft.head].head)
    return any(is_reporting(tree, tree.tokens[i].head) for i in own if "subj" in tree.tokens[i].dep)


def _is_of_others(tree: Tree, draft: Draft) -> bool:
    """As in "union chairman Y": the noun before the title says whose it is."""
    title = draft.texts.get("title", "").lower().split()
    before = draft.head - 1
    while before >= draft.sentence.first and tree.word(before) in title:
        before -= 1
    return before >= draft.sentence.first and tree.tokens[before].pos == "NOUN"


def _reported_subjects(tree: Tree, draft: Draft) -> list[Entity]:
    """Who stands as the subject of what is said."""
    said = range(draft.sentence.first, draft.sentence.last)
    subjects = [
        i
        for i in said
        if "subj" in tree.tokens[i].dep and is_verb(tree, tree.tokens[i].head) and i != draft.head
    ]
    found = [e for i in subjects for e in entities_at(tree, i) if e.type is EntityType.ORGANIZATION]
    return list(dict.fromkeys(found))
