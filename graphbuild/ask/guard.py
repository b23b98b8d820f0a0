"""What a question may be: one SPARQL query that reads this store and nothing else."""

import re
from typing import Final

from graphbuild.errors import QueryError

# What is not SPARQL words: IRIs, strings and comments, in the order in which the grammar sees them.
OPAQUE: Final = re.compile(
    r'<[^<>"{}|^`\\\s]*>'
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|#[^\n]*",
    re.DOTALL,
)
PROLOGUE: Final = re.compile(r"\s*(?:PREFIX\s+[^\s:]*:\s*\x00\s*|BASE\s*\x00\s*)*", re.IGNORECASE)
UPDATE: Final = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
SERVICE: Final = re.compile(r"(?<![\w:?$@-])SERVICE\b(?!\s*:)", re.IGNORECASE)
POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
WORD: Final = re.compile(r"\w+")


def refuse_writes(sparql: str) -> None:
    """Raises ``QueryError`` for an update, and for SERVICE, which would call other machines."""
    words = OPAQUE.sub(lambda match: "\x00" if match[0].startswith("<") else " ", sparql)
    start = PROLOGUE.match(words)
    rest = words[start.end() :] if start else words
    if update := UPDATE.match(rest):
        raise QueryError(
            f"{update[0].upper()} changes data, and questions only read. "
            "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; "
            "to change the graph, change the articles and build again."
        )
    if SERVICE.search(rest):
        raise QueryError("SERVICE would ask another machine, and questions stay on this one. Leave it out.")


def explained(sparql: str, message: str) -> QueryError:
    """The engine's syntax error with the line, the place in it and a hint."""
    match = POSITION.match(message)
    if not match:
        return QueryError(f"The question is not valid SPARQL: {message}")
    number, column, expected = int(match[1]), int(match[2]), match[3]
    lines = sparql.splitlines() or [""]
    line = lines[min(number, len(lines)) - 1]
    return QueryError(
        f"The question is not valid SPARQL, at line {number}, column {column}:\n"
        f"  {line}\n  {' ' * (column - 1)}^\n{_hint(expected)}"
    )


def _hint(expected: str) -> str:
    if "Prefix not found" in expected:
        return "A prefix is not declared. Known without declaring: {prefixes}. Declare others with PREFIX."
    words = sorted(set(re.findall(r"\b[A-Z]{2,}\b", expected)))
    follow = f" One of {', '.join(words)} could follow." if words else ""
    return f"Look at the word before the mark: a missing ?, dot, quote or brace.{follow}"
