"""One fact in many constructions: the claim is the same."""

import pytest
from examples import missing, read

from graphbuild.model import Kind

BOUGHT = "payer=Microsoft; target=Verkor"
BOUGHT_EN = "payer=Microsoft; target=OpenAI"
INVESTED = "payer=Microsoft; beneficiary=Verkor; amount=200000000"
INVESTED_EN = "payer=Microsoft; beneficiary=OpenAI; amount=200000000"
FINED = "payer=Meta; amount=200000000"

CONSTRUCTIONS = [
    (
        "fr",
        Kind.PARTNERSHIP,
        "En partenariat avec Schneider Electric, Legrand ouvrira un centre de formation.",
        "partner=Schneider Electric|Legrand",
    ),
    ("en", Kind.PARTNERSHIP, "GSK is working with Sanofi on a vaccine.", "partner=GSK|Sanofi"),
    (
        "fr",
        Kind.ACQUISITION,
        "Sanofi a cédé sa division vétérinaire à Boehringer.",
        "beneficiary=Sanofi; target=division vétérinaire; payer=Boehringer",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Le rachat de la branche agroalimentaire de Bayer par BASF est approuvé.",
        "beneficiary=Bayer; target=branche agroalimentaire de Bayer; payer=BASF",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Danone a vendu trois de ses usines à Lactalis.",
        "beneficiary=Danone; target=usines; payer=Lactalis",
    ),
    ("fr", Kind.OWNERSHIP, "Heineken va fermer sa filiale russe.", "owner=Heineken; owned=filiale russe"),
    (
        "en",
        Kind.ACQUISITION,
        "Arkema bought Ashland's adhesives business for $1.65bn.",
        "beneficiary=Ashland; target=adhesives business; payer=Arkema; amount=1650000000",
    ),
    (
        "en",
        Kind.ACQUISITION,
        "Carrefour bought 30 stores from Casino for 200 million euros.",
        "beneficiary=Casino; target=stores; payer=Carrefour; amount=200000000",
    ),
    (
        "fr",
        Kind.POSITION,
        "Le directeur général adjoint d'Orange, Nicolas Roy, a été nommé président d'Orano.",
        "person=Nicolas Roy; organization=Orano; title=président",
    ),
    (
        "fr",
        Kind.POSITION,
        "Nommé directeur général de Valeo en 2022, Christophe Périllat réduit les coûts.",
        "person=Christophe Périllat; organization=Valeo; title=directeur général",
    ),
    (
        "fr",
        Kind.POSITION,
        "L'ex-patron de Renault, Carlos Ghosn, vit au Liban.",
        "person=Carlos Ghosn; organization=Renault; status=cancelled",
    ),
    (
        "fr",
        Kind.POSITION,
        "Béatrice Lacombe, vice-présidente de la région Occitanie et maire de Lunel, a été élue.",
        "person=Béatrice Lacombe; organization=Lunel; title=maire",
    ),
    (
        "en",
        Kind.LAUNCH,
        "Ursula von der Leyen unveiled a plan called InvestAI.",
        "agent=Ursula von der Leyen; project=InvestAI",
    ),
    ("fr", Kind.PARTNERSHIP, "Vinci et le chinois CRRC se sont associés.", "partner=Vinci|CRRC"),
    (
        "fr",
        Kind.PARTNERSHIP,
        "Airbus et le japonais Toray ont de leur côté signé un partenariat.",
        "partner=Airbus|Toray",
    ),
    ("fr", Kind.OWNERSHIP, "Renault reste actionnaire de Nissan.", "owner=Renault; owned=Nissan"),
    (
        "fr",
        Kind.OWNERSHIP,
        "Renault a cédé à Nissan, dont il reste actionnaire, 100 titres.",
        "owner=Renault; owned=Nissan",
    ),
    (
        "fr",
        Kind.OWNERSHIP,
        "La maison mère de Waze et de YouTube, Alphabet, a publié ses résultats.",
        "owner=Alphabet; owned=Waze|YouTube",
    ),
    (
        "fr",
        Kind.OWNERSHIP,
        "La Caisse des dépôts détient 66 % de La Poste et l'État 34 %.",
        "owner=Caisse des dépôts; owned=La Poste",
    ),
    (
        "fr",
        Kind.OWNERSHIP,
        "Air Liquide et sa filiale Airgas ont investi.",
        "owner=Air Liquide; owned=Airgas",
    ),
    (
        "fr",
        Kind.OWNERSHIP,
        "Hachette, branche édition de Lagardère, a été vendue.",
        "owner=Lagardère; owned=Hachette",
    ),
    (
        "fr",
        Kind.POSITION,
        "Kering, que dirige Luca de Meo, et l'américain Coty s'étaient alliés en 2019.",
        "person=Luca de Meo; organization=Kering",
    ),
    (
        "en",
        Kind.OWNERSHIP,
        "Exor, the Agnelli family's holding company, owns Juventus.",
        "owner=Agnelli family; owned=Exor",
    ),
    (
        "en",
        Kind.OPERATION,
        "Network Rail awarded Balfour Beatty a £200m contract to upgrade the Trans-Pennine line.",
        "operator=Balfour Beatty",
    ),
    (
        "fr",
        Kind.OPERATION,
        "La SNCF a attribué à Alstom un contrat de 200 millions d'euros pour construire la ligne 18.",
        "operator=Alstom",
    ),
    (
        "en",
        Kind.RESULT,
        "Sales at E.ON fell 5 per cent to €80bn.",
        "organization=E.ON; amount=80000000000; status=done",
    ),
    (
        "en",
        Kind.RESULT,
        "The Northern Link project will cost £66bn.",
        "organization=Northern Link; amount=66000000000",
    ),
    (
        "en",
        Kind.FINE,
        "EU fines Google €200m over advertising technology",
        "authority=EU; payer=Google; amount=200000000",
    ),
    (
        "en",
        Kind.LOAN,
        "Microsoft loans OpenAI $200m",
        "payer=Microsoft; beneficiary=OpenAI; amount=200000000",
    ),
    (
        "en",
        Kind.ACQUISITION,
        "XRG scraps $200m offer for Australia's Santos",
        "payer=XRG; target=Santos; status=cancelled",
    ),
    ("en", Kind.LOCATION, "Wayve, a start-up based in London, is hiring.", "sited=Wayve; place=London"),
    ("fr", Kind.OWNERSHIP, "KKR entre au capital de Verkor à hauteur de 20 %.", "owner=KKR; owned=Verkor"),
    (
        "fr",
        Kind.ACQUISITION,
        "Microsoft dément vouloir racheter Verkor.",
        "payer=Microsoft; target=Verkor; polarity=negative",
    ),
    (
        "fr",
        Kind.ACQUISITION,
        "Microsoft dément négocier l'achat de Verkor.",
        "payer=Microsoft; polarity=negative",
    ),
    (
        "fr",
        Kind.OPERATION,
        "Verkor construit à Lens une usine de 300 millions d'euros.",
        "operator=Verkor; project=usine",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Verkor construit à Lens une usine de 300 millions d'euros.",
        "payer=Verkor; project=usine; place=Lens; amount=300000000",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Verkor (groupe Renault) investit 200 millions d'euros à Lens.",
        "payer=Verkor; amount=200000000",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "KKR est prêt à investir 200 millions d'euros dans Verkor.",
        "payer=KKR; beneficiary=Verkor",
    ),
    (
        "fr",
        Kind.POSITION,
        "Les crédits sont pilotés par le Secrétariat général pour l'investissement (SGPI), que dirige Bruno Bonnell.",
        "person=Bruno Bonnell; organization=Secrétariat général pour l'investissement",
    ),
    (
        "fr",
        Kind.GRANT,
        "La Commission européenne a autorisé jeudi la France à accorder 200 millions d'euros d'aides à Verkor.",
        "payer=France; beneficiary=Verkor; amount=200000000",
    ),
    (
        "fr",
        Kind.GRANT,
        "L'Allemagne apportera 500 millions d'euros à Verkor et la France 200 millions.",
        "payer=France; amount=200000000",
    ),
    (
        "fr",
        Kind.CONTRACT,
        "La compagnie a commandé à Alstom quarante rames pour 200 millions d'euros.",
        "beneficiary=Alstom; amount=200000000; status=committed",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Le campus Loire IA ouvrira. Microsoft investira 200 millions d'euros dans le campus de calcul Loire IA.",
        "payer=Microsoft; project=Loire IA; amount=200000000",
    ),
    (
        "fr",
        Kind.FINE,
        "Verkor digère l'amende de 200 millions d'euros infligée par la Commission européenne.",
        "authority=Commission européenne; amount=200000000",
    ),
    (
        "en",
        Kind.CONTRACT,
        "Delta has ordered 40 jets from Airbus in a contract worth $200 million.",
        "payer=Delta; beneficiary=Airbus; amount=200000000",
    ),
    (
        "en",
        Kind.LOAN,
        "OpenAI has lined up a loan of $200 million from the European Investment Bank.",
        "payer=European Investment Bank; beneficiary=OpenAI; amount=200000000",
    ),
    ("en", Kind.FINE, "OpenAI was fined $500 million and Meta $200 million.", FINED),
    (
        "fr",
        Kind.GRANT,
        "La BEI étudie un prêt de 40 millions d'euros ; l'État, lui, a promis une subvention de 22 millions d'euros.",
        "payer=État; amount=22000000",
    ),
    (
        "fr",
        Kind.RESULT,
        "Verkor va financer une usine à Dunkerque, dont le coût est évalué à 120 millions d'euros.",
        "organization=usine; amount=120000000; measure=cost",
    ),
    (
        "en",
        Kind.GRANT,
        "The plant will cost €130 million, of which €22 million comes from the French state and €40 million from Ford.",
        "payer=French state; amount=22000000",
    ),
    ("fr", Kind.INVESTMENT, "Microsoft investira 200 millions d'euros dans Verkor.", INVESTED),
    ("fr", Kind.INVESTMENT, "200 millions d'euros seront investis par Microsoft dans Verkor.", INVESTED),
    (
        "fr",
        Kind.INVESTMENT,
        "Les 200 millions d'euros investis par Microsoft dans Verkor sont un record.",
        INVESTED,
    ),
    ("fr", Kind.ACQUISITION, "Microsoft, qui a racheté Verkor, se développe.", BOUGHT),
    ("fr", Kind.ACQUISITION, "Verkor, que Microsoft a racheté en mai, se développe.", BOUGHT),
    ("fr", Kind.ACQUISITION, "Microsoft prévoit de racheter Verkor.", f"{BOUGHT}; status=planned"),
    (
        "fr",
        Kind.ACQUISITION,
        "Microsoft et Oracle ont racheté Verkor.",
        "payer=Microsoft|Oracle; target=Verkor",
    ),
    (
        "fr",
        Kind.FINE,
        "Bruxelles a condamné Meta à verser 200 millions d'euros.",
        f"authority=Bruxelles; {FINED}",
    ),
    (
        "fr",
        Kind.FINE,
        "Meta s'est vu infliger une amende de 200 millions d'euros par la CNIL.",
        f"authority=CNIL; {FINED}",
    ),
    (
        "fr",
        Kind.INVESTMENT,
        "Aux États-Unis, OpenAI et SoftBank ont investi 500 milliards de dollars dans Stargate.",
        "payer=OpenAI|SoftBank; beneficiary=Stargate; place=États-Unis; amount=500000000000",
    ),
    ("en", Kind.INVESTMENT, "Microsoft will invest $200 million in OpenAI.", INVESTED_EN),
    ("en", Kind.INVESTMENT, "$200 million was invested in OpenAI by Microsoft.", INVESTED_EN),
    ("en", Kind.ACQUISITION, "Microsoft, which bought OpenAI, is growing.", BOUGHT_EN),
    ("en", Kind.ACQUISITION, "OpenAI, which Microsoft bought in May, is growing.", BOUGHT_EN),
    ("en", Kind.ACQUISITION, "Microsoft plans to buy OpenAI.", f"{BOUGHT_EN}; status=planned"),
    ("en", Kind.ACQUISITION, "Microsoft and Oracle bought OpenAI.", "payer=Microsoft|Oracle; target=OpenAI"),
    ("en", Kind.FINE, "Brussels ordered Meta to pay $200 million.", f"authority=Brussels; {FINED}"),
    (
        "en",
        Kind.GRANT,
        "Intel was granted $8bn by Washington.",
        "payer=Washington; beneficiary=Intel; amount=8000000000",
    ),
]


