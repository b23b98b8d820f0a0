"""What is installed holds all that a run needs, and nothing of the tests."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_the_knowledge_the_ontology_and_the_samples(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "graphbuild"
    skipped = {"__pycache__"}
    wanted = {
        f"graphbuild/{p.relative_to(package).as_posix()}"
        for p in package.rglob("*")
        if p.is_file() and not skipped & set(p.parts)
    }
    ontology = ROOT / "ontology"
    wanted |= {
        f"graphbuild/_ontology/{p.relative_to(ontology).as_posix()}"
        for p in ontology.rglob("*")
        if p.is_file()
    }
    assert wanted - names == set()
    assert not [name for name in names if name.startswith("tests")]


def test_what_was_installed_asks_without_the_checkout(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import graphbuild\n"
        f"assert graphbuild.__file__.startswith({str(tmp_path)!r}); print(len(graphbuild.questions()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert int(done.stdout) >= 10
