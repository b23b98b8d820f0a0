"""Who says it in an inserted clause: "..., a déclaré X", "..., X said"."""

from collections.abc import Iterator

from graphbuild.relate.context.segments import noun_after, segment_of
from graphbuild.relate.stance.words import stance_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.tree import OBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_passive, is_verb

OPENERS = frozenset({",", "»", "”", '"', "-", "–", "—", "?", "!", ".", ",\u00a0"})


def inverted(tree: Tree, at: int) -> Iterator[int]:
    """As in "..., a déclaré X", "..., X said": behind a comma, dash or closing quote."""
    words = stance_words(tree.language)["speech"]["inverted"]
    segment = segment_of(tree, at)
    for v in segment:
        if (
            not (is_verb(tree, v) and tree.tokens[v].lemma in words)
            or v == at
            or not _parenthetical(tree, v, segment)
        ):
            continue
        own = [s for s in tree.children(v, *SUBJECTS) if s in segment]
        after = noun_after(tree, v + 1, segment.stop)
        if own and all(tree.tokens[s].pos != "PRON" for s in own):
            yield from own
        elif (clitic := _clitic(tree, v)) is not None:
            yield clitic
        elif after is not None:
            yield after
        else:
            yield from (s for s in subjects(tree, v) if s in segment)


def _clitic(tree: Tree, v: int) -> int | None:
    """As in "rappelle-t-il": the pronoun behind the verb, where it is clear whom it means."""
    behind = range(v + 1, min(v + 3, tree.sentence(v).last))
    return next((t for t in behind if tree.word(t).startswith("-") and tree.mentions(t)), None)


def _parenthetical(tree: Tree, v: int, segment: range) -> bool:
    """Whether a verb of saying opens an inserted clause: a comma or quote is right before it."""
    if is_participle(tree, v) and tree.tokens[v].dep in {"acl", "amod"}:
        return False  # "le chantier, confié à X, ..."
    if tree.tokens[v].dep in RELATIVE_CLAUSES and is_passive(tree, v):
        return False  # "X, whose fortune is estimated at A, ..."
    told = [c for c in tree.children(v, "ccomp", *OBJECTS) if c > v]
    if any(not tree.mentions(c) for c in told):
        return False
    at = v - 1
    while at in segment and (
        tree.tokens[at].pos in {"AUX", "PRON", "ADV"}
        or tree.word(at) in {"-", "-t-il", "t"}
        or at in tree.children(v)
    ):
        at -= 1
    if at in segment and tree.mentions(at):
        at = tree.token_at(tree.mentions(at)[0].span.start) - 1
    while at in segment and tree.tokens[at].pos in {"DET", "ADJ", "NOUN", "PROPN"}:
        at -= 1
    return at in segment and at > segment.start and tree.word(at) in OPENERS
