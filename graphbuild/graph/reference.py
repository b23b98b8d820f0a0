"""``ontology/README.md``, made from the ontology itself: ``python -m graphbuild.graph.reference``.

A test says when it is stale.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, URIRef

from graphbuild.graph.vocabulary import GB, ontology_dir

SECTIONS = (
    ("Classes", OWL.Class),
    ("Properties from node to node", OWL.ObjectProperty),
    ("Properties with a value", OWL.DatatypeProperty),
    ("Properties that take either", OWL.AnnotationProperty),
    ("Statuses", GB.Status),
)
OPENING = """# The ontology

Made from the files beside it by `python -m graphbuild.graph.reference`; do not edit.

- `graphbuild.ttl`: every term, with labels and comments in English and in French (OWL 2).
- `shapes.ttl`: what a graph must look like (SHACL). A claim that fails is kept out and reported.
- `rules/`: how the plain edges are derived.
- `queries/`: the named questions.

Prefix `gb:` is `<https://w3id.org/graphbuild/ontology#>`. Nodes of a graph stand under a base of your choice,
`https://w3id.org/graphbuild/id/` by default; every name of a node is derived from its content.
"""


def reference(folder: Path) -> str:
    """Write the README of an ontology folder, as Markdown."""
    graph = Graph().parse(folder / "graphbuild.ttl", format="turtle")
    parts = [OPENING]
    for title, kind in SECTIONS:
        parts += [f"## {title}\n", *_terms(graph, kind), ""]
    for title, name in (("Questions", "queries"), ("Rules", "rules")):
        parts += [f"## {title}\n", *_files(folder / name), ""]
    return "\n".join(parts)


def _terms(graph: Graph, kind: URIRef) -> Iterator[str]:
    yield "| term | English | français |"
    yield "|---|---|---|"
    for term in sorted(str(t) for t in graph.subjects(RDF.type, kind) if str(t).startswith(GB)):
        english, french = (
            f"**{_said(graph, term, RDFS.label, lang)}**. " + _said(graph, term, RDFS.comment, lang)
            for lang in ("en", "fr")
        )
        yield f"| `gb:{term.removeprefix(GB)}` | {_cell(english)} | {_cell(french)} |"


def _files(folder: Path) -> Iterator[str]:
    yield "| name | English | français |"
    yield "|---|---|---|"
    for path in sorted(folder.glob("*.rq")):
        header = dict(re.findall(r"^# (en|fr): (.*)$", path.read_text("utf-8"), re.MULTILINE))
        asks = re.findall(r"^# param (\w+):", path.read_text("utf-8"), re.MULTILINE)
        name = f"`{path.stem}`" + "".join(f" `--{p}`" for p in asks)
        yield f"| {name} | {_cell(header['en'])} | {_cell(header['fr'])} |"


def _said(graph: Graph, term: str, predicate: URIRef, language: str) -> str:
    return next(
        (str(o) for o in graph.objects(URIRef(term), predicate) if getattr(o, "language", None) == language),
        "",
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;")


def main() -> None:
    """Write ``README.md`` into the ontology folder."""
    folder = ontology_dir()
    (folder / "README.md").write_text(reference(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
