"""The figures on annotated articles do not fall below their floors, and the floors do not fall."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graphbuild.errors import SettingsError
from graphbuild.evaluate.floors import (
    Floors,
    digest,
    fallen,
    figures,
    raised,
    read_floors,
    update,
    write_floors,
)
from graphbuild.evaluate.gold import read_gold
from graphbuild.evaluate.run import feed, score
from graphbuild.pipeline import build
from graphbuild.settings import Settings

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
# Texts that others wrote are measured where they are, and are no part of the project.
SETS = {"own": HERE / "gold", "shared": SHARED / "gold"}
CLAIMS = "all: claims, by slot, F1"


@pytest.fixture(scope="module", params=SETS)
def scored(request, tmp_path_factory):
    """The name of a set of articles, its folder, the graph built from it and the scores."""
    gold = SETS[request.param]
    if not gold.is_dir():
        pytest.skip(f"{gold} is not here")
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "corpus.jsonl").write_text(feed(gold), encoding="utf-8")
    build([str(folder / "corpus.jsonl")], settings=replace(Settings(), output=folder / "output"))
    turtle = folder / "output" / "graph.ttl"
    return request.param, gold, turtle, score(read_gold(gold), turtle)


def test_no_figure_is_below_its_floor(scored):
    name, _, _, scores = scored
    assert fallen(read_floors(HERE / f"floors-{name}.toml"), figures(scores)) == []


def test_the_annotations_are_those_that_the_floors_were_measured_on(scored):
    name, gold, _, _ = scored
    assert read_floors(HERE / f"floors-{name}.toml").digest == digest(gold), "see `make floors`"


def test_the_first_floors_of_all_still_hold():
    for name in SETS:
        floors = dict(read_floors(HERE / f"floors-{name}.toml").figures)
        assert floors["all: entities, F1"] >= 0.72
        assert floors["all: amounts, F1"] >= 0.90
        assert floors[CLAIMS] >= 0.50
        assert floors["all: claims, by slot, precision"] >= 0.65
        assert floors["all: quotes that are the text's own words"] == 1


def test_the_figures_are_those_of_the_annotators_program(scored, tmp_path):
    program = SHARED / "score.py"
    if not program.is_file():
        pytest.skip(f"{program} is not here")
    _, gold, turtle, scores = scored
    command = [sys.executable, program, "score", gold, turtle, "--json", tmp_path / "theirs.json"]
    subprocess.run(command, check=True, capture_output=True)
    theirs = json.loads((tmp_path / "theirs.json").read_text())
    for group in theirs.values():
        group["accuracy"] = {k: None if v != v else v for k, v in group["accuracy"].items()}  # noqa: PLR0124 - NaN
    assert scores.as_json() == theirs


FLOORS = Floors("d", ((CLAIMS, 0.50),))


@pytest.mark.parametrize(("figure", "floor"), [(0.499, 0.50), (0.509, 0.50), (0.57, 0.57), (0.579, 0.57)])
def test_floors_only_rise(figure, floor):
    assert dict(raised(FLOORS, {CLAIMS: figure}).figures) == {CLAIMS: floor}


def test_a_figure_that_is_lost_has_fallen():
    assert fallen(FLOORS, {}) == [f"{CLAIMS} is 0.000, below its floor 0.50"]
    assert fallen(FLOORS, {CLAIMS: float("nan")})
    assert fallen(FLOORS, {CLAIMS: 0.5}) == []


def test_floors_are_written_as_they_are_read(tmp_path):
    floors = Floors("abc", (("all: quotes that are the text's own words", 1.0), (CLAIMS, 0.5)))
    write_floors(tmp_path / "floors.toml", floors)
    assert read_floors(tmp_path / "floors.toml") == floors


def test_the_digest_sees_a_changed_annotation_and_no_changed_spelling(tmp_path):
    (tmp_path / "a.json").write_text('{"id": "a", "claims": ["é"]}', encoding="utf-8")
    before = digest(tmp_path)
    (tmp_path / "a.json").write_text('{\n"claims": ["\\u00e9"],\n"id": "a"}', encoding="utf-8")
    assert digest(tmp_path) == before
    (tmp_path / "a.json").write_text('{"id": "a", "claims": []}', encoding="utf-8")
    assert digest(tmp_path) != before


@pytest.fixture
def one_article(tmp_path) -> Path:
    """One annotated article of ours, and floors that nothing can reach."""
    (tmp_path / "gold").mkdir()
    article = SETS["own"] / "fr-w-001.json"
    (tmp_path / "gold" / article.name).write_bytes(article.read_bytes())
    write_floors(tmp_path / "floors.toml", Floors(digest(tmp_path / "gold"), (("all: entities, F1", 1.01),)))
    return tmp_path


def test_the_update_refuses_to_lower(one_article):
    before = (one_article / "floors.toml").read_bytes()
    with pytest.raises(SettingsError, match=r"Nothing was written:\nall: entities, F1 is 0\."):
        update(one_article / "floors.toml", one_article / "gold", annotations_changed=True)
    assert (one_article / "floors.toml").read_bytes() == before


def test_the_update_refuses_other_annotations_unless_told(one_article):
    path, gold = one_article / "floors.toml", one_article / "gold"
    write_floors(path, Floors("other", (("all: entities, F1", 1.01),)))
    with pytest.raises(SettingsError, match="--annotations-changed"):
        update(path, gold, annotations_changed=False)
    update(path, gold, annotations_changed=True)
    assert read_floors(path).digest == digest(gold)
    assert 0 < dict(read_floors(path).figures)["all: entities, F1"] <= 1
