"""A correction written down, and what has become of all of them."""

from datetime import UTC, datetime
from pathlib import Path

from rdflib import RDF

from graphbuild import store
from graphbuild.amend import Correction
from graphbuild.amend.nouns import Accept, Add, Change, ClaimChange, FixAmount, FixRole, Undo
from graphbuild.amend.standing import taken_back
from graphbuild.amend.words import VERBS, in_words
from graphbuild.correct import file
from graphbuild.correct.decide import Place, change
from graphbuild.correct.decode import utc
from graphbuild.correct.encode import identified
from graphbuild.correct.nodes import Nodes
from graphbuild.correct.requests import Recorded, Request, State
from graphbuild.errors import CorrectionError
from graphbuild.graph.vocabulary import GB

SEE = "what it makes does not fit the shapes: see report.json and quarantine.ttl"


def record(
    request: Request, *, by: str, because: str, output: Path, when: str | None = None, base: str
) -> Recorded:
    """Write a correction of an output into its ``corrections.ttl``.

    ``when`` is a moment in ISO 8601 (UTC where it says no zone), now by default. The same correction
    is written once. Raises ``CorrectionError`` (``AmbiguousError`` with the choices) where it cannot be
    made, ``StoreError`` where there is no build or the file cannot be written.
    """
    who, why = (_given(text, what) for text, what in ((by, "who corrects"), (because, "why")))
    at = _moment(when)
    store.require(output, store.GRAPH)
    nodes = Nodes(output)

    def decide(known: tuple[Correction, ...]) -> Correction:
        asked = change(request, Place(output, nodes, known))
        return identified(base, asked, by=who, when=at, because=why)

    made, new = file.record(output, decide, base=base)
    return Recorded(made.id, in_words(made.change, "en"), new)


def states(output: Path, language: str = "en") -> tuple[State, ...]:
    """Every correction of an output with what has become of it, in the order of their times.

    ``language`` is that of the summaries, "en" or "fr".
    """
    known = file.read(output)
    nodes = Nodes(output) if known and (output / store.GRAPH).exists() else None
    undone = taken_back(known)
    return tuple(_state(made, undone, nodes, language) for made in known)


def _state(made: Correction, undone: dict[str, Correction], nodes: Nodes | None, language: str) -> State:
    state, detail = _now(made, undone, nodes)
    return State(
        id=made.id,
        action=VERBS[type(made.change)],
        summary=in_words(made.change, language),
        by=made.by,
        when=made.when,
        because=made.because,
        state=state,
        detail=detail,
        claim=(made.change.claim.id or "") if isinstance(made.change, ClaimChange) else "",
    )


def _now(made: Correction, undone: dict[str, Correction], nodes: Nodes | None) -> tuple[str, str]:
    if undoing := undone.get(made.id):
        return "undone", undoing.short
    if nodes is None:
        return "waiting", ""
    if isinstance(made.change, Undo):
        return _undoing(made.change, nodes)
    applied = nodes.value(made.id, GB.applied)
    if applied == "true":
        return ("applied", "") if _shows(made.change, made.id, nodes) else ("kept out", SEE)
    if applied == "false":
        by = nodes.value(made.id, GB.overruledBy)
        problem = nodes.value(made.id, GB.problem) or ""
        return ("overruled", by.rpartition("/")[2]) if by else ("target gone", problem)
    return "waiting", ""


def _shows(change: Change, correction: str, nodes: Nodes) -> bool:
    """Whether the claim that a correction makes or accepts is in the graph, or was read so anyway."""
    if isinstance(change, FixAmount | FixRole):
        read = [node for node in nodes.claims(change.claim.id or "-") if str(GB.Claim) in nodes.types(node)]
        return bool(read or nodes.values(correction, GB.states))
    shown = {Add: GB.states, Accept: GB.accepts}.get(type(change))
    return shown is None or bool(nodes.values(correction, shown))


def _undoing(undo: Undo, nodes: Nodes) -> tuple[str, str]:
    """An undoing leaves no trace in the graph: it is applied when what it undoes has none."""
    return ("waiting", "") if nodes.values(undo.correction, RDF.type) else ("applied", "")


def _given(text: str, what: str) -> str:
    if not text.strip():
        raise CorrectionError(f"A correction says {what}; this is empty.")
    return " ".join(text.split())


def _moment(when: str | None) -> str:
    """The one place where a clock is read, and only where nobody says the time."""
    try:
        return utc(when) if when is not None else utc(datetime.now(UTC).isoformat())
    except ValueError as error:
        raise CorrectionError(str(error)) from error
