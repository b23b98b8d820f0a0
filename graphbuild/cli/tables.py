"""Rows on a terminal, or as plain aligned text where there is none."""

import sys
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graphbuild.report import printable

if TYPE_CHECKING:
    from graphbuild.ask.answer import Answer


def print_answer(answer: "Answer") -> None:
    """A table of the answer and the number of its rows."""
    if answer.form == "boolean":
        click.echo(answer.rows[0][0])
        return
    rows = answer.rows
    if rows:
        print_table(answer.columns, rows)
    click.echo(f"{len(rows)} row" if len(rows) == 1 else f"{len(rows)} rows", err=True)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Cells come from articles: nothing in them drives the terminal or becomes markup."""
    clean = [[printable(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _rich(columns, clean)
    else:
        _plain(columns, clean)


def _rich(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, header_style="bold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _plain(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(width, column)) for column in zip(columns, *rows, strict=True)]
    for row in (columns, ["-" * size for size in widths], *rows):
        cells = (cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def width(text: str) -> int:
    """How many columns a text takes: East Asian characters two, combining ones none."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)
