"""Plain sentences of the business pages, which the parsers read oddly."""

import pytest
from examples import missing, read

from graphbuild.model import Kind

SAID = [
    (
        "fr",
        Kind.INVESTMENT,
        "TotalEnergies et Air Liquide investiront ensemble 250 millions d'euros à Rotterdam.",
        "payer=TotalEnergies|Air Liquide; place=Rotterdam; amount=250000000",
    ),
    (
        "fr",
        Kind.PARTNERSHIP,
        "Stellantis et Samsung SDI construiront ensemble une usine de batteries dans l'Indiana pour 2,5 milliards de dollars.",
        "partner=Stellantis|Samsung SDI; amount=2500000000",
    ),
    (
        "en",
        Kind.ACQUISITION,
        "Pfizer bought Seagen in 2023 for $43bn, its biggest deal since Wyeth in 2009.",
        "payer=Pfizer; target=Seagen; amount=43000000000",
    ),
    (
        "fr",
        Kind.LOAN,
        "Renault construira une usine à Lens, grâce à un prêt de 300 millions d'euros de la BEI.",
        "payer=BEI; beneficiary=Renault; amount=300000000",
    ),
    (
        "en",
        Kind.GRANT,
        "Tata Steel will rebuild the plant, with a £500m grant from the UK government.",
        "payer=UK government; beneficiary=Tata Steel; amount=500000000",
    ),
    (
        "en",
        Kind.FUNDRAISING,
        "Mistral AI raised €600m from General Catalyst, Lightspeed and Nvidia.",
        "payer=General Catalyst|Lightspeed|Nvidia; beneficiary=Mistral AI",
    ),
    (
        "en",
        Kind.LOCATION,
        "London start-up Wayve raised $1bn.",
        "sited=Wayve; place=London",
    ),
    (
        "fr",
        Kind.GRANT,
        "L'État apporte 1,2 M€ au titre de la DETR ; le Département, 950 000 € ; la Région a voté 2 millions.",
        "payer=Département; amount=950000",
    ),
    (
        "en",
        Kind.ACQUISITION,
        "Barrow Energy acquired 45 per cent of Maritime Gateway for £20m.",
        "payer=Barrow Energy; target=Maritime Gateway; amount=20000000",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Altice avait racheté SFR à Vivendi en 2014, moyennant 13,5 milliards d’euros.",
        "payer=Altice; target=SFR; beneficiary=Vivendi; amount=13500000000",
    ),
    (
        "fr",
        Kind.LOAN,
        "La Banque africaine de développement et le gouvernement ivoirien ont signé un accord de prêt de 74 milliards de FCFA.",
        "payer=Banque africaine de développement; beneficiary=gouvernement ivoirien",
    ),
    (
        "fr",
        Kind.LOAN,
        "La Région Pays de la Loire accorde 900 000 euros à Verkor, sous forme d'avance remboursable.",
        "payer=Région Pays de la Loire; beneficiary=Verkor; amount=900000",
    ),
    (
        "fr",
        Kind.LOAN,
        "Le Crédit Mutuel et la Banque populaire se partagent un prêt de 7,5 millions d'euros.",
        "payer=Crédit Mutuel|Banque populaire",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Nordhavn Partners propose à Engie 1,35 milliard d'euros pour la totalité de son capital.",
        "payer=Nordhavn Partners; target=Engie; amount=1350000000",
    ),
    (
        "fr",
        Kind.RESULT,
        "Le coût du téléphérique, initialement évalué à 19 millions d'euros, grimpe à 23 millions.",
        "organization=téléphérique; amount=23000000",
    ),
    (
        "fr",
        Kind.FINE,
        "Boeing a accepté de payer une amende de 243,6 millions de dollars, en plus des 2,5 milliards déjà versés.",
        "payer=Boeing; amount=243600000",
    ),
    (
        "fr",
        Kind.CONTRACT,
        "Fin 2023, Alstom avait décroché auprès de la SNCF un contrat.",
        "payer=SNCF; beneficiary=Alstom",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "EDF renonce à son projet de 2 milliards d'euros à Flamanville.",
        "payer=EDF; place=Flamanville; amount=2000000000; status=cancelled",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Interrogé par la presse, le patron de Renault a confirmé un investissement de 500 millions d'euros à Douai.",
        "payer=Renault; place=Douai",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "C'est la Banque des territoires qui apportera les 15 millions d'euros manquants.",
        "payer=Banque des territoires; amount=15000000; status=announced",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Le chantier est financé par l'Union européenne, l'État et les régions.",
        "payer=Union européenne|État; project=chantier",
    ),
    (
        "fr",
        Kind.RESULT,
        "Le budget de la ville de Lille passera de 400 à 420 millions d'euros en 2027.",
        "organization=Lille; amount=420000000; status=announced",
    ),
    (
        "fr",
        Kind.RESULT,
        "Le budget de la ville de Lille passera de 400 à 420 millions d'euros en 2027.",
        "organization=Lille; amount=400000000; status=done",
    ),
    (
        "fr",
        Kind.RESULT,
        "Le chiffre d'affaires d'Airbus dépassera 70 milliards d'euros en 2026.",
        "organization=Airbus; amount=70000000000; status=announced",
    ),
    (
        "fr",
        Kind.RESULT,
        "Avec 3,2 milliards d'euros de ventes, Danone signe un premier trimestre solide.",
        "organization=Danone; amount=3200000000; status=done",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Ce sont les Américains de BlackRock qui ont racheté Verkor.",
        "payer=BlackRock; target=Verkor",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Sanofi a cédé 50 % d'Opella à CD&R.",
        "payer=CD&R; target=Opella; beneficiary=Sanofi",
    ),
    (
        "fr",
        Kind.LOAN,
        "La Confédération suisse a garanti 9 milliards de francs à UBS.",
        "payer=Confédération suisse; beneficiary=UBS",
    ),
    ("fr", Kind.OPERATION, "Stegra construit une usine à Boden.", "operator=Stegra; project=usine à Boden"),
    (
        "fr",
        Kind.OPERATION,
        "Le groupe Renault bâtit une usine à Lille.",
        "operator=Renault; project=usine à Lille",
    ),
    (
        "fr",
        Kind.OPERATION,
        "La BEI prêtera 5 millions d'euros à Enedis pour moderniser le réseau de Lille.",
        "operator=Enedis; project=réseau de Lille",
    ),
    (
        "en",
        Kind.OPERATION,
        "The EIB will lend 5 million euros to Enedis to build a substation in Lille.",
        "operator=Enedis; project=substation in Lille",
    ),
    (
        "en",
        Kind.LOAN,
        "The EIB will lend 5 million euros to Enedis to build a substation in Lille.",
        "payer=EIB; beneficiary=Enedis; amount=5000000",
    ),
    (
        "fr",
        Kind.CONTRACT,
        "Vinci a remporté, avec Eiffage, un contrat de 1,2 milliard d'euros.",
        "beneficiary=Vinci|Eiffage; amount=1200000000",
    ),
    (
        "fr",
        Kind.CONTRACT,
        "Alstom a remporté un contrat de 1,2 milliard d'euros avec la SNCF.",
        "beneficiary=Alstom; payer=SNCF",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Luca de Meo, PDG de Renault, a annoncé un investissement de 3 milliards d'euros.",
        "payer=Renault; amount=3000000000",
    ),
    (
        "en",
        Kind.INVESTMENT,
        "Apple CEO Tim Cook unveiled a $3 billion investment in Texas.",
        "payer=Apple; place=Texas",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Patrick Pouyanné, PDG de TotalEnergies, a démenti tout projet de fusion avec Shell.",
        "payer=TotalEnergies; target=Shell; polarity=negative",
    ),
    (
        "fr",
        Kind.SUPPLY,
        "Naval Group livrera quatre frégates à la Grèce.",
        "customer=Grèce; item=quatre frégates",
    ),
    (
        "en",
        Kind.RESULT,
        "OpenAI could be valued at $300 billion.",
        "organization=OpenAI; status=planned; certainty=hedged",
    ),
    (
        "en",
        Kind.CONTRACT,
        "Vinci won a $1.2 billion contract, along with Eiffage, to build a rail line in Toronto.",
        "beneficiary=Vinci|Eiffage; amount=1200000000",
    ),
    ("en", Kind.LOAN, "The IMF released $1.1 billion for Pakistan.", "payer=IMF; beneficiary=Pakistan"),
]
NOT_SAID = [
    (
        "en",
        Kind.RESULT,
        "OpenAI plans to raise $6.5bn at a valuation of $150bn.",
        "organization=OpenAI; status=done",
    ),
    (
        "en",
        Kind.CONTRACT,
        "Pfizer bought Seagen in 2023 for $43bn, its biggest deal since Wyeth in 2009.",
        "payer=Pfizer",
    ),
    (
        "en",
        Kind.GRANT,
        "Chancellor Rachel Reeves pledged £100m for Airbus suppliers.",
        "beneficiary=Airbus",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Renault construira une usine à Lens, grâce à un prêt de 300 millions d'euros de la BEI.",
        "payer=Renault; amount=300000000",
    ),
    (
        "fr",
        Kind.OPERATION,
        "Intel gèle son usine à plus de trente milliards d'euros en Allemagne.",
        "operator=Intel",
    ),
    (
        "fr",
        Kind.GRANT,
        "L'État apporte 1,2 M€ au titre de la DETR ; le Département, 950 000 € ; la Région a voté 2 millions.",
        "beneficiary=Département",
    ),
    (
        "fr",
        Kind.GRANT,
        "Côté associations, 186 000 euros de subventions ont été adoptés à l'unanimité.",
        "purpose=unanimité",
    ),
    ("fr", Kind.LOAN, "La BEI et Bpifrance prêteront 20 millions d'euros.", "beneficiary=Bpifrance"),
    ("fr", Kind.LOAN, "La BEI et l'État apporteront 2 milliards d'euros.", "beneficiary=État"),
    ("en", Kind.ACQUISITION, "The Dublin airline bought 20 planes for $1bn.", "payer=Dublin"),
    ("en", Kind.OPERATION, "A Wisconsin cheese company will build a plant in Ohio.", "operator=Wisconsin"),
    (
        "en",
        Kind.GRANT,
        "Tesco lifts its guidance\n\nTesco. The grocer Tesco is to hand shareholders £250m this year.",
        "beneficiary=Tesco",
    ),
    ("en", Kind.OPERATION, "Shell has scrapped plans to buy BP.", "operator=Shell"),
    ("en", Kind.CONTRACT, "Vinci won a $1.2 billion contract, along with Eiffage.", "payer=Eiffage"),
    (
        "fr",
        Kind.OPERATION,
        "La BEI prêtera 5 millions d'euros à Enedis pour moderniser le réseau.",
        "operator=BEI",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Donald Trump, président des États-Unis, a annoncé un investissement de 5 milliards de dollars.",
        "payer=États-Unis",
    ),
    ("fr", Kind.SUPPLY, "L'Iran devrait se fournir aux États-Unis.", "supplier=Iran"),
]


