"""What tests of several rooms share."""

from pathlib import Path

import pytest
from small import fill


@pytest.fixture
def small_output(tmp_path: Path) -> Path:
    """One claim of one article, as a build would leave it."""
    output = tmp_path / "output"
    fill(output)
    return output
