"""A rare name that one article takes for another type of thing than the others do."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from graphbuild.data import text
from graphbuild.model import EntityType, fold
from graphbuild.resolve.cluster import Link
from graphbuild.resolve.context import by_document, contexts, is_first_name, together
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.gazetteer import LANGUAGES, look_up
from graphbuild.resolve.names import common, squashed
from graphbuild.resolve.records import Record

OTHER_TYPE = "other-type"
SURE = 0.8
MORE = 2  # times as many texts must give the type that the others yield to, and so many at least
LONG_ENOUGH = 5  # letters of a name that may be rare

Meant = Mapping[Record, Meaning]
Nodes = dict[str, list[Record]]  # node -> its records


def other_types(meant: Meant) -> list[Link]:
    """The links from a rare name to the same name of the type that most articles give it.

    Only where each of the articles shares a body, a project or an event with the others, and never for
    what a gazetteer has as a place, or in an article that knows both: Orange the company stays apart
    from Orange the town.
    """
    inside = by_document(meant)
    links = {link for nodes in _alike(meant) for link in _judged(nodes, meant, inside)}
    return sorted(links, key=lambda link: (link.one, link.other))


def _alike(meant: Meant) -> Iterator[Nodes]:
    """The nodes of each rare name that has several types."""
    names: dict[str, Nodes] = defaultdict(lambda: defaultdict(list))
    for record, meaning in meant.items():
        if not record.scoped and meaning.reference is None:
            names[squashed(EntityType.PRODUCT, record.name)][meaning.node].append(record)
    for nodes in names.values():
        kinds = {record.type for records in nodes.values() for record in records}
        if len(kinds) > 1 and not any(is_known(r.name) for records in nodes.values() for r in records):
            yield nodes


def _judged(nodes: Nodes, meant: Meant, inside: Mapping[str, list[Record]]) -> Iterator[Link]:
    texts = {node: {record.text for record in records} for node, records in nodes.items()}
    first, *rest = sorted(nodes, key=lambda node: (-len(texts[node]), node))
    if len(texts[first]) < MORE:
        return
    theirs = together(contexts(meant, inside, nodes[first]).values()).beside
    for node in rest:
        most = len(texts[first]) >= MORE * len(texts[node]) and not texts[first] & texts[node]
        if most and all(around.beside & theirs for around in contexts(meant, inside, nodes[node]).values()):
            yield Link(node, first, OTHER_TYPE, SURE)


def is_known(name: str) -> bool:
    """Whether a name is that of a place, a first name, a common word, or too short to be rare."""
    folded = fold(name)
    return (
        len(folded) < LONG_ENOUGH
        or folded in common()
        or is_first_name(folded)
        or any(look_up(EntityType.PLACE, name, language) for language in LANGUAGES)
        or folded in _towns()
    )


@cache
def _towns() -> frozenset[str]:
    """The cities and towns of data/names, folded."""
    lines = f"{text('names/cities.txt')}\n{text('names/towns.txt')}".splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
