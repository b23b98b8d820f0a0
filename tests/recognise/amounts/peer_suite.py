"""How many of a peer's phrases are read with the right values: Microsoft's Recognizers-Text (MIT).

    python tests/recognise/amounts/peer_suite.py ../shared/data/recognizers-text

reads <English|French>/CurrencyModel.json there. A phrase passes where every sum of it is found with its value,
hundredths counted as parts of their currency. Those of ``not_newspaper.toml`` are left out, with the reason there.
"""

import json
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from graphbuild.recognise.amounts import find_amounts

LANGUAGES = {"English": "en", "French": "fr"}
LEFT_OUT = tomllib.loads((Path(__file__).parent / "not_newspaper.toml").read_text(encoding="utf-8"))
HUNDRED = Decimal(100)


def main(folder: Path) -> None:
    for name, code in LANGUAGES.items():
        cases = json.loads((folder / name / "CurrencyModel.json").read_text(encoding="utf-8-sig"))
        unfit = {i for numbers in LEFT_OUT[name.lower()].values() for i in numbers}
        fit = [case for i, case in enumerate(cases) if i not in unfit and sums(case)]
        failed = [case for case in fit if not passes(case, code)]
        done = len(fit) - len(failed)
        print(f"{name}: {done} of {len(fit)} phrases = {done / len(fit):.3f}; {len(unfit)} left out")
        for case in failed:
            print(f"  {case['Input'][:150]!r} wanted {sums(case)}, found {values(case, code)}")


def passes(case: dict[str, Any], code: str) -> bool:
    """Whether every sum of a phrase is found, each once."""
    left = values(case, code)
    for wanted in sums(case):
        hit = next((value for value in left if value in (wanted, wanted / HUNDRED)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def values(case: dict[str, Any], code: str) -> list[Decimal]:
    return [amount.value for amount in find_amounts(case["Input"], language=code)]


def sums(case: dict[str, Any]) -> list[Decimal]:
    """The values that the peer expects; a currency that stands without a number has none."""
    found = [result["Resolution"].get("value") for result in case["Results"]]
    return [Decimal(value.replace(",", ".")) for value in found if value]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
