"""The labelled pairs of bench/: how often names are put together that are one, and that are not."""

import bench
import pytest

PRECISION, RECALL = 0.99, 0.90
UNSURE = 0.10  # share of the unsure pairs that may be merged: a reader could not tell either

PAIRS = bench.pairs()
HALVES = {"open": [pair for pair in PAIRS if not pair.kept], "kept": [pair for pair in PAIRS if pair.kept]}


def test_there_are_pairs_of_every_sort():
    assert len(PAIRS) == len(set(PAIRS)) >= 600
    assert {pair.one.type for pair in PAIRS} == {
        "organization",
        "person",
        "place",
        "project",
        "event",
        "product",
    }
    spoken = [{pair.one.language, pair.other.language} for pair in PAIRS]
    assert all(spoken.count(languages) >= 100 for languages in ({"fr"}, {"en"}, {"fr", "en"}))
    assert all(len(half) > 250 for half in HALVES.values())


@pytest.mark.parametrize("half", HALVES)
def test_the_floors(half):
    figures = bench.measure(HALVES[half])
    wrong = "\n".join(map(str, figures.wrong)) if half == "open" else ""
    assert figures.precision >= PRECISION, f"{figures}\n{wrong}"
    assert figures.recall >= RECALL, f"{figures}\n{wrong}"
    assert figures.unsure <= UNSURE, f"{figures}\n{wrong}"


NEVER = ("number", "parent and subsidiary", "ministry and state", "namesake place", "surname alone")


@pytest.mark.parametrize("cause", NEVER)
def test_what_is_never_merged_is_never_merged(cause):
    pairs = [pair for pair in PAIRS if pair.cause == cause]
    assert len(pairs) >= 10
    assert [str(pair) for pair in pairs if bench.merged(pair)] == []
