"""How far an article stands behind a claim: status, polarity, certainty, by grammar.

The stance starts at the claim's own verb or noun (tense, mood, negation) and is composed with each
governor on the way up to the root: "a renoncé à vouloir investir" is cancelled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graphbuild.model import Certainty, Polarity, Status
from graphbuild.relate.clause import auxiliaries, is_participle, is_verb
from graphbuild.relate.lexicon import load
from graphbuild.relate.tree import RELATIVE_CLAUSES, Tree

OPEN_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "obl:arg", "obl:mod", "obl", "nmod", "obj", "dobj", "pobj", "prep", "nsubj:pass", "nsubjpass", "nsubj", "conj", "attr", "dep", "obl:agent"})


@dataclass(frozen=True, slots=True)
class Level:
    """What one verb or noun of the chain says: a status where it says one, and whether it doubts or denies."""

    status: Status | None = None
    hedged: bool = False
    negative: bool = False


@cache
def stance_words(language: str) -> Mapping[str, Any]:
    """``data/stance/<language>.toml``; matrix words by lemma."""
    data = load(f"stance/{language}.toml")
    data["status"] = {lemma: Status(s) for s in Status if s in data["matrix"] for lemma in data["matrix"][s]}
    return data


@dataclass(frozen=True, slots=True)
class Reality:
    """The composed stance of a claim, speaker apart."""

    status: Status = Status.DONE
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.ASSERTED


def reality(tree: Tree, predicate: int, *, done: Status) -> Reality:
    """The stance of the claim whose verb or noun is ``predicate``; ``done`` is what a plain past means."""
    level = _own(tree, predicate)
    standing = is_participle(tree, predicate) and tree.tokens[predicate].dep in {"acl", "amod", "advcl", "appos", "nmod", "dep"}
    chain = [] if standing else _governors(tree, predicate)
    for at in chain:
        level = _compose(level, _matrix(tree, at))
    hedged = level.hedged or _hedge_words(tree, predicate)
    if level.negative and level.status is Status.REQUESTED:
        level = replace(level, negative=False)
    return Reality(
        level.status or done,
        Polarity.NEGATIVE if level.negative else Polarity.POSITIVE,
        Certainty.HEDGED if hedged else Certainty.ASSERTED,
    )


def _compose(inner: Level, outer: Level) -> Level:
    """An outer word rules: what is only planned to be promised is planned; a dropped plan is cancelled."""
    return Level(outer.status or inner.status, inner.hedged or outer.hedged, inner.negative ^ outer.negative)


def _governors(tree: Tree, i: int) -> list[int]:
    """The words above that a claim depends on, nearest first; a finite clause of its own ends the chain."""
    result = []
    at = i
    for _ in range(8):
        token = tree.tokens[at]
        if token.head == at or token.dep not in OPEN_CLAUSES:
            break
        if (_finite(tree, at) and token.dep not in {"ccomp", "xcomp"}) or (token.dep == "conj" and at != i and not _open(tree, at)):
            break
        at = token.head
        if token.dep == "conj" and _finite(tree, token.i):
            break
        result.append(at)
    return result


def _open(tree: Tree, i: int) -> bool:
    return not _finite(tree, i)


def _finite(tree: Tree, i: int) -> bool:
    """A verb with tense: itself or by its auxiliaries."""
    morphs = [tree.tokens[t].morph for t in [i, *auxiliaries(tree, i), *tree.children(i, "cop")]]
    return any("VerbForm=Fin" in m or "Mood=Ind" in m or "Mood=Cnd" in m for m in morphs) or _modal(tree, i) is not None


def _own(tree: Tree, i: int) -> Level:
    if not is_verb(tree, i):
        return Level(hedged=False, negative=_negative_noun(tree, i))
    return _finite_level(tree, i)


def _negative_noun(tree: Tree, i: int) -> bool:
    words = stance_words(tree.language)["negation"]["subjects"]
    return any(tree.word(c) in words for c in tree.children(i, "det", "advmod"))


def _matrix(tree: Tree, i: int) -> Level:
    """What a governor adds: its lexical status, its own tense where it says something, its negation."""
    words = stance_words(tree.language)
    lemma = tree.tokens[i].lemma
    own = _finite_level(tree, i) if is_verb(tree, i) else Level()
    if lemma in words["matrix"]["denied"]:
        return Level(None, own.hedged, not own.negative)
    lexical = words["status"].get(lemma)
    reporting = lemma in words["matrix"]["reporting"]
    if lexical is not None and not (reporting and _finite_complement(tree, i)):
        hedged = own.hedged and lexical is not Status.CANCELLED
        return Level(lexical, hedged, own.negative)
    if reporting or not is_verb(tree, i):
        return Level(None, own.hedged and not reporting, own.negative and not reporting)
    return own


def _finite_complement(tree: Tree, i: int) -> bool:
    """Whether a verb of saying introduces a clause with its own tense ("a annoncé qu'il ...")."""
    return any(_finite(tree, c) for c in tree.children(i, "ccomp", "xcomp", "advcl"))


def _finite_level(tree: Tree, i: int) -> Level:
    """Tense, mood, modal and negation of a verb."""
    negative = _negated(tree, i)
    if modal := _modal(tree, i):
        status, certainty = modal
        reported = tree.language == "en" and status == "announced" and certainty == "hedged" and _under_past_report(tree, i)
        return Level(Status(status), certainty == "hedged" and not reported, negative)
    if conditional(tree, i):
        if _under_past_report(tree, i):
            return Level(Status.ANNOUNCED, False, negative)
        return Level(None if _compound_tense(tree, i) else Status.ANNOUNCED, True, negative)
    if any("Tense=Fut" in tree.tokens[t].morph for t in [i, *auxiliaries(tree, i), *tree.children(i, "cop")]):
        return Level(Status.ANNOUNCED, False, negative)
    return Level(None, False, negative)


def _modal(tree: Tree, i: int) -> tuple[str, str] | None:
    """The modal on a verb (English auxiliary) as (status, certainty)."""
    modals = stance_words(tree.language)["certainty"]["modals"]
    if tree.language == "fr":
        token = tree.tokens[i]
        if token.lemma in modals and not is_participle(tree, i) and "VerbForm=Inf" not in token.morph:
            present, cond = modals[token.lemma]
            return tuple((cond if conditional(tree, i) else present).split())  # type: ignore[return-value]
        return None
    found = next((tree.word(c) for c in auxiliaries(tree, i) if tree.word(c) in modals), None)
    return tuple(modals[found][0].split()) if found else None  # type: ignore[return-value]


def conditional(tree: Tree, i: int) -> bool:
    """The French conditional, on the verb, its auxiliary or its copula."""
    return tree.language == "fr" and any(_conditional_form(tree, t) for t in [i, *auxiliaries(tree, i), *tree.children(i, "cop")])


def _conditional_form(tree: Tree, i: int) -> bool:
    if "Mood=Cnd" in tree.tokens[i].morph:
        return True
    words = stance_words("fr")["certainty"]
    form, lemma = tree.word(i), tree.tokens[i].lemma
    stems = {*words["conditional_stems"], lemma.removesuffix("e")} if lemma.endswith(("r", "re")) else {*words["conditional_stems"]}
    return any(form == stem + ending for ending in words["conditional_endings"] for stem in stems)


def _compound_tense(tree: Tree, i: int) -> bool:
    return any(tree.tokens[t].dep in {"aux:tense", "aux"} and tree.tokens[t].lemma in {"avoir", "être"} for t in auxiliaries(tree, i))


def _under_past_report(tree: Tree, i: int) -> bool:
    """Inside what somebody said in the past: the conditional is only the sequence of tenses."""
    words = stance_words(tree.language)["matrix"]
    at = i
    for _ in range(4):
        token = tree.tokens[at]
        if token.head == at or token.dep not in {"ccomp", "xcomp", "conj", "advcl", "acl"}:
            return False
        at = token.head
        head = tree.tokens[at]
        past = {"Tense=Past", "Tense=Imp"} & head.morph
        if past and (head.lemma in words["reporting"] or head.lemma in words["announced"]):
            return True
    return False


def _negated(tree: Tree, i: int) -> bool:
    """"ne ... pas", "not", "no longer", a negative subject or object."""
    words = stance_words(tree.language)["negation"]
    around = [*tree.children(i), *(g for c in auxiliaries(tree, i) for g in tree.children(c))]
    has = any(tree.word(c) in words["words"] for c in around)
    restricted = has and any(tree.word(c) in words["restrictors"] and tree.tokens[c].dep in {"advmod", "mark"} for c in around)
    nothing = any(tree.word(c) in words["subjects"] and tree.tokens[c].dep not in {"advmod"} for c in around)
    empty = any(tree.word(g) in words["subjects"] for c in around if tree.tokens[c].dep.startswith(("nsubj", "obj", "dobj")) for g in tree.children(c))
    without = any(tree.word(c) in words["without"] for c in tree.children(i, "mark", "case"))
    if tree.language == "fr":
        return (has and not restricted) or without
    return has or nothing or empty or without


def _hedge_words(tree: Tree, predicate: int) -> bool:
    words = stance_words(tree.language)["certainty"]["hedges"]
    clause = {predicate}
    at = predicate
    for _ in range(4):
        token = tree.tokens[at]
        if token.head == at or token.dep in RELATIVE_CLAUSES or token.dep == "conj":
            break
        at = token.head
        clause.add(at)
    return any(tree.word(c) in words for c in [*clause, *(g for c in clause for g in tree.children(c, "advmod", "amod", "acomp", "aux"))])
