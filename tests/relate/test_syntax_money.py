"""Money in constructions that frames need no lines of their own for."""

import pytest
from examples import missing

from graphbuild.model import Kind

CONSTRUCTIONS = [
    (
        "en",
        Kind.INVESTMENT,
        "After investing $200m in OpenAI, Microsoft wants more.",
        "payer=Microsoft; beneficiary=OpenAI; amount=200000000",
    ),
    (
        "en",
        Kind.LOAN,
        "The department would award Micron up to $6 billion in grants and as much as $5 billion in loans.",
        "beneficiary=Micron; amount=5000000000",
    ),
    (
        "fr",
        Kind.CONTRACT,
        "Le montant du contrat passé par Air India avec Boeing atteint 10 milliards de dollars.",
        "payer=Air India; beneficiary=Boeing; amount=10000000000",
    ),
    (
        "fr",
        Kind.CONTRACT,
        "Thales et Safran se partagent un contrat de 2 milliards d'euros.",
        "beneficiary=Thales|Safran; amount=2000000000",
    ),
    (
        "en",
        Kind.CONTRACT,
        "Rheinmetall has been awarded a €1.2bn contract to supply ammunition to the Bundeswehr.",
        "payer=Bundeswehr; beneficiary=Rheinmetall; amount=1200000000",
    ),
    (
        "fr",
        Kind.CONTRACT,
        "Alstom a remporté un contrat de 900 millions d'euros pour fournir 60 trains à la Deutsche Bahn.",
        "payer=Deutsche Bahn; beneficiary=Alstom; amount=900000000",
    ),
    (
        "en",
        Kind.CONTRACT,
        "Thales signed a £1.2bn contract to provide missiles for Ukraine.",
        "payer=Ukraine; beneficiary=Thales; amount=1200000000",
    ),
    ("en", Kind.FINE, "Barclays hit with £40m penalty: FCA", "payer=Barclays; amount=40000000"),
    (
        "en",
        Kind.FUNDRAISING,
        "Wayve secured $1.05bn in Series C funding led by SoftBank.",
        "payer=SoftBank; beneficiary=Wayve; amount=1050000000",
    ),
]

NOT_SAID = [
    (
        "en",
        Kind.INVESTMENT,
        "Some $400m of the $800m will be spent by Veolia on its plant.",
        "amount=800000000",
    ),
    ("fr", Kind.FINE, "La ministre veut faire payer 5 euros à chaque visiteur du Louvre.", "amount=5"),
]


@pytest.mark.parametrize(("language", "kind", "text", "claim"), CONSTRUCTIONS)
def test_who_pays_whom_is_found(language: str, kind: Kind, text: str, claim: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": claim}) == ""


@pytest.mark.parametrize(("language", "kind", "text", "claim"), NOT_SAID)
def test_what_is_not_said_is_not_claimed(language: str, kind: Kind, text: str, claim: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": claim}) != ""
