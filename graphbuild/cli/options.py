"""Options that several commands share."""

import os
from pathlib import Path
from typing import Any

import click

from graphbuild.api import TIME_LIMIT


class Named(click.Path):
    """A path, which an empty text is not: for the system that would be the current folder."""

    def __init__(self, **options: Any) -> None:
        super().__init__(path_type=Path, **options)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("The path is empty. Name a file or a folder; . is the current folder.", param, ctx)
        return super().convert(value, param, ctx)


output_option = click.option(
    "-o",
    "--output",
    type=Named(),
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


def spoken() -> str:
    """The language of the terminal, as its locale says: "fr", or "en" for any other."""
    told = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "fr" if next(filter(None, told), "").startswith("fr") else "en"


language_option = click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default=spoken,
    help="Language of the answer.  [default: that of the terminal]",
)
