"""``graphbuild correct`` on names: who is who, of what type, and what it is called."""

from typing import Any

import click

from graphbuild.cli.signing import signed, tell
from graphbuild.correct import requests
from graphbuild.model import EntityType


@click.command()
@click.argument("one")
@click.argument("other")
@signed
def same(one: str, other: str, **said: Any) -> None:
    """Say that two names are one entity.

    \b
    Example:
      graphbuild correct same "BPI" "Bpifrance" --because "its short name" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Same(one, other), **said)


@click.command()
@click.argument("one")
@click.argument("other")
@signed
def different(one: str, other: str, **said: Any) -> None:
    """Say that two names are two entities: they are taken apart, and kept apart.

    \b
    Example:
      graphbuild correct different "Martin @ a.txt" "Martin @ b.txt" --because "two men" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Different(one, other), **said)


@click.command()
@click.argument("entity")
@click.argument("type_", metavar="TYPE", type=click.Choice([t.value for t in EntityType]))
@signed
def retype(entity: str, type_: str, **said: Any) -> None:
    """Say what sort of thing an entity is.

    \b
    Example:
      graphbuild correct retype "Stargate" project --because "a programme, no company" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Retype(entity, EntityType(type_)), **said)


@click.command()
@click.argument("entity")
@click.argument("name")
@signed
def rename(entity: str, name: str, **said: Any) -> None:
    """Say what an entity is called; its other names stay as aliases.

    \b
    Example:
      graphbuild correct rename "Nvidia Corp" "Nvidia" --because "as everybody says" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Rename(entity, name), **said)
