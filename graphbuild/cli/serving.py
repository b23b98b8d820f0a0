"""``graphbuild serve``."""

from pathlib import Path

import click

from graphbuild.cli.options import output_option, time_limit_option
from graphbuild.settings import load_settings


@click.command()
@output_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--name", "names", multiple=True, help="A name under which it is reached; may be repeated.")
@time_limit_option
def serve(output: Path | None, host: str, port: int, names: tuple[str, ...], time_limit: float) -> None:
    """Serve a build on this machine: pages, SPARQL, linked data. Ctrl-C stops.

    \b
    Example:
      graphbuild serve -o output/ --port 8000
    """  # noqa: D301 - click wants a real backspace
    from graphbuild.serve.run import run
    from graphbuild.serve.service import Service

    settings = load_settings(output=output)
    service = Service(settings, host=host, port=port, names=names, time_limit=time_limit)
    run(service, ready=lambda address: click.echo(f"{settings.output} is served at {address}"))
