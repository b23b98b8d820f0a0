"""Turns French and English news into a checked knowledge graph of who puts how much money into what.

>>> import graphbuild
>>> graphbuild.build("news.jsonl", output="output/")  # doctest: +SKIP
>>> print(graphbuild.ask("funding", output="output/").serialise("csv"))  # doctest: +SKIP
"""

# Four verbs have the name of a room. Python sets a package's attribute when a submodule is first
# imported, so the rooms (empty doors, nothing heavy) come first and the verbs keep their names.
import graphbuild.ask
import graphbuild.correct
import graphbuild.evaluate
import graphbuild.show  # noqa: F401
from graphbuild.api import (
    apply_corrections,
    ask,
    build,
    check,
    correct,
    corrections,
    evaluate,
    explain,
    export,
    query,
    questions,
    remove,
    show,
    totals,
    why,
)
from graphbuild.errors import GraphBuildError

__all__ = [
    "GraphBuildError",
    "apply_corrections",
    "ask",
    "build",
    "check",
    "correct",
    "corrections",
    "evaluate",
    "explain",
    "export",
    "query",
    "questions",
    "remove",
    "show",
    "totals",
    "why",
]
