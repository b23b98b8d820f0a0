"""Who holds which office where, in plain sentences."""

import pytest
from examples import missing, read

from graphbuild.model import Kind

GROWING = "Tanaro lost $3m. Tanaro will invest $2m in Leeds, and Tanaro hopes to grow."
HELD = [
    ("en", "Ann Lee and Paolo Cerruti, two former Tesla executives, will head Volta.",
     "person=Ann Lee|Paolo Cerruti; organization=Tesla; status=cancelled"),
    ("en", "Clay Magouyrk and Mike Sicilia, co-chief executives of Oracle, met on Monday.",
     "person=Clay Magouyrk|Mike Sicilia; organization=Oracle"),
    ("fr", "Les cofondateurs de Northvolt, Pierre Dumas et Paul Cerruti, gardent 20 % du capital.",
     "person=Pierre Dumas|Paul Cerruti; organization=Northvolt; title=cofondateurs"),
    ("en", "Barrow Energy will invest £20m in Wales, said chief executive Anna Blake.",
     "person=Anna Blake; organization=Barrow Energy"),
    ("fr", "Vinci investira 20 millions d'euros à Lens, a déclaré le directeur général Paul Cerruti.",
     "person=Paul Cerruti; organization=Vinci"),
    ("en", "Intel's chief executive Pat Gelsinger will step down in March.",
     "person=Pat Gelsinger; organization=Intel; title=chief executive; status=cancelled"),
    ("en", "Oracle named Clay Magouyrk co-CEO, replacing Safra Catz.",
     "person=Clay Magouyrk; organization=Oracle; title=co-CEO; status=committed"),
    ("en", "Oracle named Clay Magouyrk co-CEO, replacing Safra Catz.",
     "person=Safra Catz; organization=Oracle; title=co-CEO; status=cancelled"),
    ("en", "The government named Jane Smith chief executive of Network Rail.",
     "person=Jane Smith; organization=Network Rail; title=chief executive"),
    ("fr", "Renault a nommé François Provost directeur général en remplacement de Luca de Meo.",
     "person=François Provost; organization=Renault; title=directeur général; status=committed"),
    ("fr", "Renault a nommé François Provost directeur général en remplacement de Luca de Meo.",
     "person=Luca de Meo; organization=Renault; title=directeur général; status=cancelled"),
    ("fr", "François Provost remplacera Luca de Meo à la tête de Renault.",
     "person=Luca de Meo; organization=Renault; status=cancelled"),
]  # fmt: skip
NOT_OF = [
    ("en", "Barrow Energy must do more, said union chairman Anna Blake.", "barrow energy"),
    (
        "en",
        "Barrow Energy will invest in Wales, said Celtic Power chief executive Anna Blake.",
        "barrow energy",
    ),
    (
        "en",
        f"{GROWING} Lord Coe, head of the task force behind the plan, said so.",
        "tanaro",
    ),
    ("en", f"{GROWING} County Manager Joy Albrecht was there.", "tanaro"),
    (
        "fr",
        "Les présidents de Renault, Pierre Dumas, et de Nissan, Paul Cerruti, se sont rencontrés.",
        "renault",
    ),
    ("fr", "François Provost dirige Renault. Il succède à Luca de Meo, parti chez Kering.", "kering"),
    ("en", "The government has appointed Jane Smith as chair of the BBC.", "government"),
]


@pytest.mark.parametrize(("language", "text", "claim"), HELD, ids=[row[1] for row in HELD])
def test_who_holds_an_office(language, text, claim):
    assert missing(text, language, kind=Kind.POSITION, claim={"claim": claim}) == ""


@pytest.mark.parametrize(("language", "text", "body"), NOT_OF, ids=[row[1] for row in NOT_OF])
def test_an_office_elsewhere_is_not_given_to_the_company_spoken_of(language, text, body):
    _, claims = read(text, language)
    held = [
        key
        for c in claims
        if c.kind == Kind.POSITION
        for role, keys in c.roles
        for key in keys
        if role == "organization"
    ]
    assert f"organization:{body}" not in held
