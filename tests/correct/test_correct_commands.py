"""Each correction, through the command line: what is in the graph before, and after the next build."""

from corrected_news import (
    BPI,
    FUNDS,
    GAZETTE,
    HERALD,
    NORTHVOLT,
    NVIDIA,
    WHEN,
    ask,
    build,
    changed,
    claim_of,
    correct,
    facts,
    files,
    name_of,
    run,
    states,
)

QUOTE = "Nvidia a investi 50 millions d’euros dans Mistral AI."
MADE = "?c prov:wasGeneratedBy ?made ; prov:wasAttributedTo/rdfs:label ?by ; prov:wasRevisionOf ?old ."


def test_what_is_read_without_corrections(before):
    assert facts(before / "output") == [NVIDIA, BPI, NORTHVOLT]


def test_a_rejected_claim_stays_to_be_seen_and_supports_nothing(folder, output):
    loan = claim_of(output, "BPI")
    said = correct(output, "reject", loan[:12])
    assert "rejected: “La BPI a accordé un prêt" in said
    assert "`graphbuild correct apply` applies it" in said
    assert facts(output) == [NVIDIA, BPI, NORTHVOLT]
    assert "3 claims" in run("correct", "apply", "-o", output)
    assert facts(output) == [NVIDIA, NORTHVOLT]
    assert ("BPI", "Verkor") not in ask(output, FUNDS)
    seen = ask(
        output,
        "SELECT ?quote ?by ?why ?when { ?c a gb:InvalidatedClaim ; gb:evidence/gb:quote ?quote ;"
        " prov:wasInvalidatedBy ?made . ?made a gb:Rejection ; rdfs:comment ?why ; gb:applied true ;"
        " prov:endedAtTime ?when ; prov:wasAssociatedWith/rdfs:label ?by }",
    )
    words = "La BPI a accordé un prêt de 20 millions d’euros à Verkor."
    assert seen == [(words, "Marie Dupont", "I have read it", "2026-01-31T12:00:00Z")]
    assert not ask(output, f"SELECT ?x {{ ?x gb:statedBy claim:{loan} }}")
    assert not ask(output, f"SELECT ?x {{ claim:{loan} a gb:Claim . BIND (1 AS ?x) }}")


def test_an_accepted_claim_says_by_whom_and_counts_no_more(before, folder, output):
    loan = claim_of(output, "BPI")
    said = correct(output, "accept", loan[:12])
    assert "accepted: “La BPI a accordé un prêt" in said
    assert states(output) == {name_of(said): "waiting"}
    run("correct", "apply", "-o", output)
    assert states(output) == {name_of(said): "applied"}
    seen = ask(
        output,
        "SELECT ?by ?why ?when ?value { ?made a gb:Acceptance ; gb:applied true ; gb:accepts ?c ;"
        " rdfs:comment ?why ; prov:endedAtTime ?when ; prov:wasAssociatedWith/rdfs:label ?by ."
        f" ?c a gb:Claim ; gb:amount/gb:value ?value FILTER (?c = claim:{loan}) }}",
    )
    assert seen == [("Marie Dupont", "I have read it", WHEN, "20000000")]
    # Everything that was said before is said still, and nothing else but of the act itself and its agent.
    everything = "SELECT ?s ?p ?o { ?s ?p ?o }"
    more = set(ask(output, everything)) - set(ask(before / "output", everything))
    assert set(ask(before / "output", everything)) <= set(ask(output, everything))
    assert all("/correction/accept-" in s or "/agent/" in s for s, _, _ in more)
    assert "valid" not in run("check", "-o", output)


def test_each_reader_accepts_for_themselves(output):
    loan = claim_of(output, "BPI")
    correct(output, "accept", loan)
    assert "says so already" in correct(output, "accept", loan)
    other = ("--because", "read too", "--by", "Ada Lovelace", "--when", WHEN, "-o", output)
    assert "accepted" in run("correct", "accept", loan, *other)
    assert len(states(output)) == 2
    run("correct", "apply", "-o", output)
    by = ask(output, f"SELECT ?n {{ ?made gb:accepts claim:{loan} ; prov:wasAssociatedWith/rdfs:label ?n }}")
    assert by == [("Ada Lovelace",), ("Marie Dupont",)]


