"""What the pack reaches: `python tests/stories/story_progress.py OUTPUT`, `--shrink` to strike out what is now reached."""

import argparse
from collections import Counter
from pathlib import Path

from story_checks import checks
from story_graph import Found
from story_pack import NOT_YET, not_yet

HEAD = """\
# What the program does not reach yet, of all that expected/ asks for. The test of an expectation that stands here must
# fail; when it no longer does, `python tests/stories/story_progress.py OUTPUT --shrink` strikes it out. Nothing is added.
"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("output", type=Path, help="a build of tests/stories/articles")
    asked.add_argument("--shrink", action="store_true", help="strike out of not-yet.toml what is reached")
    given = asked.parse_args()
    found = Found(given.output)
    missed = {name: told for name, check in checks().items() if (told := check(found))}
    for name, told in missed.items():
        print(f"{'' if name in not_yet() else 'LOST '}{name}: {told}")
    print(f"{len(checks()) - len(missed)} of {len(checks())} reached; {_by_table(set(missed))}")
    if given.shrink:
        write(not_yet() & set(missed))


def write(names: set[str]) -> None:
    rows = "".join(f'    "{name}",\n' for name in sorted(names))
    NOT_YET.write_text(f"{HEAD}not_yet = [\n{rows}]\n", "utf-8")


def _by_table(missed: set[str]) -> str:
    every = Counter(".".join(name.split(".")[1:2]) for name in checks())
    lost = Counter(".".join(name.split(".")[1:2]) for name in missed)
    return ", ".join(f"{table} {every[table] - lost[table]}/{every[table]}" for table in sorted(every))


if __name__ == "__main__":
    main()
