"""What a question may be: one SPARQL query that reads this store and nothing else."""

import re
from collections.abc import Collection
from typing import Final

from graphbuild.errors import QueryError

# What is not SPARQL words: escapes in names, IRIs, strings and comments, in the order of the grammar.
REST: Final = (
    r"|\\[^uU]"
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|#[^\n\r]*"
)
OPAQUE: Final = re.compile(r'<(?:[^<>"{}|^`\\\s]|\\.)*>' + REST, re.DOTALL)
# The grammar does not say without a parser whether "?a<1)SERVICE#>" holds an IRI: where it has parentheses,
# it is read both ways.
WARY: Final = re.compile(r'<(?:[^<>"{}|^`\\\s()]|\\.)*>' + REST, re.DOTALL)
PROLOGUE: Final = re.compile(r"\s*(?:PREFIX\s+[^\s:]*:\s*\x00\s*|BASE\s*\x00\s*)*", re.IGNORECASE)
UPDATE: Final = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
SERVICE: Final = re.compile(r"(?<![\w:?$@-])SERVICE\b(?!\s*:)", re.IGNORECASE)
POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
VERBS: Final = re.compile(r"(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
DECLARED: Final = re.compile(r"PREFIX\s+([\w.-]*)\s*:", re.IGNORECASE)
USED: Final = re.compile(r"(?<![\w?$:@.-])([A-Za-z][\w.-]*):")


def refuse_writes(sparql: str) -> None:
    """Raise ``QueryError`` for an update, and for SERVICE, which would call other machines."""
    body = _body(sparql)
    if update := UPDATE.match(body):
        raise QueryError(
            f"{update[0].upper()} changes data, and questions only read. "
            "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; "
            "to change the graph, change the articles and build again."
        )
    if SERVICE.search(body) or SERVICE.search(_words(sparql, WARY)):
        raise QueryError("SERVICE would ask another machine, and questions stay on this one. Leave it out.")


def explained(sparql: str, message: str, *, known: Collection[str]) -> QueryError:
    """The engine's syntax error with the line, about where in it, and a hint.

    ``known`` are the prefixes that need no declaration.
    """
    match = POSITION.match(message)
    if not match:
        return QueryError(f"The question is not valid SPARQL: {message}")
    number, column = int(match[1]), int(match[2])
    lines = sparql.splitlines() or [""]
    # The engine counts the word that it tried to read, so its column can lie a little too far right.
    return QueryError(
        f"The question is not valid SPARQL, at line {number}, near column {column}:\n"
        f"  {lines[min(number, len(lines)) - 1]}\n  {' ' * (column - 1)}^\n" + _hint(sparql, match[3], known)
    )


def _hint(sparql: str, expected: str, known: Collection[str]) -> str:
    if not VERBS.match(_body(sparql)):
        return "After its prefixes a question starts with SELECT, ASK, CONSTRUCT or DESCRIBE."
    words = _words(sparql)
    declared = {*known, *DECLARED.findall(words)}
    if missing := sorted(set(USED.findall(words)) - declared):
        usual = ", ".join(sorted(known))
        return f"The prefix {missing[0]}: is not declared: add PREFIX {missing[0]}: <...>. Known: {usual}."
    follow = sorted(set(re.findall(r"\b[A-Z]{2,}\b", expected)))
    hint = f" One of {', '.join(follow)} could follow." if follow else ""
    return f"Look before the mark: a missing ?, dot, quote or brace?{hint}"


def _words(sparql: str, opaque: re.Pattern[str] = OPAQUE) -> str:
    """The question without its strings and comments; each IRI is one mark."""
    return opaque.sub(lambda match: "\x00" if match[0].startswith("<") else " ", sparql)


def _body(sparql: str) -> str:
    """What follows the prefixes."""
    words = _words(sparql)
    prologue = PROLOGUE.match(words)
    return words[prologue.end() :] if prologue else words
