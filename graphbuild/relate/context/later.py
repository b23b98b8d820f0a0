"""What the article takes back a little later: "..., mais cette offre est rejetée"."""

from graphbuild.model import Kind, Status
from graphbuild.relate.context.segments import segment_of
from graphbuild.relate.context.speakers import anchor
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.stance.mood import mood
from graphbuild.relate.stance.negation import is_negated
from graphbuild.relate.stance.tense import group
from graphbuild.relate.stance.words import listed, stance_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.tree import OBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_passive, is_verb

ENDABLE = frozenset(
    {
        Kind.ACQUISITION,
        Kind.INVESTMENT,
        Kind.GRANT,
        Kind.LOAN,
        Kind.CONTRACT,
        Kind.FUNDRAISING,
        Kind.PARTNERSHIP,
        Kind.FINE,
    }
)
REACH = 40  # tokens behind the claim


def ended_later(tree: Tree, draft: Draft) -> bool:
    """Whether a later clause of the sentence, or the next sentence, ends what the claim is about."""
    if (
        draft.kind not in ENDABLE
        or draft.reality.status in {Status.CANCELLED, Status.REQUESTED}
        or draft.head < 0
    ):
        return False
    at = anchor(tree, draft)
    if draft.reality.status is Status.DONE and is_verb(tree, at):
        return False
    here = tree.sentence(at)
    behind = [s for s in tree.reading.sentences[here.i : here.i + 2] if s.block == here.block]
    reach = range(at + 1, min(behind[-1].last, at + REACH))
    return any(_ends(tree, v) and any(_takes_up(tree, at, p) for p in _patients(tree, v)) for v in reach)


def is_former(tree: Tree, draft: Draft) -> bool:
    """A post held in the past "until 1980", "previously"."""
    if (
        draft.kind is not Kind.POSITION
        or draft.reality.status is not Status.DONE
        or draft.head < 0
        or not is_verb(tree, draft.head)
    ):
        return False
    words = stance_words(tree.language)["later"]["former"]
    past = any({"Tense=Past", "Tense=Imp"} & tree.tokens[t].morph for t in group(tree, draft.head))
    return past and any(tree.word(t) in words for t in segment_of(tree, draft.head))


def _ends(tree: Tree, v: int) -> bool:
    """A told end: a verb of the cancelled class, no plan, no denial."""
    if not is_verb(tree, v) or listed(tree, v, "matrix") != "cancelled" or is_negated(tree, v):
        return False
    return mood(tree, v).status is None and "VerbForm=Inf" not in tree.tokens[v].morph


def _patients(tree: Tree, v: int) -> list[int]:
    return subjects(tree, v) if is_passive(tree, v) else tree.children(v, *OBJECTS)


def _takes_up(tree: Tree, at: int, patient: int) -> bool:
    """A pronoun, or "cette offre", "the deal", behind the claim."""
    words = stance_words(tree.language)["later"]
    if patient <= at:
        return False
    if tree.word(patient) in words["pronouns"]:
        return True
    taken = tree.tokens[patient].lemma in {*words["nouns"], tree.tokens[at].lemma}
    return taken and any(tree.word(c) in words["determiners"] for c in tree.children(patient, "det", "poss"))
