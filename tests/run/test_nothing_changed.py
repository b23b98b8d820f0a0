"""A build of what was built already ends at once and leaves all as a whole build would; any change is worked out."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import graphbuild
from graphbuild import pipeline, store
from graphbuild.correct.requests import Same
from graphbuild.settings import Settings
from graphbuild.store.layout import MANAGED, SEAL
from graphbuild.versions import needed

ROOT = Path(__file__).parents[2]
# Of the last a name changes, so that a correction no longer fits.
TEXTS = {
    "a": "Le chiffre d’affaires de Verkor a atteint 5 millions d’euros.",
    "b": "Le chiffre d’affaires de Verkor a atteint 40 millions d’euros.",
    "c": "Le groupe américain Nvidia a investi 50 millions d’euros dans la jeune société Mistral AI.",
}
ALL = [stage.__name__ for stage in pipeline.STAGES]


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """Articles, an empty file, and a build of them with a correction that no longer fits anything."""
    folder = tmp_path_factory.mktemp("before")
    (folder / "news").mkdir()
    for name, text in (TEXTS | {"empty": ""}).items():
        (folder / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    output = folder / "output"
    graphbuild.build(folder / "news", output=output)
    correct(output)
    (folder / "news" / "c.txt").write_text(TEXTS["c"].replace("Mistral AI", "Orano"), encoding="utf-8")
    graphbuild.build(folder / "news", output=output)
    return folder


@pytest.fixture
def place(before, tmp_path, monkeypatch):
    """A copy of it to work in; inputs are named in the same words."""
    shutil.copytree(before, tmp_path / "place")
    monkeypatch.chdir(tmp_path / "place")
    built("news")
    return tmp_path / "place"


def correct(output, one="Nvidia", other="Mistral AI"):
    request = Same(one, other)
    graphbuild.correct(request, by="A", because="B", when="2026-01-01T00:00:00Z", output=output)


def built(*inputs, **options):
    """What a build gives, and the stages that it went through."""
    seen = {}
    options = {"output": "output"} | options
    made = graphbuild.build(inputs, watch=lambda stage, _: seen.setdefault(stage), **options)
    return made, list(seen)


def files(output="output"):
    """All that a build has written, the engine's notes to itself left out."""
    places = [path for name in MANAGED for path in (Path(output) / name, *(Path(output) / name).rglob("*"))]
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in places
        if path.is_file() and not path.name.startswith(("LOCK", "LOG"))
    }


def told(made):
    return made.report.as_json(), made.found, made.findings, replace(made, as_before=False).summary()


def test_nothing_changed_is_quick_and_leaves_all_as_it_was(place):
    earlier = files()
    made, stages = built("news")
    assert stages == ["gathered"]
    assert files() == earlier
    assert made.as_before
    assert made.changed() == [
        "Since the build before: 3 unchanged. Nothing has changed, so all was left as it is."
    ]


def test_it_tells_what_a_whole_build_would_and_leaves_the_same_graph(place):
    quick, _ = built("news")
    kept = files()
    (place / "output" / SEAL).unlink()
    whole, stages = built("news")
    assert stages == ALL
    assert told(quick) == told(whole)
    assert {issue.source for issue in whole.report.issues} == {"corrections.ttl", "news/empty.txt"}
    for name, data in files().items():
        assert name.startswith(("store/", SEAL)) or kept[name] == data, name


def test_who_gives_less_of_what_is_there_is_told_of_that_alone(place):
    made, stages = built("news/a.txt")
    quick = files()
    assert (stages, made.report.read) == (["gathered"], ["news/a.txt"])
    assert json.loads(quick[store.REPORT])["read"] == ["news/a.txt"]
    (place / "output" / SEAL).unlink()
    whole, stages = built("news/a.txt")
    assert (stages, told(made)) == (ALL, told(whole))
    assert quick[store.REPORT] == files()[store.REPORT]


def test_the_report_is_of_this_reading(place):
    (place / "news" / "notes.xyz").write_text("no article")
    made, stages = built("news")
    assert stages == ["gathered"]
    assert json.loads((place / "output" / "report.json").read_text("utf-8")) == made.report.as_json()
    assert "notes.xyz" not in str(made.report.as_json())
    assert ".xyz (1)" in str(made.report.as_json())


def test_corrections_that_are_applied_already_are_not_applied_again(place):
    seen = []
    made = graphbuild.apply_corrections(output="output", watch=lambda stage, _: seen.append(stage))
    assert (seen, made.as_before) == (["removed"], True)


def test_who_looks_at_an_output_changes_nothing(place):
    graphbuild.query("ASK { ?c a gb:Claim }", output="output")
    graphbuild.check(output="output")
    graphbuild.show(output="output")
    assert built("news")[1] == ["gathered"]


def change_an_article(place):
    (place / "news" / "a.txt").write_text(TEXTS["a"].replace("5", "6"), encoding="utf-8")


