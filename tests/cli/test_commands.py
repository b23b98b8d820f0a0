"""The commands as a person types them: what they print, and what they exit with."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small import SMALL, fill

from graphbuild.cli.main import CANNOT_PRINT, FAULT, NOBODY_READS, Commands, main
from graphbuild.cli.progress import STAGES

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "ask",
    "build",
    "check",
    "evaluate",
    "explain",
    "export",
    "query",
    "serve",
    "show",
    "totals",
    "why",
)
ARTICLE = "La France investit 109 milliards d’euros dans l’intelligence artificielle.\n"


def run(*arguments: object, **options: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], **options)
    # Whatever happens ends in an exit code and words, never in a traceback.
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code != FAULT, result.stderr
    return result


def on_a_terminal(*arguments: object) -> str:
    """What a command shows on a terminal of 100 columns."""
    main_end, its_end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "graphbuild", *map(str, arguments)],
        stdin=its_end,
        stdout=its_end,
        stderr=its_end,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "TERM": "xterm-256color"},
    )
    os.close(its_end)
    shown = b""
    while True:
        try:
            chunk = os.read(main_end, 65536)
        except OSError:  # the other end is closed: the process has ended
            break
        if not chunk:
            break
        shown += chunk
    os.close(main_end)
    assert process.wait() == 0, shown.decode()
    return shown.decode()


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("built")
    (folder / "france.txt").write_text(ARTICLE, encoding="utf-8")
    return folder / "output", run("build", folder / "france.txt", "-o", folder / "output")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    # The example is not wrapped: each of its commands has a line of its own.
    example = result.output.partition("\n  Example:\n")[2].partition("\n\n")[0].splitlines()
    assert example
    assert [line for line in example if not line.startswith("    graphbuild ")] == []
    assert f"graphbuild {command}" in example[-1]


def test_the_help_and_the_version():
    assert [name for name in COMMANDS if name not in run("--help").output] == []
    assert run("--version").output == f"graphbuild {version('graphbuild')}\n"


def test_help_takes_less_than_half_a_second():
    def seconds() -> float:
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "graphbuild", "--help"], check=True, capture_output=True, cwd=ROOT
        )
        return time.perf_counter() - began

    # The best of a few: other programs on the machine may slow one of them down.
    assert min(seconds() for _ in range(5)) < 0.5


def test_build_says_what_was_read_and_found_and_where_it_is(built):
    output, result = built
    assert result.exit_code == 0, result.output
    assert "1 document read" in result.stdout
    assert str(output / "graph.html") in result.stdout
    assert {p.name for p in output.iterdir()} >= {
        "graph.ttl",
        "graph.html",
        "report.json",
        "documents.jsonl",
        "store",
    }
    assert json.loads((output / "report.json").read_text(encoding="utf-8"))["read"] == ["france.txt"]


def test_what_is_built_is_valid_and_can_be_asked(built):
    output, _ = built
    assert run("check", "-o", output).exit_code == 0
    result = run("ask", "who-funds-what", "-o", output)
    assert "109000000000 EUR" in result.stdout


def test_show_draws_again_and_says_where(built):
    output, _ = built
    before = (output / "graph.html").read_bytes()
    (output / "graph.html").unlink()
    assert run("show", "-o", output).stdout == f"{output / 'graph.html'}\n"
    assert (output / "graph.html").read_bytes() == before


def test_the_output_is_the_one_of_the_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graphbuild.toml").write_text('output = "elsewhere"\n')
    fill(tmp_path / "elsewhere")
    assert run("query", "ASK { ?c gb:payer ?p }").stdout == "yes\n"


def test_a_wrong_setting_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graphbuild.toml").write_text("colour = 1\n")
    result = run("build", "x.txt")
    assert result.exit_code == 2
    assert "colour" in result.stderr


@pytest.mark.parametrize(
    "command", [["show"], ["check"], ["query", "ASK {}"], ["ask", "fines"], ["export", "-"]]
)
def test_without_a_build_each_command_says_how_to_make_one(tmp_path, command):
    result = run(*command, "-o", tmp_path)
    assert result.exit_code == 2
    assert "graphbuild build" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "command",
    [
        ["build", "x.txt", "-o", ""],
        ["show", "-o", ""],
        ["check", "-o", ""],
        ["query", "ASK {}", "-o", ""],
        ["ask", "fines", "-o", ""],
        ["export", "-", "-o", ""],
        ["export", ""],
        ["build", "x.txt", "--settings", ""],
        ["evaluate", ""],
        ["evaluate", ".", "--json", ""],
    ],
)
def test_an_empty_path_is_not_the_current_folder(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    result = run(*command)
    assert result.exit_code == 2
    assert "The path is empty" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_query_prints_a_table_for_pipes(small_output):
    result = run(
        "query",
        "SELECT ?name ?value { ?c gb:payer/rdfs:label ?name ; gb:amount/gb:value ?value }",
        "-o",
        small_output,
    )
    assert result.stdout.splitlines() == [
        "name              value",
        "----------------  -----------",
        "Union européenne  20000000000",
    ]
    assert result.stderr == "1 row\n"


def test_query_draws_a_table_on_a_terminal(small_output):
    shown = on_a_terminal("query", "SELECT ?name { ?c gb:payer/rdfs:label ?name }", "-o", small_output)
    assert "┃" in shown
    assert "Union européenne" in shown


def test_what_an_article_says_does_not_drive_the_terminal(small_output):
    question = "SELECT ?name { ?x a gb:Organization ; rdfs:label ?name }"
    assert '<b>\\x1b[2J"Evil"</b> Co' in run("query", question, "-o", small_output).stdout
    shown = on_a_terminal("query", question, "-o", small_output)
    assert "\x1b[2J" not in shown
    assert '<b>\\x1b[2J"Evil"</b> Co' in shown


def test_query_reads_a_file_and_standard_input(small_output, tmp_path):
    (tmp_path / "q.rq").write_text("ASK { ?c gb:payer ?p }")
    assert run("query", "--file", tmp_path / "q.rq", "-o", small_output).stdout == "yes\n"
    assert run("query", "--file", "-", "-o", small_output, input="ASK { ?c gb:loan ?p }").stdout == "no\n"


@pytest.mark.parametrize(
    "arguments",
    [[], ["ASK {}", "--file", "-"], ["ASK {}", "--format", "yaml"], ["ASK {}", "--time-limit", "0"]],
)
def test_query_used_wrongly(small_output, arguments):
    result = run("query", *arguments, "-o", small_output)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_query_in_a_file_that_is_no_text(small_output, tmp_path):
    (tmp_path / "q.rq").write_bytes(b"ASK { ?c gb:payer '\xe9' }")
    result = run("query", "--file", tmp_path / "q.rq", "-o", small_output)
    assert result.exit_code == 2
    assert "q.rq is not UTF-8 text" in result.stderr


@pytest.mark.parametrize("limit", ["nan", "inf", "1e300"])
def test_a_time_limit_that_is_none(small_output, limit):
    result = run("query", "ASK {}", "--time-limit", limit, "-o", small_output)
    assert result.exit_code == 2
    assert "at most 86400" in result.stderr


@pytest.mark.parametrize(
    ("form", "start"), [("csv", b"name\r\n"), ("tsv", b"?name\n"), ("json", b'{"head"'), ("xml", b"<?xml")]
)
def test_query_in_every_format(small_output, form, start):
    result = run(
        "query", "SELECT ?name { ?c gb:payer/rdfs:label ?name }", "--format", form, "-o", small_output
    )
    assert result.stdout_bytes.startswith(start)


def test_query_that_changes_data_is_an_error(small_output):
    result = run("query", "CLEAR ALL", "-o", small_output)
    assert result.exit_code == 2
    assert "questions only read" in result.stderr


def test_ask_lists_what_can_be_asked():
    result = run("ask")
    assert result.exit_code == 0
    assert "about --entity" in result.stdout
    assert "Who puts money into what" in result.stdout


@pytest.mark.parametrize("words", [["--entity", "Union européenne"], ["--entity=Union européenne"]])
def test_ask_takes_parameters(small_output, words):
    result = run("ask", "evidence", *words, "-o", small_output, "--format", "csv")
    assert result.exit_code == 0, result.stderr
    assert "entity" not in result.stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["about"], "needs a value for 'entity'"),
        (["about", "--entity"], "--entity needs a value"),
        (["about", "Nvidia"], "write --NAME VALUE"),
        (["about", "--who", "Nvidia"], "no parameter 'who'"),
        (["abut", "--entity", "Nvidia"], "Did you mean about"),
    ],
)
def test_ask_used_wrongly_says_how(small_output, words, said):
    result = run("ask", *words, "-o", small_output)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld"])
def test_export_to_a_file_and_to_standard_output(small_output, tmp_path, form):
    target = tmp_path / "graph"
    assert run("export", target, "--format", form, "-o", small_output).stdout == f"{target}\n"
    assert run("export", "-", "--format", form, "-o", small_output).stdout_bytes == target.read_bytes()


def test_export_where_nothing_can_be_written(small_output, tmp_path):
    result = run("export", tmp_path / "missing" / "graph.ttl", "-o", small_output)
    assert result.exit_code == 2
    assert "Cannot write" in result.stderr


def test_check_lists_findings_and_exits_with_1(tmp_path):
    fill(tmp_path, SMALL.replace('gb:quote "L’UE', 'gb:quote "La RU'))
    result = run("check", "-o", tmp_path)
    assert result.exit_code == 1
    assert "Its quote is not what the text says at this place." in result.stdout
    assert "the graph is not valid" in result.stderr


def test_evaluate_of_a_folder_without_annotated_articles(tmp_path):
    result = run("evaluate", tmp_path)
    assert result.exit_code == 2
    assert "no annotated article" in result.stderr


def test_evaluate_prints_the_figures_and_the_errors_and_writes_them(tmp_path):
    (tmp_path / "gold").mkdir()
    shutil.copy(ROOT / "tests" / "quality" / "gold" / "fr-w-001.json", tmp_path / "gold")
    result = run("evaluate", tmp_path / "gold", "--errors", "1", "--json", tmp_path / "figures.json")
    assert result.exit_code == 0, result.output
    assert "all: 1 articles" in result.stdout
    assert "quotes that are the text's own words           1.000" in result.stdout
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures["all"]["f1"]["entities"] == figures["fr"]["f1"]["entities"]
    assert "en" not in figures


def test_what_was_skipped_is_said_and_the_rest_is_built(tmp_path):
    (tmp_path / "france.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "\x1b[2Jempty.txt").write_bytes(b"")
    result = run("build", tmp_path, tmp_path / "missing.txt", "-o", tmp_path / "output")
    assert result.exit_code == 0
    assert "1 document read" in result.stdout
    assert "[2Jempty.txt: is empty" in result.stdout
    assert "missing.txt: " in result.stdout
    assert "\x1b" not in result.stdout


def test_when_nothing_can_be_read_the_exit_code_is_2(tmp_path):
    result = run("build", tmp_path / "missing.txt", "-o", tmp_path / "output")
    assert result.exit_code == 2
    assert "No article could be read" in result.stderr
    assert "missing.txt" in result.stderr


def test_an_output_that_cannot_be_written_is_said_before_any_work(tmp_path):
    (tmp_path / "taken").write_text("mine")
    began = time.perf_counter()
    result = run("build", ROOT / "graphbuild" / "samples", "-o", tmp_path / "taken")
    assert result.exit_code == 2
    assert "Cannot write" in result.stderr
    assert time.perf_counter() - began < 5


def test_an_article_from_standard_input(tmp_path):
    result = run("build", "-", "-o", tmp_path / "output", input=ARTICLE)
    assert result.exit_code == 0, result.output
    assert "1 document read" in result.stdout


def test_a_build_that_is_interrupted_says_so_and_leaves_the_build_before(small_output):
    before = (small_output / "graph.ttl").read_bytes()
    command = [sys.executable, "-m", "graphbuild", "build", "-", "-o", small_output]
    # It waits for standard input with the lock in its hands, so it is in the middle of its work.
    build = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    while (small_output / ".graphbuild.lock").read_text("utf-8") != str(build.pid):
        assert build.poll() is None
        time.sleep(0.05)
    build.send_signal(signal.SIGINT)
    _, said = build.communicate()
    assert (build.returncode, said) == (130, "Interrupted; an earlier build is left as it was.\n")
    assert (small_output / "graph.ttl").read_bytes() == before
    assert not (small_output / ".graphbuild.new").exists()


def test_a_fault_of_the_program_is_no_invalid_graph():
    commands = Commands()

    @commands.command()
    def broken():
        raise LookupError("no \x1b[2J there")

    result = CliRunner().invoke(commands, ["broken"])
    assert result.exit_code == FAULT
    assert "LookupError: no \\x1b[2J there" in result.stderr
    assert "A fault of graphbuild" in result.stderr
    assert result.stdout == ""


def test_a_reader_who_goes_away_is_no_invalid_graph():
    command = [sys.executable, "-m", "graphbuild", "ask"]
    asking = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    asking.stdout.close()
    said = asking.stderr.read()
    assert (asking.wait(), said) == (NOBODY_READS, b"")


@pytest.mark.parametrize("sink", [">/dev/full", ">&-"])
@pytest.mark.parametrize("command", ["--help", "ask --help", "ask", "check", "export -", "query 'ASK {}'"])
def test_an_output_that_takes_nothing_is_no_invalid_graph(small_output, sink, command):
    place = f"-o '{small_output}'" if command not in {"--help", "ask --help"} else ""
    line = f"'{sys.executable}' -m graphbuild {command} {place} {sink}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == CANNOT_PRINT, done.stderr
    assert done.stderr.startswith(("Cannot print: No space left", "Standard output is closed"))
    assert len(done.stderr.splitlines()) == 1


def test_every_stage_of_a_build_has_words_for_who_waits():
    from graphbuild.pipeline import STAGES as RUN  # noqa: PLC0415 - heavy, and only this test needs it

    assert list(STAGES) == [stage.__name__ for stage in RUN]


def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path, built):
    (tmp_path / "france.txt").write_text(ARTICLE, encoding="utf-8")
    shown = on_a_terminal("build", tmp_path / "france.txt", "-o", tmp_path / "output")
    assert "Understanding" in shown
    assert "1 document read" in shown
    assert built[1].stderr == ""
