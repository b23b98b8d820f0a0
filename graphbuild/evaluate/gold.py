"""Reads annotated articles: one JSON file each."""

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from graphbuild.errors import DocumentError
from graphbuild.evaluate.nouns import (
    TEXT_ROLES,
    Article,
    Names,
    Quote,
    Statement,
    Sum,
    folded,
    in_order,
    rounded,
)

Json = dict[str, Any]


def read_gold(folder: Path, *, only: str = "*") -> tuple[Article, ...]:
    """The annotated articles of a folder and its subfolders, in the order of their paths.

    ``only`` is a pattern for the names of the files, without ".json". Raises ``DocumentError`` for a file
    that is not an annotated article, and when there is none.
    """
    articles = tuple(_article(path, data) for path, data in read_json(folder, only=only))
    if not articles:
        raise DocumentError(
            f"There is no annotated article ({only}.json) in {folder}", "name the folder that has them"
        )
    return articles


def read_json(folder: Path, *, only: str = "*") -> Iterator[tuple[Path, Json]]:
    """The files as they are, for those who need the texts alone."""
    for path in sorted(p for p in folder.rglob("*.json") if fnmatchcase(p.stem, only)):
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise DocumentError(f"{path} is not readable JSON: {error}", "repair or remove it") from error
        if not isinstance(data, dict):
            raise DocumentError(f"{path} does not hold one JSON object", "repair or remove it")
        yield path, data


def _article(path: Path, data: Json) -> Article:
    try:
        names = {
            e["id"]: frozenset(map(folded, [e["name"], *e.get("aliases", [])])) for e in data["entities"]
        }
        sums = {amount["id"]: _sum(amount) for amount in data["amounts"]}
        return Article(
            id=data["id"],
            language=data["language"],
            text=data["text"],
            entities=tuple((entity["type"], names[entity["id"]]) for entity in data["entities"]),
            amounts=tuple(sums.values()),
            statements=tuple(_statement(claim, names, sums) for claim in data["claims"]),
            conflicts=frozenset(frozenset(pair) for pair in data.get("conflicts", [])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DocumentError(
            f"{path} is not an annotated article: {type(error).__name__} {error}",
            "see CONTRIBUTING.md for the format",
        ) from error


def _sum(amount: Json) -> Sum:
    return Sum(rounded(amount["low"]), rounded(amount.get("high")), amount["unit"], amount["comparator"])


def _statement(claim: Json, names: dict[str, Names], sums: dict[str, Sum]) -> Statement:
    fillers = ((role, keys) for role, keys in claim["roles"].items() if role not in TEXT_ROLES)
    return Statement(
        id=claim["id"],
        kind=claim["kind"],
        roles=in_order((role, names[key]) for role, keys in fillers for key in keys),
        texts=tuple((role, words) for role, words in claim["roles"].items() if role in TEXT_ROLES),
        amount=sums.get(claim.get("amount") or ""),
        status=claim["status"],
        polarity=claim["polarity"],
        certainty=claim["certainty"],
        attributed=claim.get("attributed_to") is not None,
        part_of=claim.get("part_of"),
        evidence=(Quote(claim["evidence"]),),
    )
