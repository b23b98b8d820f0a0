"""No question makes this machine call another one, however it is written."""

import subprocess
import sys

import pytest

from graphbuild.ask.guard import refuse_writes
from graphbuild.errors import QueryError

HIDDEN = [
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ # a comment that a carriage return ends \r SERVICE <{url}> {{ ?s ?p ?o }} \n }}",
    "PREFIX a: <http://a/> SELECT * {{ OPTIONAL {{ ?x a:p\\#b ?y }} SERVICE <{url}> {{ ?s ?p ?o }} }}",
    (
        "PREFIX a: <http://a/> SELECT * {{ OPTIONAL {{ ?x a:p\\'b ?y }} SERVICE <{url}> {{ ?s ?p ?o }}"
        " OPTIONAL {{ ?x a:p 'b' }} }}"
    ),
    "SELECT * {{ VALUES ?a {{ 0 }} FILTER(?a<1)SERVICE#>\n<{url}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ OPTIONAL {{ <http://a/\\u0041#> ?p ?o }} SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ OPTIONAL {{ <http://a/(b)#> ?p ?o }} SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "select * {{ bind(1 as ?service) service silent <{url}> {{ ?s ?p ?o }} }}",
]
HARMLESS = [
    'SELECT * { ?s rdfs:label "SERVICE <http://a/>" }',
    "SELECT * { ?s rdfs:label ?service # SERVICE\n }",
    "SELECT * { ?s ?p <http://a/service> }",
    "SELECT * { ?s ?p 'It\\'s at your SERVICE ' }",
]
RUN = """
import sys
from graphbuild.ask.sandbox import close_network
from pyoxigraph import NamedNode, Store
if not close_network():
    print("cannot be closed")
    sys.exit()
try:
    print(list(Store().query(sys.argv[1])))
except OSError as error:
    print("refused", error)
"""


@pytest.mark.parametrize("question", HIDDEN)
def test_service_is_found_wherever_it_hides(question):
    with pytest.raises(QueryError, match="SERVICE would ask another machine"):
        refuse_writes(question.format(url="http://127.0.0.1:9999/"))


@pytest.mark.parametrize("question", HARMLESS)
def test_the_word_alone_is_no_call(question):
    refuse_writes(question)


@pytest.mark.parametrize("question", [HIDDEN[0], HIDDEN[1], HIDDEN[4]])
def test_a_process_without_network_calls_nobody_even_if_nobody_reads_the_question(machine, question):
    url, calls = machine
    command = [sys.executable, "-c", RUN, question.format(url=url)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if said.startswith("cannot be closed"):
        pytest.skip("this system cannot close the network of a process; the guard alone stands here")
    assert said.startswith("refused")
    assert calls == []


def test_the_other_machine_is_called_where_nothing_stands_before_it(machine):
    """Else the tests above would prove nothing."""
    url, calls = machine
    open_door = RUN.replace("if not close_network():", "if False:")
    subprocess.run(
        [sys.executable, "-c", open_door, HIDDEN[0].format(url=url)], check=True, capture_output=True
    )
    assert calls == ["/"]
