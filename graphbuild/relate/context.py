"""What the words around a claim add to it once the drafts of an article are known: speaker, date, an end."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Certainty
from graphbuild.relate.draft import Draft
from graphbuild.relate.speakers import Voices, is_rumour, speaker
from graphbuild.relate.tree import Tree


def in_context(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their speakers and dates; what a source without a name says is hedged."""
    voices = Voices.of(drafts)
    for d in drafts:
        d.speaker = None if _in_passing(d) else speaker(tree, d, voices)
        if d.speaker and is_rumour(tree, d.speaker):
            d.reality = replace(d.reality, certainty=Certainty.HEDGED)
    return list(drafts)


def _in_passing(d: Draft) -> bool:
    """A title, a place or an owner named on the way is the article's own knowledge, whoever speaks."""
    return d.rule.startswith("implicit/") or "self" in d.frame.noun_slots
