"""The entities of each document with the forms that name them: what identity is decided on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from graphbuild.model import Claim, Entity, EntityType, Extract, Form, Kind, Polarity, digest
from graphbuild.resolve.names import identifying, is_acronym, is_generic, is_surname, spells_out

NAMING = frozenset({Form.NAME, Form.SHORT})


@dataclass(frozen=True, slots=True, eq=False)  # one object an entity: it is a key all over the room
class Record:
    """An entity of one document. ``text`` is the hash of the document's text, the same for copies.

    ``member`` is the entity's key in its document, whatever type a person gave it since. ``forms`` are
    the surfaces that name it (no descriptions, no pronouns), once for each place. ``offices`` are the
    titles that a person holds there, each with the key of the body in that document; ``meets`` are the keys
    of those that it does something with there, in another role.
    """

    document: str
    text: str
    language: str
    entity: Entity
    member: str
    forms: tuple[str, ...]
    offices: tuple[tuple[str, str], ...] = ()
    meets: frozenset[str] = frozenset()

    @property
    def type(self) -> EntityType:
        return self.entity.type

    @property
    def name(self) -> str:
        return " ".join(self.entity.name.split())

    @property
    def scoped(self) -> bool:
        """Whether the name means somebody only inside its article."""
        person = self.type is EntityType.PERSON
        return not self.entity.named or is_generic(self.name) or (person and is_surname(self.name))

    @property
    def inside(self) -> str:
        """The key of what never leaves its article; copies of one text share it."""
        return f"{self.entity.key}@{self.text}"

    @property
    def identifying(self) -> str:
        return identifying(self.type, self.name)

    def acronyms(self) -> Iterator[str]:
        """The forms that stand for the letters of the full name, or that look so."""
        if self.scoped or self.type is EntityType.PERSON or is_acronym(self.name):
            return
        for form in sorted(set(self.forms)):
            if form != self.name and " " not in form and (is_acronym(form) or spells_out(self.name, form)):
                yield form


def records(extracts: Iterable[Extract]) -> list[Record]:
    """All entities of the corpus, in an order that does not depend on that of the extracts."""
    found = {(r.document, r.entity.key): r for extract in extracts for r in _of(extract)}
    return [found[member] for member in sorted(found)]


def _of(extract: Extract) -> Iterator[Record]:
    document = extract.document
    forms: dict[str, list[str]] = defaultdict(list)
    for mention in extract.mentions:
        if mention.form in NAMING:
            forms[mention.entity].append(" ".join(mention.span.of(document.text).split()))
    text = digest(document.sha256)
    offices, met = _offices(extract.claims), _met(extract.claims)
    for entity in extract.entities:
        surfaces = tuple(sorted(forms[entity.key]))
        held = offices.get(entity.key, ())
        yield Record(
            document=document.id,
            text=text,
            language=document.language,
            entity=entity,
            member=entity.key,
            forms=surfaces,
            offices=tuple(sorted(held)),
            meets=frozenset(met.get(entity.key, ())),
        )


def _offices(claims: Iterable[Claim]) -> dict[str, set[tuple[str, str]]]:
    """By person, the titles that a document gives with the body or the place of each."""
    held: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        if claim.kind is Kind.POSITION and claim.stance.polarity is Polarity.POSITIVE:
            bodies = {*claim.fillers("organization"), *claim.fillers("place")}
            for person, body in product(claim.fillers("person"), bodies):
                held[person].add((claim.words("title") or "", body))
    return held


def _met(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """By entity, those that fill another role of one of its claims."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for (_, ones), (_, others) in permutations(claim.roles, 2):
            for one in ones:
                found[one].update(others)
    return found
