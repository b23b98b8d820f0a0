"""What can be done again with a build that is there: draw it, check it."""

from pathlib import Path

from graphbuild import store
from graphbuild.graph.check import Finding, check_evidence, unsaid, validate
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
    found = (*validate(graph), *check_evidence(graph, texts), *unsaid(graph, texts))
    return found if store.agree(output) else (*found, _other(output))


def _other(output: Path) -> Finding:
    problem = f"It does not say what {store.GRAPH} says. Delete the folder and build again."
    return Finding("", str(output / store.STORE), "store", "", problem)
