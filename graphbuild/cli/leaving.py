"""``graphbuild export`` and ``graphbuild check``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild import api
from graphbuild.cli.options import Named, output_option
from graphbuild.report import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.graph.check import Finding


@click.command()
@click.argument("file", type=Named(dir_okay=False, allow_dash=True))
@output_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["turtle", "trig", "nquads", "jsonld", "rdfxml"]),
    default="turtle",
    show_default=True,
    help="The format to write.",
)
def export(file: Path, output: Path | None, form: str) -> None:
    """Write the graph of a build into FILE, or - for standard output.

    \b
    Example:
      graphbuild export --format jsonld graph.jsonld -o output/
    """  # noqa: D301 - click wants a real backspace
    if str(file) == "-":
        api.export(sys.stdout.buffer, format=form, output=output)
    else:
        api.export(file, format=form, output=output)
        click.echo(file)


@click.command()
@output_option
def check(output: Path | None) -> None:
    """Check a build against the shapes of the ontology, and each quote against its article.

    Exit code 0: nothing is wrong. 1: the findings are listed.

    \b
    Example:
      graphbuild check -o output/
    """  # noqa: D301 - click wants a real backspace
    findings = api.check(output=output)
    if findings:
        print_findings(findings)
        click.get_current_context().exit(1)
    click.echo(
        "Nothing is wrong: the shapes hold and every quote is its article's own words. "
        "Whether a sentence was understood, only a reader can tell."
    )


def print_findings(findings: "Sequence[Finding]") -> None:
    """Print what is wrong with a graph; the words are the articles', which must not drive the terminal."""
    for finding in findings:
        click.echo(printable(str(finding)))
    click.echo(f"{len(findings)} finding{'s' * (len(findings) != 1)}: the graph is not valid.", err=True)
