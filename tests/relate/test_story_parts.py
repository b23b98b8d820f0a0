"""What the claims of an article do for each other: parts, values of before, repeats, the topic."""

from decimal import Decimal

import pytest
from examples import missing, read

from graphbuild.model import Claim, Kind


def by_amount(text: str, language: str, kind: Kind) -> dict[Decimal, Claim]:
    """The claims of a kind by their sums."""
    reading, claims = read(text, language)
    values = {a.span: a.value for a in reading.amounts}
    return {values[c.amount]: c for c in claims if c.kind is kind and c.amount}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La France investira 10 milliards d'euros dans Verkor, dont 2 milliards d'euros pour Stellantis.",
        ),
        ("en", "Google will invest $10 billion in OpenAI, of which $2 billion to Samsung."),
        ("fr", "La France investira 10 milliards d'euros dans l'IA.\n\n• Calcul : 2 milliards d'euros.\n"),
    ],
)
def test_a_part_points_at_its_whole(language: str, text: str) -> None:
    found = by_amount(text, language, Kind.INVESTMENT)
    whole, part = found[Decimal(10_000_000_000)], found[Decimal(2_000_000_000)]
    assert part.part_of == whole.key
    assert part.fillers("payer") == whole.fillers("payer")
    assert whole.part_of is None


SAID = [
    (
        "fr",
        Kind.LOAN,
        "Renault a prêté 80 millions d'euros à Verkor, Stellantis 57 millions.",
        [
            "payer=Renault; beneficiary=Verkor; amount=80000000",
            "payer=Stellantis; beneficiary=Verkor; amount=57000000",
        ],
    ),
    (
        "en",
        Kind.GRANT,
        "Intel and Samsung received grants of $8 billion and $6 billion respectively.",
        ["beneficiary=Intel; amount=8000000000", "beneficiary=Samsung; amount=6000000000"],
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "La France et l’Allemagne investiront chacune 5 milliards d’euros dans InvestAI.",
        ["payer=France; amount=5000000000", "payer=Allemagne; amount=5000000000"],
    ),
    (
        "en",
        Kind.INVESTMENT,
        "Amazon and Google invested $3 billion each in Poolside.",
        ["payer=Amazon; amount=3000000000", "payer=Google; amount=3000000000"],
    ),
    (
        "fr",
        Kind.RESULT,
        "Le chiffre d'affaires de Renault est passé de 6,8 à 8,3 millions d'euros.",
        ["organization=Renault; amount=6800000", "organization=Renault; amount=8300000"],
    ),
    (
        "fr",
        Kind.RESULT,
        "Le chiffre d'affaires de Renault a atteint 8 millions d'euros, contre 6 millions un an plus tôt.",
        ["organization=Renault; amount=8000000", "organization=Renault; amount=6000000"],
    ),
    (
        "en",
        Kind.RESULT,
        "Revenue at Ford rose from $6 million to $8 million.",
        ["organization=Ford; amount=6000000", "organization=Ford; amount=8000000"],
    ),
]


@pytest.mark.parametrize(("language", "kind", "text", "wanted"), SAID, ids=[s[2] for s in SAID])
def test_each_amount_has_its_claim(language: str, kind: Kind, text: str, wanted: list[str]) -> None:
    for claim in wanted:
        assert missing(text, language, kind=kind, claim={"claim": claim}) == ""
    assert all(claim.part_of is None for claim in by_amount(text, language, kind).values())


def test_a_fact_said_twice_is_one_claim_with_both_passages() -> None:
    first = "Microsoft a investi 200 millions d'euros dans Verkor."
    found = [c for c in read(f"{first} {first}", "fr")[1] if c.kind is Kind.INVESTMENT]
    assert [len(c.evidence) for c in found] == [2]


def test_two_sums_are_two_claims() -> None:
    text = "Microsoft a investi 200 millions d'euros dans Verkor. Microsoft a investi 300 millions d'euros dans Verkor."
    assert set(by_amount(text, "fr", Kind.INVESTMENT)) == {Decimal(200_000_000), Decimal(300_000_000)}


TOPIC = "Verkor se développe.\n\nVerkor est une entreprise. Verkor recrute. {} Une levée de fonds de 5 millions d'euros a eu lieu."


def test_the_topic_receives_what_nobody_is_named_for() -> None:
    text = TOPIC.format("Renault a investi 200 millions d'euros dans Verkor.")
    claim = by_amount(text, "fr", Kind.FUNDRAISING)[Decimal(5_000_000)]
    assert claim.fillers("beneficiary") == ("organization:verkor",)


def test_a_topic_that_gives_is_not_given_to() -> None:
    text = TOPIC.format("Verkor a investi 200 millions d'euros dans Renault.")
    claims = by_amount(text, "fr", Kind.FUNDRAISING).values()
    assert not [c for c in claims if c.fillers("beneficiary") == ("organization:verkor",)]
