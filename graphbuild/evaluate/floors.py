"""Floors under the figures, which can only rise: ``python -m graphbuild.evaluate.floors FLOORS GOLD_DIR``.

A floors file names the figures that must not fall, and the digest of the annotations that they were
measured on. Other annotations give other figures: then ``--annotations-changed`` measures anew and
says each floor that becomes lower.
"""

import argparse
import hashlib
import json
import math
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graphbuild.errors import GraphBuildError, SettingsError
from graphbuild.evaluate.gold import read_json
from graphbuild.evaluate.run import evaluate
from graphbuild.evaluate.scores import Scores
from graphbuild.store import save

HEAD: Final = """\
# Floors under the figures on annotated articles. Written by `make floors`, which only raises them.
"""
QUOTES: Final = "quotes that are the text's own words"


@dataclass(frozen=True, slots=True)
class Floors:
    """The digest of the annotations, and the least that each figure may be."""

    digest: str
    figures: tuple[tuple[str, float], ...]


def figures(scores: Scores) -> dict[str, float]:
    """The figures that have floors: of all articles, and of each language."""
    measured: dict[str, float] = {}
    for group, part in scores.groups().items():
        rates = part.rates()
        measured |= {f"{group}: {label}, F1": rate.f1 for label, rate in rates.items()}
        measured[f"{group}: claims, by slot, precision"] = rates["claims, by slot"].precision
        measured[f"{group}: {QUOTES}"] = part.accuracies()[QUOTES]
    return measured


def digest(gold: Path) -> str:
    """A hash of all that the annotators wrote, whatever the spelling and the order of the files."""
    rows = sorted(json.dumps(data, sort_keys=True) for _, data in read_json(gold))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def read_floors(path: Path) -> Floors:
    """Read a floors file; ``SettingsError`` when it is not one."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Floors(str(data["digest"]), tuple((str(k), float(v)) for k, v in data["floors"].items()))
    except (OSError, KeyError, ValueError, AttributeError) as error:
        raise SettingsError(f"{path} is not a file of floors: {error}. Restore it from git.") from error


def fallen(floors: Floors, measured: dict[str, float]) -> list[str]:
    """A line for each figure that is below its floor; empty when none is."""
    return [
        f"{name} is {measured.get(name, 0):.3f}, below its floor {floor:.2f}"
        for name, floor in floors.figures
        if not measured.get(name, 0) >= floor
    ]


def raised(floors: Floors, measured: dict[str, float]) -> Floors:
    """The floors at what was measured, rounded down to a hundredth; none becomes lower."""
    old = dict(floors.figures)
    names = sorted({*old, *measured})
    return Floors(
        floors.digest, tuple((name, max(old.get(name, 0), _down(measured.get(name)))) for name in names)
    )


def write_floors(path: Path, floors: Floors) -> None:
    """Write a floors file."""
    lines = [f"{json.dumps(name, ensure_ascii=False)} = {floor:.2f}" for name, floor in floors.figures]
    text = "\n".join([f'{HEAD}digest = "{floors.digest}"', "", "[floors]", *lines])
    save(f"{text}\n".encode(), path)


def _down(figure: float | None) -> float:
    # A millionth more, so that 0.57, which is a little less in binary, stays 0.57.
    return 0.0 if figure is None or math.isnan(figure) else math.floor(figure * 100 + 1e-6) / 100


def main() -> None:
    """Raise the floors to what is reached now; exit code 2 and a message when that is refused."""
    parser = argparse.ArgumentParser(description="Raise the floors to what is reached now.")
    parser.add_argument("floors", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "--annotations-changed", action="store_true", help="the annotations are others: measure anew"
    )
    chosen = parser.parse_args()
    try:
        lowered = update(chosen.floors, chosen.gold, annotations_changed=chosen.annotations_changed)
    except GraphBuildError as error:
        parser.error(str(error))
    for line in lowered:
        sys.stdout.write(f"lowered, as the annotations are others: {line}\n")


def update(path: Path, gold: Path, *, annotations_changed: bool) -> list[str]:
    """Measure, and raise the floors; a line for each that other annotations made lower.

    Raises ``SettingsError``, and writes nothing, when a floor would fall on the same annotations, or
    when the annotations are others and that was not said.
    """
    floors, now = read_floors(path), digest(gold)
    if floors.digest != now and not annotations_changed:
        raise SettingsError(
            f"The annotations of {gold} are not those of {path}. If that is meant: --annotations-changed."
        )
    measured = figures(evaluate(gold))
    below = fallen(floors, measured)
    if below and floors.digest == now:
        raise SettingsError("\n".join(["Floors only rise. Nothing was written:", *below]))
    kept = Floors(now, tuple((name, min(floor, _down(measured.get(name)))) for name, floor in floors.figures))
    write_floors(path, raised(kept, measured))
    return below


if __name__ == "__main__":
    main()
