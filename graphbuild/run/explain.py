"""One article with all that was found in it, and the way to each claim: what a contributor looks at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.model import Amount, Claim, Document, Extract
from graphbuild.read import read_documents
from graphbuild.recognise import recognise
from graphbuild.relate import relate
from graphbuild.relate.trace import Trace
from graphbuild.report import Report
from graphbuild.run.extract import pruned
from graphbuild.settings import Settings


@dataclass(frozen=True, slots=True)
class Explained:
    """What one article gives, how each claim was found, and what was dropped on the way."""

    extract: Extract
    trace: Trace

    def unclaimed(self) -> tuple[Amount, ...]:
        """The amounts that no claim has, conversions of others left out."""
        claimed = {claim.amount for claim in self.extract.claims}
        return tuple(a for a in self.extract.amounts if a.span not in claimed and a.conversion_of is None)

    def name(self, key: str) -> str:
        """The name of an entity, of one too that only a dropped candidate speaks of."""
        names = {entity.key: entity.name for entity in self.extract.entities}
        return names.get(key, key.partition(":")[2])

    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of the text."""
        return tuple(sorted(self.extract.claims, key=lambda claim: (claim.evidence, claim.kind, claim.key)))


def explain(document: Document) -> Explained:
    """Read one document as a build does, and keep how."""
    reading, trace = recognise(document), Trace()
    return Explained(pruned(reading, relate(reading, trace)), trace)


def explain_all(inputs: Sequence[str], *, settings: Settings, report: Report) -> Iterator[Explained]:
    """Each usable article of ``inputs``; what is skipped becomes an issue of ``report``."""
    for document in read_documents(inputs, settings=settings, report=report):
        yield explain(document)
