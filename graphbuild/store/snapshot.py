"""Reading an output: a read-only view of its store, and its texts."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse
from rdflib import Graph
from rdflib import term as terms
from rdflib.term import Node

from graphbuild.errors import StoreError
from graphbuild.model import Document
from graphbuild.store.disk import explained
from graphbuild.store.layout import DOCUMENTS, GRAPH, STORE
from graphbuild.store.staging import recover

STRING = NamedNode("http://www.w3.org/2001/XMLSchema#string")
REMEDY = "Build the output again; where that does not help, delete the folder first."
DECODER = msgspec.json.Decoder(Document)


def require(output: Path, name: str) -> Path:
    """The path of one piece of an output; ``StoreError`` when there is none."""
    recover(output)
    path = output / name
    if not path.exists():
        raise StoreError(
            f"There is no {name} in {output}; run `graphbuild build INPUT... -o {output}` first, "
            "or name the folder of a build with -o."
        )
    return path


def store_path(output: Path) -> Path:
    """The folder of the Oxigraph store of an output."""
    return require(output, STORE)


def open_store(output: Path) -> Store:
    """A read-only snapshot of the store; nobody can write through it."""
    path = store_path(output)
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"Cannot read the store {path}: {error}. {REMEDY}") from error


def graph(output: Path) -> Graph:
    """The graph of an output in memory, for what needs to walk it. Read by Oxigraph, eight times as fast."""
    path = require(output, GRAPH)
    found = Graph(bind_namespaces="none")
    try:
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            found.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"Cannot read {path}: {error}. Build the output again.") from error
    return found


def agree(output: Path) -> bool:
    """Whether the store of an output says what its ``graph.ttl`` says."""
    kept, path = open_store(output), require(output, GRAPH)
    try:
        said = {Quad(*triple) for triple in parse(path=str(path), format=RdfFormat.TURTLE)}
        return len(kept) == len(said) and all(quad in kept for quad in said)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"Cannot read the store {output / STORE}: {error}. {REMEDY}") from error


def _term(term: NamedNode | BlankNode | Literal | Triple) -> Node:
    if isinstance(term, NamedNode):
        return terms.URIRef(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language or term.datatype == STRING else terms.URIRef(term.datatype.value)
        return terms.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    return terms.BNode(str(term))


def documents_before(output: Path) -> tuple[Document, ...]:
    """The documents of an output that a build is about to replace; none where nothing was built."""
    return tuple(documents(output)) if (output / DOCUMENTS).exists() else ()


def documents(output: Path) -> Iterator[Document]:
    """The documents of an output, with the texts that its offsets refer to, sorted by id."""
    path = require(output, DOCUMENTS)
    with explained(path, doing="read"):
        lines = path.open("rb")
    with lines:
        for number, line in enumerate(lines, 1):
            try:
                yield DECODER.decode(line)
            except ValueError as error:
                raise StoreError(
                    f"Line {number} of {path} is damaged: {error}. Build all articles again, with --prune."
                ) from error
