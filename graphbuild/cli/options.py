"""Options that several commands share."""

from pathlib import Path

import click

from graphbuild.api import TIME_LIMIT

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder of the build.  [default: output, or what graphbuild.toml says]",
)
time_limit_option = click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=TIME_LIMIT,
    show_default=True,
    metavar="SECONDS",
    help="Stop the question after this long.",
)
