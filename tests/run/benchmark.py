"""What one more article costs a corpus: ``python tests/run/benchmark.py 100 1000 5000``.

``--alike`` takes a corpus of nine sums only, in which nearly all investments, grants and loans hang together:
harsher than any newsroom.

Builds so many articles of ``newswire`` in a temporary folder, then adds one, changes nothing, and takes one
away, and prints the seconds of each stage, of all, and of the processor (``cpu``: on a busy machine the others
say more of the other work). The models are loaded before the clock runs. The first build of each size reads all
articles with their language models, in processes of their own: 5,000 take minutes.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import newswire

import graphbuild
from graphbuild.model import Document
from graphbuild.run import extract
from graphbuild.settings import Settings

SIZES = (100, 1000, 5000)
TOTALS = ("all", "cpu")


def timed(verb: Callable[..., object], *given: object, **options: object) -> dict[str, float]:
    """The seconds that a verb spends in each stage, and in all."""
    marks: list[tuple[str, float]] = []

    def watch(stage: str, _: int) -> None:
        if not marks or marks[-1][0] != stage:
            marks.append((stage, time.perf_counter()))

    began, worked = time.perf_counter(), time.process_time()
    verb(*given, watch=watch, **options)
    ended = time.perf_counter()
    ends = [at for _, at in marks[1:]] + [ended]
    stages = {stage: end - at for (stage, at), end in zip(marks, ends, strict=True)}
    return stages | {"all": ended - began, "cpu": time.process_time() - worked}


def measured(size: int, jobs: int, *, varied: bool, at: Path | None) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory(prefix="graphbuild-") as private:
        folder = at / f"b{size}" if at else Path(private)
        folder.mkdir(parents=True, exist_ok=True)
        feed, output = folder / "wire.jsonl", folder / "output"
        settings = Settings(output=output, jobs=jobs)
        feed.write_text(newswire.feed(0, size, varied=varied), encoding="utf-8")
        rows = {"first": timed(graphbuild.build, feed, settings=settings, page=False)}
        feed.write_text(newswire.feed(size, size + 1, varied=varied), encoding="utf-8")
        rows["one more"] = timed(graphbuild.build, feed, settings=settings, page=False)
        rows["the same again"] = timed(graphbuild.build, feed, settings=settings, page=False)
        rows["one less"] = timed(graphbuild.remove, f"wire-{size:05}", settings=settings, page=False)
        began, worked = time.perf_counter(), time.process_time()
        graphbuild.show(output=output)
        rows["the page"] = {"all": time.perf_counter() - began, "cpu": time.process_time() - worked}
        return rows


def main() -> None:
    """Print a table for each size."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("sizes", type=int, nargs="*", default=SIZES, help="how many articles there are before")
    asked.add_argument("--alike", action="store_true", help="nine sums only")
    asked.add_argument(
        "--at", type=Path, help="keep the corpora in this folder, and begin with what is there"
    )
    given = asked.parse_args()
    for number in (0, 1):
        extract(Document(**newswire.article(number)))  # loads the models
    for size in given.sizes:
        rows = measured(size, jobs=2, varied=not given.alike, at=given.at)
        stages = [stage for stage in rows["first"] if stage not in TOTALS]
        sys.stdout.write(line(f"{size} articles", [stage[:9] for stage in (*stages, *TOTALS)]))
        for name, row in rows.items():
            row |= {"gathered": row.get("gathered", row.get("removed", 0.0))}
            sys.stdout.write(line(name, [f"{row.get(stage, 0.0):.2f}" for stage in (*stages, *TOTALS)]))
        sys.stdout.flush()


def line(name: str, cells: list[str]) -> str:
    return name.ljust(16) + "".join(cell.rjust(10) for cell in cells) + "\n"


if __name__ == "__main__":
    main()
