"""RDF on disk: the embedded Oxigraph store, the readable files beside it, and the exports."""

from graphbuild.store.disk import save
from graphbuild.store.export import FORMATS, export
from graphbuild.store.layout import CACHE, DOCUMENTS, GRAPH, PAGE, QUARANTINE, REPORT, STORE
from graphbuild.store.patch import patch
from graphbuild.store.seal import Seal, read_seal, write_seal
from graphbuild.store.shelf import EMPTY, Shelf, read_shelf, shelved
from graphbuild.store.snapshot import (
    agree,
    documents,
    documents_before,
    graph,
    open_store,
    require,
    store_path,
)
from graphbuild.store.staging import filled, held, staged
from graphbuild.store.write import write, write_page, write_report, write_shelf
from graphbuild.store.written import Written, rewritten

__all__ = [
    "CACHE",
    "DOCUMENTS",
    "EMPTY",
    "FORMATS",
    "GRAPH",
    "PAGE",
    "QUARANTINE",
    "REPORT",
    "STORE",
    "Seal",
    "Shelf",
    "Written",
    "agree",
    "documents",
    "documents_before",
    "export",
    "filled",
    "graph",
    "held",
    "open_store",
    "patch",
    "read_seal",
    "read_shelf",
    "require",
    "rewritten",
    "save",
    "shelved",
    "staged",
    "store_path",
    "write",
    "write_page",
    "write_report",
    "write_seal",
    "write_shelf",
]
