"""The process that runs one question, so that it can be stopped: ``python -m graphbuild.ask.worker``.

Reads a JSON job on standard input: ``store`` (folder), ``query``, ``bindings``, ``prefixes``,
``result`` (file to write). Answers on standard output with one JSON object: ``form``, or ``error`` and
its ``kind``.
"""

import errno
import json
import resource
import sys
from typing import Any, Final

from pyoxigraph import Literal, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, Variable

MAX_MEMORY: Final = 4 * 2**30  # bytes of address space; the store maps its files into it
MAX_RESULT: Final = 2**29  # bytes of one answer


def main() -> None:
    """Run the job that stands on standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_RESULT, MAX_RESULT))
    json.dump(run(json.load(sys.stdin)), sys.stdout)


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
        large = isinstance(error, OSError) and error.errno == errno.EFBIG
        return {"kind": "large" if large else "run", "error": str(error)}
    return {"form": "triples"}


if __name__ == "__main__":
    main()
