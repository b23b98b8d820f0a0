"""Names of organizations, people, places, projects, events and products."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.model import EntityType, Span
from graphbuild.recognise.parse import Parsed

TYPES = {
    "PER": EntityType.PERSON,
    "PERSON": EntityType.PERSON,
    "LOC": EntityType.PLACE,
    "GPE": EntityType.PLACE,
    "FAC": EntityType.PROJECT,
    "ORG": EntityType.ORGANIZATION,
    "MISC": EntityType.ORGANIZATION,
    "NORP": None,
    "EVENT": EntityType.EVENT,
    "PRODUCT": EntityType.PRODUCT,
    "WORK_OF_ART": EntityType.PRODUCT,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A typed name at one place of the text, without leading article."""

    span: Span
    type: EntityType


def find_names(text: str, drafts: Sequence[Parsed], *, language: str) -> tuple[Name, ...]:
    """The names in the drafts (parsed blocks of the text), sorted, without overlaps."""
    names = []
    for draft in drafts:
        for entity in draft.doc.ents:
            kind = TYPES.get(entity.label_)
            span = Span(draft.places[entity.start].start, draft.places[entity.end - 1].end)
            if kind and not any(draft.units[i] for i in range(entity.start, entity.end)):
                names.append(Name(span, kind))
    return tuple(sorted(names, key=lambda name: name.span))
