"""The closed classes of each language, from data: relatives, prepositions, verbs of control."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from graphbuild.data import table
from graphbuild.errors import OntologyError

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class SyntaxWords:
    """One language's section of ``data/syntax.toml``, where each field has its example."""

    relatives: Words
    possessives: Words
    complex_prepositions: Words
    preposition_openers: Words
    compound_openers: Words
    means_prepositions: Words
    goal_prepositions: Words
    pair_prepositions: Words
    site_prepositions: Words
    name_site_prepositions: Words
    body_links: Words
    clause_starts: Words
    and_words: Words
    object_control: Words
    giving_verbs: Words
    entrusting: Words
    approving_nouns: Words
    financing_verbs: Words
    undoing_verbs: Words
    gerund_prepositions: Words
    reflexive_recipients: Words
    carrier_verbs: Words
    get_verbs: Words
    winning_verbs: Words
    headline_passives: Words
    answering_verbs: Words
    passing_verbs: Words
    deal_nouns: Words
    value_nouns: Words
    use_verbs: Words
    onlooker_verbs: Words
    approving_verbs: Words
    paying_verbs: Words
    piece_openers: Words
    piece_articles: Words
    pieces: Words
    announcing_verbs: Words
    house_heads: Words
    lasting_titles: Words
    private: Words
    activity_verbs: Words
    light_nouns: Words
    aimed_nouns: Words
    activity_nouns: Words
    phase_nouns: Words
    headed_bodies: Words
    time_nouns: Words
    no_purposes: Words
    plan_nouns: Words
    former: Words
    place_pronouns: Words
    out_of: Words
    house_nouns: Words
    named_nouns: Words
    copular: Words
    part_nouns: Words
    subsidiary_nouns: Words
    naming_verbs: Words
    based_words: Words
    based_nouns: Words
    owned_words: Words
    backed_words: Words
    having_verbs: Words
    share_nouns: Words
    counting_verbs: Words
    owned_nouns: Words
    upper_nouns: Words
    sides: Words
    examples: Words
    including_verbs: Words


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What leads from one amount of a sentence to the next, from ``[links.*]`` of ``data/syntax.toml``."""

    part: Words
    part_behind: Words
    whole: Words
    pointing: Words
    sums: Words
    slices: Words
    compose: Words
    deals: Words
    bill_funds: Words
    coming: Words
    on_top: Words
    added: Words
    added_verbs: Words
    possible: Words
    fractions: Words
    origins: Words
    portion_origins: Words
    public_funds: Words
    earlier: Words
    respective: Words
    each: Words
    as_much: Words
    estimate: Words
    pairs: Words
    counted_in: Words


@cache
def syntax_words(language: str) -> SyntaxWords:
    return SyntaxWords(**_classes(table("syntax.toml")[language], SyntaxWords, language))


@cache
def link_words(language: str) -> LinkWords:
    return LinkWords(**_classes(table("syntax.toml")["links"][language], LinkWords, f"links.{language}"))


@cache
def contractions(language: str) -> dict[str, str]:
    """What a contracted article hides: "aux" to "à"; none in English."""
    found: dict[str, str] = table("syntax.toml")["contractions"].get(language, {})
    return found


@cache
def present_forms(language: str) -> dict[str, str]:
    """Irregular present forms to their infinitives; none in English."""
    found: dict[str, str] = table("syntax.toml")["present"].get(language, {})
    return found


@cache
def companies(language: str) -> frozenset[str]:
    """The nouns that any company may be called by."""
    return frozenset(table("names/descriptions.toml")[language]["company"].split())


@cache
def pointing(language: str) -> frozenset[str]:
    """What points at a thing just named: "this programme"."""
    return frozenset(table("names/descriptions.toml")[language]["pointing"].split())


def _classes(table: dict[str, list[str]], shape: type[Any], section: str) -> dict[str, Words]:
    """The classes of a section; one too few or too many is an error, as nothing would tell otherwise."""
    wanted = {f.name for f in fields(shape)}
    if set(table) != wanted:
        wrong = sorted(set(table) ^ wanted)
        raise OntologyError(f"data/syntax.toml [{section}]: these are missing or not known: {wrong}")
    return {name: frozenset(words) for name, words in table.items()}
