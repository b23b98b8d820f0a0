"""What an output folder holds.

graph.ttl         the graph, for people
graph.html        the page
documents.jsonl   the texts that the offsets refer to, sorted by id
report.json       what was read, skipped and why
quarantine.ttl    claims that failed the gate, if any
corrections.ttl   what people corrected, if anything; a build never writes it
store/            the same graph in Oxigraph, for questions
.graphbuild.pieces      where each piece of graph.ttl stands, for the next build
.graphbuild.seal        what decided all this, and checksums: nothing is done again for nothing

.graphbuild.extracts/   what each document gave, kept for the next build; worthless without documents.jsonl
"""

GRAPH = "graph.ttl"
PAGE = "graph.html"
DOCUMENTS = "documents.jsonl"
REPORT = "report.json"
QUARANTINE = "quarantine.ttl"
STORE = "store"
SHELF = ".graphbuild.pieces"
SEAL = ".graphbuild.seal"

# Everything a build replaces. Whatever else the user keeps in the folder is left alone.
MANAGED = (GRAPH, PAGE, DOCUMENTS, REPORT, QUARANTINE, SHELF, SEAL, STORE)

CACHE = ".graphbuild.extracts"
LOCK = ".graphbuild.lock"
STAGING = ".graphbuild.new"  # being filled; worthless after a crash
READY = ".graphbuild.ready"  # complete; after a crash it only has to be moved into place
OLD = ".graphbuild.old"  # the store that was replaced, about to be deleted
MARK = "graph.ttl.blake2b"  # in STORE: of which file it holds the graph
GONE = ".gone"  # in READY: the names that the new output no longer has
