"""The named questions: how their files are read, and how values get into them."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from small import SMALL, fill

from graphbuild.ask.questions import ask, named, questions, read_question
from graphbuild.errors import OntologyError, QueryError

NAMED = """\
# Who is called so
# en: The names that hold some words.
# fr: Les noms qui contiennent ces mots.
# param words: a part of a name
SELECT ?name ?words { ?x rdfs:label ?name FILTER(CONTAINS(?name, ?words)) } ORDER BY ?name
"""


@pytest.fixture
def question(tmp_path):
    path = tmp_path / "called.rq"
    path.write_text(NAMED, encoding="utf-8")
    return read_question(path)


def test_the_first_lines_say_what_is_answered(question):
    assert (question.name, question.title) == ("called", "Who is called so")
    assert question.english == "The names that hold some words."
    assert question.french == "Les noms qui contiennent ces mots."
    assert [(p.name, p.about) for p in question.parameters] == [("words", "a part of a name")]


def test_a_value_is_bound_and_its_column_is_left_out(question, small_output):
    answer = ask(question, {"words": "Union"}, output=small_output)
    assert (answer.columns, answer.rows) == (("name",), [("Union européenne",)])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=st.text(st.characters(exclude_categories=["Cs"])))
@example('") } INSERT DATA { <a:a> <a:b> "')
@example("\\u0022 \\")
@example("' OR 1=1 #")
@example("?name")
def test_a_value_is_only_ever_a_value(question, tmp_path_factory, value):
    # A name that is exactly the value is found by it, whatever it holds; nothing else is.
    output = tmp_path_factory.mktemp("output")
    escaped = "".join(f"\\U{ord(character):08X}" for character in value)
    fill(output, f'{SMALL}ex:it rdfs:label "<{escaped}>" .')
    answer = ask(question, {"words": f"<{value}>"}, output=output)
    assert len(answer.rows) == 1
    assert answer.rows[0][0] == f"<{value}>"


def test_a_parameter_that_it_does_not_have(question, small_output):
    with pytest.raises(QueryError, match=r"no parameter 'entity'.*ask called --words"):
        ask(question, {"words": "a", "entity": "b"}, output=small_output)


def test_a_parameter_that_is_missing(question, small_output):
    with pytest.raises(QueryError, match=r"needs a value for 'words'.*--words \"a part of a name\""):
        ask(question, {}, output=small_output)


@pytest.mark.parametrize("lacking", ["# en:", "# fr:", "# Who"])
def test_a_file_that_does_not_say_what_it_answers(tmp_path, lacking):
    path = tmp_path / "called.rq"
    path.write_text("\n".join(line for line in NAMED.splitlines() if not line.startswith(lacking)))
    with pytest.raises(OntologyError, match=r"called\.rq does not say"):
        read_question(path)


def test_a_name_that_is_not_there_brings_the_nearest():
    with pytest.raises(QueryError, match=r"'who-fund-what'.*who-funds-what.*graphbuild ask"):
        named("who-fund-what")


def test_there_are_at_least_ten_questions_each_with_its_words():
    known = questions()
    assert len(known) >= 10
    assert [question.name for question in known] == sorted(question.name for question in known)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_every_question_is_answered(question, small_output):
    values = {parameter.name: "Union" for parameter in question.parameters}
    answer = ask(question, values, output=small_output)
    assert answer.columns
    assert not set(answer.columns) & set(values)
