"""What the words above a claim add to its stance: matrix verbs and nouns, their tense, their negation."""

from collections.abc import Iterator
from dataclasses import replace

from graphbuild.model import Status
from graphbuild.relate.stance.matrix import combined, is_hearsay, is_measure, lexical_level
from graphbuild.relate.stance.mood import (
    Level,
    is_finite,
    is_infinitive,
    is_modal,
    is_negated,
    is_perfect_infinitive,
    mood,
)
from graphbuild.relate.stance.words import is_reporting, listed, stance_words
from graphbuild.relate.syntax.tree import OBJECTS, PASSIVE_SUBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import auxiliaries, is_participle, is_verb

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


def is_standing(tree: Tree, i: int) -> bool:
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
        return Level(None if perfect else Status.PLANNED, negative=True)
    return (
        Level(Status.PLANNED if found == "hedged" else Status(found), hedged=found == "hedged")
        if found
        else None
    )


def levels(tree: Tree, predicate: int) -> Iterator[Level]:
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
            level = governing(tree, head, at, clausal=clausal)
            said = said or level.status is not None
            yield level
        elif tree.tokens[head].pos not in THROUGH and tree.tokens[head].amount is None:
            return
        at = head


def _apart(tree: Tree, a: int, b: int) -> bool:
    """Two sentences that a semicolon joins say nothing of each other."""
    return any(tree.word(t) == ";" for t in range(min(a, b) + 1, max(a, b)))


def _adjunct(tree: Tree, i: int) -> bool:
    """As in "..., in the hope of saving": what the adjunct says is not the verb's."""
    return tree.tokens[i].dep in {"prep", "obl", "obl:mod", "advcl"}


def _shared(tree: Tree, i: int) -> Iterator[Level]:
    """A finite verb in coordination under "que": what governs the first governs it too."""
    head = tree.tokens[i].head
    if tree.tokens[head].dep == "ccomp" and not tree.children(i, "mark"):
        yield from levels(tree, head)


def _closed(tree: Tree, i: int) -> bool:
    """A finite relative, adverbial or independent clause, or a past participle on a noun."""
    dep = tree.tokens[i].dep
    if dep in RELATIVE_CLAUSES:
        return True
    return is_standing(tree, i) or (is_finite(tree, i) and dep not in {"ccomp", "xcomp", "conj"})


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
    if token.dep in SUBJECTS - PASSIVE_SUBJECTS:
        return _bears(tree, token.head)
    if token.dep in {"advmod", "prt"}:
        return bool(tree.children(i, "prep"))  # "walked away from"
    if token.dep in {"prep", "agent"}:
        return tree.word(i) in ARGUMENT_PREPOSITIONS["en"]
    if token.dep.startswith(("obl", "nmod")):
        return tree.preposition(i) in ARGUMENT_PREPOSITIONS["fr"] | {""}
    return token.dep in DIRECT | {"xcomp", "ccomp", "acl", "advcl", "csubj", "compound", "dep"}


def _bears(tree: Tree, verb: int) -> bool:
    """Whether a verb says how real its subject is: "le rachat est prévu", "the talks collapsed"."""
    return (
        listed(tree, verb, "subject") is not None
        or bool(tree.children(verb, "cop"))
        or not is_verb(tree, verb)
    )


def _lexical_of(tree: Tree, i: int, child: int, *, clausal: bool) -> Level | None:
    """The class of a governor or of its complement ("is due to"); a figure that is told stays a fact."""
    complement = next(
        (
            level
            for c in tree.children(i, "acomp", "xcomp", "oprd")
            if c != child
            and not is_infinitive(tree, c)
            and (level := lexical_level(tree, c, clausal=clausal))
        ),
        None,
    )
    lexical = complement or lexical_level(tree, i, clausal=clausal, child=child)
    told = lexical is not None and lexical.status in {Status.COMMITTED, Status.ANNOUNCED, Status.CANCELLED}
    return None if told and is_measure(tree, child) else lexical


def governing(tree: Tree, i: int, child: int, *, clausal: bool) -> Level:
    """What a governor adds: its lexical class, its tense and its negation."""
    own = mood(tree, i) if is_verb(tree, i) or tree.children(i, "cop") else Level()
    subject = tree.tokens[child].dep in SUBJECTS - PASSIVE_SUBJECTS
    if subject and (found := listed(tree, i, "subject")) in STATUSES:
        return Level(own.status or Status(str(found)), hedged=own.hedged, negative=own.negative)
    reporting = is_reporting(tree, i) and (clausal or is_measure(tree, child))
    if reporting and not (is_infinitive(tree, child) and not is_perfect_infinitive(tree, child)):
        return Level(None, hedged=is_hearsay(tree, i))
    lexical = _lexical_of(tree, i, child, clausal=clausal)
    if is_hearsay(tree, i):
        return Level(
            lexical.status if lexical and not reporting else None, hedged=True, negative=own.negative
        )
    if is_modal(tree, i) and own.status:
        return own
    if (
        clausal
        and tree.tokens[i].lemma in stance_words(tree.language)["wishes"]
        and (tree.children(child, *SUBJECTS))
    ):
        return Level(Status.REQUESTED, hedged=own.hedged)
    if lexical is None:
        return _purpose(tree, i, child, own) if clausal else own
    return combined(lexical, own, perfect=is_perfect_infinitive(tree, child))


def _purpose(tree: Tree, i: int, child: int, own: Level) -> Level:
    """As in "pour racheter X": what something else is done for is planned; "pour avoir racheté" is not."""
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
    return (
        own
        if own.status
        else Level(Status.PLANNED, hedged=own.hedged, negative=own.negative and is_negated(tree, i))
    )
