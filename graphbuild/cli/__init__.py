"""The command line: thin commands over the Python verbs of ``graphbuild.api``."""

from graphbuild.cli.main import main

__all__ = ["main"]
