"""Who says it."""

import pytest

from graphbuild.model import Document
from graphbuild.recognise import recognise
from graphbuild.relate import relate

SAID = [
    ("fr", "Selon OpenAI, Microsoft a investi 200 millions d'euros dans Verkor.", "OpenAI"),
    ("fr", "D'après Renault, l'État a versé 50 millions d'euros à Verkor.", "Renault"),
    ("fr", "Microsoft a investi 200 millions d'euros dans Verkor, selon Bloomberg.", "Bloomberg"),
    (
        "fr",
        "Emmanuel Macron a annoncé que Microsoft investirait 200 millions d'euros dans Verkor.",
        "Emmanuel Macron",
    ),
    (
        "fr",
        "Microsoft va investir 200 millions d'euros dans Verkor, a déclaré Emmanuel Macron.",
        "Emmanuel Macron",
    ),
    ("fr", "Selon des sources, Microsoft a investi 200 millions d'euros dans Verkor.", "sources"),
    ("en", "According to Google, Microsoft invested $200 million in OpenAI.", "Google"),
    (
        "en",
        "Microsoft invested $200 million in OpenAI, according to people familiar with the matter.",
        "people familiar",
    ),
    ("en", "Microsoft will invest $200 million in OpenAI, citing two people close to it.", "two people"),
    ("en", "Joe Biden said that Microsoft would invest $200 million in OpenAI.", "Joe Biden"),
    ("en", "Microsoft will invest $200 million in OpenAI, Joe Biden said.", "Joe Biden"),
    ("en", "Microsoft invested $200 million in OpenAI, Reuters reported.", "Reuters"),
]
OWN = [
    ("fr", "Microsoft a annoncé qu'il investirait 200 millions d'euros dans Verkor."),
    ("fr", "Microsoft a investi 200 millions d'euros dans Verkor."),
    ("fr", "Selon les termes de l'accord, Microsoft investira 200 millions d'euros dans Verkor."),
    ("fr", "Selon Microsoft, le groupe Microsoft a investi 200 millions d'euros dans Verkor."),
    ("en", "Microsoft said it would invest $200 million in OpenAI."),
    ("en", "Microsoft will invest $200 million in OpenAI, citing strong demand."),
    ("en", "Nvidia put $300 million into OpenAI, of which $200 million came from Microsoft."),
    ("en", "The round, led by Nvidia, values OpenAI at $6 billion."),
    ("fr", "Le tour de table, mené par Nvidia, valorise OpenAI à 6 milliards d'euros."),
    ("en", "Microsoft announced that it would invest $200 million in OpenAI."),
    (
        "en",
        "Satya Nadella is the chief of Microsoft. Satya Nadella said Microsoft would invest $2 million in OpenAI.",
    ),
]


def speaker(language: str, text: str) -> str | None:
    claims = relate(recognise(Document("said", text, language)))
    claim = next(c for c in claims if c.amount is not None)
    return claim.stance.speaker.text if claim.stance.speaker else None


@pytest.mark.parametrize(("language", "text", "who"), SAID)
def test_others_are_named(language: str, text: str, who: str) -> None:
    found = speaker(language, text)
    assert found is not None
    assert who in found


@pytest.mark.parametrize(("language", "text"), OWN)
def test_nobody_is_attributed_its_own_announcement(language: str, text: str) -> None:
    assert speaker(language, text) is None


def test_a_named_speaker_is_an_entity_and_an_unnamed_one_is_words() -> None:
    for text, key in ((SAID[0][1], "organization:openai"), (SAID[5][1], None)):
        claims = relate(recognise(Document("said", text, "fr")))
        said = next(c.stance.speaker for c in claims if c.amount is not None)
        assert said is not None
        assert said.entity == key
