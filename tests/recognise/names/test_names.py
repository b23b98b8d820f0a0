"""Names: where they begin and end, which type they get, and what is no name."""

import pytest

from graphbuild.model import Document, Form
from graphbuild.recognise import recognise
from graphbuild.recognise.names.knowledge import (
    cities,
    companies,
    countries,
    demonyms,
    first_names,
    known,
    towns,
)


def named(text: str, language: str) -> set[tuple[str, str]]:
    reading = recognise(Document("t", text, language))
    return {(e.name, e.type.value) for e in reading.entities if e.named}


FOUND = [
    ("fr", "La Caisse des dépôts apportera 3 millions d’euros.", "Caisse des dépôts", "organization"),
    (
        "fr",
        "Le ministère allemand de l’Économie a refusé.",
        "ministère allemand de l’Économie",
        "organization",
    ),
    ("fr", "L’Union sportive montrevaloise jouera ici.", "Union sportive montrevaloise", "organization"),
    ("fr", "L’Amicale laïque de Brest recevra 3 000 €.", "Amicale laïque de Brest", "organization"),
    ("fr", "Le gouvernement iranien a signé.", "gouvernement iranien", "organization"),
    ("fr", "L’Agence nationale de la recherche paiera.", "Agence nationale de la recherche", "organization"),
    (
        "fr",
        "Selon l’Organisation des Nations unies, tout va bien.",
        "Organisation des Nations unies",
        "organization",
    ),
    ("fr", "Ursula von der Leyen a présenté un plan.", "Ursula von der Leyen", "person"),
    ("fr", "Le plan France 2030 coûtera 54 milliards d’euros.", "France 2030", "project"),
    ("fr", "La société est basée à Neuville-sur-Saône.", "Neuville-sur-Saône", "place"),
    ("fr", "Airbus a livré dix A350 à la compagnie.", "A350", "product"),
    ("fr", "Le taïwanais ProLogium investira ici.", "ProLogium", "organization"),
    ("fr", "Le sommet de Bletchley s’ouvre lundi.", "sommet de Bletchley", "event"),
    ("en", "The European Investment Bank lent $5 million.", "European Investment Bank", "organization"),
    ("en", "The Swedish government agreed on Monday.", "Swedish government", "organization"),
    ("en", "They visited the Fécamp wind farm in May.", "Fécamp wind farm", "project"),
    ("en", "Former Microsoft CEO Bill Gates said no.", "Bill Gates", "person"),
    ("en", "Former Microsoft CEO Bill Gates said no.", "Microsoft", "organization"),
    ("en", "The loan went to a plant in Taylor, Texas.", "Taylor", "place"),
    ("en", "Sir Richard Branson sold his shares.", "Richard Branson", "person"),
    ("en", "GENEVA - Switzerland will pay 5 million francs.", "GENEVA", "place"),
    ("en", "LUANDA. The visit ended on Wednesday.", "LUANDA", "place"),
    ("en", "The plant belongs to Japan's Tomazu.", "Tomazu", "organization"),
    ("en", "The airline took 22 Skyliners.", "Skyliners", "product"),
    ("en", "The group makes “Tower Dash”, a hit.", "Tower Dash", "product"),
    ("en", "Corvane closed its Leeds factory.", "Leeds", "place"),
    ("en", "A Minneapolis company will invest $3m.", "Minneapolis", "place"),
    ("en", "London start-up Wayve raised $1bn.", "London", "place"),
    ("en", "Berlin-based Parloa raised $1bn.", "Berlin", "place"),
    ("en", "Corvane cancelled its investment in the Saône IA campus.", "Saône IA", "project"),
    ("en", "Kraft Heinz agreed to sell its cheese unit.", "Kraft Heinz", "organization"),
    ("en", "The loan came from Cain International.", "Cain International", "organization"),
    ("en", "Dismissing Erik ten Hag cost £10.4m.", "Erik ten Hag", "person"),
    ("en", "In February 2024 Ratcliffe paid £1bn. Jim Ratcliffe is 72.", "Jim Ratcliffe", "person"),
    ("fr", "TRÉVENANS, 3 mars 2025 — L’usine a rouvert.", "TRÉVENANS", "place"),
    (
        "fr",
        "Il a légué sa collection au Museum of Fine Arts de Boston.",
        "Museum of Fine Arts de Boston",
        "organization",
    ),
    (
        "fr",
        "Un tour mené par General Atlantic a réuni 3 millions d’euros.",
        "General Atlantic",
        "organization",
    ),
    ("en", "The group is building Tarn Reach, its first works.", "Tarn Reach", "project"),
    ("en", "Chipmaker Arvena cut jobs on Monday.", "Arvena", "organization"),
    ("en", "Kelmar closed Nord Field 1 and Nord Field 2, two projects.", "Nord Field 1", "project"),
    ("en", "Oracle names a new chief executive.", "Oracle", "organization"),
    ("en", "Doctors prescribe Zelvana to children.", "Zelvana", "product"),
    ("fr", "Le coût de Sizewell C a doublé.", "Sizewell C", "project"),
    ("fr", "Le fonds Meridiam et Amber Infrastructure paieront.", "Amber Infrastructure", "organization"),
    ("fr", "Le blindé Griffon coûte cher.", "Griffon", "product"),
    ("fr", "La Région Centre-Val de Loire, elle, paiera.", "Région Centre-Val de Loire", "organization"),
    ("en", "SSE, Equinor and Vargronn are building it.", "Vargronn", "organization"),
    ("fr", "Le campus de calcul Loire IA ouvrira en 2028.", "Loire IA", "project"),
    ("fr", "La ville a cédé le terrain à Kelmarwater.", "Kelmarwater", "organization"),
    ("en", "The offer was made by Clara Merchant, who has run it since 2022.", "Clara Merchant", "person"),
    ("en", "Tarnane, the Leeds vaccine maker, has an order.", "Tarnane", "organization"),
    ("en", "They will share the cost of NordH2, a 380-kilometre hydrogen pipeline.", "NordH2", "project"),
    ("en", "Jack Lomer lent it money, and so did the engineering group Lomer.", "Lomer", "organization"),
]


