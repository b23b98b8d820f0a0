"""A correction outlives rebuilds, edits of the article and other readings; where it cannot, that is said."""

import json
from dataclasses import replace

from corrected_news import (
    BPI,
    GAZETTE,
    HERALD,
    NORTHVOLT,
    NVIDIA,
    ask,
    build,
    changed,
    claim_of,
    correct,
    facts,
    name_of,
    run,
    states,
)

from graphbuild.amend import amend
from graphbuild.amend.matching import Missing, find
from graphbuild.correct.file import read
from graphbuild.model import Span
from graphbuild.read import read_documents
from graphbuild.report import Report
from graphbuild.run.extract import extract
from graphbuild.settings import Settings

LOAN = "La BPI a accordé un prêt de 20 millions d’euros à Verkor."


def test_it_is_applied_by_every_later_build_and_the_file_stays_as_it_is(folder, output):
    correct(output, "reject", claim_of(output, "BPI"))
    written = (output / "corrections.ttl").read_bytes()
    for _ in range(2):
        build(folder)
        assert facts(output) == [NVIDIA, NORTHVOLT]
    build(folder, (GAZETTE,))
    assert (output / "corrections.ttl").read_bytes() == written


def test_words_that_have_moved_are_found_again(folder, output):
    correct(output, "reject", claim_of(output, "BPI"))
    correct(output, "amount", claim_of(output, "Nvidia Corp"), "90000000", "USD", when="2026-02-01")
    moved = changed(GAZETTE, "Nvidia a investi", "C’était attendu depuis une semaine.\n\nNvidia a investi")
    build(folder, (moved, HERALD))
    assert ("Investment", "Nvidia Corp", "Mistral AI", "90000000", "USD") in facts(output)
    assert BPI not in facts(output)
    assert set(states(output).values()) == {"applied"}


def test_an_article_under_another_id_is_known_by_its_text(folder, output):
    correct(output, "reject", claim_of(output, "BPI"))
    source = folder.parent / "other.jsonl"
    source.write_text(json.dumps(GAZETTE | {"id": "archive/118"}, ensure_ascii=False), encoding="utf-8")
    run("build", source, "--prune", "-o", output)
    assert facts(output) == [("Investment", "Nvidia", "Mistral AI", "50000000", "EUR")]
    assert set(states(output).values()) == {"applied"}


def test_words_that_are_gone_are_reported_and_marked(folder, output):
    made = name_of(correct(output, "reject", claim_of(output, "BPI")))
    edited = changed(GAZETTE, "a accordé un prêt de 20 millions", "a accordé un prêt de 30 millions")
    said = build(folder, (edited, HERALD))
    assert (
        f"{made} (Marie Dupont, 2026-01-31: I have read it) is not applied: its words no longer stand" in said
    )
    assert f"`graphbuild correct undo {made}`" in said
    (issue,) = json.loads((output / "report.json").read_text("utf-8"))["issues"]
    assert issue["source"] == "corrections.ttl"
    assert ("Loan", "BPI", "Verkor", "30000000", "EUR") in facts(output)
    rows = ask(output, "SELECT ?problem { ?m a gb:Rejection ; gb:applied false ; gb:problem ?problem }")
    assert rows == [(f"its words no longer stand in the article: “{LOAN}”",)]
    assert states(output) == {made: "target gone"}
    assert "target gone: its words" in run("correct", "list", "-o", output)
    assert "no: its words" in run("ask", "corrections", "-o", output)
    # The article as it was: the correction was not lost.
    assert "is not applied" not in build(folder)
    assert states(output) == {made: "applied"}


def test_articles_and_names_that_are_gone_are_reported(folder, output):
    loan = name_of(correct(output, "reject", claim_of(output, "BPI")))
    name = name_of(correct(output, "rename", "Northvolt", "Northvolt AB"))
    said = run("remove", "gazette-118", "herald-7", "-o", output)
    assert "the article gazette-118 is not among those that were read" in said
    assert "no article names Northvolt (organization) any more" in said
    assert states(output) == {loan: "target gone", name: "target gone"}
    assert len(ask(output, "SELECT ?m { ?m a gb:Correction ; gb:applied false }")) == 2


def read_again(folder):
    """The extract of the gazette, as the program reads it."""
    documents = read_documents([str(folder.parent / "news.jsonl")], settings=Settings(), report=Report())
    return extract(next(d for d in documents if d.id == "gazette-118"))


def test_another_reading_of_the_same_words_is_told_from_the_one_that_was_corrected(folder, output):
    """A later version of the program may find the claim by another rule, say more of it, less, or otherwise."""
    correct(output, "reject", claim_of(output, "BPI"))
    build(folder)  # writes the articles where read_again finds them
    (correction,) = read(output)
    now = read_again(folder)
    loan = next(c for c in now.claims if c.kind == "loan")

    def found(claim):
        return find(correction.change, replace(now, claims=(claim,)))

    assert found(loan) == loan
    by_another_rule = replace(loan, rule="fr/loan/accorder", date="2025-02")
    assert found(by_another_rule) == by_another_rule
    wider = replace(loan, evidence=(Span(0, len(now.document.text)),))
    assert found(wider) == wider
    more = replace(loan, texts=(("purpose", "une usine"),))
    assert found(more) == more
    # "BPI lends to Verkor" was rejected, not "somebody lends to Verkor", and not "Nvidia lends".
    less = replace(loan, roles=tuple(role for role in loan.roles if role[0] != "payer"))
    assert isinstance(found(less), Missing)
    nvidia = next(e.key for e in now.entities if e.name == "Nvidia")
    other = replace(loan, roles=tuple((r, (nvidia,) if r == "payer" else who) for r, who in loan.roles))
    assert isinstance(found(other), Missing)
    assert isinstance(found(replace(loan, kind="grant")), Missing)


def test_a_fix_is_nothing_where_the_program_has_learned_better(folder, output):
    correct(output, "role", claim_of(output, "BPI"), "beneficiary", "Mistral AI")
    build(folder)
    (correction,) = read(output)
    now = read_again(folder)
    mistral = next(e.key for e in now.entities if e.name == "Mistral AI")
    better = replace(
        now,
        claims=tuple(
            replace(c, roles=tuple((r, (mistral,) if r == "beneficiary" else who) for r, who in c.roles))
            for c in now.claims
        ),
    )
    amended = amend((better,), (correction,))
    assert amended.extracts == (better,)
    assert [outcome.applied for outcome in amended.outcomes] == [True]


def test_the_later_of_two_wins_whatever_their_order_in_the_file(folder, output):
    claim = claim_of(output, "BPI")
    late = name_of(correct(output, "role", claim, "beneficiary", "Mistral AI", when="2026-03-01"))
    early = name_of(correct(output, "role", claim, "beneficiary", "Nvidia", when="2026-02-01"))
    build(folder)
    assert ("Loan", "BPI", "Mistral AI", "20000000", "EUR") in facts(output)
    assert states(output) == {early: "overruled", late: "applied"}
    correct(output, "undo", late, when="2026-04-01")
    build(folder)
    assert ("Loan", "BPI", "Nvidia Corp", "20000000", "EUR") in facts(output)
