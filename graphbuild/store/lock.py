"""One writer at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import StoreError
from graphbuild.store.disk import explained
from graphbuild.store.layout import LOCK


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Holds the folder's lock; raises ``StoreError`` at once when another process has it.

    The operating system drops the lock when a process dies, so a killed build leaves none behind.
    """
    with explained(output):
        file = (output / LOCK).open("a+", encoding="utf-8")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise StoreError(
                f"Another build (process {holder}) is writing to {output}; "
                "wait until it has ended, or name another folder with -o."
            ) from error
        with explained(output):
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
        yield
