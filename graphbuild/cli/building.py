"""``graphbuild build``, ``graphbuild remove`` and ``graphbuild show``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild import api
from graphbuild.cli.leaving import print_findings
from graphbuild.cli.options import Named, output_option
from graphbuild.cli.progress import watched
from graphbuild.settings import load_settings

if TYPE_CHECKING:
    from graphbuild.pipeline import Built

no_page_option = click.option(
    "--no-page", is_flag=True, help="Leave the page to `graphbuild show`: of a large corpus it takes a while."
)
settings_option = click.option(
    "--settings",
    "settings_file",
    type=Named(),
    help="Settings to use.  [default: graphbuild.toml, if it is there]",
)


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@output_option
@no_page_option
@click.option("--prune", is_flag=True, help="Take away what an earlier build read and INPUT does not hold.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read articles.  [default: 1]"
)
@settings_option
def build(
    inputs: tuple[str, ...],
    output: Path | None,
    settings_file: Path | None,
    jobs: int | None,
    *,
    prune: bool,
    no_page: bool,
) -> None:
    """Read articles and write the graph, its store, its page and a report.

    INPUT is a .txt, .md, .html or .jsonl file, a folder, a glob, or - for standard input.

    Where an earlier build has left its output, this adds to it: articles of a known id are replaced,
    unchanged ones cost nothing, and the others stay, unless --prune is given.

    \b
    Example:
      graphbuild build articles/ more.jsonl 'archive/*.html' -o output/
      graphbuild build articles/ -o output/ --prune --jobs 4

    Exit code 0: built (what was skipped is listed). 1: built, but the graph is not valid.
    2: nothing was built, and the message says why; an earlier build is left as it was.
    """  # noqa: D301 - click wants a real backspace
    settings = load_settings(settings_file, output=output, jobs=jobs)
    with watched() as watch:
        built = api.build(inputs, settings=settings, prune=prune, page=not no_page, watch=watch)
    print_built(built, built.report.summary())


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@output_option
@no_page_option
@settings_option
def remove(ids: tuple[str, ...], output: Path | None, settings_file: Path | None, *, no_page: bool) -> None:
    """Take articles out of a build, which is then as if they had never been there.

    ID is the id of an article, as `graphbuild ask sources` lists them.

    \b
    Example:
      graphbuild remove gazette-2025-118 articles/nvidia.txt -o output/

    Exit code 0: removed. 1: removed, but the graph is not valid. 2: nothing was removed.
    """  # noqa: D301 - click wants a real backspace
    with watched() as watch:
        settings = load_settings(settings_file, output=output)
        built = api.remove(ids, settings=settings, page=not no_page, watch=watch)
    print_built(built, built.report.summary()[1:])  # nothing was read


def print_built(built: "Built", told: "list[str]") -> None:
    """Print what is told of the reading, and what was found; exit with 1 when the graph is not valid."""
    for line in (*told, *built.summary()):
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
