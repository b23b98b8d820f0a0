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
]


@pytest.mark.parametrize(("language", "kind", "text", "claim"), CONSTRUCTIONS)
def test_who_pays_whom_is_found(language: str, kind: Kind, text: str, claim: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": claim}) == ""
