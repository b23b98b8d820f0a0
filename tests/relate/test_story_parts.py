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


@pytest.mark.parametrize(
    ("language", "text", "givers"),
    [
        ("en", "Corvane raised $3bn, including $1bn from Nvidia.", {"nvidia"}),
        ("en", "Corvane raised $3bn, $1bn of it from Nvidia.", {"nvidia"}),
        ("fr", "Corvane a levé 3 milliards de dollars, dont 1 milliard auprès de Nvidia.", {"nvidia"}),
    ],
)
def test_who_gave_a_part_did_not_give_the_whole(language: str, text: str, givers: set[str]) -> None:
    found = by_amount(text, language, Kind.FUNDRAISING)
    whole, part = found[Decimal(3_000_000_000)], found[Decimal(1_000_000_000)]
    assert whole.fillers("payer") == ()
    assert {key.partition(":")[2] for key in part.fillers("payer")} == givers
    assert part.part_of == whole.key


PARTS_OF_OTHERS = [
    (
        "en",
        Kind.GRANT,
        "The EU will give Gavi two billion euros, including €600m from Germany and €300m from France.",
        [
            "payer=Germany; beneficiary=Gavi; amount=600000000",
            "payer=France; beneficiary=Gavi; amount=300000000",
        ],
    ),
    (
        "en",
        Kind.INVESTMENT,
        "Investors put $3bn into Corvane, of which $1bn came from Nvidia.",
        ["payer=Nvidia; beneficiary=Corvane; amount=1000000000"],
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Corvane a levé 3 milliards de dollars, dont 1 milliard apporté par Nvidia.",
        ["payer=Nvidia; beneficiary=Corvane; amount=1000000000"],
    ),
]


@pytest.mark.parametrize(("language", "kind", "text", "wanted"), PARTS_OF_OTHERS)
def test_a_part_has_its_own_giver(language: str, kind: Kind, text: str, wanted: list[str]) -> None:
    for claim in wanted:
        assert missing(text, language, kind=kind, claim={"claim": claim}) == ""
    assert any(claim.part_of for claim in by_amount(text, language, kind).values())


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
        "fr",
        Kind.GRANT,
        "La France a donné 200 millions d'euros à l'OMS ; le Japon et l'Allemagne, autant.",
        ["payer=France; amount=200000000", "payer=Japon|Allemagne; beneficiary=OMS; amount=200000000"],
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


@pytest.mark.parametrize(
    ("between", "receives"), [("", True), ("Stargate avait été annoncé en janvier. ", False)]
)
def test_the_topic_receives_nothing_where_another_work_is_spoken_of(between: str, *, receives: bool) -> None:
    text = (
        "La France lance InvestAI. Le plan InvestAI recevra 5 milliards d'euros.\n\n"
        f"{between and 'Le programme ' + between}Selon OpenAI, 100 milliards de dollars seront investis."
    )
    claim = by_amount(text, "fr", Kind.INVESTMENT).get(Decimal(100_000_000_000))
    assert (claim is not None and claim.fillers("project") == ("project:investai",)) is receives


def test_a_topic_that_gives_is_not_given_to() -> None:
    text = TOPIC.format("Verkor a investi 200 millions d'euros dans Renault.")
    claims = by_amount(text, "fr", Kind.FUNDRAISING).values()
    assert not [c for c in claims if c.fillers("beneficiary") == ("organization:verkor",)]


# Language, text, kind of the parts, their sums with a filler that each must have; all are parts of one claim.
PARTS = [
    (
        "fr",
        "La Région Occitanie consacrera 300 millions d'euros au rail, dont 120 millions pour Alstom et 45 millions à SNCF Réseau.",
        Kind.INVESTMENT,
        {120: "Alstom", 45: "SNCF Réseau"},
    ),
    (
        "fr",
        "L'État mobilise 3 milliards d'euros pour la filière. Sur ces 3 milliards, 350 millions iront à Renault.",
        Kind.INVESTMENT,
        {350: "Renault"},
    ),
    (
        "en",
        "Britain pledged £3bn for Ukraine. Of that, £500m will go to BAE Systems.",
        Kind.GRANT,
        {500: "BAE Systems"},
    ),
    (
        "fr",
        "La BEI accorde à Naples un prêt de 240 millions d'euros, dont 60 millions seront consacrés à Alstom.",
        Kind.LOAN,
        {60: "Alstom"},
    ),
    (
        "fr",
        "La Banque mondiale prête 500 millions de dollars au Kenya. Une première tranche de 150 millions sera versée en juin.",
        Kind.LOAN,
        {150: "Kenya"},
    ),
    (
        "fr",
        "La France donnera 2 milliards de dollars à l'OMS. Le Japon en apportera 500 millions, l'Allemagne 430 millions.",
        Kind.GRANT,
        {500: "Japon", 430: "Allemagne"},
    ),
    (
        "en",
        "The Gordie Howe bridge will cost $400 million. The federal government will contribute $200 million, Ohio $120 million.",
        Kind.GRANT,
        {200: "Gordie Howe bridge", 120: "Ohio"},
    ),
    (
        "en",
        "Wayve raised $1.05bn from investors, with SoftBank putting in $400m and Nvidia $150m.",
        Kind.INVESTMENT,
        {400: "SoftBank", 150: "Nvidia"},
    ),
    (
        "fr",
        "L'usine de Lens coûtera 419 millions d'euros, dont 131 millions de fonds privés.",
        Kind.INVESTMENT,
        {131: "usine de Lens"},
    ),
    (
        "fr",
        "Verkor a levé plus d'un milliard d'euros, dont 105 millions en juin 2023 et 385 millions en décembre.",
        Kind.FUNDRAISING,
        {105: "Verkor", 385: "Verkor"},
    ),
    (
        "fr",
        "186 000 euros de subventions ont été votés par la Ville de Sète : l'Union sportive touchera 42 000 euros.",
        Kind.GRANT,
        {Decimal("0.042"): "Union sportive"},
    ),
    (
        "fr",
        "Verkor a levé 600 millions d'euros. L'opération se compose de 468 millions en capital et de 132 millions de dette.",
        Kind.LOAN,
        {132: "Verkor"},
    ),
    (
        "fr",
        "L'UE mobilisera 200 milliards d'euros dans InvestAI. 150 milliards viendraient de l'entreprise Siemens.",
        Kind.INVESTMENT,
        {150_000: "Siemens"},
    ),
]


