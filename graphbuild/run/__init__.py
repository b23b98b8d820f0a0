"""How extracts are made: kept from the build before, or made here, or by several processes."""

from graphbuild.run.cache import Cache
from graphbuild.run.extract import extract
from graphbuild.run.extracts import extract_all
from graphbuild.run.update import Changes, changes, updated

__all__ = ["Cache", "Changes", "changes", "extract", "extract_all", "updated"]
