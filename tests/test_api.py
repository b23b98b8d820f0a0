"""The public face: the verbs, sorted, and nothing else."""

import inspect
import subprocess
import sys
from types import ModuleType

import pytest

import graphbuild
from graphbuild.cli import main
from graphbuild.settings import Settings

VERBS = [
    "apply_corrections",
    "ask",
    "build",
    "check",
    "correct",
    "corrections",
    "evaluate",
    "explain",
    "export",
    "query",
    "questions",
    "remove",
    "show",
    "totals",
    "why",
]


def test_the_face_is_the_verbs_and_the_error():
    assert graphbuild.__all__ == sorted(graphbuild.__all__) == ["GraphBuildError", *VERBS]


def test_nothing_else_leaks():
    names = {
        n for n, v in vars(graphbuild).items() if not n.startswith("_") and not isinstance(v, ModuleType)
    }
    assert names == set(graphbuild.__all__)


def test_a_verb_stays_a_verb_when_its_room_has_been_used():
    program = (
        "import graphbuild\n"
        "import graphbuild.ask.query, graphbuild.show.draw, graphbuild.evaluate.run\n"
        "assert all(callable(getattr(graphbuild, name)) for name in graphbuild.__all__)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_is_typed_and_says_what_it_does(name):
    verb = getattr(graphbuild, name)
    signature = inspect.signature(verb)
    assert verb.__doc__
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())


def test_the_command_line_has_the_same_verbs():
    # serve runs until it is stopped, no verb for Python; two verbs are lists that a command without a name shows
    assert sorted(main.commands) == sorted(
        {*VERBS, "serve"} - {"questions", "corrections", "apply_corrections"}
    )


def test_the_verbs_on_an_output(small_output, tmp_path):
    answer = graphbuild.query("SELECT ?n { ?c gb:payer/rdfs:label ?n }", output=small_output)
    assert answer.rows == [("Union européenne",)]
    assert [question.name for question in graphbuild.questions()].count("about") == 1
    assert graphbuild.ask("about", {"entity": "Nobody"}, output=str(small_output)).rows == []
    graphbuild.export(tmp_path / "graph.ttl", output=small_output)
    assert (tmp_path / "graph.ttl").read_bytes() == (small_output / "graph.ttl").read_bytes()
    assert graphbuild.show(output=small_output).read_text(encoding="utf-8").startswith("<!")
    # The small output is written by hand: its claim lacks what the shapes ask for.
    assert graphbuild.check(output=small_output)
    with pytest.raises(graphbuild.GraphBuildError, match="graphbuild build"):
        graphbuild.show(output=tmp_path / "nothing")


def test_a_base_that_carries_no_names_is_refused_before_anything_is_read(tmp_path):
    settings = Settings(base="https://example.org/n#", output=tmp_path / "output")
    with pytest.raises(graphbuild.GraphBuildError, match="ends in '/'"):
        graphbuild.build(tmp_path / "missing.txt", settings=settings)
