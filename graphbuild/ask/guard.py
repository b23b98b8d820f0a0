"""What a question may be: one SPARQL query that reads this store and nothing else."""

import re
from collections.abc import Collection
from itertools import accumulate
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
FROM: Final = re.compile(r"(?<![\w:?$@-])FROM\b(?!\s*:)", re.IGNORECASE)
HALVES: Final = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that are no UTF-8
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


def refuse_other_graphs(sparql: str) -> None:
    """Raise ``QueryError`` for FROM, which would find nothing."""
    if FROM.search(_words(sparql)):
        raise QueryError("FROM chooses among graphs, and an output is one graph. Leave it out.")


def refuse_no_text(*words: str) -> None:
    """Raise ``QueryError`` for what no UTF-8 can hold."""
    if any(HALVES.search(word) for word in words):
        raise QueryError("The question is not UTF-8 text. Write it, or save its file, in UTF-8.")


def depth(sparql: str) -> int:
    """How many brackets stand within each other."""
    steps = ((c in "([{") - (c in ")]}") for c in _words(sparql))
    return max(accumulate(steps), default=0)


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
