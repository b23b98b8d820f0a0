import pytest

from graphbuild.errors import DocumentError
from graphbuild.read.language import detect, language_of

BOTH = ("fr", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OpenAI lève 6,6 milliards de dollars", "fr"),
        ("Microsoft rachète Activision", "fr"),
        ("EDF rachète Framatome", "fr"),
        ("Apple buys Beats", "en"),
        ("Microsoft acquires Activision", "en"),
        ("Boeing spun the Kansas company off in 2005.", "en"),
        (
            "Lightspeed, Andreessen Horowitz, Nvidia et Samsung participent à ce tour de table pour Mistral.",
            "fr",
        ),
        ("The chief executive of Crédit Agricole said that Société Générale was not for sale.", "en"),
        (
            "« We will build it in France », a déclaré le directeur, qui veut une usine pour ses batteries.",
            "fr",
        ),
    ],
)
def test_short_texts(text, language):
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["OpenAI SoftBank Oracle", "Mistral AI: 600 millions", "Stellantis, Fiat, Peugeot", "IA"]
)
def test_names_alone_are_read_as_one_of_ours(text):
    assert detect(text) in BOTH


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Bundesregierung will in den kommenden Jahren mehr Geld investieren.", "German"),
        ("El Gobierno español invertirá 1.500 millones de euros en chips.", "Spanish"),
        ("Il governo italiano investe due miliardi nei chip, dice il ministro.", "Italian"),
        ("A empresa anunciou um investimento de 5 milhões de euros.", "Portuguese"),
        ("Het bedrijf wil in de fabriek van Eindhoven investeren en dat was nieuw.", "Dutch"),
        ("L'empresa invertirà per les fàbriques que ha comprat a Barcelona.", "Catalan"),
        ("Compania a cumpărat o fabrică pe care o va extinde în România.", "Romanian"),
        ("Firma zainwestuje w to przedsiębiorstwo i to w tym roku.", "Polish"),
        ("英伟达投资五十亿美元", "Chinese"),
        ("Компания", "Russian"),
    ],
)
def test_another_language_is_named(text, language):
    assert detect(text) == language
    with pytest.raises(
        DocumentError, match=rf"written in {language}, which is not read \(readable: fr or en\)"
    ):
        language_of(text, None, BOTH)


@pytest.mark.parametrize(
    ("given", "language"), [("fr", "fr"), ("FR-ca", "fr"), ("en_US", "en"), (" eng ", "en")]
)
def test_a_given_language_is_believed(given, language):
    assert language_of("Die Bundesregierung will mehr Geld investieren.", given, BOTH) == language


@pytest.mark.parametrize("given", ["", "  ", None])
def test_a_blank_language_is_not_given(given):
    assert language_of("Elle a été rachetée pour une somme inconnue.", given, BOTH) == "fr"


def test_one_language_only():
    assert language_of("OpenAI SoftBank Oracle", None, ("fr",)) == "fr"
    with pytest.raises(DocumentError, match="written in English"):
        language_of("The company said that it had bought the other one from its owners.", None, ("fr",))


def test_text_after_many_blanks():
    assert detect(" \n" * 10_000 + "Elle a été rachetée pour une somme inconnue.") == "fr"


def test_no_letters():
    with pytest.raises(DocumentError, match="holds no letters"):
        detect("1 234 567 €")
