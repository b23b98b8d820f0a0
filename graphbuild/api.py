"""The verbs, for Python. The command line calls these and adds only words.

Each function imports its rooms when it is called: ``import graphbuild`` and ``graphbuild --help``
load no language model and no RDF library.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from graphbuild.errors import DocumentError, SettingsError
from graphbuild.settings import Settings, load_settings

if TYPE_CHECKING:
    from graphbuild.ask.answer import Answer
    from graphbuild.ask.questions import Question
    from graphbuild.ask.totals import Totals
    from graphbuild.ask.why import Why
    from graphbuild.correct.requests import Recorded, Request, State
    from graphbuild.evaluate.scores import Scores
    from graphbuild.graph.check import Finding
    from graphbuild.pipeline import Built
    from graphbuild.run.explain import Explained

TIME_LIMIT = 30.0  # seconds that a question may take


def build(
    inputs: str | Path | Iterable[str | Path],
    *,
    output: str | Path | None = None,
    settings: Settings | None = None,
    prune: bool = False,
    page: bool = True,
    watch: Callable[[str, int], None] | None = None,
) -> "Built":
    """Read articles and write ``output``: the graph, its store, its page and a report.

    ``inputs`` are files (.txt .md .html .jsonl), folders, globs, or ``-`` for standard input.
    Articles that ``output`` has from earlier builds are replaced where they are given anew (the same
    id), and stay otherwise; ``prune`` takes away those that are not given. Without ``page`` the page, whose
    drawing takes time in proportion to the whole, is left to ``show``.
    ``settings`` default to ``graphbuild.toml`` of the working folder; ``output`` wins over them.
    ``watch`` is called with the name of a stage and the number of documents read so far.
    Raises ``DocumentError`` when no article can be read, ``StoreError`` when ``output`` cannot be
    written, ``SettingsError`` for a wrong setting. The old output stays unless the new is complete.
    """
    from graphbuild import pipeline, stages

    named = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    chosen = _settings(output, settings)
    return pipeline.build(
        [str(name) for name in named],
        settings=chosen,
        prune=prune,
        page=page,
        watch=watch or stages.unwatched,
    )


def remove(
    ids: str | Iterable[str],
    *,
    output: str | Path | None = None,
    settings: Settings | None = None,
    page: bool = True,
    watch: Callable[[str, int], None] | None = None,
) -> "Built":
    """Take articles out of ``output``, which is then as if they had never been there.

    Raises ``DocumentError`` when there is no article of one of these ids (nothing is removed then),
    ``StoreError`` when ``output`` cannot be read or written.
    """
    from graphbuild import pipeline, stages

    named = [ids] if isinstance(ids, str) else list(ids)
    chosen = _settings(output, settings)
    return pipeline.remove(named, settings=chosen, page=page, watch=watch or stages.unwatched)


def query(sparql: str, *, output: str | Path | None = None, time_limit: float = TIME_LIMIT) -> "Answer":
    """Ask ``output`` in SPARQL (SELECT, ASK, CONSTRUCT, DESCRIBE); the usual prefixes are known.

    Raises ``QueryError`` for anything else and after ``time_limit`` seconds.
    """
    from graphbuild.ask import query as asking

    return asking.query(sparql, output=_output(output), time_limit=time_limit)


def questions() -> "tuple[Question, ...]":
    """The named questions, sorted by name, with what they answer and their parameters."""
    from graphbuild.ask import questions as asking

    return asking.questions()


def ask(
    name: str,
    parameters: Mapping[str, str] | None = None,
    *,
    output: str | Path | None = None,
    time_limit: float = TIME_LIMIT,
) -> "Answer":
    """Ask a named question of ``ontology/queries``, such as ``ask("about", {"entity": "Nvidia"})``.

    Raises ``QueryError`` when no question has this name or a parameter is unknown or missing.
    """
    from graphbuild.ask import questions as asking

    question = asking.named(name)
    return asking.ask(question, parameters or {}, output=_output(output), time_limit=time_limit)


def unknown(name: str, *, output: str | Path | None = None, time_limit: float = TIME_LIMIT) -> str:
    """What to say of a name, or a part of one, that nobody in ``output`` bears; "" where somebody does."""
    from graphbuild.ask import why as reasons

    return reasons.unknown(name, output=_output(output), time_limit=time_limit)


def totals(
    *,
    by: str | Iterable[str] = "payer",
    of: str | None = None,
    kinds: Iterable[str] | None = None,
    into: str | None = None,
    output: str | Path | None = None,
    time_limit: float = TIME_LIMIT,
) -> "Totals":
    """Add up who puts how much into what, counting nothing twice; ``answer()`` and ``explained()`` give rows.

    ``by`` names one or several of payer, beneficiary, project, year, currency and kind; ``of`` keeps the sums
    of one party; ``kinds`` are investment, grant, loan and fundraising, unless others are named (acquisition,
    contract, fine); ``into`` is a currency to convert to. Raises ``QueryError`` for what there is none of.
    """
    from graphbuild.ask import totals as adding
    from graphbuild.errors import QueryError
    from graphbuild.ledger.counting import PAID
    from graphbuild.model import Kind

    groups = (by,) if isinstance(by, str) else tuple(by)
    try:
        chosen = adding.GIVEN if kinds is None else tuple(Kind(kind) for kind in kinds)
    except ValueError as error:
        raise QueryError(f"{error}. Choose of {', '.join(kind.value for kind in PAID)}.") from error
    return adding.totals(
        output=_output(output), by=groups, of=of, kinds=chosen, into=into, time_limit=time_limit
    )


def why(
    one: str, other: str | None = None, *, output: str | Path | None = None, time_limit: float = TIME_LIMIT
) -> "Why":
    """Why two names are one entity or two; without ``other``, what ``one`` was merged with and kept from.

    Names are labels, aliases or IRIs. Raises ``QueryError`` with the nearest names for an unknown one.
    """
    from graphbuild.ask import why as reasons

    return reasons.why(one, other, output=_output(output), time_limit=time_limit)


def show(*, output: str | Path | None = None) -> Path:
    """Draw the page of ``output`` again and give its path."""
    from graphbuild import revisit

    return revisit.redraw(_output(output))


def export(
    target: str | Path | BinaryIO,
    *,
    format: str = "turtle",  # noqa: A002 - the word for it
    output: str | Path | None = None,
) -> None:
    """Write the graph as turtle, trig, nquads, jsonld or rdfxml into a file or a binary stream."""
    from graphbuild.graph.vocabulary import PREFIXES
    from graphbuild.store import export as exported
    from graphbuild.store import save

    data = exported(_output(output), format=format, prefixes=PREFIXES)
    if isinstance(target, str | Path):
        save(data, Path(target))
    else:
        target.write(data)


def check(*, output: str | Path | None = None) -> "tuple[Finding, ...]":
    """What is wrong with the graph of ``output`` (SHACL, and quotes that are not the text's own words).

    Empty when nothing is.
    """
    from graphbuild import revisit

    return revisit.check(_output(output))


def explain(document: str | Path, *, settings: Settings | None = None) -> "Iterator[Explained]":
    """Each article of a file (or ``-``): what was found in it, the way to each claim, what was dropped.

    Raises ``DocumentError`` when no article can be read.
    """
    from graphbuild.report import Report
    from graphbuild.run import explain as explaining

    report = Report()
    yield from explaining.explain_all([str(document)], settings=settings or load_settings(), report=report)
    if not report.read:
        raise DocumentError("No article could be read.\n" + "\n".join(report.summary()))


def correct(
    request: "Request",
    *,
    by: str,
    because: str,
    when: str | None = None,
    output: str | Path | None = None,
) -> "Recorded":
    """Write a person's correction into ``corrections.ttl`` of ``output``; the next ``build`` applies it.

    ``request`` is one of ``graphbuild.correct.requests``, such as ``Reject("investment-8a5c82ad")``. ``by``
    says who, ``because`` why; ``when`` is a moment in ISO 8601, now by default. The same correction is
    written once. Raises ``CorrectionError`` where it cannot be made (``AmbiguousError``, with
    ``choices``, where a name means several things), ``StoreError`` where there is no build.
    """
    from graphbuild.correct.record import record

    chosen = _settings(output)
    return record(request, by=by, because=because, when=when, output=chosen.output, base=chosen.base)


def apply_corrections(
    *,
    output: str | Path | None = None,
    settings: Settings | None = None,
    watch: Callable[[str, int], None] | None = None,
) -> "Built":
    """Build ``output`` again from the articles that it holds, as ``corrections.ttl`` says now.

    No article is read anew. Raises ``CorrectionError`` when the file cannot be used, ``StoreError`` when
    there is no build.
    """
    return remove((), output=output, settings=settings, watch=watch)


def corrections(*, output: str | Path | None = None) -> "tuple[State, ...]":
    """Every correction of ``output``, oldest first, with what has become of it.

    Raises ``CorrectionError`` with the line when ``corrections.ttl`` cannot be used.
    """
    from graphbuild.correct.record import states

    return states(_output(output))


def evaluate(
    gold: str | Path,
    *,
    watch: Callable[[str, int], None] | None = None,
    only: str = "*",
    causes: bool = False,
) -> "Scores":
    """Build the annotated articles of a folder and score what was found against them.

    ``only`` is a pattern for the files' names (``"fr-*"``); ``causes`` tells of each missed claim which
    stage lost it, which takes twice as long.
    """
    from graphbuild.evaluate import run
    from graphbuild.stages import unwatched

    return run.evaluate(Path(gold), watch=watch or unwatched, only=only, causes=causes)


def _settings(output: str | Path | None, settings: Settings | None = None) -> Settings:
    chosen = settings or load_settings(output=output)
    if output is None:
        return chosen
    if not str(output):
        raise SettingsError('The output is an empty path. Name a folder, such as "output".')
    return replace(chosen, output=Path(output))


def _output(output: str | Path | None) -> Path:
    return _settings(output).output
