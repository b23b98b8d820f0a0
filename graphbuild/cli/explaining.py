"""``graphbuild explain``."""

import codecs
import sys
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING

import click

from graphbuild import api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from rich.text import Text

    from graphbuild.model import Claim, Span
    from graphbuild.relate.trace import Drop, Find
    from graphbuild.run.explain import Explained

MENTION, AMOUNT, WORD = "cyan", "bold yellow", "bold magenta"
KIND, ROLE, QUIET, REASON = "bold green", "green", "dim", "red"
WIDTH = 110  # columns of what is no terminal


@click.command()
@click.argument("document", metavar="DOC")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html"]),
    default="text",
    show_default=True,
    help="Text, in colour on a terminal, or a page of HTML.",
)
@click.option("--claims-only", is_flag=True, help="Leave out the article and what was dropped.")
def explain(document: str, form: str, *, claims_only: bool) -> None:
    """Show an article with what was found in it, and how: mentions, amounts, and for each claim its frame.

    DOC is an article as for build: a file, or - for standard input. Dropped candidates are listed
    with the reason. This is where to look when a verb or a construction is not understood.

    \b
    Example:
      graphbuild explain article.txt
      graphbuild explain --format html article.txt > why.html
    """  # noqa: D301 - click wants a real backspace
    console = _console(form)
    for explained in api.explain(document):
        if not claims_only:
            console.print(_article(explained))
        _print_all(console, explained, drops=not claims_only)
    if form == "html":
        click.echo(console.export_html(inline_styles=True))


def _console(form: str) -> "Console":
    """On standard output; for HTML a console that keeps what it is given and shows nothing."""
    from rich.console import Console

    if form == "html":
        return Console(file=StringIO(), record=True, width=WIDTH, highlight=False, force_terminal=True)

    class Shown(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # as everywhere: the group of commands has an exit code for it

    width = None if sys.stdout.isatty() else WIDTH
    if isinstance(sys.stdout, TextIOWrapper) and codecs.lookup(sys.stdout.encoding).name == "ascii":
        sys.stdout.reconfigure(encoding="utf-8")  # as click does: French is not ASCII
    return Shown(file=sys.stdout, width=width, highlight=False, soft_wrap=True)


def _article(explained: "Explained") -> "Text":
    """The article's own words, names, amounts and the words of frames in colour."""
    text = _text(explained.extract.document.text)
    for mention in explained.extract.mentions:
        text.stylize(MENTION, mention.span.start, mention.span.end)
    for amount in explained.extract.amounts:
        text.stylize(AMOUNT, amount.span.start, amount.span.end)
    for find in explained.trace.finds.values():
        if find.word:
            text.stylize(WORD, find.word.start, find.word.end)
    text.append("\n")
    return text


def _print_all(console: "Console", explained: "Explained", *, drops: bool) -> None:
    claims = explained.claims()
    console.print(f"{len(claims)} claims", style="bold")
    for number, claim in enumerate(claims, start=1):
        for line in _claim(explained, claim, number):
            console.print(line)
    if not drops:
        return
    console.print(f"\n{len(explained.trace.drops)} candidates dropped", style="bold")
    for drop in explained.trace.drops:
        console.print(_drop(explained, drop))
    left = explained.unclaimed()
    console.print(f"\n{len(left)} amounts in no claim", style="bold")
    for amount in left:
        console.print(_joined(("  ", ""), (_words(explained, amount.span), AMOUNT)))


def _claim(explained: "Explained", claim: "Claim", number: int) -> "Iterator[Text]":
    """A claim, its words, and a line for each filler with the way to it."""
    find = explained.trace.finds[claim.key]
    stance = f"{claim.stance.status} {claim.stance.certainty} {claim.stance.polarity}"
    parts = "; ".join(f"{role}: {words}" for role, words in claim.texts)
    amount = _words(explained, claim.amount) if claim.amount else ""
    yield _joined(
        (f"\n{number:>3} ", QUIET),
        (claim.kind, KIND),
        (f"  {amount}", AMOUNT),
        (f"  {parts}", ""),
        (f"  {stance}", QUIET),
    )
    yield _joined(("    « ", QUIET), (_words(explained, claim.evidence[0]), ""), (" »", QUIET))
    word = _words(explained, find.word) if find.word else "no word of its own"
    yield _joined(("    frame ", QUIET), (find.rule, ""), ("  at ", QUIET), (word, WORD))
    yield from _fillers(explained, find)
    for name, value in (
        ("said by", claim.stance.speaker),
        ("date", claim.date),
        ("part of", _whole(explained, claim)),
    ):
        if value:
            yield _joined((f"    {name} ", QUIET), (value if isinstance(value, str) else value.text, ""))


def _fillers(explained: "Explained", find: "Find") -> "Iterator[Text]":
    for filled in find.filled:
        how = filled.how or "stands beside it"
        yield _joined(
            (f"    {filled.role} ", ROLE),
            (explained.name(filled.entity), MENTION),
            (f"  {how}", ""),
            (f"  {filled.route}", QUIET),
        )


def _whole(explained: "Explained", claim: "Claim") -> str:
    """The number of the claim of which this one is a part, "" where it is none."""
    keys = [other.key for other in explained.claims()]
    return str(keys.index(claim.part_of) + 1) if claim.part_of in keys else ""


def _drop(explained: "Explained", drop: "Drop") -> "Text":
    word = _words(explained, drop.word) if drop.word else "…"
    had = ", ".join(f"{role}={explained.name(key)}" for role, key in drop.roles)
    amount = _words(explained, drop.amount) if drop.amount else ""
    return _joined(
        ("  ", ""),
        (word, WORD),
        (f"  {drop.rule}  ", QUIET),
        (f"{had} ", MENTION),
        (f"{amount} ", AMOUNT),
        (drop.reason, REASON),
    )


def _words(explained: "Explained", span: "Span") -> str:
    return " ".join(span.of(explained.extract.document.text).split())


def _joined(*parts: tuple[str, str]) -> "Text":
    from rich.text import Text

    text = Text()
    for words, style in parts:
        text.append_text(_text(words, style=style))
    return text


def _text(words: str, *, style: str = "") -> "Text":
    """Words of an article: what would drive the terminal is replaced one for one, so that places hold."""
    from rich.text import Text

    shown = (c if c.isprintable() or c in "\n\u00a0" else "\N{REPLACEMENT CHARACTER}" for c in words)
    return Text("".join(shown), style=style)