def test_what_was_accepted_is_that_and_nothing_else(folder, output):
    loan = claim_of(output, "BPI")
    accepted = name_of(correct(output, "accept", loan))
    fixed = name_of(correct(output, "amount", loan, "30000000", "EUR", when="2026-02-01"))
    said = build(folder)
    assert states(output) == {accepted: "overruled", fixed: "applied"}
    # What is there instead has to be looked at by somebody, and can be accepted itself.
    assert f"was put aside by {fixed}" in correct(output, "accept", loan, exit_code=2)
    ((now,),) = ask(output, f"SELECT ?c {{ ?c prov:wasRevisionOf claim:{loan} ; a gb:Claim }}")
    again = name_of(correct(output, "accept", now))
    build(folder)
    assert states(output)[again] == "applied"
    correct(output, "undo", fixed, when="2026-02-02")
    said = build(folder)
    assert states(output)[accepted] == "applied"
    assert states(output)[again] == "target gone"
    assert "no longer read as it was accepted" in said


def test_a_rejection_decides_over_an_acceptance(folder, output):
    loan = claim_of(output, "BPI")
    accepted = name_of(correct(output, "accept", loan))
    rejected = name_of(correct(output, "reject", loan, when="2026-02-01"))
    assert "was rejected by Marie Dupont" in correct(output, "accept", loan, exit_code=2)
    build(folder)
    assert states(output) == {accepted: "overruled", rejected: "applied"}


def test_an_acceptance_does_not_follow_an_article_that_says_something_else(folder, output):
    accepted = name_of(correct(output, "accept", claim_of(output, "BPI")))
    said = build(folder, (changed(GAZETTE, "20 millions", "21 millions"), HERALD))
    assert states(output) == {accepted: "target gone"}
    assert "no longer read as it was accepted" in said
    run("remove", "gazette-118", "-o", output)
    build(folder, ({**GAZETTE, "id": "moved"}, HERALD))
    assert states(output) == {accepted: "applied"}  # the same text under another name


def test_an_amount_that_is_corrected_shows_the_words_and_what_was_read(folder, output):
    claim = claim_of(output, "Nvidia Corp")
    correct(output, "amount", claim, "90000000", "USD", "--comparator", ">=")
    build(folder)
    # The two articles do not say the same sum any more: two facts.
    assert facts(output) == [
        NVIDIA,
        ("Investment", "Nvidia Corp", "Mistral AI", "90000000", "USD"),
        BPI,
        NORTHVOLT,
    ]
    rows = ask(
        output,
        f"SELECT ?value ?currency ?how ?quote ?by ?was {{ {MADE} FILTER (?old = claim:{claim})"
        " ?c a gb:Claim ; gb:amount ?sum . ?sum gb:value ?value ; gb:currency ?currency ; gb:comparator ?how ;"
        " gb:quote ?quote ; prov:wasAttributedTo/rdfs:label ?by ; prov:wasRevisionOf/gb:value ?was }",
    )
    assert rows == [("90000000", "USD", ">=", "50 millions d’euros", "Marie Dupont", "50000000")]
    assert ask(output, f"SELECT ?v {{ claim:{claim} a gb:InvalidatedClaim ; gb:amount/gb:value ?v }}") == [
        ("50000000",)
    ]
    assert "valid" not in run("check", "-o", output)


def test_the_words_of_the_amount_may_stand_elsewhere_in_the_article(folder, output):
    claim = claim_of(output, "Nvidia Corp")
    correct(output, "amount", claim, "20e6", "EUR", "--words", "20 millions d'euros")
    build(folder)
    rows = ask(output, f"SELECT ?q {{ {MADE} FILTER (?old = claim:{claim}) ?c gb:amount/gb:quote ?q }}")
    assert rows == [("20 millions d’euros",)]


def test_a_claim_may_have_no_amount(folder, output):
    correct(output, "amount", claim_of(output, "Nvidia Corp"), "--none")
    build(folder)
    assert ask(output, f"SELECT ?c {{ {MADE} FILTER NOT EXISTS {{ ?c gb:amount ?x }} }}")


