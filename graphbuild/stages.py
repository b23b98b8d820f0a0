"""The stages of a build: each takes what is known so far and gives a copy with its own part filled in."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from graphbuild import store
from graphbuild.amend import Amended, Correction, Outcome, amend, identified, issues, known_as, settled
from graphbuild.errors import DocumentError
from graphbuild.graph.above import Above, Corrected, above
from graphbuild.graph.check import Finding
from graphbuild.graph.edges import Edges
from graphbuild.graph.gate import Verdict, gate
from graphbuild.graph.pieces import Pieces, check, pieces
from graphbuild.ledger import Books, ledger_again
from graphbuild.model import Document, Extract
from graphbuild.read import read_documents
from graphbuild.report import Issue, Report
from graphbuild.resolve import Identities
from graphbuild.run import Cache, extract_all, updated
from graphbuild.settings import Settings
from graphbuild.show.draw import draw

Watch = Callable[[str, int], None]
"""Called with the name of a stage and how many documents have been understood so far."""

MISMATCH: Final = (
    "Read the passage: parts may overlap or be left out, or the article is wrong. Nothing is counted twice."
)


def unwatched(stage: str, done: int) -> None:
    """Watch nothing."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is known so far. Each stage gives a copy with its own part filled in."""

    given: tuple[str, ...]  # inputs to read, or ids to remove
    settings: Settings
    folder: Path = Path()  # private, see ``store.filled``
    watch: Watch = unwatched
    prune: bool = False
    report: Report = field(default_factory=Report)
    corrections: tuple[Correction, ...] = ()
    before: tuple[Document, ...] = ()
    documents: tuple[Document, ...] = ()
    extracts: tuple[Extract, ...] = ()
    amended: Amended = field(default_factory=lambda: Amended(()))
    outcomes: tuple[Outcome, ...] = ()  # what came of the corrections
    identities: Identities = field(default_factory=lambda: Identities((), (), {}))
    books: Books = field(default_factory=Books)
    shelf: store.Shelf = store.EMPTY  # what the build before left
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)  # of the gate
    passed: frozenset[str] = frozenset()  # ids of the articles that it left as they are
    above: Above = field(default_factory=lambda: Above((), Edges((), {})))
    pieces: Pieces = field(default_factory=lambda: Pieces({}, {}, {}))
    quarantine: str = ""  # Turtle
    findings: tuple[Finding, ...] = ()


def gathered(work: Work) -> Work:
    """Read every input; what an earlier build has read stays, unless it is given anew or pruned."""
    found: list[Document] = []
    for document in read_documents(work.given, settings=work.settings, report=work.report):
        found.append(document)
        work.watch("gathered", len(found))
    if not found:
        raise nothing_read(work.report)
    before = store.documents_before(work.settings.output)
    kept = () if work.prune else before
    return replace(work, before=before, documents=updated(kept, found, work.report))


def removed(work: Work) -> Work:
    """The documents of an earlier build without those given."""
    before = tuple(store.documents(work.settings.output))
    if unknown := sorted(set(work.given) - {document.id for document in before}):
        raise DocumentError(
            f"There is no article {', '.join(map(repr, unknown))} in {work.settings.output}",
            "nothing was removed; `graphbuild ask sources` lists the articles",
        )
    return replace(
        work,
        before=before,
        documents=tuple(document for document in before if document.id not in work.given),
    )


def extracted(work: Work) -> Work:
    """Understand each document on its own, if that was not done before."""
    cache = Cache(work.settings.output / store.CACHE)
    extracts: list[Extract] = []
    for extract in extract_all(work.documents, work.report, cache=cache, jobs=work.settings.jobs):
        extracts.append(extract)
        work.watch("extracted", len(extracts))
    if work.documents and not extracts:
        raise nothing_read(work.report)
    # Here, before the commit, a build that dies costs the documents that it takes away no more than time.
    cache.prune(extract.document for extract in extracts)
    # Sorted here once, so that the order of the inputs cannot matter to anything that follows.
    return replace(work, extracts=tuple(sorted(extracts, key=lambda extract: extract.document.id)))


def nothing_read(report: Report) -> DocumentError:
    return DocumentError("No article could be read.\n" + "\n".join(report.summary()))


def corrected(work: Work) -> Work:
    """Apply what people corrected in the claims, and prepare what they decided about names."""
    amended = amend(work.extracts, work.corrections)
    return replace(work, extracts=amended.extracts, amended=amended)


def resolved(work: Work) -> Work:
    """Decide who is who across the documents, a person's decisions first."""
    identities = identified(work.amended)
    outcomes = settled(work.amended, identities)
    for issue in issues(outcomes):
        work.report.add(issue)
    return replace(work, identities=identities, outcomes=outcomes)


def gated(work: Work) -> Work:
    """Keep apart, with the reason, what does not fit the shapes, before anything rests on it."""
    passed = gate(work.extracts, work.identities, base=work.settings.base, before=work.shelf.verdicts)
    for issue in passed.issues:
        work.report.add(issue)
    return replace(
        work,
        extracts=passed.extracts,
        quarantine=passed.quarantine,
        verdicts=passed.verdicts,
        passed=passed.whole,
    )


def added_up(work: Work) -> Work:
    """Find what the claims say in common, which are parts and which disagree."""
    books = ledger_again(work.extracts, work.identities, work.shelf.books)
    for mismatch in books.whole.mismatches:
        work.report.add(Issue(mismatch.claim.document, mismatch.note_en, MISMATCH, "warning"))
    return replace(work, books=books)


def graphed(work: Work) -> Work:
    """Say it all in RDF, piece by piece; what was said before in the same way is taken from there."""
    base, shelf = work.settings.base, work.shelf
    made = Corrected(work.outcomes, known_as(work.amended, work.identities))
    said = above(work.extracts, work.identities, work.books.whole, made, before=shelf.edges, base=base)
    found = pieces(
        work.extracts, work.identities, said.sayings, before=shelf.keys, passed=work.passed, base=base
    )
    return replace(work, above=said, pieces=found)


def checked(work: Work) -> Work:
    """Check what is new in the graph as it will be published, and the gate has not seen."""
    texts = {extract.document.id: extract.document.text for extract in work.extracts}
    return replace(work, findings=check(work.pieces, work.above.sayings, texts))


def stored(work: Work) -> Work:
    """Write the Turtle, the store, the texts, the report, and what was kept out of the graph."""
    base, shelf, made = work.settings.base, work.shelf, work.pieces
    gone = {owner for owner in shelf.keys if owner in made.chunks or owner not in made.keys}
    new = [(chunk, owner) for owner, chunks in made.chunks.items() for chunk in chunks]
    written = store.rewritten(shelf.written, gone, new, base=base)
    old = work.settings.output / store.STORE
    lost, won = shelf.written.of(gone, base=base), (chunk.text.encode() for chunk, _ in new)
    store.write(
        work.folder,
        turtle=written.turtle,
        documents=(extract.document for extract in work.extracts),
        report=reported(work.report),
        quarantine=work.quarantine,
        change=store.patch(old, lost, won, base=base) if shelf.keys else None,
    )
    if not work.findings:  # what is wrong is looked at again each time
        left = store.Shelf(written, made.keys, work.verdicts, work.above.edges.known, work.books.blocks)
        store.write_shelf(work.folder, store.shelved(left, base=base))
    return work


def reported(report: Report) -> str:
    """What ``report.json`` holds."""
    return json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n"


def drawn(work: Work) -> Work:
    """Draw the page."""
    texts = {extract.document.id: extract.document for extract in work.extracts}
    store.write_page(work.folder, draw(store.graph(work.folder), texts))
    return work