@pytest.mark.parametrize(
    ("language", "kind", "text", "claim"), CONSTRUCTIONS, ids=[c[2] for c in CONSTRUCTIONS]
)
def test_the_construction_does_not_matter(language: str, kind: Kind, text: str, claim: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": claim}) == ""


NOT_SAID = [
    ("en", Kind.LOAN, "The EIB will lend £600m, NatWest £400m and Japan's MUFG £300m.", "beneficiary=MUFG"),
    ("en", Kind.GRANT, "Brussels approves €900m German aid for Northvolt.", "payer=Brussels"),
    ("en", Kind.GRANT, "Prague will pay the aid as a direct grant of €280 million.", "beneficiary=Prague"),
    ("en", Kind.ACQUISITION, "Harwood was to pay $52 in cash for each Calder share.", "amount=52"),
    (
        "en",
        Kind.LOAN,
        "The State has guaranteed a price of £73 per megawatt hour for Dogger Bank.",
        "amount=73",
    ),
    (
        "en",
        Kind.RESULT,
        "Microsoft is building a line to Chingola, whose cost is put at $2 billion.",
        "organization=Chingola",
    ),
    ("fr", Kind.INVESTMENT, "Philippe Lanvin devra payer 400 000 euros à titre personnel.", "amount=400000"),
    (
        "en",
        Kind.OPERATION,
        "Network Rail awarded Balfour Beatty a contract to upgrade the line.",
        "operator=Network Rail",
    ),
]


@pytest.mark.parametrize(("language", "kind", "text", "wrong"), NOT_SAID)
def test_what_a_sentence_does_not_say(language: str, kind: Kind, text: str, wrong: str) -> None:
    assert missing(text, language, kind=kind, claim={"claim": wrong}) != ""


def test_what_is_sold_to_a_buyer_is_not_the_sellers_subsidiary() -> None:
    _, claims = read("Vodafone cède sa filiale italienne à Swisscom.", "fr")
    owned = [key for c in claims if c.kind is Kind.OWNERSHIP for key in dict(c.roles)["owned"]]
    assert owned == ["organization:filiale italienne"]


def test_who_builds_somewhere_does_not_stand_there() -> None:
    _, claims = read("Renault et Minth bâtissent Renera, une usine de boîtiers, à Ruitz.", "fr")
    sited = [key for c in claims if c.kind is Kind.LOCATION for key in dict(c.roles)["sited"]]
    assert sited == ["project:renera"]
