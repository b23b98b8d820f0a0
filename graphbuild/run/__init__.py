"""How extracts are made: here, one document after the other."""

from graphbuild.run.extract import extract, extract_all

__all__ = ["extract", "extract_all"]
