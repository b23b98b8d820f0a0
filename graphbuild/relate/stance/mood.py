"""What a verb's own form says: tense, mood, modal, negation, condition. Words are in ``data/stance``."""

from dataclasses import dataclass

from graphbuild.model import Status
from graphbuild.relate.stance.conditions import (
    if_conditioned,
    in_condition,
    is_inverted,
    rumoured,
    under_past_report,
)
from graphbuild.relate.stance.negation import is_foregone, is_negated
from graphbuild.relate.stance.tense import compound_tense, conditional, english_modal, group, is_future
from graphbuild.relate.stance.words import stance_words, verb_lemma
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import auxiliaries


@dataclass(frozen=True, slots=True)
class Level:
    """What one verb or noun of the chain says: a status where it says one, doubt, denial."""

    status: Status | None = None
    hedged: bool = False
    negative: bool = False


def mood(tree: Tree, i: int) -> Level:
    """What tense, mood, modal and negation say; no status for a plain past or present."""
    if is_foregone(tree, i):
        return Level(Status.CANCELLED)
    negative = is_negated(tree, i)
    found = _modal(tree, i)
    if found is not None:
        return Level(if_conditioned(tree, i, found.status), hedged=found.hedged, negative=negative)
    if conditional(tree, i):
        compound = compound_tense(tree, i)
        if under_past_report(tree, i) and not compound:
            return Level(Status.ANNOUNCED, negative=negative)
        return Level(
            None if compound else if_conditioned(tree, i, rumoured(tree, i)), hedged=True, negative=negative
        )
    if any(is_future(tree, t) for t in group(tree, i)):
        perfect = compound_tense(tree, i)
        return Level(None if perfect else if_conditioned(tree, i, Status.ANNOUNCED), negative=negative)
    return (
        Level(Status.PLANNED, hedged=True, negative=negative)
        if in_condition(tree, i)
        else Level(None, negative=negative)
    )


def is_modal(tree: Tree, i: int) -> bool:
    """A French modal over an infinitive."""
    return tree.language == "fr" and _modal(tree, i) is not None


def _modal(tree: Tree, i: int) -> Level | None:
    modals = stance_words(tree.language)["certainty"]["modals"]
    if tree.language == "en":
        found = english_modal(tree, i)
        if found is None or _inverted_in_condition(tree, i):
            return None
        status, certainty = modals[found]["present"].split()
        reported = found in {"would", "'d"} and under_past_report(tree, i) and not _perfect(tree, i)
        happened = found in {"may", "might", "must"} and _perfect(tree, i)  # "may have paid"
        return Level(
            None if happened else Status(status), hedged=happened or (certainty == "hedged" and not reported)
        )
    token = tree.tokens[i]
    lemma = verb_lemma(tree, i)
    if lemma not in modals or "VerbForm=Inf" in token.morph or not _over_infinitive(tree, i):
        return None
    status, certainty = modals[lemma][_tense(tree, i)].split()
    return Level(None if status == "done" else Status(status), hedged=certainty == "hedged")


def _inverted_in_condition(tree: Tree, i: int) -> bool:
    return (
        any(tree.word(c) == "should" and is_inverted(tree, i, c) for c in auxiliaries(tree, i))
        and tree.tokens[i].dep == "advcl"
    )


def _over_infinitive(tree: Tree, i: int) -> bool:
    """As in "doit verser" is a modal; "doit 3 millions" owes."""
    return any("VerbForm=Inf" in tree.tokens[t].morph for c in tree.children(i) for t in group(tree, c))


def _perfect(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].lemma == "have" for c in auxiliaries(tree, i))


def _tense(tree: Tree, i: int) -> str:
    if conditional(tree, i):
        return "conditional"
    if compound_tense(tree, i):
        return "perfect"
    return "imperfect" if "Tense=Imp" in tree.tokens[i].morph else "present"