def test_a_role_is_filled_by_somebody_else(folder, output):
    claim = claim_of(output, "BPI")
    correct(output, "role", claim, "beneficiary", "Mistral AI")
    build(folder)
    assert facts(output) == [NVIDIA, ("Loan", "BPI", "Mistral AI", "20000000", "EUR"), NORTHVOLT]
    assert ("BPI", "Verkor") not in ask(output, FUNDS)
    assert ("BPI", "Mistral AI") in ask(output, FUNDS)
    assert ask(output, f"SELECT ?n {{ claim:{claim} gb:beneficiary/rdfs:label ?n }}") == [("Verkor",)]


def test_a_role_is_filled_by_somebody_of_whom_no_article_speaks(folder, output):
    claim = claim_of(output, "BPI")
    assert "No entity of the graph is called 'Caisse'" in correct(
        output, "role", claim, "payer", "Caisse", exit_code=2
    )
    correct(output, "role", claim, "payer", "organization:Caisse des Dépôts", "Nvidia")
    build(folder)
    names = ask(
        output, "SELECT ?n { ?f a gb:Fact, gb:Loan ; gb:payer/rdfs:label ?n ; prov:wasInfluencedBy ?made }"
    )
    assert names == [("Caisse des Dépôts",), ("Nvidia Corp",)]


def test_a_role_in_words_and_a_role_of_nobody(folder, output):
    claim = claim_of(output, "BPI")
    correct(output, "role", claim, "purpose", "une usine")
    correct(output, "role", claim, "beneficiary", "--none")
    build(folder)
    rows = ask(
        output, f"SELECT DISTINCT ?c ?p ?b {{ {MADE} ?c gb:purpose ?p OPTIONAL {{ ?c gb:beneficiary ?b }} }}"
    )
    assert [row[1:] for row in rows] == [("une usine", "")]
    assert len(ask(output, "SELECT ?m { ?m a gb:RoleCorrection ; gb:applied true ; gb:states ?c }")) == 2


def test_a_claim_is_added_with_its_passage(folder, output):
    words = ("--quote", "Nvidia a investi 50 millions d'euros dans Mistral AI.", "--document", "gazette-118")
    roles = ("--role", "owner=Nvidia", "--role", "owned=Mistral AI")
    correct(output, "add", "ownership", *words, *roles, "--status", "planned", "--hedged", "--date", "2025")
    build(folder)
    rows = ask(
        output,
        "SELECT ?quote ?start ?owner ?status ?how ?by { ?c a gb:Claim, gb:Ownership ; gb:owner/rdfs:label ?owner ;"
        " gb:evidence ?p ; gb:status ?status ; gb:certainty ?how ; prov:wasAttributedTo/rdfs:label ?by ."
        " ?p gb:quote ?quote ; gb:start ?start }",
    )
    assert rows == [(QUOTE, "0", "Nvidia Corp", "gb:Planned", "hedged", "Marie Dupont")]
    assert ask(output, "SELECT ?c { ?f a gb:Fact, gb:Ownership ; gb:statedBy ?c }")
    assert "valid" not in run("check", "-o", output)


def test_an_added_claim_has_an_amount_in_the_articles_words(folder, output):
    loan = ("loan", "--document", "118", "--quote", "un prêt de 20 millions d’euros")
    correct(
        output,
        "add",
        *loan,
        "--role",
        "payer=BPI",
        "--amount",
        "20000000",
        "EUR",
        "--words",
        "20 millions d’euros",
    )
    build(folder)
    assert ask(
        output,
        "SELECT ?v ?q { ?c a gb:Claim, gb:Loan ; gb:rule 'correction' ; gb:amount ?s . ?s gb:value ?v ; gb:quote ?q }",
    ) == [("20000000", "20 millions d’euros")]


def test_words_that_do_not_stand_in_the_article_are_refused(output):
    said = correct(
        output, "add", "loan", "--document", "gazette-118", "--quote", "La BPI a prêté 20 millions",
        "--role", "payer=BPI", "--role", "beneficiary=Verkor", exit_code=2,
    )  # fmt: skip
    assert "“La BPI a prêté 20 millions” does not stand in gazette-118" in said
    assert not (output / "corrections.ttl").exists()


