"""Extracts, identities and ledger in; one RDF graph out."""

import re
from collections.abc import Sequence
from itertools import chain

from rdflib import Graph

from graphbuild.amend import Outcome
from graphbuild.errors import SettingsError
from graphbuild.graph.above import Corrected, above
from graphbuild.graph.article import as_graph, own_triples
from graphbuild.graph.corrections import Known
from graphbuild.graph.vocabulary import BASE
from graphbuild.ledger import Ledger
from graphbuild.model import Extract
from graphbuild.resolve import Identities

NOBODY: Known = {}


def build_graph(
    extracts: Sequence[Extract],
    identities: Identities,
    book: Ledger,
    *,
    outcomes: Sequence[Outcome] = (),
    known: Known = NOBODY,
    base: str = BASE,
) -> Graph:
    """Give the whole corpus: every document, what the ledger makes of them, corrections, and the plain edges.

    ``outcomes`` are what came of each correction, ``known`` who their names are (``amend.known_as``).
    Raises ``SettingsError`` for a base that cannot carry IRIs, ``ValueError`` or ``KeyError`` when
    the parts do not fit together (a span outside its text, an unknown entity): that is a bug.
    """
    check_base(base)
    made = above(extracts, identities, book, Corrected(outcomes, known), base=base)
    own = chain.from_iterable(own_triples(extract, identities, base=base) for extract in extracts)
    return as_graph(chain(own, *(saying.triples() for saying in made.sayings)))


def check_base(base: str) -> None:
    """Raise ``SettingsError`` unless ``base`` is an http(s) address that ends in a slash."""
    if not re.fullmatch(r"https?://[^\s<>\"{}|^`\\#?]+/", base):
        raise SettingsError(f"base is {base!r}: it must be an http or https address that ends in '/'.")
