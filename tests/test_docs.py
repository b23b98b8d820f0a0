"""README, CONTRIBUTING and the example say what is so: their commands run, their paths and names exist."""

import doctest
import json
import os
import re
import shlex
import tomllib
from dataclasses import asdict
from itertools import chain
from pathlib import Path

import click
import pytest
import readme
from click.testing import CliRunner

import graphbuild
from graphbuild import cli
from graphbuild.ask.questions import questions
from graphbuild.evaluate.floors import read_floors
from graphbuild.read.jsonl import parse_line
from graphbuild.settings import KEYS, Settings

ROOT = readme.ROOT
TEXT = readme.README.read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PAGES = {
    path.relative_to(ROOT).as_posix(): path
    for path in (
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("output/example/*.md"),
        *ROOT.glob("tests/**/README.md"),
    )
}
REMEDY = "run `make example`, and look at what changed"

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"\.?[\w-]+(?:/[\w.-]*)+|[\w-]+\.(?:toml|txt|md|py)")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder in which the commands of the README have been run; ``page.md`` is the README they give."""
    folder = tmp_path_factory.mktemp("readme")
    readme.prepare(folder)
    here = Path.cwd()
    os.chdir(folder)
    try:
        Path("page.md").write_text(readme.run(TEXT), encoding="utf-8")
        yield folder
    finally:
        os.chdir(here)


def test_the_readme_shows_what_its_commands_say(built):
    assert (built / "page.md").read_text(encoding="utf-8") == TEXT, REMEDY


def test_the_example_is_what_the_sample_gives(built):
    kept = {name: (readme.EXAMPLE / name).read_bytes() for name in readme.example()}
    assert kept == readme.example(), REMEDY


def test_the_example_is_small_and_holds_no_page_of_others_code():
    files = {path.name: path.stat().st_size for path in readme.EXAMPLE.iterdir()}
    assert files["graph.png"] < 300_000
    assert sum(files.values()) < 500_000
    assert not [name for name in files if name.endswith((".html", ".js"))]


def test_the_python_of_the_readme_runs(built):
    (block,) = readme.blocks(TEXT, "pycon")
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    said = []
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert test.examples
    assert not said, "".join(said)


def test_every_verb_of_python_is_in_the_readme():
    assert [name for name in graphbuild.__all__ if f"`{name}`" not in TEXT] == []


def test_the_article_of_the_opening_is_in_the_sample():
    quoted = " ".join(re.findall(r"^> (?!\()(.*)$", TEXT, re.MULTILINE))
    sample = (ROOT / readme.SAMPLES / "investai.fr.txt").read_text(encoding="utf-8")
    for words in quoted.split(" […] "):
        assert words in sample


def options(command):
    """The options of a command and of those below it, short and long."""
    own = chain.from_iterable(p.opts for p in command.params if isinstance(p, click.Option))
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return set(own).union(*map(options, below))


def test_every_command_and_every_option_is_in_the_readme():
    told = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", TEXT))
    for name, command in cli.main.commands.items():
        assert f"| `graphbuild {name} " in TEXT or f"| `graphbuild {name}`" in TEXT
        assert options(command) - told == set()


def test_every_command_and_option_of_the_readme_exists():
    shown = [c for block in readme.blocks(TEXT, "console") for c in readme.commands(block)]
    inline = [c for c in CODE.findall(TEXT) if c.startswith("graphbuild ")]
    parameters = {f"--{p.name}" for question in questions() for p in question.parameters}
    known = parameters | {"--version", "--help"}.union(*map(options, cli.main.commands.values()))
    for words in map(shlex.split, [*shown, *inline]):
        assert words[1] in {*cli.main.commands, "--version", "--help"}
        assert {w.partition("=")[0] for w in words if w.startswith("-") and w != "-"} <= known
    assert {w for w in CODE.findall(TEXT) if w.startswith("--")} - known - {
        "--errors N",
        "--json FILE",
        "--jobs N",
        "--only PATTERN",
    } <= {
        "--settings FILE",
        "--file FILE",
    }


def test_the_settings_of_the_readme_are_the_settings_with_their_defaults():
    (block,) = readme.blocks(TEXT, "toml")
    defaults = json.loads(json.dumps(asdict(Settings()), default=str))
    assert tuple(tomllib.loads(block)) == KEYS
    assert tomllib.loads(block) == defaults


def test_the_line_of_jsonl_in_the_readme_is_read_without_a_warning():
    (block,) = readme.blocks(TEXT, "json")
    article = parse_line(block.encode(), "README.md", "README.md")
    given = json.loads(block)
    assert {key: getattr(article, key) for key in given} == given
    assert article.warnings == ()


def test_the_terms_of_the_readme_are_in_the_ontology():
    ontology = (ROOT / "ontology" / "graphbuild.ttl").read_text(encoding="utf-8")
    terms = {term for code in CODE.findall(TEXT) for term in re.findall(r"\bgb:\w+", code)}
    assert len(terms) > 30
    assert {term for term in terms if not re.search(rf"^{term}\b", ontology, re.MULTILINE)} == set()


def test_the_figures_of_the_readme_are_not_behind_the_floors():
    """They are measured by ``make example``; the floors rise with ``make floors``."""
    (block,) = [b for b in readme.blocks(TEXT, "console") if readme.SLOW in b]
    floors = dict(read_floors(ROOT / "tests" / "quality" / "floors-own.toml").figures)
    shown = dict(re.findall(r"^  (\S.*?) {2,}P.* F1 ([\d.]+)", block, re.MULTILINE))
    assert {"entities", "amounts", "claims, by slot"} <= set(shown)
    behind = {label for label, f1 in shown.items() if float(f1) < floors.get(f"all: {label}, F1", 0)}
    assert behind == set(), REMEDY
    articles = len(list((ROOT / "tests" / "quality" / "gold").glob("*.json")))
    assert f"all: {articles} articles" in block, REMEDY


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    path = PAGES[page]
    links = [to for to in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in to]
    assert [to for to in links if not (path.parent / to).exists()] == []


def test_the_paths_of_contributing_exist():
    named = {path for code in CODE.findall(CONTRIBUTING) for path in PATH.findall(code)}
    looked = {path for path in named if path.startswith(("graphbuild/", "tests/", "ontology/", "."))}
    assert len(looked) > 60
    assert {path for path in looked if "NAME" not in path and not (ROOT / path).exists()} == {
        "../shared/gold"
    } & looked


def test_every_room_is_on_the_map():
    package = ROOT / "graphbuild"
    folders = {f"{p.parent.name}/" for p in package.glob("*/__init__.py")} - {"data/"}
    modules = {p.name for p in package.glob("*.py")} - {"__init__.py", "__main__.py"}
    table = CONTRIBUTING.partition("## The rooms")[2].partition("Knowledge is data")[0]
    assert {room for room in folders | modules if f"`graphbuild/{room}`" not in table} == set()


def test_the_stages_of_contributing_are_those_that_run():
    from graphbuild.pipeline import STAGES  # noqa: PLC0415 - heavy, and only this test needs it

    told = re.findall(r"^\d+\. `(\w+)`", CONTRIBUTING, re.MULTILINE)
    assert told == [stage.__name__ for stage in STAGES]


def test_the_verb_of_contributing_is_a_frame_that_the_grammar_reads():
    from graphbuild.relate.frames import Frame  # noqa: PLC0415 - as above

    (block,) = readme.blocks(CONTRIBUTING, "toml")
    (frame,) = tomllib.loads(block)["frame"]
    assert set(frame) - {"id"} <= set(Frame.__dataclass_fields__)
    kept = tomllib.loads((ROOT / "graphbuild/data/frames/fr/grant.toml").read_text(encoding="utf-8"))["frame"]
    (real,) = [other for other in kept if other["id"] == frame["id"]]
    assert {key: real[key] for key in ("kind", "slots", "needs")} == {
        k: frame[k] for k in ("kind", "slots", "needs")
    }


def test_make_has_the_targets_that_are_named():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"make ([a-z]+)", "\n".join(CODE.findall(TEXT + CONTRIBUTING)))) | {"demo", "test"}
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


def test_the_changelog_tells_of_this_version():
    version = CliRunner().invoke(cli.main, ["--version"]).output.split()[-1]
    assert re.findall(r"^## \[(.*?)\]", CHANGELOG, re.MULTILINE)[:2] == ["Unreleased", version]
    assert {name for name in cli.main.commands if f"`graphbuild {name}`" not in CHANGELOG} == set()