def test_words_that_stand_at_several_places_need_a_start(output):
    many = (
        "add",
        "ownership",
        "--document",
        "gazette-118",
        "--role",
        "owner=Nvidia",
        "--role",
        "owned=Verkor",
    )
    said = correct(output, *many, "--quote", "millions d’euros", exit_code=2)
    starts = [i for i in range(200) if GAZETTE["text"].startswith("millions d’euros", i)]
    assert f"at {starts[0]}, {starts[1]}" in said
    assert "added" in correct(output, *many, "--quote", "millions d’euros", "--start", starts[1])


def test_two_names_are_the_same(folder, output):
    correct(output, "same", "BPI", "Northvolt")
    build(folder)
    rows = ask(
        output,
        "SELECT DISTINCT ?n { ?e rdfs:label|skos:altLabel ?n ; prov:wasInfluencedBy ?m . ?m a gb:SameEntity }",
    )
    assert rows == [("BPI",), ("Northvolt",)]
    assert len(ask(output, "SELECT DISTINCT ?e { ?f a gb:Fact, gb:Loan ; gb:payer ?e }")) == 1


def test_one_entity_of_two_names_is_taken_apart(folder, output):
    correct(output, "different", "Nvidia", "Nvidia Corp.")
    build(folder)
    names = {payer for _, payer, *_ in facts(output)}
    assert {"Nvidia", "Nvidia Corp"} <= names


def test_a_type_is_corrected(folder, output):
    correct(output, "retype", "Northvolt", "project")
    build(folder)
    assert ask(output, 'SELECT ?t { ?e a ?t ; rdfs:label "Northvolt" }') == [("gb:Project",)]
    assert facts(output) == [NVIDIA, BPI, NORTHVOLT]


def test_a_name_is_corrected_and_the_others_stay_as_aliases(folder, output):
    correct(output, "rename", "Nvidia", "NVIDIA")
    build(folder)
    rows = ask(output, 'SELECT ?a { ?e rdfs:label "NVIDIA" ; skos:altLabel ?a }')
    assert ("Nvidia Corp",) in rows
    # Under its new name it can be corrected again, and what was decided first is not lost.
    correct(output, "retype", "NVIDIA", "person", when="2026-02-01")
    build(folder)
    assert ask(output, 'SELECT ?t ?a { ?e a ?t ; rdfs:label "NVIDIA" ; skos:altLabel ?a }') == [
        ("gb:Person", "Nvidia"),
        ("gb:Person", "Nvidia Corp"),
    ]
    assert ("Investment", "NVIDIA", "Mistral AI", "50000000", "EUR") in facts(output)
    assert "Nvidia" not in {payer for _, payer, *_ in facts(output)}


def test_undone_the_output_is_as_if_nothing_had_ever_been_corrected(before, folder, output):
    roles = ("--role", "owner=BPI", "--role", "owned=Verkor")
    asked = (
        ("reject", claim_of(output, "Northvolt", "herald-7")),
        ("accept", claim_of(output, "Nvidia Corp")),
        ("amount", claim_of(output, "BPI"), "1", "USD"),
        ("role", claim_of(output, "BPI"), "beneficiary", "Nvidia"),
        ("same", "BPI", "Northvolt"),
        ("different", "Nvidia", "Nvidia Corp."),
        ("retype", "Northvolt", "project"),
        ("rename", "Nvidia", "NVIDIA"),
        ("add", "ownership", "--document", "gazette-118", "--quote", QUOTE, *roles),
    )
    made = [name_of(correct(output, *words)) for words in asked]
    build(folder)
    after = files(output)
    assert states(output) == dict.fromkeys(made, "applied")
    undone = [name_of(correct(output, "undo", name, when="2026-02-01")) for name in made]
    assert states(output) == dict.fromkeys(made, "undone") | dict.fromkeys(undone, "waiting")
    build(folder)
    assert files(output) == files(before / "output")
    assert states(output) == dict.fromkeys(made, "undone") | dict.fromkeys(undone, "applied")
    for name in undone:
        correct(output, "undo", name, when="2026-02-02")
    build(folder)
    assert files(output) == after != files(before / "output")
