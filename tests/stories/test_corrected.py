"""The pack corrected by a person in every way, and all of it taken back; articles taken out again."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from story_graph import Found
from story_pack import ARTICLES

import graphbuild
from graphbuild.cli import main

WHO = ("--because", "I have read the article", "--by", "Marie Dupont")


def run(output, *words):
    done = CliRunner().invoke(main, [*(str(word) for word in words), "-o", str(output)])
    assert done.exit_code == 0, done.output
    return done.output


def correct(output, *words):
    """Write a correction down and give its name."""
    return run(output, "correct", *words, *WHO).partition(":")[0]


def claim_of(output, article, amount):
    """The short name of the only claim of an article with this sum."""
    found = Found(Path(output))
    (claim,) = [c for c in found.claims if c.article == article and amount in c.amounts]
    return claim.iri.rpartition("/")[2]


def graph_of(output):
    """What the graph says of the articles; what a person did with it stays to be seen beside."""
    return [
        triple
        for triple in graphbuild.query(
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER NOT EXISTS { ?s a gb:Correction } }",
            output=str(output),
        ).rows
        if "orrection" not in "".join(triple)
    ]


@pytest.fixture(scope="module")
def workplace(story_output, tmp_path_factory):
    """A build of the pack that a person may change."""
    output = tmp_path_factory.mktemp("corrected") / "output"
    shutil.copytree(story_output, output)
    return output


@pytest.fixture(scope="module")
def corrected(workplace):
    """What was decided, by kind; all of it applied."""
    lab = claim_of(workplace, "cw-0306-orsane", "38000000 EUR")
    made = {
        "same": correct(workplace, "same", "Land de Sarre", "Sarrebruck"),
        "different": correct(workplace, "different", "BEI", "European Investment Bank"),
        "retype": correct(workplace, "retype", "RhinH2", "organization"),
        "rename": correct(workplace, "rename", "Orsane", "Orsane SA"),
        "reject": correct(workplace, "reject", claim_of(workplace, "techdesk-1008", "20000000 USD")),
        "amount": correct(
            workplace,
            "amount",
            claim_of(workplace, "cw-0918-deutsche-bahn", "640000000 EUR"),
            "650000000",
            "EUR",
        ),
        "role": correct(workplace, "role", lab, "organization", "Kestrel Partners"),
        "add": correct(
            workplace,
            "add",
            "supply",
            "--document",
            "rail/nouvelles-0919.txt",
            "--quote",
            "les équipements de traction viendront de l’usine Lormeau de Reichshoffen",
            "--role",
            "supplier=organization:Lormeau",
            "--role",
            "customer=Carden Rail",
        ),
        "accept": correct(workplace, "accept", claim_of(workplace, "nouvelles-0919", "680000000 EUR")),
    }
    run(workplace, "correct", "apply")
    return made


def test_every_correction_is_applied(workplace, corrected):
    states = {
        state.id.rpartition("/")[2]: state.state for state in graphbuild.corrections(output=str(workplace))
    }
    assert {states[name] for name in corrected.values()} == {"applied"}


def test_the_graph_says_what_the_person_decided(workplace, corrected):
    found = Found(workplace)
    assert found.named("Land de Sarre") == found.named("Sarrebruck")
    assert len(found.named("BEI")) == 2, "the name alone, and the bank that some articles so call"
    assert found.names(found.named("Orsane")[0])[0] == "Orsane SA"
    sums = {amount for fact in found.facts.values() for amount in fact.amounts}
    assert "20000000 USD" not in sums
    assert "650000000 EUR" in sums
    assert [
        f
        for f in found.facts.values()
        if f.kind == "supply" and found.named("Carden Rail")[0] in f.roles.get("customer", ())
    ]


def test_all_taken_back_gives_the_same_graph(workplace, corrected, story_output):
    for name in corrected.values():
        run(workplace, "correct", "undo", name, *WHO)
    run(workplace, "correct", "apply")
    assert graph_of(workplace) == graph_of(story_output)
    assert (workplace / "documents.jsonl").read_bytes() == (story_output / "documents.jsonl").read_bytes()


def test_what_is_removed_was_never_there(story_output, tmp_path):
    output, fresh = tmp_path / "output", tmp_path / "fresh"
    shutil.copytree(story_output, output)
    gone = ["campus/pacific-0212.md", "cw-0918-deutsche-bahn", "year/year-end-1220.txt"]
    graphbuild.remove(gone, output=str(output))
    copied = tmp_path / ARTICLES.name
    shutil.copytree(ARTICLES, copied)
    for name in gone:
        (copied / name).unlink(missing_ok=True)
    lines = (copied / "wire-en.jsonl").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if '"cw-0918-deutsche-bahn"' not in line]
    (copied / "wire-en.jsonl").write_text("".join(kept), "utf-8")
    graphbuild.build(str(copied), output=str(fresh))
    ours, theirs = Found(output), Found(fresh)
    assert ours.texts == theirs.texts
    assert {f.iri: f for f in ours.facts.values()} == {f.iri: f for f in theirs.facts.values()}
    assert not [c for c in ours.all("Conflict") if "640" in ours.note(c)]
