"""Gender and number: what a pronoun may stand for, and what a sentence shows of a name."""

from graphbuild.recognise.coreference.scene import Scene

PLURAL = frozenset({"ils", "elles", "they", "them", "their", "leur", "leurs", "ceux-ci", "celles-ci", "eux"})
MASCULINE = frozenset({"il", "he", "his", "him", "celui-ci", "dernier"})
FEMININE = frozenset({"elle", "she", "her", "celle-ci", "dernière"})
COLLECTIVE = frozenset({"they", "them", "their"})  # "Arla ... they made an approach"


def gender_of(pronoun: str) -> str:
    """The gender that a pronoun shows: "Masc", "Fem" or ""; French possessives agree with what is owned."""
    return "Masc" if pronoun in MASCULINE else "Fem" if pronoun in FEMININE else ""


def may_mean(scene: Scene, pronoun: str, j: int) -> bool:
    """Whether a pronoun or possessive may stand for the noun or pronoun at token j, by its forms."""
    morph = scene.tokens[j].morph
    if scene.tokens[j].pos == "PRON" and "Person=3" not in morph:
        return False
    if pronoun not in COLLECTIVE or "Person=3" in morph:
        plural = pronoun in PLURAL
        if ("Number=Sing" if plural else "Number=Plur") in morph:
            return False
    wanted = gender_of(pronoun)
    return not (scene.language == "fr" and wanted and _other(wanted) in morph)


def _other(gender: str) -> str:
    return "Gender=Fem" if gender == "Masc" else "Gender=Masc"


def shown_gender(scene: Scene, i: int) -> str:
    """The gender that a sentence shows of the name at token i: "Mme X", "X a été nommée"; "" if none."""
    titled = scene.words.genders.get(scene.lower(i - 1), "") if scene.same_sentence(i, i - 1) else ""
    return titled or (_agreeing(scene, i) if scene.language == "fr" else "")


def _agreeing(scene: Scene, i: int) -> str:
    """The gender of the participle behind "être" whose subject is token i."""
    token = scene.tokens[i]
    if not token.dep.startswith("nsubj"):
        return ""
    verb = scene.tokens[token.head]
    below = [scene.tokens[c] for c in scene.children.get(verb.i, ())]
    coordinated = any(scene.tokens[c].dep == "conj" for c in scene.children.get(i, ()))
    with_etre = any(t.lemma == "être" and t.dep in {"aux:pass", "aux:tense", "cop"} for t in below)
    if coordinated or not with_etre or verb.pos not in {"VERB", "ADJ"}:
        return ""
    return next((mark[7:] for mark in sorted(verb.morph) if mark.startswith("Gender=")), "")
