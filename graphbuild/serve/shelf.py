"""What a worker reads from, and what it writes to."""

import errno
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from pyoxigraph import Store


@dataclass(frozen=True)
class Shelf:
    """One state of an output, read-only: its store, and the index of its texts."""

    store: Store
    index: Path

    @cached_property
    def texts(self) -> sqlite3.Connection:
        """The index; nobody writes it any more."""
        return sqlite3.connect(f"file:{self.index}?mode=ro&immutable=1", uri=True)


def about(shelf: Shelf, _job: Mapping[str, Any], _out: "Bounded") -> dict[str, Any]:
    """The task "about": how much there is, and under which IRI the nodes live."""
    return dict(shelf.texts.execute("SELECT name, value FROM about"))


class Bounded(BytesIO):
    """Bytes in memory, no more than ``most`` of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # the engine writes bytes
        if self.tell() + len(data) > self.most:
            raise OSError(errno.EFBIG, "larger than an answer may be")
        return super().write(data)
