"""Who holds an office, in each of the ways that newspapers write it."""

import pytest
from examples import missing

from graphbuild.model import Kind

COOK = "person=Tim Cook; organization=Apple"
DE_MEO = "person=Luca de Meo; organization=Renault; title=directeur général"
WRITTEN = [
    ("fr", "Luca de Meo, directeur général de Renault, est optimiste.", DE_MEO),
    ("fr", "Le directeur général de Renault, Luca de Meo, est optimiste.", DE_MEO),
    (
        "fr",
        "Le président iranien Massoud Pezechkian est en visite. L'Iran attend.",
        "person=Massoud Pezechkian; organization=Iran; title=président",
    ),
    ("en", "Apple CEO Tim Cook is optimistic.", f"{COOK}; title=CEO"),
    ("en", "Apple's chief executive, Tim Cook, is optimistic.", f"{COOK}; title=chief executive"),
    ("en", "Tim Cook, chief executive of Apple, is optimistic.", f"{COOK}; title=chief executive"),
    ("en", "The chief executive of Apple, Tim Cook, is optimistic.", f"{COOK}; title=chief executive"),
]


@pytest.mark.parametrize(("language", "text", "claim"), WRITTEN, ids=[w[1] for w in WRITTEN])
def test_an_office_is_found(language: str, text: str, claim: str) -> None:
    assert missing(text, language, kind=Kind.POSITION, claim={"claim": f"{claim}; status=done"}) == ""


def test_a_former_office_is_over() -> None:
    text = "L'ancien directeur général de Renault, Luca de Meo, est optimiste."
    assert missing(text, "fr", kind=Kind.POSITION, claim={"claim": f"{DE_MEO}; status=cancelled"}) == ""
