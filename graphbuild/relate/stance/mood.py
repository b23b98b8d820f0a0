"""What a verb's own form says: tense, mood, modal, negation, condition. Words are in ``data/stance``."""

import re
from dataclasses import dataclass

from graphbuild.model import Status
from graphbuild.relate.stance.words import is_reporting, stance_words, verb_lemma
from graphbuild.relate.syntax.tree import OBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import auxiliaries, is_verb

REPORT_DEPTH = 5  # clauses between "said" and the verb
CLAUSAL = frozenset({"ccomp", "xcomp", "conj", "advcl", "acl", "dep", "parataxis"})


@dataclass(frozen=True, slots=True)
class Level:
    """What one verb or noun of the chain says: a status where it says one, doubt, denial."""

    status: Status | None = None
    hedged: bool = False
    negative: bool = False


def is_finite(tree: Tree, i: int) -> bool:
    """A verb with tense: itself, or by its auxiliaries or copula."""
    morphs = [tree.tokens[t].morph for t in group(tree, i)]
    return (
        any("VerbForm=Fin" in m or "Mood=Ind" in m or "Mood=Cnd" in m for m in morphs)
        or _english_modal(tree, i) is not None
    )


def is_infinitive(tree: Tree, i: int) -> bool:
    return "VerbForm=Inf" in tree.tokens[i].morph and not is_finite(tree, i)


def is_perfect_infinitive(tree: Tree, i: int) -> bool:
    """As in "avoir versé", "to have paid", "having paid"."""
    return any(tree.word(a) == "having" for a in auxiliaries(tree, i)) or (
        not is_finite(tree, i)
        and any(
            tree.tokens[a].lemma in {"avoir", "être", "have"}
            and not {"VerbForm=Fin"} & tree.tokens[a].morph
            and tree.tokens[a].dep != "aux:pass"
            for a in auxiliaries(tree, i)
        )
    )


def is_progressive(tree: Tree, i: int) -> bool:
    """As in "is contributing": English, present."""
    if tree.language != "en" or not tree.word(i).endswith("ing"):
        return False
    return any(tree.word(a) in {"is", "are", "'re", "'s", "am", "'m"} for a in auxiliaries(tree, i))


def is_modal(tree: Tree, i: int) -> bool:
    """A French modal over an infinitive."""
    return tree.language == "fr" and _modal(tree, i) is not None


def group(tree: Tree, i: int) -> list[int]:
    """A verb with its auxiliaries and copula."""
    return [i, *auxiliaries(tree, i), *tree.children(i, "cop")]


def mood(tree: Tree, i: int) -> Level:
    """What tense, mood, modal and negation say; no status for a plain past or present."""
    negative = is_negated(tree, i)
    found = _modal(tree, i)
    if found is not None:
        return Level(_if_conditioned(tree, i, found.status), hedged=found.hedged, negative=negative)
    if conditional(tree, i):
        compound = _compound_tense(tree, i)
        if under_past_report(tree, i) and not compound:
            return Level(Status.ANNOUNCED, negative=negative)
        return Level(
            None if compound else _if_conditioned(tree, i, _rumoured(tree, i)), hedged=True, negative=negative
        )
    if any(_is_future(tree, t) for t in group(tree, i)):
        perfect = _compound_tense(tree, i)
        return Level(None if perfect else _if_conditioned(tree, i, Status.ANNOUNCED), negative=negative)
    return (
        Level(Status.PLANNED, hedged=True, negative=negative)
        if _in_condition(tree, i)
        else Level(None, negative=negative)
    )


def _is_future(tree: Tree, i: int) -> bool:
    """The French future, by form: the parser calls "achètera" a present and "réunit" a future."""
    if tree.language != "fr" or not {"VerbForm=Fin", "Tense=Fut", "Mood=Ind"} & tree.tokens[i].morph:
        return False
    return _built_on_future_stem(tree, i, "future")


def _built_on_future_stem(tree: Tree, i: int, tense: str) -> bool:
    """Infinitive or listed stem with the tense's ending; "appellera" has the stem of appeler."""
    words = stance_words("fr")["certainty"]["conditional"]
    form, lemma = _plain(tree.word(i)), _plain(tree.tokens[i].lemma)
    stems = {*words["stems"]} | ({lemma.removesuffix("e")} if lemma.endswith(("r", "re")) else set())
    return any(form == _plain(stem + ending) for ending in words[tense] for stem in stems)


def _plain(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word.replace("è", "e").replace("é", "e").replace("î", "i"))


def _rumoured(tree: Tree, i: int) -> Status:
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


def _if_conditioned(tree: Tree, i: int, status: Status | None) -> Status | None:
    """As in "versera X si Y": a plan."""
    if status is not Status.ANNOUNCED:
        return status
    return (
        Status.PLANNED
        if any(_in_condition(tree, c) for c in tree.children(i, "advcl", "dep", "ccomp"))
        else status
    )


def _in_condition(tree: Tree, i: int) -> bool:
    """Whether a verb stands inside an if-clause."""
    words = stance_words(tree.language)["certainty"]
    if tree.tokens[i].dep not in {"advcl", "dep", "ccomp"}:
        return False
    marks = [
        c for c in tree.children(i, "mark", "advmod", "aux") if tree.word(c) in words["conditions"] and c < i
    ]
    if tree.language == "en":
        marks = [c for c in marks if tree.word(c) != "should" or _inverted(tree, i, c)]
        marks = [c for c in marks if tree.word(c) != "whether"]
    return any(c == 0 or tree.word(c - 1) not in words["concessions"] for c in marks) and (
        tree.tokens[i].dep == "advcl" or tree.language == "en" or marks[0] < tree.tokens[i].head
    )


