"""From bytes to Documents: files, folders, globs and standard input, streaming."""

from graphbuild.read.documents import read_documents

__all__ = ["read_documents"]
