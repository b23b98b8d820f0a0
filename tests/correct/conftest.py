"""One build, copied for each test that corrects it."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from corrected_news import build


@pytest.fixture(scope="session")
def before(tmp_path_factory):
    """A folder in which the articles are built and nothing is corrected."""
    folder = tmp_path_factory.mktemp("before")
    build(folder)
    return folder


@pytest.fixture
def folder(before, tmp_path):
    """A copy of that, to correct."""
    shutil.copytree(before, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def output(folder):
    return folder / "output"
