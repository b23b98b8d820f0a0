"""Literals: decimals written plainly, dates at the precision they were given."""

import re
from decimal import Decimal

from rdflib import XSD, Literal

DATE_TYPES = (
    (re.compile(r"\d{4}-\d\d-\d\dT.+"), XSD.dateTime),
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)


def text(value: str) -> Literal:
    return Literal(value)


def decimal(value: Decimal | float) -> Literal:
    """Write an xsd:decimal in canonical form: 200000000000, never 2E+11 and never 1.50.

    >>> str(decimal(Decimal("2.50E+2")))
    '250'
    """
    plain = format(value if isinstance(value, Decimal) else Decimal(repr(value)), "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Literal(plain, datatype=XSD.decimal, normalize=False)


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def duration(value: str) -> Literal:
    """An ISO 8601 duration as it is written: "P1Y"."""
    return Literal(value, datatype=XSD.duration, normalize=False)


def date(value: str) -> Literal:
    """Type a date at its own precision: day, month or year.

    What is none of these stays plain text (and the shapes then say so).

    >>> date("2025-02").datatype.n3()
    '<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    kind = next((datatype for pattern, datatype in DATE_TYPES if pattern.fullmatch(value)), None)
    return Literal(value, datatype=kind, normalize=False)
