"""How many ways the frames know to say each kind of claim: ``python -m graphbuild.relate.frames.ways``."""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from graphbuild.model import Kind
from graphbuild.relate.frames.frame import all_frames


class Ways(NamedTuple):
    """Verbs and nouns of one word, phrases of several, constructions (a slot and its role), examples."""

    verbs: int
    nouns: int
    phrases: int
    constructions: int
    examples: int

    @property
    def total(self) -> int:
        return self.verbs + self.nouns + self.phrases + self.constructions


def ways(kind: Kind, language: str) -> Ways:
    """The ways to say a kind in "fr" or "en", each counted once."""
    frames = [frame for frame in all_frames(language) if frame.kind is kind]
    verbs = {phrase for frame in frames for phrase in frame.verbs}
    nouns = {phrase for frame in frames for phrase in frame.nouns}
    slots = {("verb", *item) for frame in frames for item in frame.slots.items()}
    slots |= {("noun", *item) for frame in frames for item in frame.noun_slots.items()}
    return Ways(
        verbs=sum(len(phrase) == 1 for phrase in verbs),
        nouns=sum(len(phrase) == 1 for phrase in nouns),
        phrases=sum(len(phrase) > 1 for phrase in (*verbs, *nouns)),
        constructions=sum(role != "-" for _, _, role in slots),
        examples=sum(len(frame.examples) for frame in frames),
    )


def table() -> Iterator[str]:
    """A line for each kind and language."""
    heads = f"{'verbs':>6} {'nouns':>6} {'phrases':>8} {'constructions':>14} {'examples':>9}"
    yield f"{'kind':12} {'':3} {'ways':>5} {heads}"
    for kind in Kind:
        for language in ("fr", "en"):
            w = ways(kind, language)
            counts = f"{w.verbs:>6} {w.nouns:>6} {w.phrases:>8} {w.constructions:>14} {w.examples:>9}"
            yield f"{kind.value:12} {language:3} {w.total:>5} {counts}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
