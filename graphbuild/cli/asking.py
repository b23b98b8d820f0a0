"""``graphbuild query`` and ``graphbuild ask``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from graphbuild import api
from graphbuild.cli.options import output_option, time_limit_option
from graphbuild.cli.tables import print_answer, print_table
from graphbuild.report import printable

if TYPE_CHECKING:
    from graphbuild.ask.answer import Answer

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", "turtle"]),
    default="table",
    show_default=True,
    help="How to write the answer; turtle is for CONSTRUCT and DESCRIBE.",
)


@click.command()
@click.argument("sparql", required=False)
@output_option
@click.option(
    "--file", "file", type=click.File(encoding="utf-8"), help="Read the question from a file, or -."
)
@format_option
@time_limit_option
def query(sparql: str | None, output: Path | None, file: TextIO | None, form: str, time_limit: float) -> None:
    """Ask a build in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The prefixes gb:, schema:, dcterms:, skos:, prov:, owl:, rdf:, rdfs: and xsd: are known.

    \b
    Example:
      graphbuild query 'SELECT ?name { ?who a gb:Organization ; rdfs:label ?name } ORDER BY ?name'
    """  # noqa: D301 - click wants a real backspace
    match sparql, file:
        case str(), None:
            text = sparql
        case None, file if file is not None:
            text = text_of(file)
        case _:
            raise click.UsageError("Give either the question, or --file with a file that holds it.")
    print_in(form, api.query(text, output=output, time_limit=time_limit))


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@output_option
@format_option
@time_limit_option
def ask(
    name: str | None, parameters: tuple[str, ...], output: Path | None, form: str, time_limit: float
) -> None:
    """Ask a named question. Without NAME, list the questions and what they answer.

    \b
    Example:
      graphbuild ask
      graphbuild ask about --entity "Union européenne" -o output/
    """  # noqa: D301 - click wants a real backspace
    if name is None:
        list_questions()
        return
    given = pairs(parameters)
    answer = api.ask(name, given, output=output, time_limit=time_limit)
    if form == "table":
        click.secho(title_of(name), bold=True)
    print_in(form, answer)
    if "entity" in given and not answer.rows:
        click.echo(printable(api.unknown(given["entity"], output=output, time_limit=time_limit)), err=True)


def print_in(form: str, answer: "Answer") -> None:
    """Write the answer on standard output in one of the formats."""
    if form == "table":
        print_answer(answer)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(answer.serialise(form))
    sys.stdout.buffer.flush()


def text_of(file: TextIO) -> str:
    """What a file says; ``click.UsageError`` when it is no text."""
    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise click.UsageError(
            f"{file.name} is not UTF-8 text ({error.reason}). Save it as UTF-8."
        ) from error


def title_of(name: str) -> str:
    """What a named question answers, in a line."""
    return next(question.title for question in api.questions() if question.name == name)


def pairs(words: tuple[str, ...]) -> dict[str, str]:
    """``("--entity", "UE", "--year=2025")`` as a mapping; ``click.UsageError`` for anything else."""
    found: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise click.UsageError(f"{word!r} is not a parameter; write --NAME VALUE.")
        if not equals and not rest:
            raise click.UsageError(f"--{name} needs a value.")
        found[name] = value if equals else rest.pop(0)
    return found


def list_questions() -> None:
    """Print the named questions."""
    rows = []
    for question in api.questions():
        options = " ".join(f"--{parameter.name} ..." for parameter in question.parameters)
        rows.append((f"{question.name} {options}".strip(), question.title))
    print_table(("question", "what it answers"), rows)
