"""The page of quality: ``python -m graphbuild.evaluate.quality GOLD_DIR PAGE``.

By language, by register and by kind: precision and recall of claims by slot, and what stands behind
the errors. The same input gives the same page; a test compares it.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from graphbuild.evaluate.causes import Scene, missed, partly, wrong
from graphbuild.evaluate.matching import agreeing, distinct, pair, slots, worth
from graphbuild.evaluate.nouns import Article
from graphbuild.evaluate.registers import register
from graphbuild.evaluate.run import built, dropped
from graphbuild.evaluate.scores import Scores
from graphbuild.evaluate.tally import tally
from graphbuild.model import Kind as ClaimKind
from graphbuild.relate.frames.ways import ways
from graphbuild.store import save

CAUSES: Final = 3  # of each kind
HEAD: Final = """\
# How good it is, in detail

Claims by slot (the kind, each filler of a role, the amount, measure and title), on the articles of
[tests/quality/gold](../tests/quality/gold/README.md), which were written and annotated for this project.
*All exact*: F1 of the claims with every slot right.
*Kept so*: of the claims that are hedged, denied, planned, requested or cancelled, the share that is told so.
A register is told by the shape of a text: questions and answers, bullets, headlines, else a report.

This page is what `make quality` writes; do not edit it.
"""


@dataclass(slots=True)
class Kind:
    """The slots of one kind of claims, and the causes of its errors."""

    right: int = 0
    gold: int = 0
    found: int = 0
    claims: int = 0
    causes: Counter[str] = field(default_factory=Counter)


def page(gold: Path, *, unread: str) -> str:
    """The page of a folder of annotated articles; ``unread`` is the pattern of those kept unread."""
    with built(gold) as (articles, corpus, found):
        drops = dropped(corpus)
        scenes = [Scene(a, found.get(a.id, Article(a.id)), drops.get(a.id, ())) for a in articles]
    kinds: dict[str, Kind] = defaultdict(Kind)
    for scene in scenes:
        _count(scene, kinds)
    groups = [
        *_groups(scenes),
        (f"kept unread ({unread})", [s for s in scenes if fnmatchcase(s.gold.id, unread)]),
    ]
    return "\n".join([HEAD, *_group_table(groups), "", *_kind_table(kinds), "", *_ways_table(), ""])


def _groups(scenes: Sequence[Scene]) -> list[tuple[str, list[Scene]]]:
    """All articles, those of each language, those of each register."""
    return [
        ("all", list(scenes)),
        *_split(scenes, lambda scene: scene.gold.language),
        *_split(scenes, lambda scene: f"{register(scene.gold.text)}s".replace("liness", "lines")),
    ]


def _split(scenes: Iterable[Scene], name: Callable[[Scene], str]) -> list[tuple[str, list[Scene]]]:
    groups: dict[str, list[Scene]] = defaultdict(list)
    for scene in scenes:
        groups[name(scene)].append(scene)
    return sorted(groups.items())


def _group_table(groups: Iterable[tuple[str, Sequence[Scene]]]) -> list[str]:
    lines = [
        "## By language and register",
        "",
        "| articles | | claims | found | precision | recall | F1 | all exact | status | kept so | part-of |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, scenes in groups:
        scores = Scores(tuple(tally(scene.gold, scene.found) for scene in scenes))
        rates, shares, counts = scores.rates(), scores.accuracies(), scores.counts()
        slot, exact = rates["claims, by slot"], rates["claims, all exact"]
        kept = shares["hedged, denied, planned or cancelled kept so"]
        figures = [*slot, exact.f1, shares["status"], kept, shares["part-of found"]]
        cells = [name, len(scenes), counts["claim_gold"], counts["claim_found"], *map(_shown, figures)]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return lines


def _kind_table(kinds: dict[str, Kind]) -> list[str]:
    lines = [
        "## By kind",
        "",
        "| kind | claims | precision | recall | commonest causes of errors |",
        "|---|---|---|---|---|",
    ]
    for name, kind in sorted(kinds.items(), key=lambda item: (-item[1].claims, item[0])):
        ranked = sorted(kind.causes.items(), key=lambda item: (-item[1], item[0]))[:CAUSES]
        causes = "; ".join(f"{cause.replace('|', ' or ')} ({number})" for cause, number in ranked)
        precision = _shown(kind.right / kind.found if kind.found else float("nan"))
        recall = _shown(kind.right / kind.gold if kind.gold else float("nan"))
        lines.append(f"| {name} | {kind.claims} | {precision} | {recall} | {causes} |")
    return lines


def _ways_table() -> list[str]:
    lines = [
        "## How many ways to say it",
        "",
        "Verbs, nouns, phrases and constructions of the frames: `python -m graphbuild.relate.frames.ways`.",
        "",
        "| kind | French | English |",
        "|---|---|---|",
    ]
    return lines + [f"| {kind} | {ways(kind, 'fr').total} | {ways(kind, 'en').total} |" for kind in ClaimKind]


def _count(scene: Scene, kinds: dict[str, Kind]) -> None:
    golds, founds = scene.gold.statements, distinct(scene.found.statements)
    pairing = pair(golds, founds, worth)
    for gold in golds:
        kinds[gold.kind].gold += len(slots(gold))
        kinds[gold.kind].claims += 1
    for found in founds:
        kinds[found.kind].found += len(slots(found))
    for i, j, _ in pairing.pairs:
        hits = agreeing(golds[i], founds[j])
        kinds[golds[i].kind].right += hits
        if not hits == len(slots(golds[i])) == len(slots(founds[j])):
            kinds[golds[i].kind].causes.update(partly(scene, golds[i], founds[j]))
    for i in pairing.missed:
        kinds[golds[i].kind].causes[f"missed: {missed(scene, golds[i])}"] += 1
    for j in pairing.wrong:
        kinds[founds[j].kind].causes[f"wrong: {wrong(scene, founds[j])}"] += 1


def _shown(figure: float) -> str:
    return "-" if figure != figure else f"{figure:.2f}"  # noqa: PLR0124 - not a number


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description="Write the page of quality.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("page", type=Path)
    parser.add_argument("--unread", default="*-own-01[1-5]", help="pattern of the articles kept unread")
    chosen = parser.parse_args()
    save(page(chosen.gold, unread=chosen.unread).encode(), chosen.page)


if __name__ == "__main__":
    main()
