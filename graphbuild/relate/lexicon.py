"""The words of syntax: relatives, possessives, complex prepositions, control verbs. Data, not code."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class SyntaxWords:
    """The closed classes of one language, from ``data/syntax.toml``."""

    relatives: frozenset[str]
    possessives: frozenset[str]
    complex_prepositions: tuple[str, ...]
    object_control: frozenset[str]
    reflexive_recipients: frozenset[str]
    light_nouns: frozenset[str]
    activity_nouns: frozenset[str]
    time_nouns: frozenset[str]
    phase_nouns: frozenset[str]
    use_verbs: frozenset[str]
    onlooker_verbs: frozenset[str]
    announcing_verbs: frozenset[str]
    get_verbs: frozenset[str]
    places_pronouns: frozenset[str]
    carrier_verbs: frozenset[str]
    activity_verbs: frozenset[str]


def load(name: str) -> dict[str, Any]:
    """A TOML file of ``graphbuild/data``."""
    return tomllib.loads(files("graphbuild.data").joinpath(name).read_text("utf-8"))


@cache
def syntax_words(language: str) -> SyntaxWords:
    words = load("syntax.toml")[language]
    return SyntaxWords(
        **{k: tuple(v) if k == "complex_prepositions" else frozenset(v) for k, v in words.items()}
    )


@cache
def link_words(language: str) -> dict[str, list[str]]:
    """What introduces a part ("dont") or an earlier value ("contre") of an amount."""
    links: dict[str, list[str]] = load("syntax.toml")["links"][language]
    return links
