"""How far an article stands behind a claim: status, polarity, certainty, by grammar.

The stance starts at the claim's own verb or noun (`mood`) and is composed with each governor on the
way up to the root: "a renoncé à vouloir investir" is cancelled.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphbuild.model import Certainty, Polarity, Status
from graphbuild.relate.clause import auxiliaries, is_participle, is_verb
from graphbuild.relate.frames import frames
from graphbuild.relate.mood import (
    Level,
    is_finite,
    is_infinitive,
    is_negated,
    is_perfect_infinitive,
    is_progressive,
    is_modal,
    is_reporting,
    listed,
    mood,
    stance_words,
)
from graphbuild.relate.tree import OBJECTS, PASSIVE_SUBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree

DEPTH = 10
THROUGH = frozenset({"ADP", "SCONJ", "PART", "ADV"})
STATUSES = frozenset(s.value for s in Status)
CLAUSAL = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "pcomp", "dep", "parataxis", "csubj", "obl:arg", "obl:mod", "obl"}
)
STANDING = frozenset({"acl", "amod", "appos", "nmod", *RELATIVE_CLAUSES})
ARGUMENT_PREPOSITIONS = {
    "fr": frozenset(
        {
            "de",
            "à",
            "sur",
            "pour",
            "en",
            "dans",
            "concernant",
            "à propos de",
            "en faveur de",
            "en vue de",
            "autour de",
            "avec",
            "contre",
        }
    ),
    "en": frozenset(
        {"of", "to", "on", "over", "for", "with", "from", "about", "in", "against", "by", "into"}
    ),
}
DIRECT = frozenset({*OBJECTS, *PASSIVE_SUBJECTS, "attr", "acomp", "oprd", "pobj", "pcomp", "dative", "iobj"})


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
    for outer in _levels(tree, predicate):
        level = _compose(level, outer)
    if level.negative and level.status is Status.REQUESTED:
        level = replace(level, negative=False)
    if _asked(tree, predicate):
        level = Level(Status.PLANNED, True, level.negative)
    return Reality(
        level.status or _deed(tree, predicate) or done,
        Polarity.NEGATIVE if level.negative else Polarity.POSITIVE,
        Certainty.HEDGED if level.hedged or _hedge_words(tree, predicate) else Certainty.ASSERTED,
    )


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
    return Level(status, inner.hedged or outer.hedged, inner.negative ^ outer.negative)


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
    if is_verb(tree, i) and _stands(tree, i):
        return Level()
    if is_verb(tree, i):
        level = mood(tree, i)
        if _headline_infinitive(tree, i):
            return replace(level, status=Status.ANNOUNCED)
        return level
    level = Level(None, False, _negative_noun(tree, i))
    for on in _on_noun(tree, i):
        level = _compose(level, on)
    return level


def _stands(tree: Tree, i: int) -> bool:
    """A past participle that is nobody's predicate: "un prêt promis par X", "dirigé par X, il ..."."""
    return (
        is_participle(tree, i)
        and "Tense=Past" in tree.tokens[i].morph
        and tree.tokens[i].dep in STANDING | {"advcl", "dep", "obl"}
    )


def _before(tree: Tree, i: int) -> Level | None:
    """The verb right before an infinitive that the parser took for something else."""
    words = stance_words(tree.language)["certainty"]["before"]
    perfect = is_perfect_infinitive(tree, i)
    if tree.language != "fr" or not (perfect or "VerbForm=Inf" in tree.tokens[i].morph):
        return None
    at = min([i, *auxiliaries(tree, i)]) - 1
    while at >= tree.sentence(i).first and tree.word(at) in words["between"]:
        at -= 1
    if at < tree.sentence(i).first or (at == tree.tokens[i].head and is_verb(tree, at)):
        return None
    found = next(
        (
            name
            for name in ("planned", "announced", "hedged", "cancelled", "denied")
            if tree.word(at) in words[name]
        ),
        None,
    )
    if found == "denied":
        return Level(None if perfect else Status.PLANNED, False, True)
    return Level(Status.PLANNED if found == "hedged" else Status(found), found == "hedged") if found else None


def _headline_infinitive(tree: Tree, i: int) -> bool:
    """ "Nvidia to invest $100bn": an English infinitive under nothing but its subject."""
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
    """ "no state loan", "aucun prêt"; in French the verb says "ne", and counts it."""
    words = stance_words(tree.language)["negation"]["nouns"]
    return (
        tree.language == "en"
        and tree.tokens[i].dep not in {*SUBJECTS, *OBJECTS}
        and any(tree.word(c) in words for c in tree.children(i, "det", "advmod"))
    )


