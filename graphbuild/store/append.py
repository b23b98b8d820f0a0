"""A file that is only ever added to, by one process at a time."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import StoreError
from graphbuild.store.disk import contents, explained, save

PATIENCE = 10.0  # seconds to wait for another writer


def append(file: Path, addition: Callable[[bytes], bytes]) -> None:
    """Add to a file what ``addition`` makes of what stands in it; empty adds nothing.

    Readers see the file without the addition or with all of it. Raises ``StoreError`` when another
    process keeps writing, or the disk refuses; the file is then as it was.
    """
    with _alone(file):
        before = contents(file)
        if more := addition(before):
            save(before + more, file)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold the file's lock, which the system drops when a process dies."""
    # beside the file and not on it: each writing puts a new file in its place
    with explained(file):
        handle = file.with_name(f".{file.name}.lock").open("a+")
    with handle:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    raise StoreError(
                        f"Another process has been writing to {file} for {PATIENCE:.0f} seconds; try again."
                    ) from error
                time.sleep(0.02)
        yield
