"""Who is meant by a surname alone: the person of another article whom the context supports, or nobody."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphbuild.model import EntityType
from graphbuild.resolve.cluster import Link
from graphbuild.resolve.context import (
    Context,
    by_document,
    contexts,
    gender,
    gender_of,
    is_first_name,
    together,
)
from graphbuild.resolve.evidence import Meaning
from graphbuild.resolve.names import identifying, is_surname, knowledge
from graphbuild.resolve.records import Record

SAME_OFFICE = "same-office"
SAME_BODY = "same-body"
SAME_STORY = "same-story"
ALONE = "surname"
SEVERAL = "several-people"
HERE = "another-here"
OFFICES = "other-office"
GENDER = "gender"
STORY = 3  # bodies, projects or events that two articles share when they tell one story
SHORTEST = 4  # letters of a surname that may be rare
MOST = 10  # people of one surname that are weighed; more say nothing

Meant = Mapping[Record, Meaning]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a full name, as all articles together know them."""

    node: str
    names: frozenset[str]
    documents: frozenset[str]
    contexts: tuple[Context, ...]

    @property
    def context(self) -> Context:
        return together(self.contexts)


def surnames(meant: Meant, root: Mapping[str, str]) -> tuple[list[Link], list[Link]]:
    """The links from surnames to people, the surest first, and those that were refused, with the reasons.

    ``root`` says which nodes are one already. Work grows with the people of each surname.
    """
    alone = [r for r in meant if r.entity.named and r.type is EntityType.PERSON and is_surname(r.name)]
    inside = by_document(meant)
    people = _people(meant, root, inside, {_surname(record) for record in alone})
    held: set[Link] = set()
    refused: set[Link] = set()
    for record, context in contexts(meant, inside, alone).items():
        for link, good in _judged(record, context, people.get(_surname(record), ()), meant[record].node):
            (held if good else refused).add(link)
    return sorted(held, key=_surest), sorted(refused, key=_surest)


def _surest(link: Link) -> tuple[float, str, str, str]:
    return -link.score, link.one, link.other, link.reason


def _surname(record: Record) -> str:
    return identifying(EntityType.PERSON, record.name)


def _people(
    meant: Meant, root: Mapping[str, str], inside: Mapping[str, list[Record]], wanted: set[str]
) -> dict[str, tuple[Person, ...]]:
    """Everybody with a full name who may be called by one of these surnames."""
    groups: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record, meaning in meant.items():
        if record.type is EntityType.PERSON and not record.scoped:
            words = _surname(record).split()
            for cut in range(1, len(words)):
                if (end := " ".join(words[cut:])) in wanted:
                    groups[end][root.get(meaning.node, meaning.node)].append(record)
    named = {record for by_node in groups.values() for group in by_node.values() for record in group}
    around = contexts(meant, inside, named)
    return {
        surname: tuple(
            Person(
                node,
                frozenset(r.name for r in group),
                frozenset(r.document for r in group),
                tuple(around[r] for r in group),
            )
            for node, group in sorted(by_node.items())
        )
        for surname, by_node in groups.items()
    }


def _judged(
    record: Record, context: Context, people: tuple[Person, ...], node: str
) -> Iterator[tuple[Link, bool]]:
    """Each person of this surname, whether they are meant and why."""
    if not people or len(people) > MOST:
        return
    support = {person: _support(record, context, person) for person in people}
    fitting = [person for person, (_, score) in support.items() if score >= 0.8]
    near = [person for person in people if _near(context, person)]
    here = any(record.document in person.documents for person in people)
    for person, (reason, score) in support.items():
        if here:
            verdict = HERE, 0.4, False
        elif person in fitting and len(set(fitting) | set(near)) > 1:
            verdict = SEVERAL, 0.5, False
        else:
            verdict = reason, score, person in fitting
        why, sure, good = verdict
        yield Link(node, person.node, why, sure), good


def _support(record: Record, context: Context, person: Person) -> tuple[str, float]:
    """How far two contexts speak for one person, and in which way; pure."""
    theirs = person.context
    told = gender(record)
    if told and {gender_of(name) for name in person.names} - {told, None}:
        return GENDER, 0.0
    if context.shares_office(theirs):
        return SAME_OFFICE, 0.95
    if context.offices and theirs.offices:
        return OFFICES, 0.1
    rare = is_rare(_surname(record))
    bodies = (context.bodies() & theirs.beside) | (context.beside & theirs.bodies())
    if rare and bodies:
        return SAME_BODY, 0.85
    if rare and any(len(context.beside & other.beside) >= STORY for other in person.contexts):
        return SAME_STORY, 0.8
    return ALONE, 0.3


def _near(context: Context, person: Person) -> bool:
    """Whether anything but the name brings a person near an article."""
    theirs = person.context
    mine = context.beside | context.bodies()
    return bool(mine & (theirs.beside | theirs.bodies()))


def is_rare(surname: str) -> bool:
    """Whether few people bear a surname: no first name, none of the common ones, not too short."""
    last = surname.rsplit(maxsplit=1)[-1]
    common = last in knowledge()["surnames"]["common"] or is_first_name(surname)
    return len(last) >= SHORTEST and not common
