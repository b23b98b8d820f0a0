"""The group of commands and what happens when one fails."""

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from graphbuild.cli.asking import ask, query
from graphbuild.cli.building import build, remove, show
from graphbuild.cli.correcting import correct
from graphbuild.cli.deciding import why
from graphbuild.cli.explaining import explain
from graphbuild.cli.leaving import check, export
from graphbuild.cli.scoring import evaluate
from graphbuild.cli.serving import serve
from graphbuild.cli.totals import totals
from graphbuild.errors import GraphBuildError
from graphbuild.report import printable

# None is 1, which says that a graph is not valid.
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
NOBODY_READS = 141
FAULT = 70  # EX_SOFTWARE of sysexits.h
CANNOT_PRINT = 74  # EX_IOERR
# What a stream refuses with; a refusal about a file has the file's name.
REFUSALS = {errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT}


class Explained(click.ClickException):
    """A ``GraphBuildError`` on its way to the user: its message, exit code 2, no traceback."""

    exit_code = 2


class Commands(click.Group):
    """Turns every ``GraphBuildError`` into a message, and everything else into an exit code of its own."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        with printing():  # --help and --version end here
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with printing():
                return super().invoke(ctx)
        except GraphBuildError as error:
            # The message may quote a file name or an article, which must not drive the terminal.
            raise Explained("\n".join(printable(line) for line in str(error).splitlines())) from error
        except KeyboardInterrupt as error:
            click.echo("Interrupted; an earlier build is left as it was.", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            for line in (*traceback.format_exc().splitlines(), "A fault of graphbuild: please report it."):
                click.echo(printable(line), err=True)
            raise click.exceptions.Exit(FAULT) from error


@contextmanager
def printing() -> Iterator[None]:
    """Gives a standard output that takes nothing an exit code of its own."""
    if sys.stdout is None:
        click.echo("Standard output is closed; send it to a file, or to /dev/null.", err=True)
        raise click.exceptions.Exit(CANNOT_PRINT)
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError as error:
        # As in `graphbuild ask | head`.
        drop_output()
        raise click.exceptions.Exit(NOBODY_READS) from error
    except OSError as error:
        if error.filename is not None or error.errno not in REFUSALS:
            raise
        drop_output()
        click.echo(f"Cannot print: {error.strerror}. Send standard output to where there is room.", err=True)
        raise click.exceptions.Exit(CANNOT_PRINT) from error


def drop_output() -> None:
    """Let what is still to be flushed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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


for command in (
    build,
    remove,
    query,
    ask,
    totals,
    why,
    correct,
    show,
    serve,
    export,
    check,
    explain,
    evaluate,
):
    main.add_command(command)
