"""corrections.ttl: written by several at once, by hand, in any order, broken, hostile."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from corrected_news import (
    FACTS,
    NVIDIA,
    WHEN,
    ask,
    build,
    claim_of,
    correct,
    facts,
    files,
    name_of,
    run,
    states,
)

import graphbuild
from graphbuild.correct.file import read
from graphbuild.correct.requests import Rename
from graphbuild.errors import AmbiguousError, StoreError
from graphbuild.store.append import append

HEAD = """@prefix corr: <https://w3id.org/graphbuild/id/correction/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
BY_HAND = """corr:by-hand a gb:Correction, gb:Rejection ;
    prov:wasAssociatedWith [ a prov:Agent ; rdfs:label "Ada" ] ;
    prov:endedAtTime "2026-01-31T12:00:00Z"^^xsd:dateTime ;
    rdfs:comment "the loan was never paid"@en ;
    gb:corrects [
        a gb:Loan ;
        gb:inDocument [ dcterms:identifier "gazette-118" ] ;
        gb:evidence [ gb:start 0 ; gb:quote "La BPI a accordé un prêt de 20 millions d’euros à Verkor." ]
    ] .
"""


def blocks(text):
    """The head of a file and its corrections."""
    head, *rest = text.split("\n# ")
    opening = [part for part in rest if "\n    a gb:Correction" not in part]
    return "\n# ".join([head, *opening]), [f"\n# {part}" for part in rest if part not in opening]


def test_a_correction_written_by_hand_is_applied(folder, output):
    (output / "corrections.ttl").write_text(HEAD + BY_HAND, encoding="utf-8")
    build(folder)
    assert [payer for _, payer, *_ in facts(output)] == ["Nvidia Corp", "Northvolt"]
    # And what is added to it leaves it as it is.
    correct(output, "rename", "Northvolt", "Northvolt AB")
    text = (output / "corrections.ttl").read_text("utf-8")
    assert text.startswith(HEAD + BY_HAND)
    assert [c.change.__class__.__name__ for c in read(output)] == ["Reject", "Rename"]


def test_the_order_in_the_file_and_repetitions_do_not_matter(folder, output):
    correct(output, "reject", claim_of(output, "BPI"))
    correct(output, "amount", claim_of(output, "Nvidia Corp"), "90000000", "USD")
    correct(output, "rename", "Nvidia", "NVIDIA")
    correct(output, "undo", "rename")
    file = output / "corrections.ttl"
    text = file.read_text("utf-8")
    build(folder)
    first, known = files(output), read(output)
    head, made = blocks(text)
    assert len(made) == 4
    for order in itertools.permutations(made):
        file.write_text(head + "".join(order) + "\n" + text, encoding="utf-8")
        assert read(output) == known
    build(folder)
    assert files(output) == first


def test_the_same_correction_is_written_once(output):
    made = name_of(correct(output, "rename", "Northvolt", "Northvolt AB"))
    text = (output / "corrections.ttl").read_text("utf-8")
    assert (
        correct(output, "rename", "Northvolt", "Northvolt AB", when="2026-05-05")
        == f"{made} says so already.\n"
    )
    assert (output / "corrections.ttl").read_text("utf-8") == text


def test_several_write_at_once_and_nothing_is_lost(output):
    program = (
        "import sys, graphbuild\nfrom graphbuild.correct.requests import Rename\n"
        "for i in range(3):\n"
        "    graphbuild.correct(Rename('Northvolt', f'{sys.argv[1]} {i}'), by=sys.argv[1], because='b', output=sys.argv[2])"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, name, str(output)])
        for name in ("Ada", "Bob", "Cléo")
    ]
    assert [process.wait(120) for process in running] == [0, 0, 0]
    names = sorted(correction.change.name for correction in read(output))
    assert names == [f"{name} {i}" for name in ("Ada", "Bob", "Cléo") for i in range(3)]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (HEAD + BY_HAND.replace("gb:quote", "gb:quote gb:quote"), 15, "Correct that line"),
        (HEAD + BY_HAND.replace("] ;\n    prov:ended", " ;\n    prov:ended"), 16, "nothing was built"),
        ("<a> <b> \ufffd .", 1, "Correct that line"),
        (HEAD + BY_HAND.replace("gb:Correction, ", "gb:Corection, "), 8, "by-hand is no gb:Correction"),
        (HEAD + BY_HAND.replace(", gb:Rejection", ""), 8, "one of gb:SameEntity"),
        (HEAD + BY_HAND.replace('rdfs:label "Ada"', ""), 8, "It must say who"),
        (HEAD + BY_HAND.replace("prov:endedAtTime", "prov:endedAt"), 8, "It must say when"),
        (HEAD + BY_HAND.replace('"the loan was never paid"@en', '" "'), 8, "It must say why"),
        (HEAD + BY_HAND.replace("gb:corrects", "gb:corects"), 8, "takes only"),
        (HEAD + BY_HAND.replace("a gb:Loan", "a gb:Lone"), 8, "one of the fifteen kinds"),
        (HEAD + BY_HAND.replace("gb:quote", "gb:qoute"), 8, "gb:quote"),
        (HEAD + BY_HAND.replace('"gazette-118"', '"gazette-118", "herald-7"'), 8, "must name its article"),
        (HEAD + BY_HAND + BY_HAND.replace("never paid", "paid"), 8, "It must say why, once"),
        (HEAD + BY_HAND + 'corr:note rdfs:comment "x" .\n', 17, "note is no gb:Correction"),
        (HEAD + BY_HAND.replace("corr:by-hand", "<https://example.org/x>"), 8, "is no name for a correction"),
    ],
)  # fmt: skip
def test_a_broken_file_stops_the_build_with_the_line_and_nothing_is_lost(
    before, folder, output, text, line, says
):
    (output / "corrections.ttl").write_text(text, encoding="utf-8")
    said = build(folder, exit_code=2)
    assert f"corrections.ttl, line {line}: " in said
    assert says in said
    assert files(output) == files(before / "output")
    assert (output / "corrections.ttl").read_text("utf-8") == text
    assert f"line {line}: " in run("correct", "list", "-o", output, exit_code=2)
    assert f"line {line}: " in correct(output, "rename", "Northvolt", "X", exit_code=2)
    assert (output / "corrections.ttl").read_text("utf-8") == text


