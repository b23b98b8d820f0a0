"""The stance of a match: that of its verb or noun; a title in passing is a fact of its own."""

from dataclasses import replace

from graphbuild.model import Certainty, Kind, Status
from graphbuild.relate.drafts.itself import told_by
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.frames import Frame, frames
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import Reality, reality
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb

NAMED_BY = frozenset({"as", "comme", "de", "à"})
EARNED = frozenset({"revenue", "profit", "loss", "debt", "valuation", "cost"})
COMPLEMENTS = frozenset({"oprd", "xcomp", "attr", "obj"})


def standing(tree: Tree, match: Match) -> Reality:
    """How real a match is: by its sentence, or for a title or description in passing by its own words."""
    if match.verbal or not match.frame.in_passing:
        return _of_figure(tree, match, reality(tree, match.head, done=match.frame.status))
    if match.frame.titled and (given := _given_by(tree, match.head)) is not None:
        verb, frame = given
        return reality(tree, verb, done=frame.status)
    if not match.frame.titled and (teller := told_by(tree, match.head)) is not None:
        return reality(tree, teller, done=match.frame.status)  # "will operate as a unit of Y"
    start = max(tree.sentence(match.head).first, match.words[0] - 2)
    before = {tree.word(t) for t in range(start, match.words[0])}
    before |= {tree.word(match.words[0]).partition("-")[0]}  # "ex-patron"
    return Reality(Status.CANCELLED if before & syntax_words(tree.language).former else Status.DONE)


def _of_figure(tree: Tree, match: Match, told: Reality) -> Reality:
    """A figure in the conditional is a rumour of now ("le jeu rapporterait A"), or the price of a plan.

    And nobody commits a result: "Avec A de ventes, X signe un bon trimestre".
    """
    if match.frame.measure in EARNED and told.status is Status.COMMITTED:
        return replace(told, status=Status.DONE)
    rumoured = told.status is Status.ANNOUNCED and told.certainty is Certainty.HEDGED
    if not rumoured or not match.frame.measure or tree.language != "fr":
        return told
    return replace(
        told, status=Status.PLANNED if match.verbal and match.frame.measure == "cost" else Status.DONE
    )


def _given_by(tree: Tree, title: int) -> tuple[int, Frame] | None:
    """As in "resigned as chief executive", "a été nommé directeur": the verb that gives or ends the title."""
    if tree.preposition(title) not in NAMED_BY and tree.tokens[title].dep not in COMPLEMENTS:
        return None
    for at in list(tree.ancestors(title))[:2]:
        found = frames(tree.language).verbs.get(tree.tokens[at].lemma, ())
        posts = [frame for phrase, frame in found if frame.kind is Kind.POSITION and len(phrase) == 1]
        if posts and is_verb(tree, at) and posts[0].status is not Status.DONE:
            return at, posts[0]
    return None
