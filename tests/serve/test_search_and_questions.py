"""Finding names and words, and asking the named questions through forms."""

import pytest

JSON = {"accept": "application/json"}
HTML = {"accept": "text/html"}
INJECTED = ['Nvidia" } UNION { ?x ?y ?z }#', "'; DROP", "?entity", "<http://a/>", "\\u0022", "Nvidia'\n}"]


def names(client, words: str) -> list[str]:
    return [n["name"] for n in client.get("/search", params={"q": words}, headers=JSON).json()["names"]]


@pytest.mark.parametrize("words", ["Union européenne", "union europeenne", "EUROP", "europeenne uni", "UE"])
def test_names_are_found_without_accents_by_their_beginnings_and_aliases(client, words):
    assert "Union européenne" in names(client, words)


def test_articles_are_found_with_the_words_in_their_context(client):
    found = client.get("/search", params={"q": "electricite nucleaire"}, headers=JSON).json()["texts"]
    assert "électricité" in found[0]["shown"]
    page = client.get("/search", params={"q": "electricite nucleaire"}, headers=HTML).text
    assert "<mark>électricité</mark> <mark>nucléaire</mark>" in page


@pytest.mark.parametrize("words", ['"', "AND", "NEAR(", "*", "^a", "a:b", "-", "", " ", "x" * 5000, "'; --"])
def test_nothing_that_is_searched_is_an_operator(client, words):
    assert client.get("/search", params={"q": words}, headers=JSON).status_code == 200


def test_what_is_searched_is_shown_as_text(client):
    page = client.get("/search", params={"q": "<script>alert(1)</script>"}, headers=HTML)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


def test_a_question_without_values_is_answered_at_once(client):
    page = client.get("/questions/who-leads-what", headers=HTML)
    assert "Ursula von der Leyen" in page.text
    csv = client.get("/questions/who-leads-what", params={"as": "csv"})
    assert csv.headers["content-type"].startswith("text/csv")
    assert "Ursula von der Leyen" in csv.text


def test_a_question_with_a_value_is_a_form_first(client):
    page = client.get("/questions/evidence", headers=HTML).text
    assert 'name="entity"' in page
    assert "Results" not in page
    answer = client.get("/questions/evidence", params={"entity": "Fluidstack"}, headers=HTML).text
    assert "La société britannique y utilisera des puces" in answer
    assert client.get("/questions/evidence", headers=JSON).status_code == 400


@pytest.mark.parametrize("value", INJECTED)
def test_a_value_never_becomes_part_of_a_question(client, value):
    answer = client.get("/questions/evidence", params={"entity": value}, headers=JSON)
    assert answer.status_code == 200
    assert answer.json()["results"]["bindings"] == []


def test_questions_are_listed_in_both_languages(client):
    assert "Who puts money into what" in client.get("/questions", headers=HTML).text
    french = client.get("/questions", headers={**HTML, "accept-language": "fr"}).text
    assert "who-funds-what" in french
    assert "Who puts money into what" not in french
    assert client.get("/questions/none-such", headers=HTML).status_code == 404
