"""Progress on standard error, for a person who waits at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FIRST = {"removed": "Removing"}  # in place of the first stage
STAGES = {
    "gathered": "Reading",
    "extracted": "Understanding",
    "corrected": "Applying corrections",
    "resolved": "Deciding who is who",
    "gated": "Keeping apart what does not fit",
    "added_up": "Adding up",
    "graphed": "Writing RDF",
    "checked": "Checking",
    "stored": "Storing",
    "drawn": "Drawing",
}


@contextmanager
def watched() -> Iterator[Callable[[str, int], None]]:
    """Gives what a build is to call; it shows nothing unless standard error is a terminal."""
    if not sys.stderr.isatty():
        yield ignored
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Starting", total=None)

        def watch(stage: str, done: int) -> None:
            documents = f" ({done} documents)" if done else ""
            progress.update(task, description=f"{(STAGES | FIRST).get(stage, stage)}{documents}")

        yield watch


def ignored(stage: str, done: int) -> None:
    """Show nothing."""
