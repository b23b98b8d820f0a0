"""Which names are one and which are not, pair by pair."""

import pytest
from naming import article, one_of

from graphbuild.model import EntityType
from graphbuild.resolve import resolve
from graphbuild.resolve.gazetteer import LANGUAGES, look_up, references
from graphbuild.resolve.names import identifying, is_acronym, spells_out

SAME = [
    ("organization", "fr", "Union européenne", "en", "European Union"),
    ("organization", "fr", "UE", "en", "EU"),
    ("organization", "fr", "Commission européenne", "en", "European Commission"),
    ("organization", "fr", "l’Union européenne", "fr", "UNION EUROPEENNE"),
    ("organization", "fr", "Banque européenne d’investissement", "en", "European Investment Bank"),
    ("organization", "fr", "BCE", "en", "European Central Bank"),
    ("organization", "fr", "FMI", "en", "IMF"),
    ("organization", "fr", "OTAN", "en", "NATO"),
    ("organization", "fr", "Réserve fédérale", "en", "Federal Reserve"),
    ("organization", "en", "Nvidia Corp.", "fr", "Nvidia"),
    ("organization", "en", "Nvidia Corporation", "en", "NVIDIA"),
    ("organization", "fr", "Société Générale SA", "fr", "Société générale"),
    ("organization", "en", "Samsung Electronics Co., Ltd.", "fr", "Samsung Electronics"),
    ("organization", "fr", "Airbus SE", "en", "Airbus"),
    ("organization", "en", "Meta Platforms, Inc.", "en", "Meta Platforms"),
    ("organization", "fr", "Saint-Gobain", "en", "Saint Gobain"),
    ("place", "fr", "États-Unis", "en", "United States"),
    ("place", "fr", "Etats-Unis", "en", "U.S."),
    ("place", "fr", "Royaume-Uni", "en", "UK"),
    ("place", "fr", "Allemagne", "en", "Germany"),
    ("place", "fr", "Pays-Bas", "en", "the Netherlands"),
    ("place", "fr", "Mexique", "en", "Mexico"),
    ("place", "fr", "Turquie", "en", "Turkey"),
    ("person", "fr", "Ursula von der Leyen", "en", "Ursula von der Leyen"),
    ("person", "en", "Sir Richard Branson", "fr", "Richard Branson"),
    ("person", "fr", "Édouard Philippe", "en", "Edouard Philippe"),
]

APART = [
    ("project", "fr", "France 2030", "fr", "France 2025"),
    ("product", "fr", "EPR", "fr", "EPR2"),
    ("organization", "fr", "Airbus", "fr", "Airbus Defence and Space"),
    ("organization", "fr", "Orange", "fr", "Orange Bank"),
    ("organization", "fr", "SNCF", "fr", "SNCF Voyageurs"),
    ("organization", "fr", "AS Monaco", "fr", "Monaco"),
    ("organization", "fr", "ministère de l’Économie", "fr", "État"),
    ("organization", "fr", "ministère de l’Économie", "en", "ministère de l’Économie"),
    ("organization", "fr", "gouvernement", "fr", "gouvernement"),
    ("organization", "fr", "État", "fr", "État"),
    ("person", "fr", "Macron", "fr", "Emmanuel Macron"),
    ("person", "fr", "Macron", "fr", "Macron"),
    ("person", "fr", "von der Leyen", "en", "von der Leyen"),
    ("person", "fr", "Emmanuel Macron", "fr", "Brigitte Macron"),
    ("place", "fr", "Mexico", "en", "Mexico"),  # the city, the country
    ("place", "fr", "Géorgie", "en", "Georgia"),  # also one of the United States
    ("organization", "fr", "BCE", "en", "BCE"),  # the bank, the Canadian company
    ("organization", "fr", "Commission européenne", "fr", "Conseil européen"),
]


def resolved(kind, language1, name1, language2, name2):
    corpus = [
        article("one", (kind, name1), language=language1),
        article("two", (kind, name2), language=language2),
    ]
    identities = resolve(corpus)
    pair = (
        identities.entity_of(*one_of("one", kind, name1)),
        identities.entity_of(*one_of("two", kind, name2)),
    )
    return identities, *pair


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: f"{pair[2]} = {pair[4]}")
def test_one_entity(pair):
    identities, one, other = resolved(*pair)
    assert one == other
    assert identities.canonicals == (one,)


@pytest.mark.parametrize("pair", APART, ids=lambda pair: f"{pair[2]} / {pair[4]}")
def test_two_entities(pair):
    identities, one, other = resolved(*pair)
    assert one.key != other.key
    assert len(identities.canonicals) == 2


def test_a_company_and_a_place_of_one_name_stay_apart_and_say_so():
    identities = resolve([article("one", ("organization", "Orange"), ("place", "Orange"))])
    assert {c.key for c in identities.canonicals} == {"organization:orange", "place:orange"}
    assert [d.reason for d in identities.decisions] == ["type"]


def test_what_recognition_calls_a_place_is_the_union_where_the_data_say_so():
    identities = resolve(
        [article("one", ("place", "UE")), article("two", ("organization", "Union européenne"))]
    )
    assert [(c.type, c.name) for c in identities.canonicals] == [
        (EntityType.ORGANIZATION, "Union européenne")
    ]


@pytest.mark.parametrize(
    ("full", "short", "answer"),
    [
        ("Union européenne", "UE", True),
        ("Électricité de France", "EDF", True),
        ("Institut national de la statistique et des études économiques", "Insee", True),
        ("Commissariat à l’énergie atomique et aux énergies alternatives", "CEA", True),
        ("Agence spatiale européenne", "ESA", False),
        ("Airbus", "A", False),
        ("Banque de France", "BNP", False),
    ],
)
def test_spells_out(full, short, answer):
    assert spells_out(full, short) is answer


@pytest.mark.parametrize(
    ("surface", "answer"), [("UE", True), ("AT&T", True), ("Airbus", False), ("G7", False), ("I", False)]
)
def test_is_acronym(surface, answer):
    assert is_acronym(surface) is answer


@pytest.mark.parametrize("name", ["SAS", "AS", "SA", "Co", "Limited"])
def test_a_name_that_is_a_legal_form_is_kept(name):
    assert identifying(EntityType.ORGANIZATION, name) == name.casefold()


def test_every_reference_is_found_by_each_of_its_names():
    assert len({reference.id for reference in references()}) == len(references()) > 300
    for reference in references():
        for language, name in reference.names:
            hit = look_up(reference.type, name, language)
            assert hit is not None, (reference.id, name)
            assert hit.reference.id == reference.id, name
        assert all(iri.startswith(("http://", "https://")) for iri in reference.same_as)
        assert {language for language, _ in reference.names} == set(LANGUAGES)


def test_every_acronym_is_found_in_its_language():
    for reference in references():
        for language, short in reference.shorts:
            hit = look_up(reference.type, short, language)
            found = hit.reference.id if hit else None
            assert found == reference.id, (short, language, found)