@pytest.mark.parametrize(("language", "text", "kind", "parts"), PARTS, ids=[p[1] for p in PARTS])
def test_parts_are_told_in_many_ways(
    language: str, text: str, kind: Kind, parts: dict[int | Decimal, str]
) -> None:
    reading, claims = read(text, language)
    names = {entity.key: entity.name for entity in reading.entities}
    found = by_amount(text, language, kind)
    wholes = set()
    for millions, filler in parts.items():
        part = found[Decimal(millions) * 1_000_000]
        assert filler in {names[key] for _, keys in part.roles for key in keys}
        wholes.add(part.part_of)
    assert len(wholes) == 1
    assert wholes <= {claim.key for claim in claims}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Renault a investi 5 milliards d'euros dans Verkor. Airbus a reçu un prêt de 2 milliards d'euros de la BEI.",
        ),
        (
            "fr",
            "Le tramway coûtera 90 millions d'euros. La Région Occitanie versera 20 millions d'euros à Airbus.",
        ),
        (
            "fr",
            "Verkor a levé 100 millions d'euros. La Région Occitanie lui versera une subvention de 5 millions d'euros.",
        ),
        ("en", "Wayve raised $1bn. Microsoft will invest $400m in Spain."),
        ("en", "Ford spent $10m of which nobody speaks. GM earned $5m."),
    ],
)
def test_other_money_is_no_part(language: str, text: str) -> None:
    assert [c.part_of for c in read(text, language)[1] if c.part_of] == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "fr",
            "Ariane 6 a coûté 4 milliards d'euros. Des industriels évoquent plutôt 4,5 milliards.",
            "industriels",
        ),
        ("en", "Net debt at Thames Water is £15bn; other estimates run to £18bn.", "other estimates"),
    ],
)
def test_another_estimate_has_its_own_voice(language: str, text: str, speaker: str) -> None:
    found = [c for c in read(text, language)[1] if c.kind is Kind.RESULT]
    assert len(found) == 2
    assert [c.stance.speaker.text for c in found if c.stance.speaker] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            "fr",
            (
                "Google a signé la convention par laquelle il s'engage à investir 3 milliards d'euros dans InvestAI.\n\n"
                "La BEI a accordé à Google un prêt de 600 millions d'euros. Bpifrance apporte 150 millions d'euros au projet. "
                "Ces deux concours font partie des 3 milliards d'euros annoncés en février."
            ),
            {600, 150},
        ),
        (
            "en",
            (
                "Google will invest 3 billion euros in InvestAI.\n\nThe EIB lends Google 600 million euros. Intel will invest "
                "150 million euros in the project. Both sums count towards the 3 billion euros."
            ),
            {600, 150},
        ),
        (
            "en",
            (
                "Google will invest 3 billion euros in InvestAI. Intel lends Google 600 million euros. "
                "That sum is included in the 3 billion euros."
            ),
            {600},
        ),
        (
            "en",
            (
                "Google will invest 3 billion euros in InvestAI. Intel lends Google 600 million euros. "
                "That sum comes on top of the 3 billion euros."
            ),
            set(),
        ),
    ],
)
def test_a_later_sentence_counts_sums_into_another(language: str, text: str, parts: set[int]) -> None:
    reading, claims = read(text, language)
    values = {a.span: a.value for a in reading.amounts}
    assert {values[c.amount] / 10**6 for c in claims if c.part_of and c.amount} == parts


def test_the_loan_of_a_bank_is_lent_by_it() -> None:
    _, claims = read("La BEI a indiqué qu'elle annulait son prêt de 600 millions d'euros.", "fr")
    (loan,) = [c for c in claims if c.kind is Kind.LOAN]
    assert set(dict(loan.roles)) == {"payer"}
