"""What a worker reads from, and what it writes to."""

import errno
import sqlite3
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from pyoxigraph import Store


@dataclass(frozen=True)
class Shelf:
    """One state of an output, read-only: its store, and the index of its texts."""

    store: Store
    index: Path | None

    @cached_property
    def texts(self) -> sqlite3.Connection:
        """The index; nobody writes it any more."""
        return sqlite3.connect(f"file:{self.index}?mode=ro&immutable=1", uri=True)


class Bounded(BytesIO):
    """Bytes in memory, no more than ``most`` of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # the engine writes bytes
        if self.tell() + len(data) > self.most:
            raise OSError(errno.EFBIG, "larger than an answer may be")
        return super().write(data)