@pytest.mark.parametrize(("language", "text", "name", "kind"), FOUND)
def test_found(language: str, text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(text, language)


NOT_NAMES = [
    ("fr", "Disponible depuis lundi, il coûte 20 euros."),
    ("fr", "Les Européens attendent. Ouvrirez-vous en mai ?"),
    ("fr", "Le courant porteur en ligne (CPL) est lent."),
    ("en", "In January, British ministers refused."),
    ("en", "Analysts had expected $5 million."),
    ("en", "The US offshore wind market is small."),
    ("en", "The money comes from its Series C round."),
    ("en", "Having spent $3bn, they left."),
]


@pytest.mark.parametrize(("language", "text"), NOT_NAMES)
def test_no_names(language: str, text: str) -> None:
    assert named(text, language) == set()


def test_possessive_is_not_part_of_the_name() -> None:
    assert ("Kelmar Industries", "organization") in named(
        "Kelmar Industries's profit rose to $5 million.", "en"
    )


def test_one_type_all_over_the_document() -> None:
    text = "Kelmar Industries a levé 5 millions d’euros. Kelmar Industries est basée à Lyon."
    assert {kind for name, kind in named(text, "fr") if name.startswith("Kelmar")} == {"organization"}


def test_a_capitalised_headline_names_only_what_the_text_names() -> None:
    text = "Big Carmaker Vaurance Buys Small Rival Kelmar Motors Today\n\nVaurance bought Kelmar Motors for $5 million."
    names = {name for name, _ in named(text, "en")}
    assert not names & {"Big Carmaker Vaurance Buys Small Rival Kelmar Motors Today", "Today", "Big"}


def test_every_name_stands_where_it_says() -> None:
    text = "L’UE et la Banque européenne d’investissement (BEI) prêtent 3 milliards d’euros à Verkor."
    reading = recognise(Document("t", text, "fr"))
    words = {m.span.of(text) for m in reading.mentions if m.form in {Form.NAME, Form.SHORT}}
    assert words == {"UE", "Banque européenne d’investissement", "BEI", "Verkor"}


def test_same_text_same_names() -> None:
    text = "Orsted, SSE and Equinor will pay $5 million to Vargronn in Normandy."
    assert recognise(Document("a", text, "en")).mentions == recognise(Document("a", text, "en")).mentions


def test_gazetteers() -> None:
    assert known()["union europeenne"].value == "organization"
    assert countries()["etats unis"] == countries()["usa"] == "US"
    assert "lyon" in cities()
    assert "kelso" in towns() - cities()
    assert {"kraft heinz", "novo nordisk"} <= companies()
    assert first_names()["Ursula"] == "f"
    assert demonyms("fr")["britanniques"] == demonyms("en")["british"] == "GB"
