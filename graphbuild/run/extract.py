"""One document in, all that it gives out. A document that breaks is an issue; the run goes on."""

from collections.abc import Iterator
from dataclasses import replace

from graphbuild.errors import DocumentError, OntologyError
from graphbuild.model import Claim, Document, Extract, Reading
from graphbuild.report import Issue


def attempt(document: Document) -> Extract | Issue:
    """What a document gives, or why it gives nothing.

    The one place where a document's failure is caught. Running out of memory,
    or knowledge data that cannot be read, is no document's fault.
    """
    try:
        return extract(document)
    except (MemoryError, OntologyError):
        raise
    except Exception as error:  # noqa: BLE001 - one bad document must not end the run
        return failure(document, error)


def extract(document: Document) -> Extract:
    """A pure function of what is ``read`` of the document, and of the installed models."""
    from graphbuild.recognise import recognise  # noqa: PLC0415 - loads spaCy, which kept extracts need not
    from graphbuild.relate import relate  # noqa: PLC0415 - as above

    reading = recognise(read(document))
    return replace(pruned(reading, relate(reading)), document=document)


def read(document: Document) -> Document:
    """The part of a document that decides what is found in it: the rest is not shown to the rooms."""
    return Document(id="", text=document.text, language=document.language, published=document.published)


def failure(document: Document, error: Exception) -> Issue:
    """What is said of a document on which the extraction failed, whether it or graphbuild is to blame."""
    source = document.source or document.id
    if isinstance(error, DocumentError):
        return Issue(source, f"{document.id} {error.problem}", error.remedy)
    return Issue(
        source=source,
        problem=f"{document.id} could not be understood: {type(error).__name__}: {error}",
        remedy="a fault of graphbuild: report it with the article; the other articles are not affected",
    )


def pruned(reading: Reading, claims: tuple[Claim, ...]) -> Extract:
    """Leaves out what is only described and fills no role, and its mentions."""
    needed = {key for claim in claims for key in claim_entities(claim)}
    entities = tuple(entity for entity in reading.entities if entity.named or entity.key in needed)
    keys = {entity.key for entity in entities}
    return Extract(
        document=reading.document,
        entities=entities,
        mentions=tuple(mention for mention in reading.mentions if mention.entity in keys),
        amounts=reading.amounts,
        claims=claims,
    )


def claim_entities(claim: Claim) -> Iterator[str]:
    """The keys of the entities that a claim speaks of: its roles and who says it."""
    for _, keys in claim.roles:
        yield from keys
    if claim.stance.speaker and claim.stance.speaker.entity:
        yield claim.stance.speaker.entity
