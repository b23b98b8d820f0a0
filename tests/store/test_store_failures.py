"""Whatever goes wrong, the output before is there and usable."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from small import SMALL, fill

from graphbuild import store
from graphbuild.errors import StoreError

NEWER = SMALL.replace("Union européenne", "Europe unie")
HERE = Path(__file__).parents[1]


def label(output: Path) -> str:
    """What the store and the Turtle call the payer; they must agree."""
    query = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?l { ?x a ?t ; rdfs:label ?l }"
    found = {row["l"].value for row in store.open_store(output).query(query)} - {'<b>\x1b[2J"Evil"</b> Co'}
    (name,) = found
    assert name in store.require(output, store.GRAPH).read_text(encoding="utf-8")
    return name


def python(program: str, *arguments: object, **options: object) -> "subprocess.Popen[str]":
    code = (
        "import sys; from pathlib import Path; from graphbuild import store; from small import *\n"
        + textwrap.dedent(program)
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": f"{HERE}:{HERE.parent}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def test_a_build_that_fails_leaves_the_output_before(small_output):
    with pytest.raises(StoreError, match="not valid Turtle"):
        fill(small_output, NEWER + "and then it broke")
    assert label(small_output) == "Union européenne"
    fill(small_output, NEWER)
    assert label(small_output) == "Europe unie"


def test_a_build_that_is_killed_leaves_the_output_before(small_output):
    program = """
    with store.staged(Path(sys.argv[1])) as folder:
        store.write(folder, turtle="", documents=[])
        print("filled", flush=True)
        sys.stdin.read()
    """
    build = python(program, small_output, stdin=subprocess.PIPE)
    assert build.stdout.readline() == "filled\n"
    build.send_signal(signal.SIGKILL)
    build.communicate()
    assert label(small_output) == "Union européenne"
    fill(small_output, NEWER)
    assert label(small_output) == "Europe unie"
    assert not list(small_output.glob(".graphbuild.new"))


@pytest.mark.parametrize("moves", range(1, 12))
def test_a_build_that_is_killed_while_it_moves_into_place_is_finished_by_the_next_reader(small_output, moves):
    # Counts every rename of the commit and dies at the given one, without any cleaning up.
    program = """
    import os
    from small import fill, SMALL
    left = int(sys.argv[2])
    def dying(move):
        def moved(self, target):
            global left
            left -= 1
            if not left:
                os._exit(9)
            return move(self, target)
        return moved
    Path.rename, Path.replace = dying(Path.rename), dying(Path.replace)
    fill(Path(sys.argv[1]), SMALL.replace("Union européenne", "Europe unie"))
    """
    build = python(program, small_output, moves)
    _, errors = build.communicate()
    assert build.returncode in {0, 9}, errors
    # The first two renames put the page and the complete folder in place: before the second nothing is new.
    assert label(small_output) == ("Union européenne" if moves <= 2 else "Europe unie")
    left = {path.name for path in small_output.iterdir() if path.name.startswith(".graphbuild")}
    assert left <= {".graphbuild.lock", ".graphbuild.new"}


def test_what_the_new_output_lacks_is_gone(tmp_path):
    fill(tmp_path, quarantine="# kept apart\n")
    assert (tmp_path / "quarantine.ttl").exists()
    fill(tmp_path)
    assert not (tmp_path / "quarantine.ttl").exists()


def test_what_the_user_keeps_in_the_folder_stays(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "example").mkdir()
    fill(tmp_path)
    fill(tmp_path, NEWER)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "example").is_dir()


def test_two_builds_at_once_on_one_output(small_output):
    program = """
    with store.staged(Path(sys.argv[1])):
        print("inside", flush=True)
        sys.stdin.read()
    """
    other = python(program, small_output, stdin=subprocess.PIPE)
    assert other.stdout.readline() == "inside\n"
    with pytest.raises(StoreError, match=f"process {other.pid}.*wait until it has ended"):
        fill(small_output, NEWER)
    assert label(small_output) == "Union européenne"
    other.kill()
    other.communicate()
    fill(small_output, NEWER)
    assert label(small_output) == "Europe unie"


def test_reading_goes_on_while_a_build_runs(small_output):
    with store.staged(small_output) as folder:
        store.write(folder, turtle=NEWER, documents=[])
        assert label(small_output) == "Union européenne"


def test_a_full_disk(small_output):
    # A limit on the size of files is what a full disk looks like to a process.
    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    program = """
    from graphbuild.errors import StoreError
    try:
        fill(Path(sys.argv[1]), SMALL + "# long\\n" * 1000)
    except StoreError as error:
        print(error)
    """
    build = python(program, small_output, preexec_fn=small_files)
    said, errors = build.communicate()
    assert "Cannot write" in said, errors
    assert "File too large (os error 27)" in said or "File too large. Make room; or name another" in said
    assert label(small_output) == "Union européenne"


def test_an_output_that_is_a_file(tmp_path):
    path = tmp_path / "taken"
    path.write_text("mine")
    with pytest.raises(StoreError, match=r"Cannot write .*taken: File exists"):
        fill(path)
    with pytest.raises(
        StoreError, match=r"Cannot write .*inside: Not a directory\. A file stands .* move it"
    ):
        fill(path / "inside")
    assert path.read_text() == "mine"


def test_somebody_elses_store_is_not_overwritten(tmp_path):
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "stock.csv").write_text("mine")
    with pytest.raises(StoreError, match="holds store, which no build has left"):
        fill(tmp_path)
    assert (tmp_path / "store" / "stock.csv").read_text() == "mine"


def test_somebody_elses_store_in_the_folder_of_a_build_is_not_overwritten(small_output):
    shutil.rmtree(small_output / "store")
    (small_output / "store").mkdir()
    (small_output / "store" / "stock.csv").write_text("mine")
    with pytest.raises(StoreError, match="not a graphbuild store"):
        fill(small_output)
    assert (small_output / "store" / "stock.csv").read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["graph.ttl", "graph.html", "documents.jsonl", "report.json", "quarantine.ttl"]
)
def test_somebody_elses_file_is_not_overwritten(tmp_path, name):
    (tmp_path / name).write_text("mine")
    for _ in range(2):
        with pytest.raises(StoreError, match=f"holds {name}, which no build has left.*another folder"):
            fill(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "mine"


def test_a_build_copied_without_its_hidden_files_is_built_again(small_output):
    (small_output / ".graphbuild.lock").unlink()
    fill(small_output, NEWER)
    assert label(small_output) == "Europe unie"


def test_a_store_that_is_damaged(small_output):
    (small_output / "store" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="Build the output again"):
        store.open_store(small_output)


@pytest.mark.parametrize("there", [False, True])
def test_a_first_build_that_fails_leaves_no_trace(tmp_path, there):
    output = tmp_path / "output"
    if there:
        output.mkdir()
    with pytest.raises(StoreError, match="not valid Turtle"):
        fill(output, "this is not Turtle")
    assert [path.name for path in tmp_path.rglob("*")] == ["output"] * there
    output.mkdir(exist_ok=True)
    (output / "graph.ttl").write_text("mine")
    with pytest.raises(StoreError, match=r"holds graph\.ttl, which no build has left"):
        fill(output)
    assert (output / "graph.ttl").read_text() == "mine"
