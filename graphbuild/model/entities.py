"""Who and what an article names, and the keys of names."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from graphbuild.model.terms import EntityType, Form
from graphbuild.model.text import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something, as one document knows it. ``key`` is ``entity_key(type, name)``.

    ``name`` is the fullest form in the text without leading article; ``aliases`` the other
    surface forms (no pronouns). ``named`` is False for something only described ("une usine
    en Floride"), which is kept only if a claim needs it.
    """

    key: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names, describes or points at an entity."""

    span: Span
    entity: str  # Entity.key
    form: Form


def digest(text: str) -> str:
    """A short, stable content hash (80 bits, hexadecimal)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


LEADING_ARTICLE = re.compile(r"^(?:(?:the|an?|les?|la|une?|des|du|de la)\s+|[ld]['’]\s*)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """A name reduced to what identifies it: no case, accents, leading article or punctuation.

    >>> fold("L’Union européenne")
    'union europeenne'
    """
    bare = LEADING_ARTICLE.sub("", name.strip())
    plain = unicodedata.normalize("NFKD", bare.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain)) or " ".join(name.casefold().split())


def entity_key(kind: EntityType, name: str) -> str:
    """The key of an entity inside its document."""
    return f"{kind}:{fold(name)}"
