"""One writer at a time."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from graphbuild.errors import StoreError
from graphbuild.store.disk import explained
from graphbuild.store.layout import LOCK


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Holds the folder's lock; raises ``StoreError`` at once when another process has it.

    The operating system drops the lock when a process dies, so a killed build leaves none behind.
    """
    with _opened(output) as file:
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


def _opened(output: Path) -> TextIO:
    # A link could make us empty a file that is no lock: the output may come from a stranger.
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
    with explained(output):
        try:
            return os.fdopen(os.open(output / LOCK, flags, 0o666), "a+", encoding="utf-8")
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
            raise StoreError(f"{output / LOCK} is a link, and no build makes one; delete it.") from error
