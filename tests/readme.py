"""What README.md and output/example/ show is what the program says: both are made again by ``make example``.

A ``console`` block holds commands, each after ``$``, and their output, cut at ``WIDTH`` columns. The
commands run in one folder that holds the samples, in the order of the page.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner
from pictures import photograph
from server_pictures import photograph_server

from graphbuild import cli
from graphbuild.store import GRAPH, PAGE, REPORT

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = ROOT / "output" / "example"
SAMPLES = Path("graphbuild") / "samples"
ANSWERS = ("evidence", "totals-per-payer", "who-funds-what", "who-leads-what")
PARAMETERS = {"evidence": ("--entity", "FluidStack")}

WIDTH = 118
BLOCK = re.compile(r"(?<=^```)(\w+)\n(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
LEFT_OUT = ("gb:polarity", "gb:certainty", "gb:confidence", "gb:comparator", "gb:inDocument", "gb:rule")
SLOW = "graphbuild evaluate "  # measured by `make example`; the test of the floors measures it too


def blocks(text: str, language: str) -> list[str]:
    """The insides of the fenced blocks of one language."""
    return [match[2] for match in BLOCK.finditer(text) if match[1] == language]


def commands(block: str) -> Iterator[str]:
    """The commands of a console block; one may go on over several lines until its quotes are closed."""
    begun = ""
    for line in block.splitlines():
        if begun or line.startswith("$ "):
            begun = f"{begun}\n{line}" if begun else line.removeprefix("$ ")
            if is_complete(begun):
                yield begun
                begun = ""


def is_complete(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:
        return False
    return True


def answered(command: str) -> str:
    """A command and its output, as the page shows them."""
    _, *arguments = shlex.split(command)
    done = CliRunner().invoke(cli.main, arguments)
    lines = [line if len(line) <= WIDTH else line[: WIDTH - 1] + "…" for line in done.output.splitlines()]
    return "\n".join([f"$ {command}", *(line.rstrip() for line in lines)]) + "\n"


def run(text: str, *, slow: bool = False) -> str:
    """The page with what each of its commands says now; the working folder holds the samples."""

    def fresh(match: re.Match[str]) -> str:
        language, inside = match.groups()
        if language == "turtle":
            return f"turtle\n{excerpt(Path('output', GRAPH).read_text(encoding='utf-8'))}"
        if language != "console" or (SLOW in inside and not slow):
            return match[0]
        if SLOW in inside:
            return "console\n" + overall(answered(next(commands(inside))))
        return "console\n" + "\n".join(answered(command) for command in commands(inside))

    return BLOCK.sub(fresh, text)


def overall(scores: str) -> str:
    """The figures of all articles, without those of each language."""
    command, _, rest = scores.partition("\n")
    return f"{command}\n" + rest.strip().partition("\n\n")[0] + "\n"


def excerpt(turtle: str) -> str:
    """A claim that is part of another, and its amount, as they stand in the file, without some lines."""
    paragraphs = turtle.split("\n\n")
    claims = [p for p in paragraphs if p.startswith("claim:") and "gb:amount" in p]
    claim = next((p for p in claims if "gb:partOf" in p), claims[0])
    amount = claim.partition("gb:amount ")[2].partition(" ;")[0]
    said = next(p for p in paragraphs if p.startswith(amount))
    return "\n\n".join([shorter(claim), shorter(said)]) + "\n"


def shorter(paragraph: str) -> str:
    lines = [line for line in paragraph.splitlines() if not line.strip().startswith(LEFT_OUT)]
    return "\n".join(lines).rstrip(" ;.") + " ."


def example() -> dict[str, bytes]:
    """The files of the example, from the build that lies in ``output``; the picture is taken apart."""
    files = {name: Path("output", name).read_bytes() for name in (GRAPH, REPORT)}
    for question in ANSWERS:
        arguments = ["ask", question, *PARAMETERS.get(question, ()), "-o", "output"]
        files[f"{question}.txt"] = CliRunner().invoke(cli.main, arguments).output.encode()
    return files


def main() -> None:
    """Write README.md and the example anew. The build is made in a folder of its own."""
    folder = ROOT / "build" / "example"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    prepare(folder)
    os.chdir(folder)
    README.write_text(
        run(README.read_text(encoding="utf-8"), slow="--fast" not in sys.argv), encoding="utf-8"
    )
    for name, data in example().items():
        (EXAMPLE / name).write_bytes(data)
    photograph(Path("output", PAGE), EXAMPLE)
    photograph_server(Path("output"), EXAMPLE)


def prepare(folder: Path) -> None:
    """Put what the commands of the README name into a folder."""
    shutil.copytree(ROOT / SAMPLES, folder / SAMPLES)
    (folder / "tests" / "quality").mkdir(parents=True)
    shutil.copytree(ROOT / "tests" / "quality" / "gold", folder / "tests" / "quality" / "gold")


if __name__ == "__main__":
    main()
