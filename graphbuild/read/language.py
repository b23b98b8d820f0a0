"""Which language a text is written in, by lingua, offline (imported when it is first needed)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from graphbuild.errors import DocumentError

if TYPE_CHECKING:
    from lingua import LanguageDetector

# Languages in which news that reaches a French or English reader is written. Lingua's "low accuracy"
# models of them (groups of three letters) take 35 MB and 0.3 s; the full ones 510 MB and 5 s.
LIKELY = tuple(
    (  # noqa: SIM905 -- five lines to read instead of thirty-three
        "french english german spanish italian portuguese catalan romanian dutch swedish danish bokmal"
        " finnish polish czech slovak hungarian croatian bulgarian greek turkish russian ukrainian arabic"
        " persian hebrew hindi chinese japanese korean vietnamese indonesian"
    ).split()
)
SAMPLE = 3_000  # characters: a page of news
SURE = 0.9
ENOUGH = 25  # letters; below, a name or a borrowed word decides
SHORT = 200  # letters; below, foreign names can outweigh the language of the sentence
# Words that French or English cannot do without and that no other language above writes so.
TELLING = {
    "fr": re.compile(
        r"\b(?:aux|avec|ce|cette|chez|dans|elle|est|et|ils|leur|où|par|pour|qui|selon|ses|sur|une|été)\b"
    ),
    "en": re.compile(
        r"\b(?:and|by|from|has|have|of|off|or|said|that|the|their|this|was|were|which|will|with)\b"
    ),
}
NAMES = {"fr": "French", "en": "English"}
SAME = {"fra": "fr", "fre": "fr", "eng": "en"}  # ISO 639-2 codes


def language_of(text: str, given: str | None, allowed: Sequence[str]) -> str:
    """Return "fr" or "en": as given with the input, else detected.

    Raises DocumentError for another language, given or detected, with its name.
    """
    code = _code(given) if given and given.strip() else detect(text, tuple(allowed))
    if code not in allowed:
        said = f'its "language" is {given!r}' if given and given.strip() else f"it is written in {code}"
        wanted = " or ".join(allowed)
        remedy = (
            f'leave "language" out, or give {wanted}'
            if given
            else f'if it is not, give its "language": {wanted}'
        )
        raise DocumentError(f"{said}, which is not read (readable: {wanted})", remedy)
    return code


def _code(given: str) -> str:
    primary = re.split("[-_]", given.strip().lower())[0]
    return SAME.get(primary, primary)


def detect(text: str, allowed: Sequence[str] = ("fr", "en")) -> str:
    """Return one of ``allowed``, or the English name of another language that the text is surely in."""
    sample = " ".join(text.split())[:SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        raise DocumentError("holds no letters, so that its language cannot be told", "check the text")
    if len(letters) < SHORT and (told := _told_by_words(sample, allowed)):
        return told
    best = _detector(LIKELY).compute_language_confidence_values(sample)[0]
    name = best.language.name.lower()
    codes = {NAMES[code].lower(): code for code in NAMES}
    if name in codes and codes[name] in allowed:
        return codes[name]
    latin = sum(c < "\u0250" for c in letters) > len(letters) / 2
    if not latin or (best.value > SURE and len(letters) >= ENOUGH):
        return name.capitalize()
    return _closest(sample, allowed)


def _told_by_words(sample: str, allowed: Sequence[str]) -> str | None:
    """Return the allowed language of which a short text has two different telling words or more."""
    counts = {code: len(set(words.findall(sample.lower()))) for code, words in TELLING.items()}
    return next((code for code in allowed if counts[code] > 1 and sum(counts.values()) == counts[code]), None)


def _closest(sample: str, allowed: Sequence[str]) -> str:
    """Choose among ``allowed`` for a text too short or too mixed to say more."""
    if len(allowed) == 1:
        return allowed[0]
    names = tuple(NAMES[code].lower() for code in allowed)
    best = _detector(names).compute_language_confidence_values(sample)[0]
    return str(best.language.iso_code_639_1.name).lower()


@lru_cache(maxsize=2)
def _detector(names: tuple[str, ...]) -> "LanguageDetector":
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415 -- loaded only when texts are read

    languages = [Language.from_str(name) for name in names]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