@pytest.mark.parametrize(("language", "kind", "text", "claim"), SAID)
def test_what_is_said_is_found(language: str, kind: Kind, text: str, claim: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": claim}) == ""


@pytest.mark.parametrize(("language", "kind", "text", "claim"), NOT_SAID)
def test_what_is_not_said_is_not_found(language: str, kind: Kind, text: str, claim: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": claim}) != ""


def test_a_fortune_says_nothing() -> None:
    _, claims = read(
        "Warren Buffett, whose fortune is estimated at $5 billion, has led Ford since 1970.", "en"
    )
    assert {c.stance.speaker for c in claims} == {None}


@pytest.mark.parametrize(
    ("language", "text", "sums"),
    [
        (
            "fr",
            "La ville de Lille investira 250 millions d'euros, dont 80 millions empruntés à la BEI.",
            {"250": ("investment", "announced"), "80": ("loan", "announced")},
        ),
        (
            "en",
            "Pfizer bought Metsera for $4.9bn, plus a possible $2.4bn later.",
            {"$4.9bn": ("acquisition", "done"), "$2.4bn": ("acquisition", "planned")},
        ),
        (
            "fr",
            "Novo a racheté Akero pour 4 milliards de dollars, auxquels pourraient s'ajouter 2 milliards.",
            {"4": ("acquisition", "done"), "2": ("acquisition", "planned")},
        ),
        ("en", "Michigan gave Ford $5 million, plus loans worth $2 million.", {"$5": ("grant", "done")}),
    ],
)
def test_sums_beside_a_sum(language: str, text: str, sums: dict[str, tuple[str, str]]) -> None:
    _, claims = read(text, language)
    said = {c.amount.of(text).split()[0]: (str(c.kind), str(c.stance.status)) for c in claims if c.amount}
    assert said == sums


def test_the_next_sentence_ends_its_own_claim() -> None:
    text = (
        "IKEA pledged $10m to Unicef. Ford had promised Unicef a further $3m, but that grant was cancelled."
    )
    _, claims = read(text, "en")
    assert {c.amount.of(text): str(c.stance.status) for c in claims if c.amount} == {
        "$10m": "announced",
        "$3m": "cancelled",
    }


def test_an_earlier_sum_is_of_the_sum_before_it() -> None:
    text = (
        "Michigan approved $5m in incentives for Ford, even as the carmaker cut the project to $2m from $3m."
    )
    _, claims = read(text, "en")
    assert [c.amount.of(text) for c in claims if c.amount] == ["$5m"]


def test_a_known_company_keeps_the_word_that_is_a_rank_elsewhere() -> None:
    reading, _ = read("General Motors hired General David Petraeus.", "en")
    assert {(e.type.value, e.name) for e in reading.entities} == {
        ("organization", "General Motors"),
        ("person", "David Petraeus"),
    }


@pytest.mark.parametrize(
    ("text", "role", "stranger"),
    [
        ("TotalEnergies serait prêt à céder 50 % de ses activités aux États-Unis.", "payer", "États-Unis"),
        ("Enedis financera la construction d'un hôpital à Abidjan.", "operator", "Enedis"),
        ("Enedis financera la construction d'un hôpital à Abidjan.", "operator", "Abidjan"),
        (
            "Bruxelles a donné son feu vert à une aide de 1,5 milliard d'euros à ProLogium.",
            "payer",
            "Bruxelles",
        ),
        (
            "Le fabricant de batteries, soutenu par Volkswagen, doit 5,8 milliards de dollars à ses créanciers.",
            "payer",
            "Volkswagen",
        ),
        (
            "La Fondation de France, à Zurich, versera 40 millions de francs à l'Opéra de Lausanne.",
            "beneficiary",
            "Zurich",
        ),
        (
            "Le Sénat a rejeté une taxe de 2 % sur les patrimoines de plus de 100 millions d'euros.",
            "organization",
            "Sénat",
        ),
    ],
)
def test_who_stands_beside_has_no_part_in_it(text: str, role: str, stranger: str) -> None:
    reading, claims = read(text, "fr")
    names = {entity.key: entity.name for entity in reading.entities}
    assert stranger in names.values()
    assert stranger not in {names[key] for claim in claims for key in claim.fillers(role)}
