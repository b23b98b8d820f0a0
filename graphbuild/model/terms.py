"""The closed lists of the vocabulary: what may be said of entities, claims, amounts and blocks."""

from enum import StrEnum


class EntityType(StrEnum):
    """The six types of ../shared/vocabulary.md (a country stays a place even where it acts)."""

    ORGANIZATION = "organization"
    PERSON = "person"
    PLACE = "place"
    PROJECT = "project"
    EVENT = "event"
    PRODUCT = "product"


class Kind(StrEnum):
    """The fifteen kinds of claims; their roles are in ``data/kinds.toml``."""

    INVESTMENT = "investment"
    GRANT = "grant"
    LOAN = "loan"
    FUNDRAISING = "fundraising"
    ACQUISITION = "acquisition"
    CONTRACT = "contract"
    FINE = "fine"
    RESULT = "result"
    POSITION = "position"
    PARTNERSHIP = "partnership"
    OWNERSHIP = "ownership"
    SUPPLY = "supply"
    LOCATION = "location"
    OPERATION = "operation"
    LAUNCH = "launch"


class Status(StrEnum):
    """The ladder from wish to deed, and its end."""

    REQUESTED = "requested"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    COMMITTED = "committed"
    DONE = "done"
    CANCELLED = "cancelled"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    ASSERTED = "asserted"
    HEDGED = "hedged"


class Comparator(StrEnum):
    EXACT = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"
    RANGE = "range"


class BlockKind(StrEnum):
    """What a stretch of the page is; CHROME is kept in the text and never read."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CHROME = "chrome"


class Form(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    SHORT = "short"  # acronym, surname, short form
    DESCRIPTION = "description"  # "le bloc", "the company", "une usine en Floride"
    PRONOUN = "pronoun"
