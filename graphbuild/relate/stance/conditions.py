"""What a verb hangs on: an if-clause, a rumour, what somebody said in the past."""

from graphbuild.model import Status
from graphbuild.relate.stance.tense import conditional, group
from graphbuild.relate.stance.words import is_reporting, stance_words
from graphbuild.relate.syntax.tree import SUBJECTS, Tree

REPORT_DEPTH = 5  # clauses between "said" and the verb
CLAUSAL = frozenset({"ccomp", "xcomp", "conj", "advcl", "acl", "dep", "parataxis"})


def if_conditioned(tree: Tree, i: int, status: Status | None) -> Status | None:
    """As in "versera X si Y": a plan."""
    if status is not Status.ANNOUNCED:
        return status
    return (
        Status.PLANNED
        if any(in_condition(tree, c) for c in tree.children(i, "advcl", "dep", "ccomp"))
        else status
    )


def in_condition(tree: Tree, i: int) -> bool:
    """Whether a verb stands inside an if-clause."""
    words = stance_words(tree.language)["certainty"]
    if tree.tokens[i].dep not in {"advcl", "dep", "ccomp"}:
        return False
    marks = [
        c for c in tree.children(i, "mark", "advmod", "aux") if tree.word(c) in words["conditions"] and c < i
    ]
    if tree.language == "en":
        marks = [c for c in marks if tree.word(c) != "should" or is_inverted(tree, i, c)]
        marks = [c for c in marks if tree.word(c) != "whether"]
    return any(c == 0 or tree.word(c - 1) not in words["concessions"] for c in marks) and (
        tree.tokens[i].dep == "advcl" or tree.language == "en" or marks[0] < tree.tokens[i].head
    )


def is_inverted(tree: Tree, i: int, modal: int) -> bool:
    """As in "Should the buyers walk away": the modal before its subject."""
    return any(modal < s for s in tree.children(i, *SUBJECTS))


def rumoured(tree: Tree, i: int) -> Status:
    """A conditional that hangs on a rumour is a plan nobody announced."""
    words = stance_words(tree.language)
    rumours = {*words["certainty"]["rumours"], *words["speech"]["according"]}
    sentence = tree.sentence(i)
    text = f" {' '.join(tree.word(t) for t in range(sentence.first, sentence.last))} ".replace("' ", "'")
    return (
        Status.PLANNED
        if any(f" {word} " in text or (word.endswith("'") and f" {word}" in text) for word in rumours)
        else Status.ANNOUNCED
    )


def under_past_report(tree: Tree, i: int) -> bool:
    """Inside what somebody said in the past: the conditional is only the sequence of tenses."""
    at = i
    for _ in range(REPORT_DEPTH):
        token = tree.tokens[at]
        if token.head == at or token.dep not in CLAUSAL:
            return False
        at = token.head
        past = any({"Tense=Past", "Tense=Imp"} & tree.tokens[t].morph for t in group(tree, at))
        if past and is_reporting(tree, at) and not conditional(tree, at):
            return True
    return False
