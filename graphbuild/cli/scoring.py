"""``graphbuild evaluate``."""

from pathlib import Path

import click

from graphbuild import api
from graphbuild.cli.options import Named
from graphbuild.cli.progress import watched


@click.command()
@click.argument("gold", type=Named(exists=True, file_okay=False), metavar="GOLD_DIR")
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="List the causes of errors, and up to N errors of each sort.",
)
@click.option(
    "--only", default="*", show_default=True, metavar="PATTERN", help="Only articles whose file is so named."
)
@click.option("--json", "json_file", type=Named(dir_okay=False), help="Write the figures here too.")
def evaluate(gold: Path, errors: int, only: str, json_file: Path | None) -> None:
    """Build annotated articles and score what was found.

    GOLD_DIR holds one JSON file for each article: its text, entities, amounts and claims.

    \b
    Example:
      graphbuild evaluate tests/quality/gold --errors 5 --only 'fr-*'
    """  # noqa: D301 - click wants a real backspace
    with watched() as watch:
        scores = api.evaluate(gold, watch=watch, only=only, causes=errors > 0)
    for line in scores.lines(errors=errors):
        click.echo(line)
    if json_file:
        scores.save(json_file)