DEEP = HEAD + "corr:x a gb:Correction ; gb:corrects " + "[ gb:corrects " * 5000 + "1" + "]" * 5000 + " ."
CIRCLE = HEAD + "corr:x a gb:Correction ; gb:corrects _:a . _:a gb:corrects _:b . _:b gb:corrects _:a ."
UNDO = """corr:{0} a gb:Correction, gb:Undoing ; rdfs:comment "c" ; gb:undoes corr:{1} ;
    prov:wasAssociatedWith [ rdfs:label "Ada" ] ; prov:endedAtTime "2026-01-31T12:00:00Z"^^xsd:dateTime .
"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (DEEP, "nested more than 8 deep"),
        (CIRCLE, "nested more than 8 deep"),
        (HEAD + UNDO.format("a", "b") + UNDO.format("b", "a"), "undoes itself"),
        (HEAD + UNDO.format("a", "a"), "undoes itself"),
        (HEAD + BY_HAND.replace("2026-01-31T12:00:00Z", "9999-99-99T00:00:00Z"), "It must say when"),
        ("# " + "x" * 20_000_000, "at most 20000000 are read"),
    ],
    ids=["deep", "circle", "undo", "itself", "date", "long"],
)
def test_a_hostile_file_stops_the_build_with_a_message(folder, output, text, says):
    (output / "corrections.ttl").write_text(text, encoding="utf-8")
    assert says in build(folder, exit_code=2)


def test_hostile_words_stay_words(folder, output):
    name = 'X" ; gb:applied true . <a> <b> "\n\\u0022 </script><b>\x1b[2J'
    graphbuild.correct(
        Rename("Northvolt", name), by='"] . <x> <y> <z> . [', because="\x07\n#", when=WHEN, output=output
    )
    said = build(folder)
    assert "\x1b" not in said
    assert ask(output, "SELECT ?n { ?e rdfs:label ?n ; prov:wasInfluencedBy ?m }") == [
        (" ".join(name.split()),)
    ]
    assert "</script><b>" not in (output / "graph.html").read_text("utf-8").replace("</script><body", "")
    assert not graphbuild.check(output=output)


def test_what_is_meant_must_be_clear(folder, output):
    loans = [c[0].rpartition("/")[2] for c in ask(output, "SELECT ?c { ?c a gb:Claim, gb:Loan }")]
    said = correct(output, "reject", "loan-", exit_code=2)
    assert all(name in said for name in loans)
    assert "La BPI a accordé un prêt" in said
    assert "There is no claim 'loan-ffff'" in correct(output, "reject", "loan-ffff", exit_code=2)
    assert "No entity of the graph is called 'Northvolts'. Near: Northvolt." in correct(
        output, "rename", "Northvolts", "X", exit_code=2
    )
    assert "are one entity in the graph already" in correct(
        output, "same", "Nvidia", "Nvidia Corp.", exit_code=2
    )
    correct(output, "different", "Nvidia", "Nvidia Corp.")
    correct(output, "rename", "Northvolt", "Nvidia")
    build(folder)
    with pytest.raises(AmbiguousError) as error:
        graphbuild.correct(Rename("Nvidia", "NVIDIA"), by="Ada", because="b", output=output)
    assert [words for _, words in error.value.choices] == [
        "Nvidia (organization, in gazette-118)",
        "Nvidia (organization, in herald-7)",
    ]
    iri = error.value.choices[0][0]
    correct(output, "rename", iri, "NVIDIA")
    build(folder)
    assert "NVIDIA" in {payer for _, payer, *_ in facts(output)}


def test_what_does_not_fit_the_shapes_is_kept_out_and_told(folder, output):
    claim = claim_of(output, "BPI")
    correct(output, "role", claim, "beneficiary", "--none")
    made = name_of(correct(output, "amount", claim, "--none"))
    said = build(folder)
    assert "kept out of the graph" in said
    assert states(output)[made] == "kept out"
    assert NVIDIA in ask(output, FACTS)
    assert "BPI" not in {payer for _, payer, *_ in facts(output)}


def test_a_correction_needs_a_build_a_person_and_a_reason(folder, output):
    assert "There is no graph.ttl" in correct(folder / "nothing", "rename", "a", "b", exit_code=2)
    assert not (folder / "nothing").exists()
    said = run(
        "correct", "rename", "Northvolt", "X", "--because", " ", "--by", "Ada", "-o", output, exit_code=2
    )
    assert "says why; this is empty" in said
    assert "is no date" in correct(output, "rename", "Northvolt", "X", when="yesterday", exit_code=2)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda file: file.symlink_to("nowhere"), "is a link that leads nowhere"),
        (os.mkfifo, "is no regular file"),
        (Path.mkdir, "Is a directory"),
    ],
)
def test_what_is_no_file_is_told_and_nobody_waits_for_it(tmp_path, make, said):
    make(tmp_path / "corrections.ttl")
    for attempt in (lambda: read(tmp_path), lambda: append(tmp_path / "corrections.ttl", lambda _: b"more")):
        with pytest.raises(StoreError, match=f"corrections.ttl.*{said}"):
            attempt()
    assert not (tmp_path / "nowhere").exists()
