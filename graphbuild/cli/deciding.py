"""``graphbuild why``: who is who, and why."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild import api
from graphbuild.cli.options import output_option, time_limit_option
from graphbuild.report import printable

if TYPE_CHECKING:
    from graphbuild.ask.why import Decided, Named, Why

SHOWN = 5  # articles named for one name


@click.command()
@click.argument("name", metavar="A")
@click.argument("other", required=False, metavar="[B]")
@output_option
@time_limit_option
def why(name: str, other: str | None, output: Path | None, time_limit: float) -> None:
    """Say why two names are one or two; for one name, what it was put together with and kept apart from.

    A and B are labels, other names, or IRIs. Each reason comes with how sure it is, from 0 to 1, or,
    of names that were kept apart, with how near they came.

    \b
    Example:
      graphbuild why UE "European Union" -o output/
      graphbuild why "France 2030"
    """  # noqa: D301 - click wants a real backspace
    found = api.why(name, other, output=output, time_limit=time_limit)
    for line in _of_two(found) if other else _of_one(found):
        click.echo(printable(line))


def _of_one(found: "Why") -> Iterator[str]:
    """Each bearer of the name with what was decided about it."""
    for entity in found.bearers[0]:
        yield _described(entity)
        yield from _written(found, entity, found.asked[0])
        about = [d for d in found.decisions if entity.iri in d.entities]
        for merged, heading in ((True, "Put together:"), (False, "Kept apart:")):
            yield from _listed(heading, [d for d in about if d.merged is merged])
        if not about:
            yield "  No other name was put together with it, and none comes near it."


def _of_two(found: "Why") -> Iterator[str]:
    one, other = found.asked
    if found.together:
        for entity in found.together:
            yield f"{one!r} and {other!r} are one: {_described(entity)}"
            yield from _written(found, entity, one)
            yield from _written(found, entity, other)
            yield from _reasons(found, entity)
        yield _undo("different", one, other, "To take them apart for good")
        return
    yield f"{one!r} and {other!r} are two:"
    for name, group in zip(found.asked, found.bearers, strict=True):
        for entity in group:
            yield f"  {_described(entity)}"
            yield from _written(found, entity, name)
    yield from _listed("Why they were kept apart:", found.decisions)
    if not found.decisions:
        yield "  Nothing brings these two names near each other, so they were never compared."
    yield _undo("same", one, other, "To put them together for good")


def _reasons(found: "Why", entity: "Named") -> Iterator[str]:
    """The merges that joined the names of one entity, those of the names asked for first."""
    from graphbuild.model import fold

    asked = {fold(name) for name in found.asked}
    about = [d for d in found.decisions if d.merged and d.entities == (entity.iri,)]
    near = [d for d in about if asked.issuperset(map(fold, d.names))]
    near = near or [d for d in about if asked.intersection(map(fold, d.names))]
    both = [set(found.documents.get((entity.iri, name), ())) for name in found.asked]
    if len(asked) == 1:
        yield "  Why: accents, capitals and articles aside, it is one name."
    elif near or about:
        yield from _listed("Why:", near or about)
    elif shared := sorted(set.intersection(*both)):
        yield f"  Why: {shared[0]} uses both names for it."
    else:
        yield "  Why: an article uses both names for it."


def _described(entity: "Named") -> str:
    others = [name for name in entity.names if name != entity.label]
    return f"{entity.label} ({entity.type})" + (f", also {', '.join(others)}" if others else "")


def _written(found: "Why", entity: "Named", name: str) -> Iterator[str]:
    articles = found.documents.get((entity.iri, name), ())
    if articles:
        more = f" and {len(articles) - SHOWN} more" if len(articles) > SHOWN else ""
        yield f"  {name!r} stands in {', '.join(articles[:SHOWN])}{more}"


def _listed(heading: str, decisions: "list[Decided] | tuple[Decided, ...]") -> Iterator[str]:
    if decisions:
        yield f"  {heading}"
        for decided in decisions:
            yield f"    {' / '.join(decided.names)}: {decided.words} ({decided.score:g})"


def _undo(verb: str, one: str, other: str, what: str) -> str:
    names = " ".join(f'"{name}"' if '"' not in name else shlex.quote(name) for name in (one, other))
    return f"{what}: graphbuild correct {verb} {names}"
