"""``graphbuild build`` and ``graphbuild show``."""

from pathlib import Path

import click

from graphbuild import api
from graphbuild.cli.leaving import print_findings
from graphbuild.cli.options import Named, output_option
from graphbuild.cli.progress import watched
from graphbuild.settings import load_settings


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@output_option
@click.option(
    "--settings",
    "settings_file",
    type=Named(),
    help="Settings to use.  [default: graphbuild.toml, if it is there]",
)
def build(inputs: tuple[str, ...], output: Path | None, settings_file: Path | None) -> None:
    """Read articles and write the graph, its store, its page and a report.

    INPUT is a .txt, .md, .html or .jsonl file, a folder, a glob, or - for standard input.

    \b
    Example:
      graphbuild build articles/ more.jsonl 'archive/*.html' -o output/

    Exit code 0: built (what was skipped is listed). 1: built, but the graph is not valid.
    2: nothing was built, and the message says why; an earlier build is left as it was.
    """  # noqa: D301 - click wants a real backspace
    settings = load_settings(settings_file, output=output)
    with watched() as watch:
        built = api.build(inputs, settings=settings, watch=watch)
    for line in built.report.summary():
        click.echo(line)
    for line in built.summary():
        click.echo(line)
    if built.findings:
        print_findings(built.findings)
        click.get_current_context().exit(1)


@click.command()
@output_option
def show(output: Path | None) -> None:
    """Draw the page of a build again, and say where it is.

    \b
    Example:
      graphbuild show -o output/
    """  # noqa: D301 - click wants a real backspace
    click.echo(api.show(output=output))
