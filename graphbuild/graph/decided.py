"""Names for all that decides what the graph says of an article."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from graphbuild.graph.hashes import content, joined
from graphbuild.graph.vocabulary import ontology_dir
from graphbuild.model import Extract
from graphbuild.resolve import Canonical, Identities
from graphbuild.versions import PACKAGE, made_by

About = Callable[[Canonical], str]


def decided(extracts: Iterable[Extract], identities: Identities, about: About, *, base: str) -> Iterator[str]:
    """For each extract a name: made of all that it holds, and of what ``about`` says of its entities."""
    known: dict[str, str] = {}
    for extract in extracts:
        said = [version(base), content(extract)]
        for entity in extract.entities:
            canonical = identities.entity_of(extract.document.id, entity.key)
            if canonical.key not in known:
                known[canonical.key] = about(canonical)
            said.append(known[canonical.key])
        yield joined(said)


@cache
def version(base: str) -> str:
    """The code and the ontology that say it, and where the nodes live."""
    code = PACKAGE / "graph", PACKAGE / "model", PACKAGE / "data" / "kinds.toml", ontology_dir()
    return f"{made_by(code, ('msgspec', 'pyshacl', 'rdflib'))} {base}"
