"""The way through, as one list: inputs in; a checked graph, a store and a page out."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from graphbuild import store
from graphbuild.correct.file import read as read_corrections
from graphbuild.graph.build import check_base
from graphbuild.graph.check import Finding
from graphbuild.graph.vocabulary import ontology_dir
from graphbuild.report import Report
from graphbuild.run import Changes, changes
from graphbuild.run.fingerprint import PACKAGES
from graphbuild.run.piling import kept_apart, set_aside, uncollected
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
    reported,
    resolved,
    stored,
    unwatched,
)
from graphbuild.versions import PACKAGE, made_by, needed

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
# Their work is set aside. What comes later leaves garbage, which would be kept with it.
SET_ASIDE = frozenset({extracted, resolved})

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
    as_before: bool = False  # nothing had changed, so nothing was done again

    def changed(self) -> list[str]:
        """What became of the documents of the build before, if there was one."""
        counts = {
            "added": self.changes.added,
            "replaced": self.changes.replaced,
            "removed": self.changes.removed,
            "unchanged": self.changes.unchanged,
        }
        told = ", ".join(f"{len(ids)} {word}" for word, ids in counts.items() if ids)
        rest = " Nothing has changed, so all was left as it is." if self.as_before else ""
        return [f"Since the build before: {told}.{rest}"] if self.changes.earlier else []

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

    An output that is there keeps its other documents, unless ``prune`` is set; where nothing has changed, nor
    been touched, nothing is done again. Without ``page`` it has no
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
    with store.held(settings.output), kept_apart():
        work = _through(stages[:1], Work(given, settings, watch=watch, prune=prune, corrections=corrections))
        made_of = _made_of(stages, work)
        if work.documents == work.before and (seal := store.read_seal(settings.output, made_of=made_of)):
            return _as_before(work, seal)
        read = len(work.report.issues)
        with store.filled(settings.output) as folder:
            with uncollected():
                shelf = store.read_shelf(settings.output, base=settings.base)
            work = _through(stages[1:], replace(work, folder=folder, shelf=shelf))
            # What is wrong is looked at again each time, and what could not be understood is tried again.
            if not work.findings and len(work.extracts) == len(work.documents):
                store.write_seal(folder, made_of=made_of, issues=work.report.issues[read:], found=found(work))
    changed = changes(work.before, (extract.document for extract in work.extracts))
    return Built(settings.output, work.report, found(work), work.findings, changed)


def _through(stages: Stages, work: Work) -> Work:
    for stage in stages:
        work.watch(stage.__name__, len(work.extracts))
        with uncollected() if stage in PILING else nullcontext():
            work = stage(work)
        if stage in SET_ASIDE:
            set_aside()
    return work


def _made_of(stages: Stages, work: Work) -> str:
    """All that decides an output, beside its articles: the program and its data, and what people asked for.

    The other settings decide which articles are read, and how fast.
    """
    program = made_by((PACKAGE, ontology_dir()), (*needed(), *PACKAGES))
    # What a correction is shows in its words alone: two sorts may have the same fields.
    return "\n".join((program, work.settings.base, f"page: {drawn in stages}", repr(work.corrections)))


def _as_before(work: Work, seal: store.Seal) -> Built:
    """The output as it stands, told as if it had been built again."""
    for issue in seal.issues:
        work.report.add(issue)
    store.write_report(work.settings.output, reported(work.report))
    changed = changes(work.before, work.documents)
    return Built(work.settings.output, work.report, seal.found, (), changed, as_before=True)


def found(work: Work) -> tuple[tuple[str, int], ...]:
    """How much a build found, by noun."""
    return (
        ("claim", sum(len(extract.claims) for extract in work.extracts)),
        ("fact", len(work.books.whole.facts)),
        ("disagreement", len(work.books.whole.conflicts)),
        ("entity", len(work.identities.canonicals)),
        ("amount", sum(len(extract.amounts) for extract in work.extracts)),
    )
