"""How far an article stands behind a claim: status, polarity, certainty, by grammar.

The stance starts at the claim's own verb or noun (`mood`) and is composed with each governor on the
way up to the root: "a renoncé à vouloir investir" is cancelled.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphbuild.model import Certainty, Polarity, Status
from graphbuild.relate.stance.governing import governing
from graphbuild.relate.stance.governors import levels
from graphbuild.relate.stance.matrix import lexical_level
from graphbuild.relate.stance.mood import Level, mood
from graphbuild.relate.stance.reach import is_standing
from graphbuild.relate.stance.tense import is_infinitive, is_progressive
from graphbuild.relate.stance.words import listed, stance_words
from graphbuild.relate.syntax.tree import OBJECTS, PASSIVE_SUBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import auxiliaries, is_participle, is_verb


@dataclass(frozen=True, slots=True)
class Reality:
    """The composed stance of a claim, speaker apart; a plain fact unless told otherwise."""

    status: Status = Status.DONE
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.ASSERTED


def reality(tree: Tree, predicate: int, *, done: Status) -> Reality:
    """The stance of the claim whose verb or noun is ``predicate``; ``done`` is what a plain past means."""
    level = _own(tree, predicate)
    if done is Status.CANCELLED and level.status in {None, Status.ANNOUNCED}:
        level = replace(level, status=Status.CANCELLED)  # "will step down": the end is what is announced
    given = not is_verb(tree, predicate) and level.status in {Status.ANNOUNCED, Status.COMMITTED}
    for outer in levels(tree, predicate):
        # "une aide promise n'a pas été versée": the promise was made all the same.
        unpaid = given and outer.negative and outer.status is None
        level = _compose(level, replace(outer, negative=False) if unpaid else outer)
    if level.negative and level.status is Status.REQUESTED:
        level = replace(level, negative=False)
    if _asked(tree, predicate):
        level = Level(Status.PLANNED, hedged=True, negative=level.negative)
    if (
        level.status is Status.ANNOUNCED
        and not level.hedged
        and not level.negative
        and _bound(tree, predicate)
    ):
        level = replace(level, status=Status.COMMITTED)
    return Reality(
        level.status or _deed(tree, predicate) or done,
        Polarity.NEGATIVE if level.negative else Polarity.POSITIVE,
        Certainty.HEDGED if level.hedged or _hedge_words(tree, predicate) else Certainty.ASSERTED,
    )


def _bound(tree: Tree, predicate: int) -> bool:
    """Under a deal that is signed: "aux termes d'un accord, X investira", "under the contract, X will"."""
    first = tree.sentence(predicate).first
    said = " ".join(tree.word(t) for t in range(first, predicate)).rpartition(";")[2]
    return any(f" {phrase} " in f" {said} " for phrase in stance_words(tree.language)["certainty"]["binding"])


def _compose(inner: Level, outer: Level) -> Level:
    """An outer word rules: what is planned to be promised is planned.

    But an announced end is an end, an announced plan a plan, a refused request a request.
    """
    status = outer.status or inner.status
    if inner.status is Status.CANCELLED and outer.status in {Status.ANNOUNCED, Status.COMMITTED, Status.DONE}:
        status = inner.status
    if inner.status is Status.REQUESTED and outer.status in {
        Status.CANCELLED,
        Status.ANNOUNCED,
        Status.PLANNED,
    }:
        status = inner.status
    if inner.status is Status.PLANNED and outer.status is Status.ANNOUNCED:
        status = inner.status
    return Level(status, hedged=inner.hedged or outer.hedged, negative=inner.negative ^ outer.negative)


def _deed(tree: Tree, i: int) -> Status | None:
    """What the claim's own verb is when plainly told: "a promis" is announced."""
    found = listed(tree, i, "own") if is_verb(tree, i) else None
    if found == "progressive":
        return Status.ANNOUNCED if is_progressive(tree, i) else None
    if found == "done" and is_progressive(tree, i):
        return Status.ANNOUNCED
    return Status(found) if found else None


