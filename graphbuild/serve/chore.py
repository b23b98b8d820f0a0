"""The process that changes an output for the server: ``python -m graphbuild.serve.chore``, one chore each.

Reads a JSON object on standard input: ``do`` ("build", "apply", "correct" or "corrections"), ``settings``,
and what the chore needs. Writes JSON objects, one a line: ``stage`` and ``documents`` while it works; at the
end ``result``, or ``error`` in words and whether another try can help (``again``).
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from graphbuild import api
from graphbuild.ask.sandbox import end_with_parent
from graphbuild.correct.record import states
from graphbuild.correct.requests import Accept, FixAmount, FixRole, Money, Reject, Request, Undo
from graphbuild.errors import CorrectionError, GraphBuildError, StoreError
from graphbuild.graph.iris import document_iri
from graphbuild.model import Comparator
from graphbuild.settings import Settings


def main() -> None:
    """Do the chore that stands on standard input."""
    end_with_parent()
    job = json.load(sys.stdin)
    settings = Settings(**{**job["settings"], "output": Path(job["settings"]["output"])})
    try:
        tell(result=CHORES[job["do"]](job, settings))
    except GraphBuildError as error:
        tell(error=str(error), again=isinstance(error, StoreError))


def tell(**said: Any) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(said, default=str) + "\n")
    sys.stdout.flush()


def build(job: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Add one file, named from the working folder, to the output."""
    built = api.build([job["file"]], settings=settings, watch=_watch)
    issues = [f"{issue.source}: {issue.problem}" for issue in sorted(built.report.issues)]
    changed = (*built.changes.added, *built.changes.replaced)
    named = changed or [document for document in built.report.read if document in built.changes.unchanged]
    return {"articles": [str(document_iri(settings.base, name)) for name in named], "issues": issues}


def apply(_job: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Build the same articles again, with the corrections that stand beside them now."""
    api.apply_corrections(settings=settings, watch=_watch)
    return {"articles": [], "issues": []}


def correct(job: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Write one correction into ``corrections.ttl``."""
    request = _request(job["request"])
    recorded = api.correct(request, by=job["by"], because=job["because"], output=settings.output)
    return asdict(recorded)


def corrections(job: Mapping[str, Any], settings: Settings) -> list[dict[str, Any]]:
    """All corrections in the reader's ``language``, with what has become of them."""
    return [asdict(state) for state in states(settings.output, job["language"])]


CHORES: Final = {"build": build, "apply": apply, "correct": correct, "corrections": corrections}


def _watch(stage: str, done: int) -> None:
    tell(stage=stage, documents=done)


def _request(asked: Mapping[str, Any]) -> Request:
    match asked["action"]:
        case "reject":
            return Reject(asked["claim"])
        case "accept":
            return Accept(asked["claim"])
        case "undo":
            return Undo(asked["correction"])
        case "role":
            return FixRole(asked["claim"], asked["role"], tuple(asked["fillers"]))
        case "amount":
            return FixAmount(asked["claim"], _money(asked) if asked["value"] else None)
        case other:
            raise CorrectionError(f"There is no correction {other!r}.")


def _money(asked: Mapping[str, Any]) -> Money:
    try:
        return Money(Decimal(asked["value"]), asked["unit"], Comparator(asked.get("comparator") or "="))
    except (InvalidOperation, ValueError) as error:
        raise CorrectionError(
            f"{asked['value']!r} is no number, or {asked.get('comparator')!r} no comparator. "
            "Write a plain number, such as 20000000000."
        ) from error


if __name__ == "__main__":
    main()
