"""From counts to figures."""

import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from graphbuild.evaluate.tally import Tally
from graphbuild.store import save

RATES: Final = {
    "entities": "entity",
    "amounts": "amount",
    "amounts, value and unit only": "amount_value",
    "claims, by slot": "slot",
    "claims, all exact": "claim",
}
ACCURACIES: Final = {
    "status": ("status_ok", "stance_pairs"),
    "polarity": ("polarity_ok", "stance_pairs"),
    "certainty": ("certainty_ok", "stance_pairs"),
    "attributed": ("attributed_ok", "stance_pairs"),
    "evidence": ("evidence_ok", "stance_pairs"),
    "hedged, denied, planned or cancelled kept so": ("not_plain_fact_ok", "not_plain_fact"),
    "part-of found": ("part_tp", "part_gold"),
    "conflicts found": ("conflict_tp", "conflict_gold"),
    "quotes that are the text's own words": ("span_ok", "span_checked"),
}
ROUNDS: Final = 500
CAUSE: Final = re.compile(r"\S+ \[([^\]]*)\]")  # behind the article of an error


class Rate(NamedTuple):
    """Precision, recall and their harmonic mean, 0..1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The tallies of some articles and the figures they give."""

    tallies: tuple[Tally, ...]

    def groups(self) -> "dict[str, Scores]":
        """All articles, and those of each language."""
        languages = sorted({tally.language for tally in self.tallies})
        parts = {name: Scores(tuple(t for t in self.tallies if t.language == name)) for name in languages}
        return {"all": self, **parts}

    def counts(self) -> Counter[str]:
        return _total(self.tallies)

    def rates(self) -> dict[str, Rate]:
        counts = self.counts()
        return {label: _rate(counts, name) for label, name in RATES.items()}

    def accuracies(self) -> dict[str, float]:
        """The shares that are right; not a number where there was nothing to get right."""
        counts = self.counts()
        return {
            label: counts[right] / counts[of] if counts[of] else math.nan
            for label, (right, of) in ACCURACIES.items()
        }

    def intervals(self) -> dict[str, tuple[float, float]]:
        """95 % bootstrap intervals of each F1, over articles; the same in every run."""
        chance = random.Random(0)  # noqa: S311 - resampling, nothing secret
        draws = [_total([chance.choice(self.tallies) for _ in self.tallies]) for _ in range(ROUNDS)]
        spread = {label: sorted(_rate(draw, name).f1 for draw in draws) for label, name in RATES.items()}
        return {label: (f1[int(ROUNDS * 0.025)], f1[int(ROUNDS * 0.975)]) for label, f1 in spread.items()}

    def as_json(self) -> dict[str, Any]:
        """The figures of each group; None where there was nothing to get right."""
        return {
            name: {
                "f1": {label: list(rate) for label, rate in group.rates().items()},
                "accuracy": {k: None if math.isnan(v) else v for k, v in group.accuracies().items()},
            }
            for name, group in self.groups().items()
        }

    def save(self, path: Path) -> None:
        """Write the figures as JSON."""
        save((json.dumps(self.as_json(), indent=1) + "\n").encode(), path)

    def lines(self, *, errors: int = 0) -> list[str]:
        """The figures of each group as lines of text, then up to ``errors`` errors of each sort."""
        blocks = (_block(name, group) for name, group in self.groups().items())
        return [line for block in blocks for line in block] + _errors(self.tallies, errors)


def _total(tallies: Iterable[Tally]) -> Counter[str]:
    total: Counter[str] = Counter()
    for tally in tallies:
        total.update(tally.counts)
    return total


def _rate(counts: Counter[str], name: str) -> Rate:
    right, found, gold = (counts[f"{name}_{part}"] for part in ("tp", "found", "gold"))
    if not right:
        return Rate(0.0, 0.0, 0.0)
    precision, recall = right / found, right / gold
    return Rate(precision, recall, 2 * precision * recall / (precision + recall))


def _block(name: str, group: Scores) -> list[str]:
    counts, intervals = group.counts(), group.intervals()
    articles = f"{len(group.tallies)} articles"
    lines = [
        "",
        f"{name}: {articles}, {counts['claim_gold']} claims, {counts['claim_found']} found",
    ]
    for label, rate in group.rates().items():
        low, high = intervals[label]
        figures = f"P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}"
        lines.append(f"  {label:32} {figures}  [{low:.3f}, {high:.3f}]")
    lines += [f"  {label:46} {value:.3f}" for label, value in group.accuracies().items()]
    if counts["claim_without_evidence"]:
        lines.append(f"  claims without evidence: {counts['claim_without_evidence']}")
    return lines


def _errors(tallies: Sequence[Tally], limit: int) -> list[str]:
    by_sort: dict[str, list[str]] = {}
    for tally in tallies:
        for sort, line in tally.errors:
            by_sort.setdefault(sort, []).append(line)
    listed = [f"{sort}: {line}" for sort, lines in sorted(by_sort.items()) for line in lines[:limit]]
    return [*_causes(by_sort), *listed] if limit else []


def _causes(by_sort: dict[str, list[str]]) -> list[str]:
    """How often each cause stands behind the errors of a sort, the commonest first."""
    lines = []
    for sort, errors in sorted(by_sort.items()):
        named = [found[1] for error in errors if (found := CAUSE.match(error))]
        counted = Counter(cause for causes in named for cause in causes.split("; "))
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"{sort}, {number} times: {cause}" for cause, number in ranked]
    return lines
