"""The group of commands and what happens when one fails."""

from typing import Any

import click

from graphbuild.cli.asking import ask, query
from graphbuild.cli.building import build, show
from graphbuild.cli.leaving import check, export
from graphbuild.cli.scoring import evaluate
from graphbuild.errors import GraphBuildError
from graphbuild.report import printable

INTERRUPTED = 130  # as shells have it


class Explained(click.ClickException):
    """A ``GraphBuildError`` on its way to the user: its message, exit code 2, no traceback."""

    exit_code = 2


class Commands(click.Group):
    """Turns every ``GraphBuildError`` into a message."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GraphBuildError as error:
            # The message may quote a file name or an article, which must not drive the terminal.
            raise Explained("\n".join(printable(line) for line in str(error).splitlines())) from error
        except KeyboardInterrupt as error:
            # Not 1, which would say that the graph is invalid.
            click.echo("Interrupted; an earlier build is left as it was.", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="graphbuild", message="graphbuild %(version)s")
def main() -> None:
    r"""Turn French and English news into a checked graph of who puts how much money into what.

    \b
    Example:
      graphbuild build articles/ -o output/
      graphbuild ask
      graphbuild show
    """


for command in (build, query, ask, show, export, check, evaluate):
    main.add_command(command)
