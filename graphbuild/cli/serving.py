"""``graphbuild serve``."""

from pathlib import Path

import click

from graphbuild.cli.options import Named, output_option, time_limit_option
from graphbuild.errors import SettingsError
from graphbuild.settings import load_settings

SHORTEST = 16


@click.command()
@output_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--name", "names", multiple=True, help="A name under which it is reached; may be repeated.")
@time_limit_option
@click.option("--edit", is_flag=True, help="Let articles be added and claims be corrected.")
@click.option(
    "--token-file",
    type=Named(exists=True, dir_okay=False),
    help="File with a secret that --edit asks for; needed where others than this machine reach it.",
)
def serve(  # noqa: PLR0913 - one for each option
    *,
    output: Path | None,
    host: str,
    port: int,
    names: tuple[str, ...],
    time_limit: float,
    edit: bool,
    token_file: Path | None,
) -> None:
    """Serve a build on this machine: pages, SPARQL, linked data. Ctrl-C stops.

    \b
    Example:
      graphbuild serve -o output/ --edit
      graphbuild serve -o output/ --port 8000
    """  # noqa: D301 - click wants a real backspace
    from graphbuild.serve.run import run
    from graphbuild.serve.service import Service

    settings = load_settings(output=output)
    service = Service(
        settings,
        host=host,
        port=port,
        names=names,
        time_limit=time_limit,
        edit=edit,
        token=secret_of(token_file) if token_file else None,
    )
    run(service, ready=lambda address: click.echo(f"{settings.output} is served at {address}"))


def secret_of(file: Path) -> str:
    """What a file holds, without blanks around it; ``SettingsError`` where it is too short to be a secret."""
    try:
        secret = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The secret in {file} cannot be read: {error}. Save it as text.") from error
    if len(secret) < SHORTEST:
        raise SettingsError(f"The secret in {file} has less than {SHORTEST} characters. Make it longer.")
    return secret
