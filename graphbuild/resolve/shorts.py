"""A short name that an article does not tie to the full one beside it: Brightwater, in a headline.

The article itself says most short names to be short. Where it does not (the headline comes first, or an
article of little text), the other articles may: they call Brightwater Compute Brightwater, and none of them
speaks of Brightwater alone. A parent has articles of its own, so Lormeau is never Lormeau Énergie by this.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphbuild.model import EntityType
from graphbuild.resolve.names import has_number, identifying
from graphbuild.resolve.records import Record

SHORT_FORM = "short-form"
SURE = 0.85  # how sure it is that the short name means the full one


def full_names(records: Sequence[Record]) -> dict[Record, Record]:
    """By each such record, the one record of its article that bears the full name."""
    inside: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.type is EntityType.ORGANIZATION and not record.scoped:
            inside[record.document].append(record)
    found: dict[str, dict[Record, Record | None]] = defaultdict(dict)
    for document in inside.values():
        for record in document:
            found[record.identifying][record] = _fuller(record, document)
    called = _called(records)
    return {
        record: full
        for short, pairs in found.items()
        if short in called
        for record, full in pairs.items()
        if full and _always_beside(pairs, called[short])
    }


def _fuller(record: Record, document: Sequence[Record]) -> Record | None:
    """The one name that begins with this one, in an article where they do nothing to each other."""
    start = f"{record.identifying} "
    longer = [other for other in document if other.identifying.startswith(start)]
    alone = len(longer) == 1 and record.member not in longer[0].meets and not has_number(longer[0].name)
    return longer[0] if alone else None


def _called(records: Sequence[Record]) -> Mapping[str, set[str]]:
    """By each short form, the full names that an article itself says it is short for."""
    called: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.type is EntityType.ORGANIZATION and not record.scoped:
            for form in {identifying(record.type, form) for form in record.forms}:
                if record.identifying.startswith(f"{form} "):
                    called[form].add(record.identifying)
    return called


def _always_beside(pairs: Mapping[Record, Record | None], called: set[str]) -> bool:
    """Whether the short name never stands without the full one, the only one that it is short for."""
    return called == {full.identifying if full else None for full in pairs.values()}
