"""Totals of a build: what each payer puts in, what each project gets ..., what was counted and what not."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from graphbuild.ask import sums
from graphbuild.ask.answer import Answer
from graphbuild.ask.query import TIME_LIMIT, query
from graphbuild.errors import QueryError
from graphbuild.graph.literals import decimal
from graphbuild.ledger.counting import PAID
from graphbuild.ledger.notes import RATE_FIGURES, rounded
from graphbuild.ledger.rates import known
from graphbuild.ledger.totals import (
    GROUPINGS,
    PARTIES,
    Judged,
    Line,
    Party,
    bounds,
    judge,
    total,
    without_nobodys,
)
from graphbuild.model import Kind

GIVEN: Final = (Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING)
WORDS: Final = """
SELECT ?fact ?words ?purpose (GROUP_CONCAT(DISTINCT ?document; SEPARATOR = ", ") AS ?documents) WHERE {
  { SELECT DISTINCT ?fact ?words ?purpose ?document WHERE {
    ?fact a gb:Fact ; gb:amount/gb:quote ?words ; gb:statedBy/gb:inDocument/dcterms:identifier ?document .
    OPTIONAL { ?fact gb:purpose|gb:item ?purpose }
  } ORDER BY ?fact ?words ?purpose ?document }
} GROUP BY ?fact ?words ?purpose"""
MISMATCHES: Final = """
SELECT ?document ?english ?french WHERE {
  ?breakdown a gb:Mismatch ; rdfs:comment ?english, ?french ; gb:statedBy/gb:inDocument ?article .
  ?article dcterms:identifier ?document .
  FILTER (LANG(?english) = "en" && LANG(?french) = "fr")
} ORDER BY ?document ?english"""


@dataclass(frozen=True, slots=True)
class Source:
    """The words that give a sum, what it is for, and the articles that tell it."""

    words: str
    purpose: str
    documents: str


@dataclass(frozen=True, slots=True)
class Totals:
    """What was added up: the lines, and what became of each sum. ``by`` names the groups.

    ``mismatches`` are the breakdowns of the build that do not add up: article, note in English, in French.
    """

    by: tuple[str, ...]
    lines: tuple[Line, ...]
    judged: tuple[Judged, ...]
    sources: Mapping[str, Source]
    mismatches: tuple[tuple[str, str, str], ...]

    def answer(self) -> Answer:
        """A row for each line. Figures are in units of the currency; an empty high is open."""
        columns = ("currency", "certainty", "low", "high", "facts", "about", "disputed")
        names = tuple(dict.fromkeys((*self.by, *columns)))
        return of_rows(names, [self._line(line) for line in self.lines])

    def explained(self) -> Answer:
        """A row for each sum: what it counts as, or why it is left out; as written, and as converted."""
        columns = ("counted", "left_out", "kind", "low", "high", "currency", "converted", "rate", "rate_day")
        about = ("payer", "beneficiary", "project", "purpose", "date", "quote", "documents", "fact")
        names = tuple(dict.fromkeys((*self.by, *columns, *about)))
        return of_rows(names, [self._sum(one) for one in self.judged])

    def _line(self, line: Line) -> dict[str, str]:
        return {
            "currency": line.currency,
            "certainty": line.column.value,
            "low": digits(line.low),
            "high": digits(line.high),
            "facts": str(line.facts),
            "about": "yes" if line.about else "",
            "disputed": line.disputed,
            **self._groups(line.group),
        }

    def _sum(self, one: Judged) -> dict[str, str]:
        found, source = one.sum, self.sources[one.sum.fact]
        low, high = bounds(found.money)
        rate = one.exchange
        return {
            "counted": found.counts_as.value if found.counts_as and not one.left_out else "",
            "left_out": one.left_out or "",
            "kind": found.kind.value,
            "low": digits(low),
            "high": digits(high),
            "currency": found.money.unit,
            "converted": digits(one.money.value) if rate else "",
            "rate": digits(rounded(rate.value, RATE_FIGURES)) if rate else "",
            "rate_day": rate.day.isoformat() if rate else "",
            **{role: in_a_row(found.parties.get(role, ())) for role in PARTIES},
            "purpose": source.purpose,
            "date": found.day or "",
            "quote": source.words,
            "documents": source.documents,
            "fact": found.fact,
            **{name: words for name, words in self._groups(one.group).items() if name != "currency"},
        }

    def _groups(self, group: Sequence[Sequence[Party]]) -> dict[str, str]:
        return {name: in_a_row(parties) for name, parties in zip(self.by, group, strict=True)}


def totals(
    *,
    output: Path,
    by: Sequence[str] = ("payer",),
    of: str | None = None,
    kinds: Collection[Kind] = GIVEN,
    into: str | None = None,
    time_limit: float = TIME_LIMIT,
) -> Totals:
    """Add up the money of a build by payer, beneficiary, project, year, currency or kind.

    ``of`` keeps the sums of one payer, beneficiary or project; ``into`` converts to one currency. Raises
    ``QueryError`` for a group, kind, name or currency that there is none of.
    """
    _check(by, kinds, into)
    found = sums.read(output, time_limit=time_limit)
    judged = judge(found, by=by, kinds=kinds, into=into)
    if of is None:
        judged = without_nobodys(judged, by)
    else:
        judged = _only(judged, of, sums.named(of, output, time_limit=time_limit))
    told = {row[0]: Source(*row[1:]) for row in query(WORDS, output=output, time_limit=time_limit).rows}
    broken = query(MISMATCHES, output=output, time_limit=time_limit).rows
    return Totals(tuple(by), total(judged), judged, told, tuple((a, b, c) for a, b, c in broken))


def _check(by: Sequence[str], kinds: Collection[Kind], into: str | None) -> None:
    if unknown := [name for name in by if name not in GROUPINGS]:
        raise QueryError(f"There are no totals by {unknown[0]!r}. Choose of {', '.join(GROUPINGS)}.")
    if unpaid := [kind.value for kind in kinds if kind not in PAID]:
        paid = ", ".join(kind.value for kind in PAID)
        raise QueryError(f"A {unpaid[0]} is no payment, so nothing is added up. Choose of {paid}.")
    if into is not None and into not in known():
        raise QueryError(f"There is no reference rate for {into!r}. Known are {', '.join(sorted(known()))}.")


def _only(judged: Collection[Judged], name: str, wanted: Collection[str]) -> tuple[Judged, ...]:
    """The sums in which one of those wanted takes part."""
    if not wanted:
        names = {p.name for one in judged for parties in one.sum.parties.values() for p in parties}
        near = get_close_matches(name, sorted(names), n=3, cutoff=0.4)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        raise QueryError(f"Nobody and nothing that a sum names is called {name!r}.{hint}")
    return tuple(
        one
        for one in judged
        if any(party.id in wanted for parties in one.sum.parties.values() for party in parties)
    )


def in_a_row(parties: Sequence[Party]) -> str:
    return ", ".join(party.name for party in parties)


def digits(value: Decimal | None) -> str:
    return "" if value is None else str(decimal(value))


def of_rows(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Answer:
    """Rows of text as an answer, which can be written in every format of one."""
    bindings = [
        {name: {"type": "literal", "value": row[name]} for name in columns if row[name]} for row in rows
    ]
    results = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return Answer(form="solutions", payload=json.dumps(results, ensure_ascii=False).encode())
