"""What papers make of agency copy is found as such; articles on one subject are not."""

import json
import random
import re
from itertools import combinations
from pathlib import Path

import pytest

from graphbuild.ledger.copies import independent, sketch

GOLD = sorted((Path(__file__).parents[1] / "quality" / "gold").glob("*.json"))
TEXTS = [text for path in GOLD if len((text := json.loads(path.read_text("utf-8"))["text"]).split()) > 60]


def sentences(text):
    return re.split(r"(?<=[.!?])\s+", text)


def edited(text, how, rng):
    told = sentences(text)
    match how:
        case "headline":
            return "Ce que l’on sait de l’affaire\n\n" + text
        case "cut to a half":
            return " ".join(told[: max(1, len(told) // 2)])
        case "two sentences in five dropped":
            return " ".join(s for s in told if rng.random() > 0.4) or text
        case "one word in fifteen changed":
            return " ".join("autre" if rng.random() < 1 / 15 else word for word in text.split())
        case _:  # as much again of the paper's own
            return f"{text} {rng.choice([t for t in TEXTS if t != text])[: len(text)]}"


def sources(*texts):
    named = dict(enumerate(texts))
    return independent([str(i) for i in named], lambda i: sketch(named[int(i)]))


@pytest.mark.parametrize(
    "how",
    [
        "headline",
        "cut to a half",
        "two sentences in five dropped",
        "one word in fifteen changed",
        "text of its own added",
    ],
)
def test_edited_copies_are_one_source(how):
    rng = random.Random(how)  # noqa: S311 - any edits will do, the same each time
    missed = [text[:40] for text in TEXTS if sources(text, edited(text, how, rng)) != 1]
    assert missed == []


def test_articles_are_not_copies_of_each_other():
    assert len(TEXTS) > 30
    assert [pair for pair in combinations(TEXTS, 2) if sources(*pair) == 1] == []
    assert sources(*TEXTS) == len(TEXTS)
