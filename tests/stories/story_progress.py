"""What the pack reaches, and what it misses and why. `make stories` strikes out of not-yet.toml what is reached."""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from story_checks import checks
from story_graph import Found
from story_pack import ARTICLES, NOT_YET, not_yet

import graphbuild

HEAD = """\
# What the program does not reach yet, of all that expected/ asks for. The test of an expectation that stands here must
# fail; when it no longer does, `make stories` strikes it out. Nothing is ever added.
"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "output", type=Path, nargs="?", help="a build of tests/stories/articles; else one is made"
    )
    asked.add_argument("--shrink", action="store_true", help="strike out of not-yet.toml what is reached")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tell(Found(given.output or _built(folder)), shrink=given.shrink)


def tell(found: Found, *, shrink: bool) -> None:
    missed = {name: told for name, check in checks().items() if (told := check(found))}
    rows = [f"{'' if name in not_yet() else 'LOST '}{name}: {told}\n" for name, told in missed.items()]
    sys.stdout.writelines(rows)
    sys.stdout.write(f"{len(checks()) - len(missed)} of {len(checks())} reached; {_by_table(set(missed))}\n")
    if shrink:
        write(not_yet() & set(missed))


def _built(folder: str) -> Path:
    graphbuild.build(str(ARTICLES), output=folder + "/output")
    return Path(folder) / "output"


def write(names: set[str]) -> None:
    rows = "".join(f'    "{name}",\n' for name in sorted(names))
    NOT_YET.write_text(f"{HEAD}not_yet = [\n{rows}]\n", "utf-8")


def _by_table(missed: set[str]) -> str:
    every = Counter(".".join(name.split(".")[1:2]) for name in checks())
    lost = Counter(".".join(name.split(".")[1:2]) for name in missed)
    return ", ".join(f"{table} {every[table] - lost[table]}/{every[table]}" for table in sorted(every))


if __name__ == "__main__":
    main()
