"""The forms of the frames' French verbs in -er, made by rule."""

from functools import cache

from graphbuild.relate.frames import frames
from graphbuild.relate.lexicon import present_forms

ENDINGS = {
    "e": "Tense=Pres",
    "ent": "Tense=Pres",
    "ait": "Tense=Imp",
    "aient": "Tense=Imp",
    "a": "Tense=Past",
    "èrent": "Tense=Past",
    "era": "Tense=Fut",
    "eront": "Tense=Fut",
    "erait": "Mood=Cnd",
    "eraient": "Mood=Cnd",
}
PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées", "ant")
VOWELS = "aeiouy"


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Third-person forms to lemma and tense: "lèvera" to ("lever", "Tense=Fut")."""
    table: dict[str, tuple[str, str]] = {}
    for stem in _stems():
        if stem != "all":  # "aller" is irregular
            table |= {form: (stem + "er", tense) for form, tense in _forms(stem).items()}
    return table | {form: (lemma, "Tense=Pres") for form, lemma in present_forms("fr").items()}


@cache
def participle_lemmas() -> dict[str, str]:
    """Past and present participles to their lemma."""
    return {stem + ending: stem + "er" for stem in _stems() for ending in PARTICIPLE_ENDINGS}


@cache
def is_title(word: str) -> bool:
    """Whether a word is an office and no form of a verb: "nommé président"."""
    return any(frame.titled and (word,) == phrase for phrase, frame in frames("fr").nouns.get(word, ()))


def _stems() -> list[str]:
    return [lemma[:-2] for lemma in sorted(frames("fr").verbs) if lemma.endswith("er")]


def _forms(stem: str) -> dict[str, str]:
    forms: dict[str, str] = {}
    for ending, tense in ENDINGS.items():
        forms[_spelled(stem, ending) + ending] = tense
        if len(stem) > 2 and (stem[-2] == "é" or (stem[-2] == "e" and stem[-1] not in VOWELS)):
            forms.setdefault(f"{stem[:-2]}è{stem[-1]}{ending}", tense)  # céder: cède, lever: lève
    return forms


def _spelled(stem: str, ending: str) -> str:
    """The stem before an ending: "engag" and "a" make "engagea", "plac" and "a" make "plaça"."""
    if ending[0] not in "aà" or stem[-1] not in "gc":
        return stem
    return stem[:-1] + "ç" if stem[-1] == "c" else stem + "e"
