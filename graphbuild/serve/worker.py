"""The process that answers: it reads one store and one text index, and can be killed at any moment.

It gets one JSON object a message: ``do`` names a task, the rest is for the task. It answers with a JSON
object (``error`` and its ``kind`` where something went wrong) and bytes. It opens no socket.
"""

import errno
import json
import signal
import sqlite3
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Store

from graphbuild.ask.sandbox import close_network, end_with_parent, limit_memory
from graphbuild.errors import QueryError
from graphbuild.serve.node import node, triples
from graphbuild.serve.picture import part, picture
from graphbuild.serve.query import query
from graphbuild.serve.search import search, top
from graphbuild.serve.shelf import Bounded, Shelf, about
from graphbuild.serve.wire import packed, taken

Task = Callable[[Shelf, Mapping[str, Any], Bounded], dict[str, Any]]
TASKS: Final[Mapping[str, Task]] = {
    "about": about,
    "node": node,
    "part": part,
    "picture": picture,
    "query": query,
    "search": search,
    "top": top,
    "triples": triples,
}


def main() -> None:
    """Answer until standard input ends. The only argument is a JSON object: see ``Pool``."""
    setting = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server stops its workers itself
    end_with_parent()
    close_network()
    limit_memory(setting["max_memory"])
    shelf = Shelf(Store.read_only(setting["store"]), Path(setting["index"]))
    sys.stdout.buffer.write(packed({"ready": True}))
    sys.stdout.buffer.flush()
    while (job := taken(sys.stdin.buffer)) is not None:
        sys.stdout.buffer.write(packed(*answer(shelf, job, setting["max_result"])))
        sys.stdout.buffer.flush()


def answer(shelf: Shelf, job: Mapping[str, Any], most: int) -> tuple[dict[str, Any], bytes]:
    """What a task gives; or what went wrong, in words."""
    out = Bounded(most)
    try:
        return TASKS[job["do"]](shelf, job, out), out.getvalue()
    except QueryError as error:
        return {"kind": "syntax", "error": str(error)}, b""
    except MemoryError:
        return {"kind": "large"}, b""
    except (OSError, RuntimeError, ValueError, sqlite3.Error) as error:
        large = isinstance(error, OSError) and error.errno == errno.EFBIG
        return {"kind": "large" if large else "run", "error": str(error)}, b""


if __name__ == "__main__":
    main()