def _on_noun(tree: Tree, i: int) -> Iterator[Level]:
    """Adjectives, participles and relative clauses on a noun: "un prêt promis", "planned outlay", "l'aide que X doit verser"."""
    above = [tree.tokens[i].head] if tree.tokens[tree.tokens[i].head].amount is not None else []
    for c in (c for n in [i, *above] for c in tree.children(n, "amod", "acl", *RELATIVE_CLAUSES, "compound")):
        if is_verb(tree, c) and tree.tokens[c].dep in RELATIVE_CLAUSES:
            if any(
                tree.tokens[o].dep in {*OBJECTS, *PASSIVE_SUBJECTS, "mark"}
                and tree.word(o) in {"que", "qu'", "qui", "that", "which"}
                for o in tree.children(c)
            ):
                yield _governing(tree, c, i, clausal=False)
        elif is_participle(tree, c) or tree.tokens[c].pos in {"ADJ", "VERB"}:
            found = _lexical(tree, c, clausal=False) or Level(_deed(tree, c))
            yield found if found.status is not Status.DONE else Level()
    if any(tree.tokens[c].amount is not None for c in tree.children(i)):
        yield from (
            Level(_deed(tree, p))
            for a in tree.children(i)
            if tree.tokens[a].amount is not None
            for p in tree.children(a, "acl", "amod")
            if is_participle(tree, p)
        )


def _levels(tree: Tree, predicate: int) -> Iterator[Level]:
    """What each word above says, nearest first; a clause of its own ends the chain."""
    at, said, clausal = predicate, False, is_verb(tree, predicate)
    for _ in range(DEPTH):
        token = tree.tokens[at]
        head = token.head
        if is_verb(tree, at) and (mistagged := _before(tree, at)):
            yield mistagged
            return
        if head == at or (is_verb(tree, at) and _closed(tree, at)) or _apart(tree, at, head):
            return
        if token.dep == "conj":
            if is_verb(tree, at) and (is_finite(tree, at) or tree.children(at, *SUBJECTS)):
                yield from _shared(tree, at)
                return
            yield _shared_mood(tree, at)
        elif tree.tokens[head].amount is None and tree.tokens[head].pos not in THROUGH and _governs(tree, at):
            if said and _adjunct(tree, at) and is_verb(tree, head) and not listed(tree, head, "matrix"):
                return
            clausal = (
                is_verb(tree, at)
                or token.dep in CLAUSAL - {"obl", "obl:arg", "obl:mod"}
                or (clausal and tree.tokens[at].pos in THROUGH)
            )
            level = _governing(tree, head, at, clausal=clausal)
            said = said or level.status is not None
            yield level
        elif tree.tokens[head].pos not in THROUGH and tree.tokens[head].amount is None:
            return
        at = head


def _apart(tree: Tree, a: int, b: int) -> bool:
    """Two sentences that a semicolon joins say nothing of each other."""
    return any(tree.word(t) == ";" for t in range(min(a, b) + 1, max(a, b)))


def _adjunct(tree: Tree, i: int) -> bool:
    """ "..., in the hope of saving": what the adjunct says is not the verb's."""
    return tree.tokens[i].dep in {"prep", "obl", "obl:mod", "advcl"}


def _shared(tree: Tree, i: int) -> Iterator[Level]:
    """A finite verb in coordination under "que": what governs the first governs it too."""
    head = tree.tokens[i].head
    if tree.tokens[head].dep == "ccomp" and not tree.children(i, "mark"):
        yield from _levels(tree, head)


def _closed(tree: Tree, i: int) -> bool:
    """A finite relative, adverbial or independent clause, or a past participle on a noun."""
    dep = tree.tokens[i].dep
    if dep in RELATIVE_CLAUSES:
        return True
    return _stands(tree, i) or (is_finite(tree, i) and dep not in {"ccomp", "xcomp", "conj"})


def _shared_mood(tree: Tree, i: int) -> Level:
    """A later verb of a coordination shares tense and modal, not what the first verb means."""
    head = tree.tokens[i].head
    if not is_verb(tree, i) or not is_verb(tree, head) or auxiliaries(tree, i):
        return Level()
    return (
        replace(mood(tree, head), negative=False)
        if is_infinitive(tree, i) or is_participle(tree, i)
        else Level()
    )


def _governs(tree: Tree, i: int) -> bool:
    """Whether a head's meaning reaches this dependent: arguments and clauses, not adjuncts."""
    token = tree.tokens[i]
    head = token.head
    if token.dep in DIRECT or token.dep in {"xcomp", "ccomp", "acl", "advcl", "csubj"}:
        return True
    if token.dep in SUBJECTS:
        return _bears(tree, head)
    if token.dep in {"advmod", "prt"}:
        return bool(tree.children(i, "prep"))  # "walked away from"
    if token.dep in {"prep", "agent"}:
        return tree.word(i) in ARGUMENT_PREPOSITIONS["en"]
    if token.dep in {"compound", "amod", "appos", "nsubj", "dep", "parataxis", "poss"}:
        return token.dep in {"compound", "dep"}
    if token.dep.startswith(("obl", "nmod")):
        return tree.preposition(i) in ARGUMENT_PREPOSITIONS["fr"] | {""}
    return False


