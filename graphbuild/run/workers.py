"""Many documents understood at once, in processes of their own. Their number changes nothing but the time."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from threading import Thread

from graphbuild.errors import GraphBuildError
from graphbuild.model import Document, Extract
from graphbuild.report import Issue
from graphbuild.run.extract import attempt

FEW = 8  # documents that are understood before another process would have loaded its models
MOST = 32  # documents given to a worker at a time


def understood(documents: Sequence[Document], *, jobs: int) -> Iterator[Extract | Issue]:
    """What each document gives, in their order, by at most ``jobs`` processes.

    Raises ``GraphBuildError`` when a worker dies.
    """
    workers = min(jobs, -(-len(documents) // FEW))
    if workers <= 1:
        return map(attempt, documents)
    return _shared(documents, workers)


def _shared(documents: Sequence[Document], workers: int) -> Iterator[Extract | Issue]:
    # Started anew, not forked: a thread of this process may hold a lock that nobody would open there.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent)
    at_once = max(1, min(MOST, len(documents) // (4 * workers)))
    try:
        yield from pool.map(attempt, documents, chunksize=at_once)
    except BrokenProcessPool as error:
        raise GraphBuildError(
            "A worker process died, perhaps for want of memory. What was understood before is kept: "
            "build again, with a smaller --jobs."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """A killed build leaves no workers behind: each watches for its end."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
