"""The pack is built once a session."""

from pathlib import Path

import pytest
from story_graph import Found
from story_pack import ARTICLES

import graphbuild


@pytest.fixture(scope="session")
def story_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of all articles."""
    output = tmp_path_factory.mktemp("stories") / "output"
    graphbuild.build(str(ARTICLES), output=str(output))
    return output


@pytest.fixture(scope="session")
def found(story_output: Path) -> Found:
    return Found(story_output)
