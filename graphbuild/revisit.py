"""What can be done again with a build that is there: draw it, check it."""

from pathlib import Path

from graphbuild import store
from graphbuild.graph.check import Finding, check_evidence, validate
from graphbuild.show.draw import draw


def redraw(output: Path) -> Path:
    """Draw the page of an output again and give its path."""
    texts = {document.id: document for document in store.documents(output)}
    store.write_page(output, draw(store.graph(output), texts))
    return output / store.PAGE


def check(output: Path) -> tuple[Finding, ...]:
    """What is wrong with the graph of an output; empty when nothing is."""
    graph = store.graph(output)
    texts = {document.id: document.text for document in store.documents(output)}
    return (*validate(graph), *check_evidence(graph, texts))
