"""Totals in words, in English and in French."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graphbuild.data import table
from graphbuild.ledger.counting import COLUMNS
from graphbuild.ledger.notes import FIGURES, in_words, rate_in_words, rounded
from graphbuild.ledger.nouns import Money
from graphbuild.model import Comparator

if TYPE_CHECKING:
    from graphbuild.ask.totals import Totals
    from graphbuild.ledger.totals import Judged, Line, Party


def columns(found: "Totals", language: str) -> list[str]:
    """The headings of a table of totals."""
    names = _words()["columns"][language]
    return [names[name] for name in (*found.by, *COLUMNS, "remarks")]


def rows(found: "Totals", language: str, *, converted: bool) -> list[list[str]]:
    """A row for each group and currency: what is certain, planned and rumoured side by side.

    What nobody in particular pays (or gets) comes last, below an empty row.
    """
    together: dict[tuple[object, ...], list[Line]] = {}
    for line in found.lines:
        together.setdefault((line.group, line.currency, line.disputed == "currency"), []).append(line)
    told = [_row(found.by, lines, language, converted=converted) for lines in together.values()]
    named = sum(bool(lines[0].group[:1] and lines[0].group[0]) for lines in together.values())
    return [*told[:named], [""] * len(told[0]), *told[named:]] if 0 < named < len(told) else told


def _row(by: tuple[str, ...], lines: "list[Line]", language: str, *, converted: bool) -> list[str]:
    cells = (
        "; ".join(_amount(line, language, converted=converted) for line in lines if line.column is column)
        for column in COLUMNS
    )
    why = _words()["disputes"][language]
    disputes = dict.fromkeys(why[line.disputed] for line in lines if line.disputed)
    groups = (_group(name, parties, language) for name, parties in zip(by, lines[0].group, strict=True))
    return [*groups, *cells, "; ".join(disputes)]


def remarks(found: "Totals", language: str, *, converted: bool) -> Iterator[str]:
    """What must be known to read the table: what was left out, what was converted, what does not add up."""
    words = _words()
    yield words["foot"][language] if found.lines else words["none"][language]
    if converted:
        yield words["converted"][language]
    why = words["reasons"][language]
    # A result is no payment and nobody expects it in a sum; it is listed only where everything is.
    out = Counter(one.left_out for one in found.judged if one.left_out not in {None, "no payment"})
    if out:
        what = ", ".join(f"{number} {why[reason]}" for reason, number in sorted(out.items(), key=str))
        yield words["left_over"][language].format(what=what)
    if found.mismatches:
        yield words["mismatches"][language]
        for document, english, french in found.mismatches:
            yield f"  {document}: {french if language == 'fr' else english}"


def reasons(language: str) -> list[str]:
    """The headings of the table that explains."""
    return list(_words()["explain"][language].values())


def reason(one: "Judged", found: "Totals", language: str) -> list[str]:
    """One sum: what it counts as, or why it is left out."""
    words, source = _words(), found.sources[one.sum.fact]
    names = words["columns"][language]
    counted = names[one.sum.counts_as] if one.sum.counts_as and not one.left_out else ""
    left_out = words["reasons"][language][one.left_out] if one.left_out else ""
    written = in_words(one.sum.money, language)
    if one.exchange:
        written = rate_in_words(one.exchange, one.sum.money, language)
    parties = [_named(one.sum.parties.get(role, ()), "") for role in ("payer", "beneficiary", "project")]
    who = " → ".join(part for part in (*parties, source.purpose) if part)
    kind = words["kinds"][language].get(one.sum.kind.value, one.sum.kind.value)
    return [counted or left_out, written, kind, who, one.sum.day or "", source.documents, source.words]


def _amount(line: "Line", language: str, *, converted: bool) -> str:
    """A total with its bounds: exact, about, at least, up to, or from one figure to another."""
    low, high = line.low, line.high
    if converted:
        low, high = rounded(low, FIGURES), high and rounded(high, FIGURES)
    if high is None:
        return in_words(Money(low, line.currency, Comparator.AT_LEAST), language)
    if low == high:
        comparator = Comparator.ABOUT if line.about else Comparator.EXACT
        return in_words(Money(low, line.currency, comparator), language)
    if not low:
        return in_words(Money(high, line.currency, Comparator.AT_MOST), language)
    return in_words(Money(low, line.currency, Comparator.RANGE, high), language)


def _group(name: str, parties: "tuple[Party, ...]", language: str) -> str:
    words = _words()
    if name == "kind" and parties:
        return str(words["kinds"][language].get(parties[0].name, parties[0].name))
    return _named(parties, words["unnamed"][language])


def _named(parties: "tuple[Party, ...]", otherwise: str) -> str:
    return ", ".join(party.name for party in parties) or otherwise


def _words() -> dict[str, Any]:
    return table("totals/words.toml")
