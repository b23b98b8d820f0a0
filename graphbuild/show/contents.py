"""What the page carries, as plain values for JSON, without what it can tell by itself.

Two parcels of one shape (``bundle``): the first is what the opening picture needs, the second the
rest. A server gives the same shape, as much as is asked for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from graphbuild.data import table
from graphbuild.graph.vocabulary import PREFIXES
from graphbuild.show.facts import Fact, Thing
from graphbuild.show.plan import Plan
from graphbuild.show.view import Arrow, weight

Line = tuple[str, str, Arrow, float]


def summary(
    things: Sequence[Thing], facts: Sequence[Fact], articles: Mapping[str, Any], picture: Plan
) -> dict[str, Any]:
    """What there is in all, for the headline and the legends, before all of it has arrived."""
    told = {key for fact in facts for key in fact.entities}
    return {
        "articles": len(articles),
        "cut": sum(1 for article in articles.values() if article.get("cut")),
        "facts": len(facts),
        "things": len(things),
        "nodes": len(picture.places),
        "types": _counted(thing.type for thing in things if thing.id in told),
        "stances": _counted(fact.stance for fact in facts),
        "disputed": sum(fact.disputed for fact in facts),
        "points": _points(facts),
    }


def terms() -> dict[str, Any]:
    """The names of the vocabulary that a selection is written with: the classes of kinds, and prefixes."""
    kinds = table("kinds.toml")
    prefixes = {name: PREFIXES[name] for name in ("dcterms", "gb", "rdfs", "skos", "xsd")}
    return {"classes": {kind: kinds[kind]["class"] for kind in kinds}, "prefixes": prefixes}


def bundle(
    things: Iterable[Thing],
    facts: Iterable[Fact],
    articles: Mapping[str, Any],
    nodes: Iterable[list[Any]],
    lines: Iterable[Line],
) -> dict[str, Any]:
    """One parcel.

    A node is [id, x, y, size, type, label]; a line is [from, to, width, main, mutual, facts].
    """
    return {
        "articles": dict(articles),
        "things": [_bare(asdict(thing)) for thing in things],
        "facts": [plain(fact) for fact in facts],
        "nodes": list(nodes),
        "lines": [
            [t, h, width, int(arrow.main), int(arrow.mutual), [f.id for f in arrow.facts]]
            for t, h, arrow, width in lines
        ],
    }


def plain(fact: Fact) -> dict[str, Any]:
    """A fact without what its claims say again, and without what is so most of the time."""
    said = {claim.amount for claim in fact.claims}
    value = asdict(fact) | {"disputed": fact.disputed, "weight": round(weight(fact.amounts), 4)}
    value |= {"roles": dict(fact.roles), "texts": dict(fact.texts)}
    value["claims"] = [_claim(claim, fact.status) for claim in value["claims"]]
    value["amounts"] = (
        None if set(fact.amounts) == said - {None} and len(said) == 1 else [_sum(s) for s in value["amounts"]]
    )
    return _bare(value)


def _claim(claim: dict[str, Any], status: str | None) -> dict[str, Any]:
    usual = {"polarity": "positive", "certainty": "asserted", "status": status}
    known = {key: value for key, value in claim.items() if usual.get(key) != value}
    return _bare(known | {"amount": _sum(claim["amount"])})


def _sum(amount: dict[str, Any] | None) -> dict[str, Any] | None:
    return (
        None if amount is None else _bare({k: v for k, v in amount.items() if (k, v) != ("comparator", "=")})
    )


def _points(facts: Sequence[Fact]) -> int:
    """How many matters are disputed: facts that contradict each other are one."""
    rivals = {fact.id: set(fact.conflicts) for fact in facts}
    open_, points = {fact.id for fact in facts if fact.disputed}, 0
    while open_:
        points += 1
        reached = {open_.pop()}
        while reached:
            near = set().union(*(rivals[key] for key in reached)) & open_
            open_ -= near
            reached = near
    return points


def _counted(values: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return dict(sorted(found.items()))


def _bare(value: dict[str, Any]) -> dict[str, Any]:
    """Without what is absent or empty: the page is read by people with slow connections too."""
    return {key: item for key, item in value.items() if item not in (None, (), [], {}, "", False)}
