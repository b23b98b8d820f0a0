"""What the words around a claim add to it once the drafts of an article are known: speaker, date, an end."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Certainty, Kind, Status
from graphbuild.relate.context.dates import date_of
from graphbuild.relate.context.later import ended_later, is_former
from graphbuild.relate.context.speakers import Voices, is_rumour, speaker
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.story.merge import same_fact
from graphbuild.relate.syntax.tree import Tree


def in_context(tree: Tree, drafts: Sequence[Draft], kept: Sequence[Draft]) -> list[Draft]:
    """The kept drafts with speakers, dates and later ends; a repeat lends a date left out."""
    voices = Voices.of(kept)
    told = frozenset((d.kind, d.sentence.i) for d in drafts if d.head >= 0)
    for d in drafts:
        if not _in_passing(d):
            _add(tree, d, voices, told)
    for d in kept:
        for other in drafts:
            if (
                d.date is None
                and d.dated
                and other.date is not None
                and other.sentence.span in d.evidence
                and same_fact(tree, d, other)
            ):
                d.date = other.date
    return list(kept)


def _add(tree: Tree, d: Draft, voices: Voices, told: frozenset[tuple[Kind, int]]) -> None:
    d.speaker = d.speaker or speaker(tree, d, voices)
    if d.dated:
        d.date = d.date or date_of(tree, d, tree.reading.document.published)
    if d.speaker and is_rumour(tree, d.speaker):
        d.reality = replace(d.reality, certainty=Certainty.HEDGED)
    if ended_later(tree, d, told) or is_former(tree, d):
        d.reality = replace(d.reality, status=Status.CANCELLED)


def _in_passing(d: Draft) -> bool:
    """A title, place or owner named on the way is the article's own knowledge, whoever speaks."""
    return d.rule.startswith("implicit/") or d.frame.in_passing
