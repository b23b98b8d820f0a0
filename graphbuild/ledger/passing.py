"""Money that goes through: what a project pays out of exactly the sum that its funders put into it.

"OpenAI and SoftBank put $500bn into Stargate" and "Stargate will invest $500bn in data centres" tell of one
money: only what the funders give counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graphbuild.ledger.cluster import Cluster
from graphbuild.ledger.contributions import GIVEN, figure, goals, one_year
from graphbuild.ledger.entries import Entry, Link
from graphbuild.ledger.pairs import pairs
from graphbuild.model import Comparator, EntityType

SEVERAL = 2  # funders of a venture; what a company gets from one may be matched by as much of its own


def passed_on(facts: Mapping[str, Cluster]) -> dict[str, str]:
    """By the key of what is paid out, that of what was put in; never a circle."""
    given: dict[Link, list[str]] = defaultdict(list)
    paid: dict[Link, list[str]] = defaultdict(list)
    for key in sorted(facts):
        for entry in facts[key].members:
            for side, links in ((given, _into(entry)), (paid, _out_of(entry))):
                for link in links:
                    side[link].append(key)
    found: dict[str, str] = {}
    for link in sorted(given.keys() & paid.keys()):
        for out in paid[link]:
            funds = [key for key in given[link] if key != out and key not in found]
            through = (key for key in funds if all(_through(b, a) for b, a in pairs(facts[out], facts[key])))
            if out not in found.values() and (first := next(through, None)):
                found.setdefault(out, first)
    return found


def ties(entry: Entry) -> Iterator[Link]:
    """What the money that goes in and the money that goes out share: through whom, and how much."""
    yield from _into(entry)
    yield from _out_of(entry)


def _into(entry: Entry) -> Iterator[Link]:
    if entry.money and _counts(entry) and entry.named("payer"):
        yield from (("through", name, *figure(entry.money)) for name in sorted(goals(entry)))


def _out_of(entry: Entry) -> Iterator[Link]:
    if entry.money and _counts(entry) and len(entry.named("payer")) == 1:
        yield from (("through", name, *figure(entry.money)) for name in entry.named("payer"))


def _through(out: Entry, into: Entry) -> bool:
    """Whether the payer of one is a project of the other, or a venture of several that stand beside it."""
    payer, funders = out.named("payer"), into.named("payer")
    if payer.isdisjoint(goals(into)) or not payer.isdisjoint(funders) or not one_year(out, into):
        return False
    project = payer & into.named("project") or any(
        key.startswith(f"{EntityType.PROJECT.value}:") for key in out.fillers("payer")
    )
    return bool(project) or (len(funders) >= SEVERAL and funders <= set(out.around))


def _counts(entry: Entry) -> bool:
    money = entry.money
    exact = money is not None and money.comparator is Comparator.EXACT and money.period is None
    return exact and not entry.dropped and entry.claim.kind in GIVEN
