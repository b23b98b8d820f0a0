"""What each record means: a public reference, an acronym that the corpus spells out, or its own name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.model import EntityType, fold
from graphbuild.resolve.gazetteer import Reference, look_up, means_elsewhere
from graphbuild.resolve.names import is_acronym, spells_out, squashed
from graphbuild.resolve.records import Record
from graphbuild.resolve.shorts import SHORT_FORM, SURE, full_names
from graphbuild.resolve.state import states

SAME_NAME = "same-name"
LONG_ENOUGH = 4  # letters of an acronym that says enough by itself, even where it is written Inrae
STATE = 0.8  # how sure it is whose State "l'État" is
TEXTS_ENOUGH = 2  # texts that must give an acronym whose letters are not those of the name

Short = tuple[EntityType, str]  # type and folded acronym


@dataclass(frozen=True, slots=True)
class Meaning:
    """The node that a record belongs to: records of one node are one entity.

    ``rivals`` are nodes that the record may mean as well and was kept away from.
    """

    node: str
    reason: str
    score: float
    reference: Reference | None = None
    rivals: tuple[str, ...] = ()


def meanings(records: Iterable[Record]) -> dict[Record, Meaning]:
    """What each record means, over the corpus that they make together."""
    records = tuple(records)
    states_of = states(records)
    named = {record: _by_name(record, states_of.get(record)) for record in records}
    for short, full in full_names(records).items():
        if named[short].reference is None:
            named[short] = Meaning(named[full].node, SHORT_FORM, SURE, named[full].reference)
    spelled = _spelled_out(named)
    return {record: _with_acronyms(record, meaning, spelled) for record, meaning in named.items()}


def _by_name(record: Record, state: Reference | None) -> Meaning:
    if state:
        return Meaning(state.id, "state", STATE, state)
    if record.scoped:
        return Meaning(record.inside, "inside", 1.0)
    hit = look_up(record.type, record.name, record.language)
    if hit and not hit.short:
        return Meaning(hit.reference.id, "public-name", 0.99, hit.reference)
    node = f"{record.type}:{squashed(record.type, record.name)}"
    if means_elsewhere(record.type, record.name, record.language):
        node = f"{node}@{record.language}"
    return Meaning(node, SAME_NAME, 1.0)


def _spelled_out(named: dict[Record, Meaning]) -> dict[Short, dict[str, bool]]:
    """For each acronym, the nodes it may stand for, and whether that is well supported."""
    texts: dict[Short, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    letters: set[tuple[Short, str]] = set()
    for record, meaning in named.items():
        for form in record.acronyms():
            short = (record.type, fold(form))
            texts[short][meaning.node].add(record.text)
            if spells_out(record.name, form) and (is_acronym(form) or len(form) >= LONG_ENOUGH):
                letters.add((short, meaning.node))
    return {
        short: {node: (short, node) in letters or len(found) >= TEXTS_ENOUGH for node, found in nodes.items()}
        for short, nodes in texts.items()
    }


def _with_acronyms(record: Record, own: Meaning, spelled: dict[Short, dict[str, bool]]) -> Meaning:
    """The meaning of a record that may be named by an acronym alone."""
    if own.reference or record.scoped:
        return own
    hit = look_up(record.type, record.name, record.language)
    nodes = dict(spelled.get((record.type, fold(record.name)), {}))
    nodes.pop(own.node, None)
    if hit:
        nodes[hit.reference.id] = True
    if not nodes:
        return own
    rivals = tuple(sorted(nodes))
    if len(nodes) > 1:
        reason = "ambiguous-acronym"
        return Meaning(record.inside, reason, 0.5, rivals=rivals)
    node, supported = next(iter(nodes.items()))
    if hit:
        return Meaning(node, "known-acronym", 0.95, hit.reference)
    if supported:
        return Meaning(node, "spelled-out", 0.9)
    return Meaning(own.node, "weak-acronym", 0.4, rivals=rivals)