def _inverted(tree: Tree, i: int, modal: int) -> bool:
    """As in "Should the buyers walk away": the modal before its subject."""
    return any(modal < s for s in tree.children(i, *SUBJECTS))


def _modal(tree: Tree, i: int) -> Level | None:
    modals = stance_words(tree.language)["certainty"]["modals"]
    if tree.language == "en":
        found = _english_modal(tree, i)
        if found is None or _inverted_in_condition(tree, i):
            return None
        status, certainty = modals[found]["present"].split()
        reported = found in {"would", "'d"} and under_past_report(tree, i) and not _perfect(tree, i)
        return Level(Status(status), hedged=certainty == "hedged" and not reported)
    token = tree.tokens[i]
    lemma = verb_lemma(tree, i)
    if lemma not in modals or "VerbForm=Inf" in token.morph or not _over_infinitive(tree, i):
        return None
    status, certainty = modals[lemma][_tense(tree, i)].split()
    return Level(None if status == "done" else Status(status), hedged=certainty == "hedged")


def _inverted_in_condition(tree: Tree, i: int) -> bool:
    return (
        any(tree.word(c) == "should" and _inverted(tree, i, c) for c in auxiliaries(tree, i))
        and tree.tokens[i].dep == "advcl"
    )


def _over_infinitive(tree: Tree, i: int) -> bool:
    """As in "doit verser" is a modal; "doit 3 millions" owes."""
    return any("VerbForm=Inf" in tree.tokens[t].morph for c in tree.children(i) for t in group(tree, c))


def _english_modal(tree: Tree, i: int) -> str | None:
    modals = stance_words(tree.language)["certainty"]["modals"]
    if tree.language != "en":
        return None
    return next((tree.word(c) for c in auxiliaries(tree, i) if tree.word(c) in modals), None)


def _perfect(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].lemma == "have" for c in auxiliaries(tree, i))


def _tense(tree: Tree, i: int) -> str:
    if conditional(tree, i):
        return "conditional"
    if _compound_tense(tree, i):
        return "perfect"
    return "imperfect" if "Tense=Imp" in tree.tokens[i].morph else "present"


def conditional(tree: Tree, i: int) -> bool:
    """The French conditional, on the verb, its auxiliary or its copula."""
    return tree.language == "fr" and any(_conditional_form(tree, t) for t in group(tree, i))


def _conditional_form(tree: Tree, i: int) -> bool:
    """By the form where the parser has no Mood=Cnd: future stem, imperfect ending."""
    return "Mood=Cnd" in tree.tokens[i].morph or _built_on_future_stem(tree, i, "endings")


def _compound_tense(tree: Tree, i: int) -> bool:
    auxiliary = {"avoir", "être"} if tree.language == "fr" else {"have"}
    return any(
        tree.tokens[t].dep in {"aux:tense", "aux"} and tree.tokens[t].lemma in auxiliary
        for t in auxiliaries(tree, i)
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


def is_negated(tree: Tree, i: int) -> bool:
    """As in "ne ... pas", "not", "no longer", a negative subject or object; not "ne ... que", "not only"."""
    words = stance_words(tree.language)["negation"]
    near = [t for t in _around(tree, i) if not (tree.word(t) in words["words"] and _only(tree, t))]
    deny = any(tree.word(t) in words["words"] for t in near)
    ended = any(_ended(tree, t) for t in near)
    empty = any(
        tree.word(g) in words["nouns"]
        for c in tree.children(i)
        if tree.tokens[c].dep in {*SUBJECTS, *OBJECTS}
        for g in [c, *tree.children(c)]
    )
    without = (
        any(tree.word(c) in words["without"] for c in tree.children(i, "mark", "case"))
        or tree.word(tree.tokens[i].head) in words["without"]
    )
    if tree.language == "fr":
        particle = any(tree.word(t) in words["particles"] for t in _around(tree, i))
        return (particle and (deny or ended or empty)) or without
    return deny or ended or empty or without


def _around(tree: Tree, i: int) -> list[int]:
    """The small words of a verb, of its auxiliaries and arguments; no other clause."""
    own = tree.children(i)
    inner = [
        g
        for c in own
        if tree.tokens[c].dep.startswith(
            ("aux", "cop", "nsubj", "obj", "dobj", "advmod", "obl", "neg", "xcomp")
        )
        and not (is_verb(tree, c) and not tree.tokens[c].dep.startswith("aux"))
        for g in tree.children(c)
    ]
    return [t for t in [*own, *inner] if tree.tokens[t].dep not in RELATIVE_CLAUSES]


def _only(tree: Tree, i: int) -> bool:
    only = stance_words(tree.language)["negation"]["only"]
    return i + 1 < len(tree.tokens) and tree.word(i + 1) in only


def _ended(tree: Tree, i: int) -> bool:
    """As in "ne ... plus" (but "plus de 3 millions" counts), "no longer"."""
    words = stance_words(tree.language)["negation"]["ended"]
    if tree.word(i) not in words:
        return False
    return (
        tree.word(i - 1) == "no"
        if tree.language == "en"
        else tree.word(i + 1) not in {"de", "d'", "que", "tard"}
    )
