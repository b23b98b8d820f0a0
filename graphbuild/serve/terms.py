"""The words of our vocabulary: what ``ontology/graphbuild.ttl`` calls each term, in English and in French."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graphbuild.ask.answer import shortened
from graphbuild.data import table
from graphbuild.graph.vocabulary import PREFIXES, ontology_dir

LABEL: Final = f"{PREFIXES['rdfs']}label"
COMMENT: Final = f"{PREFIXES['rdfs']}comment"
LANGUAGES: Final = ("en", "fr")


@cache
def said(predicate: str) -> Mapping[tuple[str, str], str]:
    """(term, language) -> what the ontology says of it with this predicate."""
    found = {}
    for quad in parse((ontology_dir() / "graphbuild.ttl").read_bytes(), RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and quad.predicate.value == predicate:
            match quad.object:
                case Literal(value=value, language=language):
                    found[quad.subject.value, language or "en"] = value
                case _:
                    pass
    return found


def label(iri: str, language: str) -> str:
    """What to call a term, or any node without a name: never empty."""
    known = said(LABEL).get((iri, language))
    short = shortened(iri)
    return known or table(f"serve/words.{language}.toml")["terms"].get(short) or short
