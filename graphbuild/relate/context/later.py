"""What the article takes back a little later: "..., mais cette offre est rejetée"."""

from graphbuild.model import Kind, Status
from graphbuild.relate.context.segments import segment_of
from graphbuild.relate.context.speakers import anchor
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.frames import frames
from graphbuild.relate.stance.mood import mood
from graphbuild.relate.stance.negation import is_negated
from graphbuild.relate.stance.tense import group
from graphbuild.relate.stance.words import listed, stance_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import OBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_passive, is_reflexive, is_verb

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


def ended_later(tree: Tree, draft: Draft, told: frozenset[tuple[Kind, int]]) -> bool:
    """Whether a later clause of the sentence, or the next sentence, ends what the claim is about.

    What the next sentence ends is its own claim, where it has one of the kind: ``told`` are the kinds of
    the article's claims with the index of their sentence.
    """
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
    if (draft.kind, here.i + 1) in told:
        behind = behind[:1]
    reach = range(at + 1, min(behind[-1].last, at + REACH))
    return any(
        any(_takes_up(tree, draft.kind, at, p) for p in _ended(tree, v)) or _leaves(tree, draft, v)
        for v in reach
        if is_verb(tree, v)
    )


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


def _ended(tree: Tree, v: int) -> list[int]:
    """What a verb tells the end of: "rejects it", "it collapsed", "that sale will not go ahead"."""
    if is_negated(tree, v):
        found = listed(tree, v, "happening")
        happening = found == "ended" or (found == "reflexive" and is_reflexive(tree, v))
        return subjects(tree, v) if happening and not mood(tree, v).hedged else []
    if not _is_told(tree, v):
        return []
    ended = subjects(tree, v) if is_passive(tree, v) else tree.children(v, *OBJECTS)
    if ended:
        return ended if listed(tree, v, "matrix") == "cancelled" else []
    if listed(tree, v, "subject") != "cancelled" or any(
        tree.tokens[c].amount is not None for c in tree.children(v)
    ):
        return []
    return [s for s in subjects(tree, v) if tree.tokens[s].pos != "PRON"]  # "it fell" is a share price


def _is_told(tree: Tree, v: int) -> bool:
    """Told as a fact: no plan, no rumour, no infinitive."""
    return mood(tree, v).status is None and "VerbForm=Inf" not in tree.tokens[v].morph


def _leaves(tree: Tree, draft: Draft, v: int) -> bool:
    """As in "X considered buying Y but walked away": who was to do it gives up that and nothing else."""
    if draft.reality.status is not Status.PLANNED or listed(tree, v, "leaving") is None:
        return False
    if is_negated(tree, v) or not _is_told(tree, v) or _leaves_another(tree, v):
        return False
    who = {e.key for s in subjects(tree, v) for e in entities_at(tree, s)}
    return bool(who & draft.all_keys())


def _leaves_another(tree: Tree, v: int) -> bool:
    """As in "withdrew its guidance", "withdrew from Russia": something that is named beside the verb."""
    phrases = " ".join(stance_words(tree.language)["leaving"]["ended"]).split()
    objects = (o for o in tree.children(v, *OBJECTS) if tree.tokens[o].lemma not in phrases)
    parts = [v, *tree.children(v, "advmod", "prt", "prep")]
    return (
        any(objects)
        or any(tree.word(c) in {"from", "of", "à", "de"} for p in parts for c in tree.children(p, "prep"))
        or any(tree.preposition(c) in {"à", "de"} for c in tree.children(v, "obl:arg", "xcomp"))
    )


def _takes_up(tree: Tree, kind: Kind, at: int, patient: int) -> bool:
    """A pronoun, or "cette offre", "the deal", or another noun of such claims, behind the claim."""
    words = stance_words(tree.language)["later"]
    if patient <= at:
        return False
    if tree.word(patient) in words["pronouns"]:
        return True
    lemma = tree.tokens[patient].lemma
    alike = any(f.kind is kind and len(p) == 1 for p, f in frames(tree.language).nouns.get(lemma, ()))
    taken = alike or lemma in {*words["nouns"], tree.tokens[at].lemma}
    return taken and any(tree.word(c) in words["determiners"] for c in tree.children(patient, "det", "poss"))