def add_an_article(place):
    (place / "news" / "d.txt").write_text(
        "Le groupe américain Nvidia a racheté la société Orano.", encoding="utf-8"
    )


def correct_something(place):
    correct(place / "output", "Verkor", "Nvidia")


@pytest.mark.parametrize("change", [change_an_article, add_an_article, correct_something])
def test_any_change_of_what_is_given_is_worked_out(place, change):
    change(place)
    made, stages = built("news")
    assert (stages, made.as_before) == (ALL, False)
    same_as_from_nothing()


def same_as_from_nothing():
    (corrections,) = Path("output").glob("corrections.ttl")
    Path("anew").mkdir()
    shutil.copy(corrections, "anew")
    graphbuild.build("news", output="anew")
    for name in (store.GRAPH, store.PAGE, store.DOCUMENTS, store.REPORT):
        assert (Path("output") / name).read_bytes() == (Path("anew") / name).read_bytes(), name


def test_another_base_or_no_page_is_worked_out(place):
    other = Settings(output=Path("output"), base="https://example.org/news/")
    for wanted in ({"settings": other}, {"page": False}, {}):
        assert built("news", **wanted)[1][:9] == ALL[:9]
        assert built("news", **wanted)[1] == ["gathered"]
    graphbuild.show(output="output")
    assert built("news", page=False)[1] == ALL[:9]  # it leaves no page, and there was one
    assert not (place / "output" / store.PAGE).exists()


def test_what_only_decides_which_articles_are_read_is_seen_in_what_is_read(place):
    faster = Settings(output=Path("output"), jobs=2, max_bytes=1000)
    assert built("news", settings=faster)[1] == ["gathered"]


def test_an_article_that_is_gone_is_worked_out_where_it_is_to_be_pruned(place):
    (place / "news" / "b.txt").unlink()
    assert built("news")[1] == ["gathered"]  # it stays
    assert built("news", prune=True)[1] == ALL
    assert built("news", prune=True)[1] == ["gathered"]
    same_as_from_nothing()


def test_another_version_of_the_program_works_all_out(place, monkeypatch):
    monkeypatch.setattr(pipeline, "made_by", lambda *_: "another")
    assert built("news")[1] == ALL


HARM = {
    "gone": lambda path: path.unlink(),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\n"),
    "shorter": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "a byte": lambda path: path.write_bytes(path.read_bytes()[:-1] + b"?"),
    "a link": lambda path: path.symlink_to(path.rename(path.parents[1] / "elsewhere")),
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("name", [store.GRAPH, store.PAGE, ".graphbuild.pieces", SEAL])
def test_an_output_that_was_harmed_is_made_whole(place, name, harm):
    whole = files()
    HARM[harm](place / "output" / name)
    assert built("news")[1] == ALL
    for kept in (store.GRAPH, store.PAGE, store.DOCUMENTS, store.REPORT):
        assert (place / "output" / kept).read_bytes() == whole[kept], kept
        assert not (place / "output" / kept).is_symlink()
    assert built("news")[1] == ["gathered"]


def test_texts_that_are_gone_are_written_again(place):
    whole = files()
    (place / "output" / store.DOCUMENTS).unlink()
    assert built("news")[1] == ALL
    assert files()[store.DOCUMENTS] == whole[store.DOCUMENTS]


@pytest.mark.parametrize("harm", ["gone", "a byte", "a link"])
def test_a_report_that_was_harmed_is_written_again(place, harm):
    whole = files()
    HARM[harm](place / "output" / store.REPORT)
    assert built("news")[1] == ["gathered"]
    assert files() == whole
    assert not (place / "output" / store.REPORT).is_symlink()


@pytest.mark.parametrize("harm", HARM)
def test_a_store_that_was_harmed_is_made_whole(place, harm):
    for table in (place / "output" / "store").glob("*.sst"):
        HARM[harm](table)
    assert built("news")[1] == ALL
    assert graphbuild.check(output="output") == ()
    assert built("news")[1] == ["gathered"]


def test_what_is_wrong_with_a_graph_is_told_each_time(place, monkeypatch):
    change_an_article(place)
    (wrong,) = {pipeline.Finding("https://example.org/x", "", "", "", "wrong")}
    monkeypatch.setattr("graphbuild.stages.check", lambda *_: (wrong,))
    for _ in range(2):
        made, stages = built("news")
        assert (stages, made.findings) == (ALL, (wrong,))


def test_the_command_says_so_and_ends_well(place):
    command = [sys.executable, "-m", "graphbuild", "build", "news", "-o", "output"]
    done = subprocess.run(command, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 unchanged. Nothing has changed, so all was left as it is." in done.stdout
    assert "3 documents read" in done.stdout
    assert "Found 3 claims" in done.stdout


def test_every_package_that_the_program_needs_is_part_of_its_version():
    assert {"igraph", "pyoxigraph", "pyvis", "rdflib", "spacy", "trafilatura"} <= {*needed()}
    assert "pytest" not in needed()