def _own(tree: Tree, i: int) -> Level:
    """The level of the predicate itself: its form, or what stands on the noun."""
    if is_verb(tree, i) and is_standing(tree, i):
        return Level()
    if is_verb(tree, i):
        level = mood(tree, i)
        if _headline_infinitive(tree, i):
            return replace(level, status=Status.ANNOUNCED)
        return level
    toward = tree.preposition(i) in stance_words(tree.language)["certainty"].get("toward", ())
    level = Level(Status.PLANNED if toward else None, negative=_negative_noun(tree, i))
    for on in _on_noun(tree, i):
        level = _compose(level, on)
    return level


def _headline_infinitive(tree: Tree, i: int) -> bool:
    """As in "Nvidia to invest $100bn": an English infinitive under nothing but its subject."""
    token = tree.tokens[i]
    if (
        tree.language != "en"
        or not is_infinitive(tree, i)
        or not any(tree.word(c) == "to" for c in auxiliaries(tree, i))
    ):
        return False
    return (
        token.head == i
        or bool(tree.children(i, *SUBJECTS))
        or (token.dep in {"acl", "relcl"} and tree.tokens[token.head].pos == "PROPN")
    )


def _negative_noun(tree: Tree, i: int) -> bool:
    """As in "no state loan", "aucun prêt"; in French the verb says "ne", and counts it."""
    words = stance_words(tree.language)["negation"]["nouns"]
    return (
        tree.language == "en"
        and tree.tokens[i].dep not in {*SUBJECTS, *OBJECTS}
        and any(tree.word(c) in words for c in tree.children(i, "det", "advmod"))
    )


def _on_noun(tree: Tree, i: int) -> Iterator[Level]:
    """What stands on a noun: "un prêt promis", "planned outlay", "l'aide que X doit verser"."""
    above = [tree.tokens[i].head] if tree.tokens[tree.tokens[i].head].amount is not None else []
    for c in (c for n in [i, *above] for c in tree.children(n, "amod", "acl", *RELATIVE_CLAUSES, "compound")):
        if is_verb(tree, c) and tree.tokens[c].dep in RELATIVE_CLAUSES:
            if any(
                tree.tokens[o].dep in {*OBJECTS, *PASSIVE_SUBJECTS, "mark"}
                and tree.word(o) in {"que", "qu'", "qui", "that", "which"}
                for o in tree.children(c)
            ):
                yield governing(tree, c, i, clausal=False)
        elif is_participle(tree, c) or tree.tokens[c].pos in {"ADJ", "VERB"}:
            found = lexical_level(tree, c, clausal=False) or Level(_deed(tree, c))
            yield found if found.status is not Status.DONE else Level()
    if any(tree.tokens[c].amount is not None for c in tree.children(i)):
        yield from (
            Level(_deed(tree, p))
            for a in tree.children(i)
            if tree.tokens[a].amount is not None
            for p in tree.children(a, "acl", "amod")
            if is_participle(tree, p)
        )


def _asked(tree: Tree, i: int) -> bool:
    """A claim in a direct question ("X cède Y ?")."""
    sentence = tree.sentence(i)
    last = next(
        (
            t
            for t in range(sentence.last - 1, i, -1)
            if tree.tokens[t].pos != "SPACE" and tree.word(t) not in {'"', "»", "”"}
        ),
        i,
    )
    return tree.word(last) == "?"


def _hedge_words(tree: Tree, predicate: int) -> bool:
    """A word of doubt in the claim's clause."""
    words = stance_words(tree.language)["certainty"]["hedges"]
    clause, at = [predicate], predicate
    for _ in range(4):
        token = tree.tokens[at]
        if token.head == at or token.dep in RELATIVE_CLAUSES or token.dep in {"conj", "advcl", "parataxis"}:
            break
        at = token.head
        clause.append(at)
    return any(
        tree.word(c) in words
        for v in clause
        for c in [v, *tree.children(v, "advmod", "amod", "acomp", "aux", "obl:mod")]
    )
