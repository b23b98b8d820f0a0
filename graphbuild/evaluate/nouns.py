"""One form for what the annotators found in an article and for what the graph says of it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Names = frozenset[str]
"""The names of one entity, folded."""

TEXT_ROLES: Final = ("purpose", "title", "measure", "item")
SCORED_TEXT_ROLES: Final = ("title", "measure")

# The annotators' rule, kept as it is so that figures stay comparable over time: it also takes the
# first letters off "Apple" and "Lebanon", on both sides alike.
ARTICLE: Final = re.compile(r"(?:the|a|l['’]|l[ea]|un|des|du|de la|d['’])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount as it is compared: values in units, rounded to a millionth."""

    low: float | None
    high: float | None
    unit: str
    comparator: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence; the annotators give words only, the graph gives their place too."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, its fillers replaced by their names."""

    id: str
    kind: str
    roles: tuple[tuple[str, Names], ...]
    texts: tuple[tuple[str, str], ...]
    amount: Sum | None
    status: str
    polarity: str
    certainty: str
    attributed: bool
    part_of: str | None
    evidence: tuple[Quote, ...]

    @property
    def stance(self) -> tuple[str, str, str]:
        return self.status, self.polarity, self.certainty


@dataclass(frozen=True, slots=True)
class Article:
    """All that is said of one article. ``entities`` are (type, names)."""

    id: str
    language: str = ""
    text: str = ""
    entities: tuple[tuple[str, Names], ...] = ()
    amounts: tuple[Sum, ...] = ()
    statements: tuple[Statement, ...] = ()
    conflicts: frozenset[frozenset[str]] = frozenset()


def folded(name: str) -> str:
    """A name without what should not matter: case, accents, leading article, punctuation.

    >>> folded("L’Union européenne")
    'union europeenne'
    """
    name = name.strip()
    article = ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    letters = unicodedata.normalize("NFKD", bare.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c))))


def in_order(roles: Iterable[tuple[str, Names]]) -> tuple[tuple[str, Names], ...]:
    """Roles without repetition, in an order that does not depend on the process."""
    return tuple(sorted(set(roles), key=lambda role: (role[0], sorted(role[1]))))


def rounded(number: object) -> float | None:
    """A number of either side as it is compared."""
    return None if number is None else round(float(str(number)), 6)
