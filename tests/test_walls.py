"""The walls between the rooms, and how little is loaded before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
HEAVY = {
    *("spacy", "thinc", "numpy", "rdflib", "pyshacl", "pyvis", "networkx", "igraph", "jinja2", "pyoxigraph"),
    *("trafilatura", "lxml", "lingua", "babel", "pycrfsuite", "rich.progress", "rich.table"),
}


def loaded(program: str) -> set[str]:
    """The modules that are in memory after a program."""
    code = f"import sys\n{program}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.splitlines()[-1].split())


def test_imports_go_one_way_and_libraries_stay_in_their_rooms(capsys):
    failed = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not failed, capsys.readouterr().out


def test_every_room_stands_in_the_order():
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    layers = {module.strip() for layer in contracts[0]["layers"] for module in layer.split("|")}
    package = ROOT / "graphbuild"
    rooms = {p.stem for p in package.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert {f"graphbuild.{room}" for room in rooms - {"__init__", "samples"}} == layers


RUN = "from click.testing import CliRunner; from graphbuild.cli import main\ndone = CliRunner().invoke(main, {})"


@pytest.mark.parametrize(
    "program",
    ["import graphbuild", "import graphbuild.cli", RUN.format(["--help"]), RUN.format(["build", "--help"])],
)
def test_nothing_heavy_is_loaded_for_help(program):
    assert not loaded(program) & HEAVY


@pytest.mark.parametrize("verb", ["ask", "query", "export"])
def test_no_language_model_is_loaded_to_ask(verb, small_output, tmp_path):
    arguments = {
        "ask": ["who-funds-what"],
        "query": ["ASK {}"],
        "export": [str(tmp_path / "graph.nq"), "--format", "nquads"],
    }
    command = [verb, *arguments[verb], "-o", str(small_output)]
    program = f"{RUN.format(command)}; assert done.exit_code == 0, done.output"
    assert not loaded(program) & {"spacy", "pyvis", "networkx", "pyshacl", "lingua", "trafilatura"}
