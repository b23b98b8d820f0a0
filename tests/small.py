"""A small output, written by hand."""

from pathlib import Path

from graphbuild import store
from graphbuild.model import Document

TEXT = "L’UE investit 20 milliards d’euros."
SMALL = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ex: <https://example.org/> .

ex:doc a gb:Document ; dcterms:identifier "ue" .
ex:eu a gb:Place ; rdfs:label "Union européenne" .
ex:hostile a gb:Organization ; rdfs:label "<b>\\u001B[2J\\"Evil\\"</b> Co" .
ex:claim a gb:Investment, gb:Claim ; gb:inDocument ex:doc ; gb:payer ex:eu ; gb:amount ex:sum ;
    gb:evidence ex:passage .
ex:sum a gb:Amount ; gb:value 20000000000.0 ; gb:currency "EUR" .
ex:passage a gb:Passage ; gb:inDocument ex:doc ; gb:start 0 ; gb:end 35 ;
    gb:quote "L’UE investit 20 milliards d’euros." .
"""


def fill(output: Path, turtle: str = SMALL, *, quarantine: str = "") -> None:
    """Write a graph into an output as a build does."""
    documents = [Document(id="ue", text=TEXT, language="fr")]
    with store.staged(output) as folder:
        store.write(folder, turtle=turtle, documents=documents, report="{}\n", quarantine=quarantine)
        store.write_page(folder, "<!doctype html>")
