"""The extracts of a corpus: the kept ones first, then those that must be made."""

from collections.abc import Iterable, Iterator

from graphbuild.model import Document, Extract
from graphbuild.report import Issue, Report
from graphbuild.run.cache import Cache
from graphbuild.run.piling import uncollected
from graphbuild.run.workers import understood


def extract_all(
    documents: Iterable[Document], report: Report, *, cache: Cache, jobs: int = 1
) -> Iterator[Extract]:
    """The extracts of the documents that can be understood; the others become issues of ``report``.

    Each is kept as soon as it is made, so that a build that is killed has not worked in vain.
    """
    with uncollected():
        found = [(document, cache.get(document)) for document in documents]
    yield from (kept for _, kept in found if kept)
    unknown = [document for document, kept in found if not kept]
    for document, outcome in zip(unknown, understood(unknown, jobs=jobs), strict=True):
        if isinstance(outcome, Issue):
            report.drop(document.id, outcome)
        else:
            cache.put(outcome)
            yield outcome
