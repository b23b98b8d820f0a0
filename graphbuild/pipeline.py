"""The way through, as one list: inputs in; a checked graph, a store and a page out."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from graphbuild import store
from graphbuild.correct.file import read as read_corrections
from graphbuild.graph.build import check_base
from graphbuild.graph.check import Finding
from graphbuild.report import Report
from graphbuild.run import Changes, changes
from graphbuild.settings import Settings
from graphbuild.stages import (
    Watch,
    Work,
    added_up,
    checked,
    corrected,
    drawn,
    extracted,
    gated,
    gathered,
    graphed,
    removed,
    resolved,
    stored,
    unwatched,
)

Stages = Sequence[Callable[[Work], Work]]
STAGES: Final[Stages] = (
    gathered,
    extracted,
    corrected,
    resolved,
    gated,
    added_up,
    graphed,
    checked,
    stored,
    drawn,
)
PILING = frozenset({resolved, added_up})  # what these make is kept to the end

# What a build counts, and the plural.
NOUNS: Final = {
    "claim": "claims",
    "fact": "facts",
    "disagreement": "disagreements",
    "entity": "entities",
    "amount": "amounts",
}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: where, what was read and skipped, and how much was found."""

    output: Path
    report: Report
    found: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]  # what is wrong with the published graph
    changes: Changes  # of documents, since the build before

    def changed(self) -> list[str]:
        """What became of the documents of the build before, if there was one."""
        counts = {
            "added": self.changes.added,
            "replaced": self.changes.replaced,
            "removed": self.changes.removed,
            "unchanged": self.changes.unchanged,
        }
        told = [f"{len(ids)} {word}" for word, ids in counts.items() if ids]
        return [f"Since the build before: {', '.join(told)}."] if self.changes.earlier else []

    def picture(self) -> str:
        drawn = (self.output / store.PAGE).exists()
        return "the picture, to open in a browser" if drawn else "is not drawn: `graphbuild show` does it"

    def summary(self) -> list[str]:
        """Plain lines for a person."""
        counts = ", ".join(f"{number} {name if number == 1 else NOUNS[name]}" for name, number in self.found)
        return [
            *self.changed(),
            f"Found {counts}.",
            f"{self.output / store.GRAPH}  the graph, to read",
            f"{self.output / store.PAGE}  {self.picture()}",
        ]


def build(
    inputs: Sequence[str],
    *,
    settings: Settings,
    prune: bool = False,
    page: bool = True,
    watch: Watch = unwatched,
) -> Built:
    """Build ``settings.output`` from files, folders, globs or ``-`` (standard input), or update it.

    An output that is there keeps its other documents, unless ``prune`` is set. Without ``page`` it has no
    page afterwards: the picture is of the whole, and takes its time. It stays as it was when
    anything fails. Raises ``DocumentError`` when no article could be read, ``StoreError`` when the output
    cannot be written, ``SettingsError`` when no names can be made from ``settings.base`` and
    ``CorrectionError`` when ``corrections.ttl`` cannot be used.
    """
    stages = STAGES if page else STAGES[:-1]
    return _run(stages, tuple(inputs), settings=settings, prune=prune, watch=watch)


def remove(ids: Sequence[str], *, settings: Settings, page: bool = True, watch: Watch = unwatched) -> Built:
    """Take documents out of ``settings.output``: it is then as if they had never been there.

    Raises ``DocumentError`` when it has no document of one of these ids, and like ``build``.
    """
    store.require(settings.output, store.DOCUMENTS)  # before a folder is made for nothing
    stages = (removed, *(STAGES[1:] if page else STAGES[1:-1]))
    return _run(stages, tuple(ids), settings=settings, prune=False, watch=watch)


def _run(stages: Stages, given: tuple[str, ...], *, settings: Settings, prune: bool, watch: Watch) -> Built:
    check_base(settings.base)  # now, not when everything has been read
    corrections = read_corrections(settings.output)
    with store.staged(settings.output) as folder:
        work = Work(given, settings, folder, watch, prune=prune, corrections=corrections)
        work = replace(work, shelf=store.read_shelf(settings.output, base=settings.base))
        for stage in stages:
            watch(stage.__name__, len(work.extracts))
            with _uncollected() if stage in PILING else nullcontext():
                work = stage(work)
    changed = changes(work.before, (extract.document for extract in work.extracts))
    return Built(settings.output, work.report, found(work), work.findings, changed)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: it would go through all claims again and again, and find none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def found(work: Work) -> tuple[tuple[str, int], ...]:
    """How much a build found, by noun."""
    return (
        ("claim", sum(len(extract.claims) for extract in work.extracts)),
        ("fact", len(work.books.whole.facts)),
        ("disagreement", len(work.books.whole.conflicts)),
        ("entity", len(work.identities.canonicals)),
        ("amount", sum(len(extract.amounts) for extract in work.extracts)),
    )
