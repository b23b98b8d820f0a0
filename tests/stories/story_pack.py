"""The articles of the pack, what is expected of them, and what is not reached yet."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
NOT_YET = HERE / "not-yet.toml"
STORIES = ("campus", "battery", "rail", "hydrogen", "biotech")
TABLES = {"id", "says", "kind", "amount", "also", "sources", "history", "reported_by", "part", "whole"}


@dataclass(frozen=True)
class Wanted:
    """A fact as a reader describes it: ``roles`` give names, ``amounts`` are "3000000000 EUR"."""

    story: str
    id: str
    kinds: tuple[str, ...] = ()
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    amounts: tuple[str, ...] = ()
    sources: int | None = None
    history: tuple[str, ...] = ()
    reported_by: dict[str, str] = field(default_factory=dict)


def stories() -> dict[str, dict]:
    return {story: _read(f"{story}.toml") for story in STORIES}


def identities() -> dict:
    return _read("identities.toml")


def wanted(story: str, table: dict) -> Wanted:
    """What a ``fact`` or a ``never`` table describes."""
    return Wanted(
        story,
        table["id"],
        tuple(table["kind"].split("|")) if "kind" in table else (),
        {role: tuple(names) for role, names in table.items() if role not in TABLES},
        (table["amount"], *table.get("also", ())) if "amount" in table else (),
        table.get("sources"),
        tuple(table.get("history", ())),
        table.get("reported_by", {}),
    )


def not_yet() -> set[str]:
    """Expectations that are known to fail."""
    return set(tomllib.loads(NOT_YET.read_text("utf-8"))["not_yet"]) if NOT_YET.exists() else set()


def known_names() -> set[str]:
    """Every name that an expectation gives to a body."""
    facts = [wanted(story, table) for story, told in stories().items() for table in told["fact"]]
    names = {name for fact in facts for given in fact.roles.values() for name in given}
    told = identities()
    return names | {name for table in told["same"] + told["apart"] for name in table["names"]}


def _read(name: str) -> dict:
    return tomllib.loads((HERE / "expected" / name).read_text("utf-8"))
