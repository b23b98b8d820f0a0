"""English sentences about who puts how much money into what, as newspapers write them."""

import pytest
from examples import missing, read

from graphbuild.model import Kind
from graphbuild.relate.syntax.tree import Tree

SAID = [
    # Headlines leave "was" out.
    (
        Kind.FINE,
        "Amazon fined $886m over data breaches",
        "payer=Amazon; amount=886000000; purpose=data breaches",
    ),
    (
        Kind.FINE,
        "Thames Water fined £122.7m by Ofwat",
        "payer=Thames Water; authority=Ofwat; amount=122700000",
    ),
    (Kind.FINE, "Ofwat fines Thames Water £104m over leaks", "payer=Thames Water; authority=Ofwat"),
    (Kind.FINE, "Google hit with €2.4bn fine by Brussels", "payer=Google; authority=Brussels"),
    (Kind.FINE, "Meta ordered to pay $725m to users", "payer=Meta; amount=725000000"),
    (
        Kind.CONTRACT,
        "Rolls-Royce awarded £200m contract by Ministry of Defence",
        "beneficiary=Rolls-Royce; payer=Ministry of Defence; amount=200000000",
    ),
    (
        Kind.GRANT,
        "Wrexham handed £5m by Welsh government for new stand",
        "beneficiary=Wrexham; payer=Welsh government; amount=5000000; purpose=new stand",
    ),
    (
        Kind.GRANT,
        "Tata Steel offered £500m grant by UK government",
        "beneficiary=Tata Steel; payer=UK government",
    ),
    (
        Kind.LOAN,
        "Northvolt lent 300 million euros by EIB",
        "beneficiary=Northvolt; payer=EIB; amount=300000000",
    ),
    # Passives: who is given the money gets it, whoever speaks of it.
    (
        Kind.GRANT,
        "Wrexham has been given £5m by the Welsh government to redevelop its stand.",
        "beneficiary=Wrexham; payer=Welsh government; amount=5000000",
    ),
    (
        Kind.INVESTMENT,
        "The scheme is being backed by £300m from Whitehall.",
        "payer=Whitehall; amount=300000000",
    ),
    # One amount each, in order.
    (
        Kind.GRANT,
        "Canada, Norway and Japan will contribute $800m, $300m and $250m respectively to Unicef.",
        "payer=Norway; beneficiary=Unicef; amount=300000000",
    ),
    (
        Kind.GRANT,
        "The Gates Foundation pledged $1.6 billion to Gavi, and the Wellcome Trust a further $200 million.",
        "payer=Wellcome Trust; beneficiary=Gavi; amount=200000000",
    ),
    # Those of a plural who are named.
    (
        Kind.FUNDRAISING,
        "Mistral raised €600m from investors including Nvidia, Samsung and Salesforce.",
        "beneficiary=Mistral; payer=Nvidia|Samsung|Salesforce; amount=600000000",
    ),
    (
        Kind.FUNDRAISING,
        "Mistral raised €600m from a group of investors that includes Nvidia and Samsung.",
        "beneficiary=Mistral; payer=Nvidia|Samsung",
    ),
    (
        Kind.FUNDRAISING,
        "Mistral raised €600m from existing investors Nvidia and Samsung.",
        "beneficiary=Mistral; payer=Nvidia|Samsung",
    ),
    (
        Kind.SUPPLY,
        "Ericsson delivers software to firms such as Spotify, iTunes, Deezer, Amazon, and others.",
        "supplier=Ericsson; customer=Spotify|Deezer|Amazon; project=iTunes",
    ),
    (
        Kind.FUNDRAISING,
        "Northvolt raised $40m in funding in a round led by Nvidia with participation from Samsung, as well as Ford.",
        "beneficiary=Northvolt",
    ),
    # Where a body sits is not who acts.
    (
        Kind.ACQUISITION,
        "Opower was bought by Austin, Texas-based software maker Oracle for $532 million.",
        "payer=Oracle; target=Opower; amount=532000000",
    ),
    # Several bodies and one.
    (
        Kind.OWNERSHIP,
        "Dacia became a wholly owned subsidiary of Renault in 1999.",
        "owner=Renault; owned=Dacia",
    ),
    (Kind.OWNERSHIP, "Dacia is part of the Renault portfolio of brands.", "owner=Renault; owned=Dacia"),
    (Kind.PARTNERSHIP, "Dacia is a joint venture between Ford and Nissan.", "partner=Ford|Nissan"),
    (
        Kind.PARTNERSHIP,
        "Renault launched the car in collaboration with Nissan and Microsoft.",
        "partner=Renault|Nissan|Microsoft",
    ),
    # Whom they back.
    (
        Kind.INVESTMENT,
        "Nvidia-backed Mistral has 300 staff.",
        "payer=Nvidia; beneficiary=Mistral; status=done",
    ),
    # What is denied is not so, though "reports" stand between.
    (
        Kind.INVESTMENT,
        "Nissan denied reports that it would invest $10 billion in Renault.",
        "payer=Nissan; beneficiary=Renault; polarity=negative",
    ),
]
NOT_SAID = [
    (Kind.FINE, "Amazon fined $886m over data breaches", "authority=Amazon"),
    (Kind.GRANT, "Elon Musk donated $75 million to a pro-Trump group.", "beneficiary=Trump"),
    (
        Kind.INVESTMENT,
        "Up to £22bn will be spent on cables, Rachel Reeves has announced.",
        "payer=Rachel Reeves",
    ),
    (Kind.PARTNERSHIP, "The carmaker works with Nvidia and Microsoft.", "partner=Nvidia|Microsoft"),
    (Kind.INVESTMENT, "Greenpeace backs Nissan in its row with Brussels.", "payer=Greenpeace"),
    (Kind.OWNERSHIP, "Dacia and its sister company Alpine are in Paris.", "owner=Dacia"),
    (Kind.INVESTMENT, "The EU-backed Nissan plan failed.", "payer=EU"),
]


@pytest.mark.parametrize(("kind", "text", "claim"), SAID)
def test_what_is_said_is_found(kind: Kind, text: str, claim: str) -> None:
    assert missing(text, "en", kind=kind, claim={"claim": claim}) == ""


@pytest.mark.parametrize(("kind", "text", "claim"), NOT_SAID)
def test_what_is_not_said_is_not_found(kind: Kind, text: str, claim: str) -> None:
    role, _, names = claim.partition("=")
    reading, claims = read(text, "en")
    called = {e.key: e.name for e in reading.entities}
    found = {
        called[key] for c in claims if c.kind is kind for r, keys in c.roles if r == role for key in keys
    }
    assert not found & set(names.split("|"))


@pytest.mark.parametrize(
    "text",
    [
        "Spotify launched with $1.3 million from Northzone Capital and Seattle-based angel investor Bill Gates.",
        "Ford was sold to Nissan, while the U.S.-based Ford Corp. was acquired by Boston, Mass.-based Emery Air.",
    ],
)
def test_heads_do_not_go_round(text: str) -> None:
    tokens = Tree(read(text, "en")[0]).tokens
    ends = list(range(len(tokens)))
    for _ in tokens:
        ends = [tokens[i].head for i in ends]
    assert all(tokens[i].head == i for i in ends)
