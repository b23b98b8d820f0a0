"""The sums of money of a build, read from its store for adding up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from graphbuild.ask.query import query
from graphbuild.data import table
from graphbuild.ledger.counting import Column
from graphbuild.ledger.nouns import Money
from graphbuild.ledger.totals import Party, Sum
from graphbuild.model import Comparator, Kind, fold

FACTS: Final = """
SELECT ?fact ?class ?value ?max ?comparator ?currency ?period ?counts ?out ?story ?denied WHERE {
  ?fact a gb:Fact, ?class ; gb:amount ?money .
  FILTER (?class != gb:Fact)
  ?money gb:value ?value ; gb:currency ?currency ; gb:comparator ?comparator .
  OPTIONAL { ?money gb:maxValue ?max }
  OPTIONAL { ?money gb:period ?period }
  OPTIONAL { ?fact gb:countsAs ?counts }
  OPTIONAL { ?fact gb:leftOut ?out }
  OPTIONAL { ?fact gb:story ?story }
  BIND (EXISTS { ?fact gb:story ?mine . ?denial gb:story ?mine ; gb:polarity "negative" } AS ?denied)
}"""
PARTIES: Final = """
SELECT ?fact ?role ?who ?name WHERE {
  VALUES (?property ?role) { (gb:payer "payer") (gb:beneficiary "beneficiary") (gb:project "project") }
  ?fact a gb:Fact ; gb:amount ?money ; ?property ?who . ?who rdfs:label ?name .
}"""
DAYS: Final = """
SELECT ?fact ?held ?said WHERE {
  ?fact a gb:Fact ; gb:amount ?money ; gb:status ?reached ; gb:history ?step .
  ?step gb:status ?reached .
  OPTIONAL { ?step gb:date ?held }
  OPTIONAL { ?step gb:reported ?said }
}"""
WHOLES: Final = """
SELECT ?fact ?whole WHERE {
  ?fact gb:countsAs ?counts ; gb:partOf/(gb:partOf|gb:repeats|gb:revisedBy)* ?whole .
}"""
NAMES: Final = """
SELECT ?who ?name WHERE {
  ?fact a gb:Fact ; gb:amount ?money ; gb:payer|gb:beneficiary|gb:project ?who .
  ?who rdfs:label|skos:altLabel ?name .
}"""


def read(output: Path, *, time_limit: float) -> tuple[Sum, ...]:
    """Every fact of a build that has a sum of money, sorted by its IRI."""
    parties = _parties(output, time_limit)
    days = _days(output, time_limit)
    wholes: dict[str, set[str]] = defaultdict(set)
    for fact, whole in _rows(WHOLES, output, time_limit):
        wholes[fact].add(whole)
    kinds = {f"gb:{table('kinds.toml')[kind.value]['class']}": kind for kind in Kind}
    return tuple(
        Sum(
            fact=fact,
            kind=kinds[sort],
            money=Money(
                Decimal(value), unit, Comparator(comparator), Decimal(most) if most else None, often or None
            ),
            day=days.get(fact),
            parties=parties.get(fact, {}),
            counts_as=Column(counts) if counts else None,
            left_out=out or None,
            wholes=frozenset(wholes[fact]),
            story=story or None,
            denied=denied == "true",
        )
        for fact, sort, value, most, comparator, unit, often, counts, out, story, denied in sorted(
            _rows(FACTS, output, time_limit)
        )
    )


def named(name: str, output: Path, *, time_limit: float) -> frozenset[str]:
    """Who in a sum has this name; where nobody has, whoever has it as a part of a name. IRIs."""
    wanted = fold(name)
    called: dict[str, set[str]] = defaultdict(set)
    for who, alias in _rows(NAMES, output, time_limit):
        called[who].add(fold(alias))
    exact = frozenset(who for who, aliases in called.items() if wanted in aliases)
    return exact or frozenset(
        who for who, aliases in called.items() if any(wanted in alias for alias in aliases)
    )


def _parties(output: Path, time_limit: float) -> dict[str, Mapping[str, tuple[Party, ...]]]:
    found: dict[str, dict[str, set[Party]]] = defaultdict(lambda: defaultdict(set))
    for fact, role, who, name in _rows(PARTIES, output, time_limit):
        found[fact][role].add(Party(name, who))
    return {
        fact: {role: tuple(sorted(these)) for role, these in roles.items() if any(map(_is_named, these))}
        for fact, roles in found.items()
    }


def _is_named(party: Party) -> bool:
    """Whether it has a name: "programme" or "investors" alone is nobody in particular."""
    return any(letter.isupper() or letter.isdigit() for letter in party.name)


def _days(output: Path, time_limit: float) -> dict[str, str]:
    """When the status of a fact held, else when it was first said."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact, held, said in _rows(DAYS, output, time_limit):
        found[fact] += [held or said] if held or said else []
    return {fact: min(days) for fact, days in found.items() if days}


def _rows(sparql: str, output: Path, time_limit: float) -> Iterable[tuple[str, ...]]:
    return query(sparql, output=output, time_limit=time_limit).rows
