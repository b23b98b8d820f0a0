"""How an answer reads on a page: columns, sums, days, words. A download has them as the store gave them."""

import re
from collections.abc import Mapping
from typing import Any, Final

from graphbuild.data import table
from graphbuild.graph.vocabulary import GB
from graphbuild.serve import terms
from graphbuild.serve.days import day
from graphbuild.serve.money import full, small

Cell = Mapping[str, str]  # as in SPARQL's JSON: type, value
SUM: Final = re.compile(
    r"(?:(?P<comparator>[<>]=?|~) )?(?P<value>\d+(?:\.\d+)?)(?:–(?P<high>\d+(?:\.\d+)?))? (?P<unit>.+)"
)
SUMS: Final = {"amount", "other_amount"}
ENDS: Final = {"low", "high"}  # numbers whose unit stands in the column "currency"
DAYS: Final = {"date", "said", "other_said", "when"}
TERMS: Final = {"kind", "status", "role"}
CODES: Final = {"certainty", "denied", "part", "about", "disputed", "date_of", "applied"}


def heading(column: str, question: str, language: str) -> str:
    """What stands over a column."""
    known = table(f"serve/words.{language}.toml")["columns"]
    return str(known.get(f"{question}.{column}") or known.get(column) or column.replace("_", " "))


def shown(row: Mapping[str, Cell], column: str, language: str) -> dict[str, str]:
    """A cell: ``text``; ``title`` is a sum in full, ``iri`` a node, ``quiet`` says that no source says it."""
    cell = row.get(column) or {"type": "literal", "value": ""}
    value = cell["value"]
    if cell["type"] == "uri":
        return {"text": terms.label(value, language), "iri": value}
    known = table(f"serve/words.{language}.toml")
    if not value and column in known["unnamed_in"]:
        return {"text": known["unnamed"], "quiet": "yes"}
    return _sum(row, column, value, language) or {"text": _word(column, value, language)}


def _sum(row: Mapping[str, Cell], column: str, value: str, language: str) -> dict[str, str] | None:
    unit = row.get("currency", {}).get("value", "")
    match = SUM.fullmatch(f"{value} {unit}" if column in ENDS else value)
    if match is None or column not in SUMS | ENDS:
        return None
    amount: dict[str, Any] = match.groupdict()
    return {"text": small(amount, language), "title": full(amount, language)}


def _word(column: str, value: str, language: str) -> str:
    known = table(f"serve/words.{language}.toml")["cells"]
    if column in DAYS:
        return day(value, language)
    if column in TERMS and value:
        label = terms.label(f"{GB}{value}", language)
        return value if label == f"gb:{value}" else label
    if column == "measure":
        return str(table(f"page/words.{language}.toml")["measures"].get(value, value))
    return str(known.get(value, value)) if column in CODES else value
