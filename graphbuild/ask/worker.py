"""The process that runs one question, so that it can be stopped.

Reads a JSON job on standard input: ``store`` (folder), ``query``, ``bindings``, ``prefixes``,
``result`` (file to write), ``max_memory`` and ``max_result`` (bytes). Answers on standard output with
one JSON object: ``form``, or ``error`` and its ``kind``.
"""

import errno
import json
import resource
import sys
from typing import Any

from pyoxigraph import Literal, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, Variable

from graphbuild.ask.sandbox import close_network, limit_memory


def main() -> None:
    """Run the job that stands on standard input."""
    job = json.load(sys.stdin)
    close_network()
    limit_memory(job["max_memory"])
    resource.setrlimit(resource.RLIMIT_FSIZE, (job["max_result"],) * 2)
    json.dump(run(job), sys.stdout)


def run(job: dict[str, Any]) -> dict[str, str]:
    """The form of the answer, which is in the file ``result``; or what went wrong."""
    try:
        store = Store.read_only(job["store"])
    except (OSError, RuntimeError) as error:
        return {"kind": "store", "error": f"Cannot read the store {job['store']}: {error}"}
    try:
        values: dict[Variable, Any] = {
            Variable(name): Literal(value) for name, value in job["bindings"].items()
        }
        answer = store.query(job["query"], prefixes=job["prefixes"], substitutions=values)
        if isinstance(answer, QuerySolutions | QueryBoolean):
            answer.serialize(job["result"], QueryResultsFormat.JSON)
            return {"form": "solutions" if isinstance(answer, QuerySolutions) else "boolean"}
        answer.serialize(job["result"], RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        return {"kind": "syntax", "error": str(error)}
    except (OSError, RuntimeError, ValueError) as error:
        large = f"os error {errno.EFBIG}" in str(error)  # all that the engine says of it
        return {"kind": "large" if large else "run", "error": str(error)}
    return {"form": "triples"}


if __name__ == "__main__":
    main()
