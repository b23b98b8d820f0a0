"""Lists that repeat their preposition, parts of companies and who sells them, people with their party."""

import pytest

from graphbuild.model import Document
from graphbuild.run import extract


def claims(language: str, text: str) -> list[tuple[str, dict[str, set[str]]]]:
    """Kind and roles with names, in the order of the text."""
    extracted = extract(Document(id="a", text=text, language=language, published="2026-11-23"))
    names = {entity.key: entity.name for entity in extracted.entities}
    return [
        (c.kind.value, {role: {names[k] for k in keys} for role, keys in c.roles}) for c in extracted.claims
    ]


def only(language: str, text: str, kind: str) -> dict[str, set[str]]:
    (roles,) = [roles for found, roles in claims(language, text) if found == kind]
    return roles


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        (
            "Lormeau a levé 12 millions d'euros auprès de Partech, d'Elaia et de Bpifrance.",
            {"Partech", "Elaia", "Bpifrance"},
        ),
        (
            "Nantes recevra 3 millions d'euros de l'État, de la Région et du Département.",
            {"État", "Région", "Département"},
        ),
    ],
)
def test_a_list_that_repeats_its_preposition_is_one_list(text, payers):
    (roles,) = [roles for _, roles in claims("fr", text)]
    assert roles["payer"] == payers


@pytest.mark.parametrize(
    ("language", "text", "target", "seller"),
    [
        ("fr", "Airbus va racheter la division cybersécurité d'Atos.", "division cybersécurité", "Atos"),
        ("fr", "Airbus va racheter la branche énergie de Thales.", "branche énergie", "Thales"),
        ("fr", "Airbus étudie le rachat de BDS, la branche cybersécurité d’Atos.", "BDS", "Atos"),
        ("fr", "Airbus a racheté Infodas, filiale de Thales, pour 2 millions d'euros.", "Infodas", "Thales"),
        ("en", "Airbus will buy Infodas, a unit of Thales, for 2 million euros.", "Infodas", "Thales"),
        ("en", "Arla has acquired Horizon, Danone's dairy business, for $5m.", "Horizon", "Danone"),
        ("en", "Arla agreed to buy Britvic's soft drinks unit for £3m.", "soft drinks unit", "Britvic"),
    ],
)
def test_whose_part_is_bought_sells_it(language, text, target, seller):
    roles = only(language, text, "acquisition")
    assert roles["target"] == {target}
    assert roles["beneficiary"] == {seller}


def test_the_party_before_a_name_is_no_part_of_it():
    roles = only("fr", "Le député LR Paul Morel a été condamné à une amende de 4 000 €.", "fine")
    assert roles["payer"] == {"Paul Morel"}


def test_whoever_is_meant_by_office_and_party_is_the_person_of_the_story():
    text = "La sénatrice PS Anne Morel a été jugée. L'élue PS a écopé d'une amende de 4 000 €."
    assert only("fr", text, "fine")["payer"] == {"Anne Morel"}


def test_a_demonstrative_points_at_the_project_just_named():
    text = (
        "L'Europe court derrière Stargate. Ce programme de 500 milliards de dollars est porté par SoftBank."
    )
    assert only("fr", text, "investment")["project"] == {"Stargate"}


def test_each_giver_of_a_list_gives_a_sum_of_its_own():
    text = "L'agglomération de Cholet apporte 2 millions d'euros, la région Bretagne 3 millions et l'État 4 millions."
    payers = [roles["payer"] for kind, roles in claims("fr", text) if kind == "grant"]
    assert sorted(map(sorted, payers)) == [["Bretagne"], ["Cholet"], ["État"]]
    assert not any("beneficiary" in roles for _, roles in claims("fr", text))


def test_a_loan_inside_what_is_received_is_lent_to_who_receives():
    text = "L'Ukraine recevra 50 milliards d'euros de l'UE, dont 33 milliards de prêts."
    assert only("fr", text, "loan") == {"payer": {"UE"}, "beneficiary": {"Ukraine"}}


def test_who_comes_after_somebody_has_the_office_told_before():
    text = "Emma Walmsley will step down as chief executive of GSK. She will be replaced by Luke Miels."
    assert ("position", {"person": {"Luke Miels"}, "organization": {"GSK"}}) in claims("en", text)


def test_a_site_that_stands_for_an_investment_pays_for_nothing():
    text = "Ce nouveau site, qui représente un investissement de 12 millions d'euros, créera 80 emplois."
    assert set(only("fr", text, "investment")) == {"project"}
