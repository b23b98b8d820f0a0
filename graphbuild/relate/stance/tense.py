"""Tense and form of a verb: finite or not, future, conditional, compound."""

import re
from functools import cache

from graphbuild.relate.stance.words import stance_words
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import auxiliaries, is_passive

PRESENT_BE = frozenset({"is", "are", "'re", "'s", "am", "'m"})
PERFECT = frozenset({"avoir", "être", "have"})


def group(tree: Tree, i: int) -> list[int]:
    """A verb with its auxiliaries and copula."""
    return [i, *auxiliaries(tree, i), *tree.children(i, "cop")]


def is_finite(tree: Tree, i: int) -> bool:
    """A verb with tense: itself, or by its auxiliaries or copula."""
    morphs = [tree.tokens[t].morph for t in group(tree, i)]
    return (
        any("VerbForm=Fin" in m or "Mood=Ind" in m or "Mood=Cnd" in m for m in morphs)
        or english_modal(tree, i) is not None
    )


def is_infinitive(tree: Tree, i: int) -> bool:
    own = auxiliaries(tree, i) if is_passive(tree, i) else []  # "to be bought"
    return any("VerbForm=Inf" in tree.tokens[t].morph for t in [i, *own]) and not is_finite(tree, i)


def is_perfect_infinitive(tree: Tree, i: int) -> bool:
    """As in "avoir versé", "to have paid", "having paid"."""
    return any(tree.word(a) == "having" for a in auxiliaries(tree, i)) or (
        not is_finite(tree, i)
        and any(
            tree.tokens[a].lemma in PERFECT
            and not {"VerbForm=Fin"} & tree.tokens[a].morph
            and tree.tokens[a].dep != "aux:pass"
            for a in auxiliaries(tree, i)
        )
    )


def is_progressive(tree: Tree, i: int) -> bool:
    """As in "is contributing": English, present."""
    if tree.language != "en" or not tree.word(i).endswith("ing"):
        return False
    return any(tree.word(a) in PRESENT_BE for a in auxiliaries(tree, i))


def is_future(tree: Tree, i: int) -> bool:
    """The French future, by form: the parser calls "achètera" a present and "réunit" a future."""
    if tree.language != "fr" or not {"VerbForm=Fin", "Tense=Fut", "Mood=Ind"} & tree.tokens[i].morph:
        return False
    return _built_on_future_stem(tree, i, "future")


def conditional(tree: Tree, i: int) -> bool:
    """The French conditional, on the verb, its auxiliary or its copula."""
    return tree.language == "fr" and any(_conditional_form(tree, t) for t in group(tree, i))


def _conditional_form(tree: Tree, i: int) -> bool:
    """By the form where the parser has no Mood=Cnd: future stem, imperfect ending."""
    return "Mood=Cnd" in tree.tokens[i].morph or _built_on_future_stem(tree, i, "endings")


def _built_on_future_stem(tree: Tree, i: int, tense: str) -> bool:
    """Infinitive or listed stem with the tense's ending; "appellera" has the stem of appeler."""
    words = stance_words("fr")["certainty"]["conditional"]
    form, lemma = _plain(tree.word(i)), _plain(tree.tokens[i].lemma)
    stems = {*words["stems"]} | ({lemma.removesuffix("e")} if lemma.endswith(("r", "re")) else set())
    return any(form.endswith(ends) and form == _plain(stem + ends) for ends in words[tense] for stem in stems)


@cache
def _plain(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word.replace("è", "e").replace("é", "e").replace("î", "i"))


def compound_tense(tree: Tree, i: int) -> bool:
    auxiliary = {"avoir", "être"} if tree.language == "fr" else {"have"}
    return any(
        tree.tokens[t].dep in {"aux:tense", "aux"} and tree.tokens[t].lemma in auxiliary
        for t in auxiliaries(tree, i)
    )


def english_modal(tree: Tree, i: int) -> str | None:
    modals = stance_words(tree.language)["certainty"]["modals"]
    if tree.language != "en":
        return None
    return next((tree.word(c) for c in auxiliaries(tree, i) if tree.word(c) in modals), None)
