"""What is said above the articles, in parts that can be named without being said."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple

from rdflib.term import Node

from graphbuild.graph.documents import Triple
from graphbuild.graph.hashes import hashed


class Saying(NamedTuple):
    """Some statements, and the ``key`` of all that decides them: the same key, the same statements.

    ``owner`` is the piece of the graph that they belong to: the IRI of an article where they are about a
    part of it, else that of their subject.
    """

    owner: str
    key: str
    triples: Callable[[], Iterable[Triple]]


def grouped(triples: Iterable[Triple], homes: Mapping[Node, str]) -> Iterator[Saying]:
    """Statements that are made in any case, as sayings; ``homes`` are the articles of subjects."""
    said: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        said[homes.get(triple[0]) or owner_of(triple[0])].append(triple)
    for whose, statements in said.items():
        yield Saying(whose, hashed("", statements), partial(iter, statements))


def owner_of(subject: str) -> str:
    """The IRI without its fragment: amounts and passages hang on an article, statuses on a fact."""
    return str(subject).partition("#")[0]


def by_owner(sayings: Iterable[Saying]) -> dict[str, list[Saying]]:
    found: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        found[saying.owner].append(saying)
    return found


def statements(sayings: Iterable[Saying]) -> Iterator[Triple]:
    """What they say."""
    return chain.from_iterable(saying.triples() for saying in sayings)
