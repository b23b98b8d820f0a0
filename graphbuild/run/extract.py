"""One document in, all that it gives out. A document that breaks is an issue; the run goes on."""

from collections.abc import Iterable, Iterator

from graphbuild.errors import DocumentError, OntologyError
from graphbuild.model import Claim, Document, Extract, Reading
from graphbuild.recognise import recognise
from graphbuild.relate import relate
from graphbuild.report import Issue, Report


def extract(document: Document) -> Extract:
    """A pure function of the document and the installed models."""
    reading = recognise(document)
    return pruned(reading, relate(reading))


def extract_all(documents: Iterable[Document], report: Report) -> Iterator[Extract]:
    """The extracts of the documents that can be understood; the others become issues of ``report``.

    The one place where a document's failure is caught. Running out of memory,
    or knowledge data that cannot be read, is no document's fault.
    """
    for document in documents:
        try:
            yield extract(document)
        except (MemoryError, OntologyError):
            raise
        except Exception as error:  # noqa: BLE001 - one bad document must not end the run
            report.read.remove(document.id)
            report.add(failure(document, error))


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
