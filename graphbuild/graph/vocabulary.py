"""The names of the public vocabulary, as RDF terms, and where its files are."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef

from graphbuild.data import table
from graphbuild.errors import OntologyError
from graphbuild.model import EntityType, Kind, Status

GB = Namespace("https://w3id.org/graphbuild/ontology#")
SCHEMA = Namespace("https://schema.org/")
BASE = "https://w3id.org/graphbuild/id/"

ENTITY_CLASS: dict[EntityType, URIRef] = {kind: GB[kind.value.capitalize()] for kind in EntityType}
STATUS_TERM: dict[Status, URIRef] = {status: GB[status.value.capitalize()] for status in Status}

PREFIXES: dict[str, str] = {
    "dcterms": str(DCTERMS),
    "gb": str(GB),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}

# In the annotated articles a siting's first role is "entity"; frames may use either word.
ROLE_ALIASES = {"entity": "sited"}


@cache
def kind_classes() -> dict[Kind, URIRef]:
    """Give the RDF class of each kind of claim, as ``data/kinds.toml`` says."""
    return {kind: GB[table("kinds.toml")[kind.value]["class"]] for kind in Kind}


def role_property(role: str) -> URIRef:
    """Name the property of an entity role or a text role."""
    return GB[ROLE_ALIASES.get(role, role)]


def ontology_dir() -> Path:
    """Find the folder of ``graphbuild.ttl``, ``shapes.ttl``, ``queries/`` and ``rules/``.

    In an installed package it lies inside it; in a checkout it stands beside it.
    Raises ``OntologyError`` when neither is there.
    """
    package = Path(str(files("graphbuild")))
    for folder in (package / "_ontology", package.parent / "ontology"):
        if folder.is_dir():
            return folder
    raise OntologyError(f"No ontology folder in {package} or beside it; reinstall graphbuild.")
