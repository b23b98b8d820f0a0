"""The group of commands and what happens when one fails."""

import os
import sys
import traceback
from typing import Any

import click

from graphbuild.cli.asking import ask, query
from graphbuild.cli.building import build, show
from graphbuild.cli.leaving import check, export
from graphbuild.cli.scoring import evaluate
from graphbuild.errors import GraphBuildError
from graphbuild.report import printable

# None is 1, which says that a graph is not valid.
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
NOBODY_READS = 141
FAULT = 70  # EX_SOFTWARE of sysexits.h


class Explained(click.ClickException):
    """A ``GraphBuildError`` on its way to the user: its message, exit code 2, no traceback."""

    exit_code = 2


class Commands(click.Group):
    """Turns every ``GraphBuildError`` into a message, and everything else into an exit code of its own."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GraphBuildError as error:
            # The message may quote a file name or an article, which must not drive the terminal.
            raise Explained("\n".join(printable(line) for line in str(error).splitlines())) from error
        except KeyboardInterrupt as error:
            click.echo("Interrupted; an earlier build is left as it was.", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            # As in `graphbuild ask | head`: what is still to be flushed goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(NOBODY_READS) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            for line in (*traceback.format_exc().splitlines(), "A fault of graphbuild: please report it."):
                click.echo(printable(line), err=True)
            raise click.exceptions.Exit(FAULT) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="graphbuild", message="graphbuild %(version)s")
def main() -> None:
    """Turn French and English news into a checked graph of who puts how much money into what.

    \b
    Example:
      graphbuild build articles/ -o output/
      graphbuild ask
      graphbuild show
    """  # noqa: D301 - click wants a real backspace


for command in (build, query, ask, show, export, check, evaluate):
    main.add_command(command)
