"""What graphbuild knows, as files; here they are read, each once a process."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any


def text(name: str) -> str:
    """A file of this folder, by its path from here: "names/cities.txt"."""
    return files("graphbuild.data").joinpath(name).read_text("utf-8")


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of this folder, parsed. All callers share it: read it, never change it."""
    return tomllib.loads(text(name))


def place(name: str) -> Path:
    """Where a file of this folder lies, for libraries that open files themselves."""
    return Path(str(files("graphbuild.data").joinpath(name)))
