"""RDF on disk: the embedded Oxigraph store, the readable files beside it, and the exports."""

from graphbuild.store.disk import save
from graphbuild.store.export import FORMATS, export
from graphbuild.store.layout import CACHE, DOCUMENTS, GRAPH, PAGE, QUARANTINE, REPORT
from graphbuild.store.snapshot import documents, documents_before, graph, open_store, require, store_path
from graphbuild.store.staging import staged
from graphbuild.store.write import write, write_page

__all__ = [
    "CACHE",
    "DOCUMENTS",
    "FORMATS",
    "GRAPH",
    "PAGE",
    "QUARANTINE",
    "REPORT",
    "documents",
    "documents_before",
    "export",
    "graph",
    "open_store",
    "require",
    "save",
    "staged",
    "store_path",
    "write",
    "write_page",
]
