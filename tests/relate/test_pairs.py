"""Sums told with whom each goes to: every sum has its own, and no other's."""

import pytest
from examples import read

from graphbuild.model import Claim, Kind

LISTS = [
    (
        "fr",
        Kind.GRANT,
        "Le Chips Act attribue 8,5 milliards de dollars à Intel, 6,6 milliards à TSMC et 6,4 milliards à Samsung.",
        {"8,5": ["intel"], "6,6": ["tsmc"], "6,4": ["samsung"]},
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Renault a investi 3 milliards d'euros à Douai, 2 milliards à Maubeuge et 1 milliard à Flins.",
        {"3": ["douai"], "2": ["maubeuge"], "1": ["flins"]},
    ),
    (
        "fr",
        Kind.LOAN,
        "La BEI a prêté 30 millions d'euros à EDF, 20 millions d'euros au groupe Engie et 10 millions à Suez.",
        {"30": ["edf"], "20": ["engie"], "10": ["suez"]},
    ),
    (
        "fr",
        Kind.GRANT,
        "La région a attribué une subvention de 3 millions d'euros à Renault et une autre de 2 millions à Valeo.",
        {"3": ["renault"], "2": ["valeo"]},
    ),
    (
        "en",
        Kind.GRANT,
        "The government awarded £3m to Acme, £2m to Bolt and £1m to Crane.",
        {"£3m": ["acme"], "£2m": ["bolt"], "£1m": ["crane"]},
    ),
    (
        "en",
        Kind.INVESTMENT,
        "Ford will invest $3 billion in Ohio, $2 billion in Michigan, and $1 billion in Missouri.",
        {"$3": ["ohio"], "$2": ["michigan"], "$1": ["missouri"]},
    ),
]
GOALS = ("beneficiary", "place", "project")


@pytest.mark.parametrize(("language", "kind", "text", "pairs"), LISTS)
def test_each_sum_goes_to_its_own(language: str, kind: Kind, text: str, pairs: dict[str, list[str]]) -> None:
    _, claims = read(text, language)
    said = {c.amount.of(text).split()[0]: _goals(c) for c in claims if c.kind == kind and c.amount}
    assert said == pairs


def _goals(claim: Claim) -> list[str]:
    return [key.partition(":")[2] for role, keys in claim.roles if role in GOALS for key in keys]


def test_who_signs_a_cheque_gives_it_whatever_stands_between() -> None:
    text = "Barack Obama a, juste avant de quitter la Maison Blanche, signé un chèque de 3 millions de dollars à l'Unicef."
    _, claims = read(text, "fr")
    given = [dict(c.roles) for c in claims if c.kind == Kind.GRANT]
    assert given == [{"beneficiary": ("organization:unicef",), "payer": ("person:barack obama",)}]
    assert [str(c.stance.status) for c in claims if c.kind == Kind.POSITION] == ["cancelled"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Avant de rejoindre Kering, Luca de Meo a dirigé Renault.", "committed"),
        ("Luca de Meo dirige Renault avant de rejoindre Kering.", "planned"),
    ],
)
def test_what_came_after_something_past_has_come(text: str, status: str) -> None:
    _, claims = read(text, "fr")
    joined = [c for c in claims if dict(c.roles).get("organization") == ("organization:kering",)]
    assert [str(c.stance.status) for c in joined] == [status]


def test_pieces_of_a_makers_goods_are_ordered_and_the_maker_not_bought() -> None:
    _, claims = read("L'Iran annonce l'achat de 114 Airbus.", "fr")
    assert [(c.kind, dict(c.texts).get("item")) for c in claims] == [(Kind.CONTRACT, "114 Airbus")]