def _bears(tree: Tree, verb: int) -> bool:
    """Whether a verb says something of the reality of its subject: "le rachat est prévu", "the talks collapsed"."""
    return (
        listed(tree, verb, "subject") is not None
        or bool(tree.children(verb, "cop"))
        or not is_verb(tree, verb)
    )


def _governing(tree: Tree, i: int, child: int, *, clausal: bool) -> Level:
    """What a governor adds: its lexical class, its tense and its negation."""
    own = mood(tree, i) if is_verb(tree, i) or tree.children(i, "cop") else Level()
    subject = tree.tokens[child].dep in SUBJECTS - PASSIVE_SUBJECTS
    if subject and (found := listed(tree, i, "subject")) in STATUSES:
        return Level(own.status or Status(str(found)), own.hedged, own.negative)
    complement = next(
        (
            level
            for c in tree.children(i, "acomp", "xcomp", "oprd")
            if c != child and not is_infinitive(tree, c) and (level := _lexical(tree, c, clausal=clausal))
        ),
        None,
    )
    reporting = is_reporting(tree, i) and (clausal or _is_measure(tree, child))
    if reporting and not (is_infinitive(tree, child) and not is_perfect_infinitive(tree, child)):
        return Level(None, _hearsay(tree, i))
    lexical = complement or _lexical(tree, i, clausal=clausal, child=child)
    if (
        _is_measure(tree, child)
        and lexical
        and lexical.status in {Status.COMMITTED, Status.ANNOUNCED, Status.CANCELLED}
    ):
        lexical = None
    if _hearsay(tree, i):
        return Level(lexical.status if lexical and not reporting else None, True, own.negative)
    if is_modal(tree, i) and own.status:
        return own
    if (
        clausal
        and tree.tokens[i].lemma in stance_words(tree.language)["wishes"]
        and (tree.children(child, *SUBJECTS))
    ):
        return Level(Status.REQUESTED, own.hedged)
    if lexical is None:
        return _purpose(tree, i, child, own) if clausal else own
    return _combined(lexical, own, perfect=is_perfect_infinitive(tree, child))


def _combined(lexical: Level, own: Level, *, perfect: bool) -> Level:
    """ "renoncera", "n'a pas renoncé", "dément avoir reçu", "n'exclut pas"."""
    if lexical.status is Status.CANCELLED:
        return Level(Status.PLANNED, False) if own.negative else Level(Status.CANCELLED)
    if lexical.negative:
        if own.negative:
            return Level(None if perfect else Status.PLANNED, True)
        return replace(lexical, status=None if perfect else lexical.status)
    if own.negative and lexical.status is Status.COMMITTED:
        return Level(Status.PLANNED, own.hedged)
    status = (
        None
        if perfect and lexical.hedged
        else own.status
        if lexical.status in {Status.COMMITTED, Status.DONE} and own.status
        else lexical.status or own.status
    )
    return Level(status, lexical.hedged or own.hedged, own.negative)


def _lexical(tree: Tree, i: int, *, clausal: bool, child: int | None = None) -> Level | None:
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
        return Level(Status.PLANNED if found == "denied" else Status.ANNOUNCED, False, True)
    if found == "hedged":
        return Level(Status.PLANNED, True)
    if found in {"kept", "done"}:
        return Level(Status.DONE) if found == "kept" else Level()
    return Level(Status(found)) if found else None


def _hearsay(tree: Tree, i: int) -> bool:
    """ "is said to be", "was reported to have": nobody vouches for it."""
    words = stance_words(tree.language)["certainty"].get("passive_hedges", ())
    return tree.tokens[i].lemma in words and any(
        tree.tokens[c].dep in {"auxpass", "nsubjpass"} for c in tree.children(i)
    )


def _purpose(tree: Tree, i: int, child: int, own: Level) -> Level:
    """ "pour racheter X": what something else is done for is planned; a perfect infinitive or a gerund is not."""
    token = tree.tokens[child]
    if (
        token.dep not in {"acl", "advcl", "obl", "obl:arg", "obl:mod"}
        or not is_infinitive(tree, child)
        or is_perfect_infinitive(tree, child)
    ):
        return own
    marks = {tree.word(c) for c in tree.children(child, "mark", "case", "aux")}
    if not marks & {"pour", "afin", "de", "to", "à"}:
        return own
    return own if own.status else Level(Status.PLANNED, own.hedged, own.negative and is_negated(tree, i))


def _is_measure(tree: Tree, i: int) -> bool:
    """ "annonce un bénéfice": a figure that is told is a fact."""
    return any(
        frame.measure and len(phrase) == 1
        for phrase, frame in frames(tree.language).nouns.get(tree.tokens[i].lemma, ())
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
