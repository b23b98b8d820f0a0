"""Builds annotated articles and scores what was found."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graphbuild.evaluate.found import read_found
from graphbuild.evaluate.gold import read_gold, read_json
from graphbuild.evaluate.nouns import Article
from graphbuild.evaluate.scores import Scores
from graphbuild.evaluate.tally import tally
from graphbuild.pipeline import Watch, build, unwatched
from graphbuild.settings import Settings
from graphbuild.store import GRAPH

FED = ("id", "language", "published", "text")  # what a program is told of an annotated article


def evaluate(gold: Path, *, watch: Watch = unwatched) -> Scores:
    """Build the texts of ``gold`` in a temporary folder and score the graph.

    Raises ``DocumentError`` when ``gold`` holds no annotated article or a wrong one.
    """
    articles = read_gold(gold)
    with tempfile.TemporaryDirectory(prefix="graphbuild-") as folder:
        corpus, output = Path(folder) / "corpus.jsonl", Path(folder) / "output"
        corpus.write_text(feed(gold), encoding="utf-8")
        build([str(corpus)], settings=replace(Settings(), output=output), watch=watch)
        return score(articles, output / GRAPH)


def feed(gold: Path) -> str:
    """The articles as JSON Lines, without what the annotators say of them."""
    rows = ({key: data.get(key) for key in FED} for _, data in read_json(gold))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(articles: Sequence[Article], turtle: Path) -> Scores:
    """Score a graph against annotated articles; an article that it lacks counts as nothing found."""
    found = read_found(turtle)
    return Scores(tuple(tally(article, found.get(article.id, Article(article.id))) for article in articles))
