"""What the words of the stance tables mean over a claim: planned, cancelled, denied, hearsay."""

from dataclasses import replace

from graphbuild.model import Status
from graphbuild.relate.frames import frames
from graphbuild.relate.stance.mood import Level
from graphbuild.relate.stance.words import listed, stance_words
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import auxiliaries


def combined(lexical: Level, own: Level, *, perfect: bool) -> Level:
    """As in "renoncera", "n'a pas renoncé", "dément avoir reçu", "n'exclut pas"."""
    if lexical.status is Status.CANCELLED:
        return Level(Status.PLANNED) if own.negative else Level(Status.CANCELLED)
    if lexical.negative:
        if own.negative:
            return Level(None if perfect else Status.PLANNED, hedged=True)
        return replace(lexical, status=None if perfect else lexical.status)
    if own.negative and lexical.status is Status.COMMITTED:
        return Level(Status.PLANNED, hedged=own.hedged)
    if lexical.status is Status.ANNOUNCED and own.hedged:
        return Level(Status.PLANNED, hedged=True, negative=own.negative)  # "serait tenu d'investir"
    status = (
        None
        if perfect and lexical.hedged
        else own.status
        if lexical.status in {Status.COMMITTED, Status.DONE} and own.status
        else lexical.status or own.status
    )
    return Level(status, hedged=lexical.hedged or own.hedged, negative=own.negative)


def lexical_level(tree: Tree, i: int, *, clausal: bool, child: int | None = None) -> Level | None:
    """The class of a governor in the tables, as a level."""
    found = (listed(tree, i, "clause") if clausal else None) or listed(tree, i, "matrix")
    if (
        not clausal
        and listed(tree, i, "own") == "requested"
        and found == "planned"
        and child is not None
        and tree.tokens[child].lemma in stance_words(tree.language)["money"]
    ):
        found = "requested"
    if found in {"denied", "excluded"}:
        return Level(Status.PLANNED if found == "denied" else Status.ANNOUNCED, negative=True)
    if found == "hedged":
        return Level(Status.PLANNED, hedged=True)
    if found in {"kept", "done"}:
        return Level(Status.DONE) if found == "kept" else Level()
    if found == "announced" and clausal and _is_past(tree, i):
        found = "planned"  # "was to pay", "was due to pay": it may never have
    return Level(Status(found)) if found else None


def _is_past(tree: Tree, i: int) -> bool:
    """As in "was to", "had been due to", not "was forced to": a past "be" that is the word or its own."""
    words = stance_words(tree.language)["certainty"].get("unfulfilled", ())
    be = [i, tree.tokens[i].head, *auxiliaries(tree, i)]
    return tree.tokens[i].lemma in words and any(tree.word(t) in {"was", "were", "been"} for t in be)


def is_hearsay(tree: Tree, i: int) -> bool:
    """As in "is said to be", "was reported to have": nobody vouches for it."""
    words = stance_words(tree.language)["certainty"].get("passive_hedges", ())
    return tree.tokens[i].lemma in words and any(
        tree.tokens[c].dep in {"auxpass", "nsubjpass"} for c in tree.children(i)
    )


def is_measure(tree: Tree, i: int) -> bool:
    """As in "annonce un bénéfice": a figure that is told is a fact; "to pay" is none."""
    return tree.tokens[i].pos != "VERB" and any(
        frame.measure and len(phrase) == 1
        for word in {tree.tokens[i].lemma, tree.word(i)}  # "sales" are a figure, a "sale" is a deal
        for phrase, frame in frames(tree.language).nouns.get(word, ())
    )
