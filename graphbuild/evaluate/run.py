"""Builds annotated articles and scores what was found."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from graphbuild.evaluate.found import read_found
from graphbuild.evaluate.gold import read_gold, read_json
from graphbuild.evaluate.nouns import Article
from graphbuild.evaluate.scores import Scores
from graphbuild.evaluate.tally import tally
from graphbuild.pipeline import build
from graphbuild.relate.trace import Drop
from graphbuild.report import Report
from graphbuild.run.explain import explain_all
from graphbuild.settings import Settings
from graphbuild.stages import Watch, unwatched
from graphbuild.store import GRAPH

FED = ("id", "language", "published", "text")  # what a program is told of an annotated article


def evaluate(gold: Path, *, watch: Watch = unwatched, only: str = "*", causes: bool = False) -> Scores:
    """Build the texts of ``gold`` in a temporary folder and score the graph.

    ``only`` is a pattern for the articles' ids. With ``causes`` each article is read once more, to tell
    which stage lost what was missed. Raises ``DocumentError`` when ``gold`` holds no such article or a
    wrong one.
    """
    with built(gold, watch=watch, only=only) as (articles, corpus, found):
        drops = dropped(corpus) if causes else {}
        empty = ((a, found.get(a.id, Article(a.id))) for a in articles)
        return Scores(tuple(tally(a, f, drops.get(a.id, ())) for a, f in empty))


@contextmanager
def built(
    gold: Path, *, watch: Watch = unwatched, only: str = "*"
) -> Iterator[tuple[tuple[Article, ...], Path, dict[str, Article]]]:
    """The annotated articles, the corpus that was fed and what the graph says of each, while it is there."""
    articles = read_gold(gold, only=only)
    with tempfile.TemporaryDirectory(prefix="graphbuild-") as folder:
        corpus, output = Path(folder) / "corpus.jsonl", Path(folder) / "output"
        corpus.write_text(feed(gold, only=only), encoding="utf-8")
        build([str(corpus)], settings=replace(Settings(), output=output), watch=watch)
        yield articles, corpus, read_found(output / GRAPH)


def dropped(corpus: Path) -> dict[str, tuple[Drop, ...]]:
    """What relate dropped in each article of a corpus, by the article's id."""
    explained = explain_all([str(corpus)], settings=Settings(), report=Report())
    return {e.extract.document.id: tuple(e.trace.drops) for e in explained}


def feed(gold: Path, *, only: str = "*") -> str:
    """The articles as JSON Lines, without what the annotators say of them."""
    rows = ({key: data.get(key) for key in FED} for _, data in read_json(gold, only=only))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(articles: Sequence[Article], turtle: Path) -> Scores:
    """Score a graph against annotated articles; an article that it lacks counts as nothing found."""
    found = read_found(turtle)
    return Scores(tuple(tally(article, found.get(article.id, Article(article.id))) for article in articles))
