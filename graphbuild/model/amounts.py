"""Sums of money and physical capacities."""

import re
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.model.terms import Comparator
from graphbuild.model.text import Span

AmountKey = tuple[Span, str | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money or a physical capacity, at one place of the text.

    ``value`` is in units ("200 milliards" is 200000000000). ``max_value`` only for ranges.
    ``unit`` is an ISO 4217 code or a physical unit (GW, MWh). ``span`` covers the hedge word.
    ``period`` is an ISO 8601 duration, where so much is paid in each one: "P1Y" of "15 millions par an".
    """

    span: Span
    value: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACT
    max_value: Decimal | None = None
    conversion_of: Span | None = None  # "(1,5 million d'euros)" converts the amount at this span
    period: str | None = None
    correction: str | None = None  # the person's correction that says what these words mean

    @property
    def key(self) -> AmountKey:
        """Names the amount in its document; a corrected reading stands beside the program's own."""
        return self.span, self.correction

    @property
    def is_money(self) -> bool:
        return is_currency(self.unit)


PHYSICAL_CAPITALS = frozenset({"TWH", "GWH", "MWH"})


def is_currency(unit: str) -> bool:
    """Whether a unit is money (an ISO 4217 code) and not power or energy."""
    return bool(re.fullmatch(r"[A-Z]{3}", unit)) and unit not in PHYSICAL_CAPITALS
