"""SPARQL on a built graph, read-only and within a time limit."""

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from graphbuild.ask import worker
from graphbuild.ask.answer import Answer
from graphbuild.ask.guard import depth, explained, refuse_no_text, refuse_other_graphs, refuse_writes
from graphbuild.errors import QueryError, StoreError
from graphbuild.graph.vocabulary import PREFIXES
from graphbuild.store import store_path

TIME_LIMIT: Final = 30.0  # seconds
MAX_TIME: Final = 86_400.0  # seconds: a day
MAX_MEMORY: Final = 4 * 2**30  # bytes of address space; the store maps its files into it
MAX_RESULT: Final = 2**29  # bytes of one answer
DEEPEST: Final = 500  # brackets; the engine's stack holds more, and no person writes so many
OUT_OF_MEMORY: Final = (signal.SIGABRT, signal.SIGKILL, signal.SIGSEGV)  # how a process ends that gets none
TOO_DEEP: Final = "The question is nested too deeply: there are too many brackets within brackets."
TOO_LARGE: Final = "The answer is too large to hold. Make the question narrower, or add a LIMIT."


def query(
    sparql: str, *, output: Path, time_limit: float = TIME_LIMIT, bindings: Mapping[str, str] | None = None
) -> Answer:
    """The answer to one SELECT, ASK, CONSTRUCT or DESCRIBE.

    ``bindings`` give variables of a SELECT their values, as strings; the engine binds them.
    Raises ``QueryError`` for anything else, for bad syntax, for an answer that takes longer than
    ``time_limit`` seconds or is larger than half a gigabyte; ``StoreError`` when there is no store.
    """
    _check_time(time_limit)
    refuse_no_text(sparql, *(bindings or {}).values())
    refuse_writes(sparql)
    refuse_other_graphs(sparql)
    store = store_path(output)
    with tempfile.TemporaryDirectory(prefix="graphbuild-") as folder:
        result = Path(folder) / "result"
        job = {
            "store": str(store),
            "query": sparql,
            "bindings": dict(bindings or {}),
            "prefixes": PREFIXES,
            "result": str(result),
            "max_memory": MAX_MEMORY,
            "max_result": MAX_RESULT,
        }
        reply = _run(sparql, job, time_limit)
        if "error" in reply:
            raise _problem(sparql, reply)
        answer = Answer(form=reply["form"], payload=result.read_bytes())
    return answer.without(bindings or ())


def _check_time(limit: float) -> None:
    if not 0 < limit <= MAX_TIME:  # what is no number is not between them either
        raise QueryError(
            f"The time limit is {limit:g} seconds. It must be more than 0 and at most {MAX_TIME:g}, a day."
        )


def _run(sparql: str, job: Mapping[str, object], time_limit: float) -> dict[str, str]:
    # A process of its own: the engine has no way to stop a running question, a process has.
    # -P: nothing that lies in the working folder is imported.
    command = [sys.executable, "-P", worker.__file__]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, the question goes through standard input
            command, input=json.dumps(job).encode(), capture_output=True, timeout=time_limit, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(
            f"The question ran longer than {time_limit:g} seconds and was stopped. "
            "Make it narrower, add a LIMIT, or allow more with --time-limit."
        ) from error
    if done.returncode:
        detail = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        if -done.returncode in OUT_OF_MEMORY or "MemoryError" in detail:
            raise QueryError(TOO_DEEP if depth(sparql) > DEEPEST else TOO_LARGE)
        raise QueryError(f"The question could not be answered (exit code {done.returncode}): {detail}")
    reply: dict[str, str] = json.loads(done.stdout)
    return reply


def _problem(sparql: str, reply: dict[str, str]) -> Exception:
    if reply["kind"] == "syntax":
        return explained(sparql, reply["error"], known=PREFIXES)
    if reply["kind"] == "store":
        return StoreError(f"{reply['error']}. Build the output again.")
    if reply["kind"] == "large":
        return QueryError(TOO_LARGE)
    return QueryError(f"The question could not be answered: {reply['error']}")
