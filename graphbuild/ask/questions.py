"""The named questions: SPARQL files that say in their first lines what they answer.

    # Who puts money into what
    # en: One line for each ...
    # fr: Une ligne par ...
    # param entity: a name, or a part of one
    SELECT ...

A parameter ``entity`` is the variable ``?entity`` of the query: its value is bound to it as a string,
never written into the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from graphbuild.ask.answer import Answer
from graphbuild.ask.query import TIME_LIMIT, query
from graphbuild.errors import OntologyError, QueryError
from graphbuild.graph.vocabulary import ontology_dir

HEADER: Final = re.compile(r"#\s?(.*)")
LABELLED: Final = re.compile(r"(title|en|fr|param\s+(\w+))\s*:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question needs, and what it is in words."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: what it answers in a line, in English and in French, and its SPARQL."""

    name: str
    title: str
    english: str
    french: str
    parameters: tuple[Parameter, ...]
    sparql: str


def questions() -> tuple[Question, ...]:
    """All named questions, sorted by name."""
    return tuple(read_question(path) for path in sorted((ontology_dir() / "queries").glob("*.rq")))


def named(name: str) -> Question:
    """The question of this name; ``QueryError`` names the nearest ones when there is none."""
    known = {question.name: question for question in questions()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3) or sorted(known)
    raise QueryError(
        f"No question is called {name!r}. Did you mean {', '.join(near)}? `graphbuild ask` lists all."
    )


def ask(
    question: Question, values: Mapping[str, str], *, output: Path, time_limit: float = TIME_LIMIT
) -> Answer:
    """The answer to a named question, its parameters bound to ``values``."""
    wanted = {parameter.name for parameter in question.parameters}
    if unknown := sorted(set(values) - wanted):
        raise QueryError(f"{question.name!r} has no parameter {unknown[0]!r}. {_usage(question)}")
    if missing := sorted(wanted - set(values)):
        raise QueryError(f"{question.name!r} needs a value for {missing[0]!r}. {_usage(question)}")
    return query(question.sparql, output=output, time_limit=time_limit, bindings=values)


def _usage(question: Question) -> str:
    options = "".join(f' --{p.name} "{p.about}"' for p in question.parameters)
    return f"Ask it as: graphbuild ask {question.name}{options}"


def read_question(path: Path) -> Question:
    """Read one file; ``OntologyError`` when its header does not say what it answers."""
    sparql = path.read_text(encoding="utf-8")
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in _header(sparql):
        match = LABELLED.match(line)
        if match and match[2]:
            parameters.append(Parameter(match[2], match[3]))
        elif match:
            fields[match[1]] = match[3]
        else:
            fields.setdefault("title", line)
    if absent := sorted({"title", "en", "fr"} - set(fields)):
        raise OntologyError(
            f"{path} does not say {absent[0]!r} in its first comment lines. Add # {absent[0]}: ..."
        )
    return Question(path.stem, fields["title"], fields["en"], fields["fr"], tuple(parameters), sparql)


def _header(sparql: str) -> list[str]:
    """The comment lines before the query, without their mark."""
    lines: list[str] = []
    for line in sparql.splitlines():
        match = HEADER.fullmatch(line)
        if not match:
            break
        if match[1].strip():
            lines.append(match[1].strip())
    return lines
