"""Who corrects, why and when: what every ``graphbuild correct`` says, and writing it down."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphbuild import api
from graphbuild.cli.options import output_option
from graphbuild.report import printable

if TYPE_CHECKING:
    from graphbuild.correct.requests import Request

Command = TypeVar("Command", bound=Callable[..., Any])


def signed(command: Command) -> Command:
    """Who, why, when, and in which output: what every correction says."""
    options = (
        click.option("--because", required=True, metavar="REASON", help="Why."),
        click.option("--by", required=True, metavar="NAME", help="Who corrects."),
        click.option("--when", metavar="TIME", help="When, in ISO 8601 (UTC).  [default: now]"),
        output_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def tell(request: "Request", *, because: str, by: str, when: str | None, output: Path | None) -> None:
    """Write the correction down and say what happens next."""
    recorded = api.correct(request, by=by, because=because, when=when, output=output)
    name = recorded.id.rpartition("/")[2]
    if not recorded.new:
        click.echo(f"{name} says so already.")
        return
    click.echo(printable(f"{name}: {recorded.summary}"))
    click.echo(
        "Written into corrections.ttl. `graphbuild correct apply` applies it, and so does the next build."
    )
