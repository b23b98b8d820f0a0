"""Pronouns by gender, number and grammar; what points at names without being a noun for them."""

import pytest

from graphbuild.model import Document, Form
from graphbuild.recognise import recognise


def meant(text: str, language: str, words: str, form: Form) -> set[str]:
    """The names of the entities that ``words`` stand for."""
    reading = recognise(Document("t", text, language))
    names = {entity.key: entity.name for entity in reading.entities}
    return {names[m.entity] for m in reading.mentions if m.form is form and m.span.of(text) == words}


PRONOUNS = [
    # The two in question, where no two people are.
    (
        "fr",
        "Corvane et Lorvex ont signé un accord. Tous deux investiront à Lens.",
        "deux",
        {"Corvane", "Lorvex"},
    ),
    (
        "en",
        "Corvane and Lorvex signed a deal. The pair will invest $2 billion.",
        "pair",
        {"Corvane", "Lorvex"},
    ),
    ("en", "Ann Lee of Corvane met Bob Ray of Lorvex. The two will invest $2 billion.", "two", set()),
    # A form of address and a participle show the gender of a name.
    ("fr", "Mme Dominique Ravel dirige Corvane. Elle a vendu 5 usines.", "Elle", {"Dominique Ravel"}),
    # A subject that does not agree is passed over.
    ("fr", "Corvane recule, car les banques ont appris qu’il vendait.", "il", {"Corvane"}),
    # The object of blame did what follows.
    (
        "fr",
        "La Cnil a condamné Corvane à verser 5 millions d’euros pour avoir caché ses comptes.",
        "ses",
        {"Corvane"},
    ),
    ("en", "Corvane has sued Lorvex over its name.", "its", {"Lorvex"}),
    # What is only people's, what only bodies do.
    (
        "fr",
        "Corvane a recruté Luc Martin pour 5 millions d’euros. Son ancien club touchera le reste.",
        "Son",
        {"Luc Martin"},
    ),
    (
        "fr",
        "Claire Vasseur dirige Arvane. La PME, qu’elle a reprise à son père, vaut 5 millions d’euros.",
        "elle",
        {"Claire Vasseur"},
    ),
    # The last one named.
    ("fr", "Lorvex a racheté Corvane. Ce dernier perdait de l’argent.", "dernier", {"Corvane"}),
    ("en", "Lorvex has bought Corvane. The latter lost $5m last year.", "latter", {"Corvane"}),
    # Nobody.
    ("fr", "Lorvex a publié ses comptes. L’opération compte 5 millions. Elle a duré.", "Elle", set()),
    ("fr", "Lorvex vendra, a-t-il été précisé lundi.", "-il", set()),
    ("en", "Lorvex borrowed $5m. Most of it will be spent.", "it", set()),
    ("en", "Lorvex sold the plant. It was Corvane that wanted it.", "It", set()),
    ("fr", "Corvane a gagné. Ce dernier trimestre fut bon.", "dernier", set()),
]


@pytest.mark.parametrize(("language", "text", "pronoun", "names"), PRONOUNS)
def test_pronoun(language: str, text: str, pronoun: str, names: set[str]) -> None:
    assert meant(text, language, pronoun, Form.PRONOUN) == names


DESCRIPTIONS = [
    (
        "fr",
        "Le japonais Lorvex a racheté le danois Corvane. L’offre du japonais atteint 5 millions d’euros.",
        "japonais",
        {"Lorvex"},
    ),
    (
        "en",
        "Lorvex and Corvane will merge. The two companies will invest $5m.",
        "companies",
        {"Lorvex", "Corvane"},
    ),
    (
        "fr",
        "Lorvex et Corvane vont fusionner. Les deux groupes investiront 5 millions d’euros.",
        "groupes",
        {"Lorvex", "Corvane"},
    ),
    ("fr", "Lorvex, Corvane et Drumel négocient. Les deux groupes investiront.", "groupes", set()),
]


@pytest.mark.parametrize(("language", "text", "words", "names"), DESCRIPTIONS)
def test_description(language: str, text: str, words: str, names: set[str]) -> None:
    found = meant(text, language, words, Form.DESCRIPTION)
    assert found == names


def test_an_owner_is_not_what_it_owns_a_part_of() -> None:
    text = "Elliott took a stake in Lorvex last year. Elliott’s stake in the company is worth $5m."
    assert meant(text, "en", "company", Form.DESCRIPTION) == {"Lorvex"}


def test_a_surname_of_two_people_is_that_of_the_one_who_is_spoken_of() -> None:
    text = "Paul Adam est mort. Paul Adam, neveu de Jean Adam, avait dirigé Corvane. Adam avait vendu."
    assert meant(text, "fr", "Adam", Form.SHORT) == {"Paul Adam"}


LOCAL = "Orvanne. Une piscine neuve\n\nLe conseil municipal s’est réuni.{}\n\nLa Ville empruntera 3 M€. La commune attend."


def test_the_town_is_the_one_that_a_local_story_names_at_its_head():
    text = LOCAL.format(" Les travaux ont été suivis. Tous ont voté. Il fera beau. Elle sera grande.")
    assert meant(text, "fr", "Ville", Form.DESCRIPTION) == {"Orvanne"}
    assert meant(text, "fr", "commune", Form.DESCRIPTION) == {"Orvanne"}


def test_a_town_that_has_just_done_something_is_meant_rather():
    assert meant(LOCAL.format(" Lyon a promis de payer."), "fr", "Ville", Form.DESCRIPTION) == {"Lyon"}


def test_the_town_before_a_noun_tells_which_company():
    one = "Corvane invested $3m. The Leeds company will close a plant."
    assert meant(one, "en", "company", Form.DESCRIPTION) == {"Corvane"}
    two = "SoftBank led a funding round for Wayve. The London start-up raised $1bn."
    assert meant(two, "en", "start-up", Form.DESCRIPTION) == set()
