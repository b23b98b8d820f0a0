"""``graphbuild correct``: what a person decides, written beside the graph."""

from pathlib import Path
from typing import Any

import click

from graphbuild import api
from graphbuild.cli.building import print_built
from graphbuild.cli.correcting_claims import accept, add, amount, reject, role
from graphbuild.cli.correcting_names import different, rename, retype, same
from graphbuild.cli.options import output_option
from graphbuild.cli.progress import watched
from graphbuild.cli.signing import signed, tell
from graphbuild.cli.tables import print_table
from graphbuild.correct import requests


@click.group()
def correct() -> None:
    """Correct the graph for good: each correction is kept in corrections.ttl with who, when and why.

    An entity is a name, an alias or an IRI; TYPE:NAME where a name means several things, "NAME @ ARTICLE"
    where it is meant in one article only. A claim is named by the last column of `graphbuild ask evidence`;
    its first letters are enough. What was corrected is in the graph after `graphbuild correct apply`, or
    after the next build. No correction is ever deleted: undo takes it back.

    \b
    Example:
      graphbuild correct same "UE" "European Union" --because "the same body" --by "Marie Dupont"
      graphbuild correct reject investment-8a5c --because "a rumour about another year" --by "Marie Dupont"
      graphbuild correct list
    """  # noqa: D301 - click wants a real backspace


for command in (same, different, retype, rename, reject, accept, amount, role, add):
    correct.add_command(command)


@correct.command()
@click.argument("correction")
@signed
def undo(correction: str, **said: Any) -> None:
    """Take a correction back, by its name in `graphbuild correct list`; undo an undo to have it again.

    \b
    Example:
      graphbuild correct undo reject-748a --because "the article was right" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Undo(correction), **said)


@correct.command("apply")
@output_option
def apply_(output: Path | None) -> None:
    """Build again from the articles that the output holds, with all corrections; nothing is read anew.

    \b
    Example:
      graphbuild correct apply -o output/

    Exit code 0: applied; what could not be is listed. 1: the graph is not valid. 2: nothing was changed.
    """  # noqa: D301
    with watched() as watch:
        built = api.apply_corrections(output=output, watch=watch)
    print_built(built, built.report.summary()[1:])  # nothing was read


@correct.command("list")
@output_option
def list_(output: Path | None) -> None:
    """List all corrections with what has become of each.

    applied: it is in the graph. waiting: apply, or the next build, brings it there. target gone: what it
    is about is not there any more. undone, overruled: by which correction. kept out: its result does not
    fit the shapes.

    \b
    Example:
      graphbuild correct list -o output/
    """  # noqa: D301
    states = api.corrections(output=output)
    rows = [
        (
            s.id.rpartition("/")[2],
            f"{s.state}: {s.detail}" if s.detail else s.state,
            s.when[:10],
            s.by,
            s.summary,
            s.because,
        )
        for s in states
    ]
    if rows:
        print_table(("correction", "state", "when", "by", "what", "why"), rows)
    click.echo(f"{len(rows)} correction{'s' * (len(rows) != 1)}", err=True)
