"""Every term that is used is defined, in both languages, and nothing is used of others that they do not have."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, URIRef

from graphbuild.data import table
from graphbuild.graph import GB, ontology_dir
from graphbuild.graph.reference import reference
from graphbuild.graph.rules import rules
from graphbuild.graph.vocabulary import ENTITY_CLASS, PREFIXES, STATUS_TERM, kind_classes

FOLDER = ontology_dir()
ONTOLOGY = Graph().parse(FOLDER / "graphbuild.ttl", format="turtle")
SHAPES = Graph().parse(FOLDER / "shapes.ttl", format="turtle")
WRITTEN = Graph().parse(FOLDER / "corrections.ttl", format="turtle")
DEFINED = {str(t).removeprefix(GB) for t in ONTOLOGY.subjects(RDF.type) if str(t).startswith(GB)}
CODE = sorted((Path(str(files("graphbuild")))).rglob("*.py"))
QUERIES = sorted((*(FOLDER / "queries").glob("*.rq"), *(FOLDER / "rules").glob("*.rq")))
# What vocabulary.md, the contract with users, names.
CONTRACT = """Document Passage Mention Amount Claim Fact Organization Person Place Project Event Product
    Investment Grant Loan Fundraising Acquisition Contract Fine FinancialResult Position Partnership Ownership
    Supply Siting Operation Launch Requested Planned Announced Committed Done Cancelled
    sha256 inDocument start end quote refersTo value maxValue currency unit comparator evidence amount status
    polarity certainty attributedTo partOf date confidence rule statedBy sources conflictsWith
    payer beneficiary project place purpose target item authority organization measure person title partner
    owner owned supplier customer sited operator agent
    funds partnerOf holdsPositionIn owns supplies operates locatedIn launched""".split()  # noqa: SIM905


@pytest.mark.parametrize("term", sorted(DEFINED))
def test_every_term_speaks_both_languages(term):
    for predicate in (RDFS.label, RDFS.comment):
        languages = sorted(str(o.language) for o in ONTOLOGY.objects(GB[term], predicate))
        assert languages == ["en", "fr"], predicate
        assert all(str(o).strip() for o in ONTOLOGY.objects(GB[term], predicate))


KINDS = table("kinds.toml")


def test_the_contract_with_users_is_kept():
    assert set(CONTRACT) <= DEFINED


def test_every_term_of_the_code_is_defined():
    used = {name for path in CODE for name in re.findall(r"\bGB\.(\w+)", path.read_text("utf-8"))}
    used |= {role for kind in KINDS.values() for role in (*kind["roles"], *kind["texts"])}
    terms = (*ENTITY_CLASS.values(), *STATUS_TERM.values(), *kind_classes().values())
    used |= {str(term).removeprefix(GB) for term in terms}
    assert len(used) > 60
    assert used <= DEFINED


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.name)
def test_every_term_of_a_query_is_defined(path):
    body = re.sub(r"^#.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    used = set(re.findall(r"\bgb:(\w+)", body))
    assert used
    assert used <= DEFINED
    assert set(re.findall(r"^PREFIX (\w+):", body, re.MULTILINE)) <= set(PREFIXES)


@pytest.mark.parametrize("graph", [SHAPES, WRITTEN], ids=["shapes", "corrections"])
def test_every_term_of_the_shapes_is_defined(graph):
    used = {str(t).removeprefix(GB) for triple in graph for t in triple if str(t).startswith(GB)}
    assert len(used) > 50
    assert used <= DEFINED


@pytest.mark.parametrize("graph", [SHAPES, WRITTEN], ids=["shapes", "corrections"])
def test_shapes_explain_themselves_in_both_languages(graph):
    shapes = {s for p in (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf) for s in graph.subjects(p)}
    assert len(shapes) > 25
    for shape in shapes:
        assert sorted(str(m.language) for m in graph.objects(shape, SH.message)) == ["en", "fr"], shape


def test_shapes_use_core_only_which_is_fast():
    assert not [o for o in SHAPES.predicates() if o in {SH.sparql, SH.js}]


def test_the_closed_list_of_measures_is_the_one_of_the_data():
    (shape,) = (s for s in SHAPES.subjects(SH.path, GB.measure) if SHAPES.value(s, SH["in"]))
    assert [str(m) for m in SHAPES.items(SHAPES.value(shape, SH["in"]))] == KINDS["result"]["measures"]


@pytest.mark.parametrize("kind", [k.value for k in kind_classes()])
def test_a_kind_takes_the_roles_of_the_data_and_no_others(kind):
    every = {role for k in KINDS.values() for role in (*k["roles"], *k["texts"])}
    (shape,) = (
        s
        for s in SHAPES.subjects(SH.targetClass, GB[KINDS[kind]["class"]])
        if (s, SH.maxCount, Literal(0)) in SHAPES
    )
    refused = {
        str(r).removeprefix(GB)
        for r in SHAPES.items(SHAPES.value(SHAPES.value(shape, SH.path), SH.alternativePath))
    }
    assert every - refused == {*KINDS[kind]["roles"], *KINDS[kind]["texts"]}


def test_no_term_is_used_without_being_declared():
    """OWL 2 DL: each class, property and individual of an axiom is declared, ours or another's."""
    builtin = tuple(map(str, (RDF, RDFS, OWL, rdflib.XSD)))
    annotations = {RDFS.isDefinedBy, RDFS.seeAlso, rdflib.DCTERMS.license}
    declared = set(ONTOLOGY.subjects(RDF.type))
    for subject, predicate, value in ONTOLOGY:
        used = [predicate] if predicate in annotations else [subject, predicate, value]
        for term in used:
            if isinstance(term, URIRef) and not str(term).startswith(builtin):
                assert term in declared, term


def test_no_property_is_of_two_sorts():
    sorts = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Class)
    for term in set(ONTOLOGY.subjects(RDF.type)):
        assert sum((term, RDF.type, sort) in ONTOLOGY for sort in sorts) <= 1, term


def test_what_is_aligned_is_aligned_with_the_standards_we_name():
    links = {
        str(o)
        for p in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)
        for o in ONTOLOGY.objects(None, p)
    }
    for standard in ("https://schema.org/", "ns/prov#", "ns/org#", "nif-core#", "ns/oa#", "skos/core#"):
        assert any(standard in link for link in links), standard


def test_the_ladder_is_in_order():
    rungs = {str(s).removeprefix(GB): int(o) for s, o in ONTOLOGY.subject_objects(GB.rung)}
    assert sorted(rungs, key=rungs.__getitem__) == ["Requested", "Planned", "Announced", "Committed", "Done"]
    pledges = {str(s).removeprefix(GB): str(o) for s, o in ONTOLOGY.subject_objects(GB.iatiTransactionType)}
    assert pledges == {"Announced": "12", "Committed": "2", "Done": "3"}


def test_the_readme_of_the_ontology_is_fresh():
    text = (FOLDER / "README.md").read_text("utf-8")
    assert text == reference(FOLDER), "stale: run python -m graphbuild.graph.reference"


def test_the_rules_parse_and_derive_the_edges_of_their_names():
    names = sorted(path.stem for path in (FOLDER / "rules").glob("*.rq"))
    assert len(rules()) == len(names) == 8
    for name in names:
        head = (FOLDER / "rules" / f"{name}.rq").read_text("utf-8")
        assert f"gb:{name} " in head.split("CONSTRUCT")[1].split("}")[0]
        assert re.search(r"^# en: .+\n# fr: .+$", head, re.MULTILINE)
