"""Who is who inside one article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import Document, EntityType, Form, Reading
from graphbuild.recognise import recognise


def read(text: str, language: str) -> Reading:
    return recognise(Document("t", text, language))


def meant(reading: Reading, words: str, form: Form) -> set[str]:
    """The names of the entities that ``words`` stand for."""
    names = {entity.key: entity.name for entity in reading.entities}
    text = reading.document.text
    return {names[m.entity] for m in reading.mentions if m.form is form and m.span.of(text) == words}


def aliases(reading: Reading, name: str) -> set[str]:
    return next(set(entity.aliases) for entity in reading.entities if entity.name == name)


def test_acronym_in_parentheses() -> None:
    reading = read("La Banque européenne d’investissement (BEI) prête à Verkor. La BEI est patiente.", "fr")
    assert meant(reading, "BEI", Form.SHORT) == {"Banque européenne d’investissement"}


def test_well_known_alias() -> None:
    reading = read("L’UE investira 5 milliards d’euros. L’Union européenne le confirme.", "fr")
    assert "UE" in aliases(reading, "Union européenne")


def test_surname() -> None:
    reading = read("Mads Nipper leads Orsted. On Monday Nipper said no.", "en")
    assert meant(reading, "Nipper", Form.SHORT) == {"Mads Nipper"}


def test_first_word_of_a_company() -> None:
    reading = read("Boeing has agreed to buy Spirit AeroSystems. Spirit will get $5 million.", "en")
    assert meant(reading, "Spirit", Form.SHORT) == {"Spirit AeroSystems"}


def test_a_subsidiary_is_not_its_parent() -> None:
    reading = read("EDF Renewables built the farm. EDF paid $5 million.", "en")
    assert {"EDF", "EDF Renewables"} <= {entity.name for entity in reading.entities}


def test_what_the_text_calls_a_branch_is_not_the_house() -> None:
    reading = read("Lomer Power, a unit of the group Lomer, will pay $5 million. Lomer said so.", "en")
    assert {"Lomer", "Lomer Power"} <= {entity.name for entity in reading.entities}


def test_two_candidates_are_none() -> None:
    text = "Apple Corps has sued Apple Computer in London. Apple paid $5 million."
    assert {"Apple Corps", "Apple Computer"} <= {entity.name for entity in read(text, "en").entities}


DESCRIBED = [
    ("fr", "Verkor a levé 850 millions d’euros. L’entreprise construira ici.", "entreprise", "Verkor"),
    ("fr", "L’UE a tranché lundi. Le bloc investira 5 milliards d’euros.", "bloc", "UE"),
    ("fr", "La France a promis 5 millions d’euros. Le pays attend.", "pays", "France"),
    (
        "fr",
        "Fluidstack a signé. La société britannique paiera 5 millions d’euros.",
        "société britannique",
        "Fluidstack",
    ),
    ("en", "Orsted cut jobs. The company lost $5 million.", "company", "Orsted"),
    (
        "fr",
        "Verkor a levé 5 millions d’euros. Siemens Energy a proposé de racheter l’entreprise.",
        "entreprise",
        "Verkor",
    ),
    ("en", "Verkor raised $5 million. Siemens Energy bought the company.", "company", "Verkor"),
    ("fr", "Hermès a publié ses comptes. Le sellier a versé 4 000 euros.", "sellier", "Hermès"),
    (
        "en",
        "Orsted cut jobs. The Danish group, led by Mads Nipper, lost $5 million.",
        "Danish group",
        "Orsted",
    ),
    ("en", "Orsted, the Danish utility, cut jobs. The utility lost $5 million.", "utility", "Orsted"),
]


@pytest.mark.parametrize(("language", "text", "words", "name"), DESCRIBED)
def test_definite_description(language: str, text: str, words: str, name: str) -> None:
    reading = read(text, language)
    assert meant(reading, words, Form.DESCRIPTION) == {name}
    assert words in aliases(reading, name)


def test_nationality_must_agree() -> None:
    text = (
        "Samsung, the South Korean group, met Orsted, the Danish utility. The Danish group lost $5 million."
    )
    assert meant(read(text, "en"), "Danish group", Form.DESCRIPTION) == {"Orsted"}


def test_apposition_gives_an_alias() -> None:
    reading = read("Le laboratoire français Sanofi Pasteur a vendu 3 millions de doses.", "fr")
    assert "laboratoire français Sanofi Pasteur" in aliases(reading, "Sanofi Pasteur")


def test_an_indefinite_noun_is_nobody_named() -> None:
    assert not meant(
        read("Verkor a signé. Une entreprise paiera 5 millions d’euros.", "fr"),
        "entreprise",
        Form.DESCRIPTION,
    )


PRONOUNS = [
    ("fr", "Verkor a levé 5 millions d’euros. Elle emploie 300 personnes.", "Elle", {"Verkor"}),
    ("fr", "Emmanuel Macron a dit qu’il investirait 5 millions d’euros.", "il", {"Emmanuel Macron"}),
    ("fr", "Meta vendra sa filiale.", "sa", {"Meta"}),
    ("fr", "Il faut que Verkor vende.", "Il", set()),
    ("en", "Orsted said it would invest $5 million.", "it", {"Orsted"}),
    ("en", "Orsted and Eversource approved the plan. They own the site.", "They", {"Orsted", "Eversource"}),
    ("en", "It is expected that Orsted will sell.", "It", set()),
    ("en", "Mads Nipper leads Orsted. He resigned.", "He", {"Mads Nipper"}),
    (
        "en",
        "Orsted and Eversource approved Revolution Wind, a 704 MW scheme. They own it jointly.",
        "it",
        {"Revolution Wind"},
    ),
    (
        "fr",
        "ArianeGroup a lancé une fusée. MaiaSpace, sa filiale, a levé 5 millions d’euros.",
        "sa",
        {"ArianeGroup"},
    ),
    ("fr", "Sanofi a vendu Opella, sa filiale, pour 10 milliards d’euros.", "sa", {"Sanofi"}),
    ("fr", "Après avoir fermé, via sa filiale, une usine, Valeo recrute.", "sa", {"Valeo"}),
]


@pytest.mark.parametrize(("language", "text", "pronoun", "names"), PRONOUNS)
def test_pronoun(language: str, text: str, pronoun: str, names: set[str]) -> None:
    assert meant(read(text, language), pronoun, Form.PRONOUN) == names


INTERVIEW = (
    "Claire Vasseur, présidente d’Arvane Optique, fabrique des viseurs.\n\nTout va bien ?\n\n"
    "Nous avons gagné 31 millions d’euros.\n\nQui refuse de vous suivre ?\n\nNotre banque."
)


def test_in_an_interview_we_are_the_house_of_who_answers() -> None:
    assert meant(read(INTERVIEW, "fr"), "Nous", Form.PRONOUN) == {"Arvane Optique"}


def test_elsewhere_we_are_nobody() -> None:
    text = "Claire Vasseur préside Arvane Optique. Nous avons payé 31 millions d’euros."
    assert not meant(read(text, "fr"), "Nous", Form.PRONOUN)


def test_a_brief_never_looks_into_the_story_before() -> None:
    text = "Deals of the day\n\nBOEING - The planemaker bought Spirit AeroSystems.\n\nWAYVE - The company raised $5 million."
    reading = read(text, "en")
    assert meant(reading, "company", Form.DESCRIPTION) <= {"WAYVE"}


def test_described_project_and_its_later_mention() -> None:
    reading = read("Verkor construira une usine en Floride. L’usine coûtera 5 millions d’euros.", "fr")
    plant = next(entity for entity in reading.entities if entity.type is EntityType.PROJECT)
    assert (plant.name, plant.named) == ("usine en Floride", False)
    assert len([m for m in reading.mentions if m.entity == plant.key]) == 2


def test_brussels_stands_for_the_commission() -> None:
    reading = read("La Commission européenne hésite. Verkor attend le feu vert de Bruxelles.", "fr")
    assert "Bruxelles" in aliases(reading, "Commission européenne")


def test_brussels_stays_a_place_where_something_is() -> None:
    reading = read("La Commission européenne siège à Bruxelles.", "fr")
    assert ("Bruxelles", EntityType.PLACE) in {(entity.name, entity.type) for entity in reading.entities}


SENTENCES = [
    "Orsted said it would invest $5 million.",
    "The Danish group, led by Mads Nipper, owns a plant in Heide.",
    "(“They” — EDF Renewables & co.) paid.",
    "THAMES WATER - Owners of the utility refused.",
    "\u00a0“It’s” the company’s",
    "• A third factory",
]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.sampled_from(["\n\n", " ", "\n"]))
def test_mentions_are_sound(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    reading = read(text, "en")
    keys = [entity.key for entity in reading.entities]
    assert keys == sorted(set(keys))
    assert all(mention.entity in keys for mention in reading.mentions)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in reading.mentions)
    assert list(reading.mentions) == sorted(reading.mentions, key=lambda m: (m.span, m.entity, m.form))


def test_who_says_it_describes_no_name_before() -> None:
    reading = read(
        "Lumenis raises money\n\nLumenis has raised $5 million in a round led by Index, the company said.",
        "en",
    )
    assert meant(reading, "company", Form.DESCRIPTION) != {"Index"}


def test_a_state_is_no_company() -> None:
    reading = read("The Czech state will pay. The chipmaker is pleased.", "en")
    assert meant(reading, "chipmaker", Form.DESCRIPTION) == set()


def test_who_was_given_to_is_given_to_again() -> None:
    reading = read(
        "Orsane a le vent en poupe. Le ministère de la Santé lui a commandé des doses. "
        "La BEI lui avait déjà prêté 40 millions d’euros.",
        "fr",
    )
    assert meant(reading, "lui", Form.PRONOUN) == {"Orsane"}


def test_pronoun_behind_the_verb_of_saying_is_who_speaks() -> None:
    reading = read("Le maire, Paul Martin, est déçu. « L’État nous avait promis 8 M€ », rappelle-t-il.", "fr")
    assert meant(reading, "-il", Form.PRONOUN) == {"Paul Martin"}
