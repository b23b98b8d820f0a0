"""Sums that a later sentence counts into another: "Ces deux prêts font partie des 3 milliards annoncés"."""

from collections.abc import Sequence

from graphbuild.model import Amount, Kind, Sentence
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import LinkWords, link_words
from graphbuild.relate.story.siblings import GIVEN, attach, fits_in
from graphbuild.relate.syntax.tree import Tree

PHRASE = 4  # words that say that one is in the other, at most
WHOLES = GIVEN | {Kind.RESULT, Kind.FUNDRAISING}


def count_in(tree: Tree, sentence: Sentence, before: Sequence[Draft]) -> None:
    """Make the sums just told parts of the one that the sentence says they are part of."""
    words = link_words(tree.language)
    number = _pointed_at(tree, sentence, words)
    amount = _counted_into(tree, sentence, words) if number else None
    if amount is None:
        return
    whole = next((d for d in reversed(before) if d.kind in WHOLES and _same(d.amount, amount)), None)
    near = [d for d in before if d.kind in GIVEN and d.sentence.block == sentence.block]
    parts = [d for d in near if whole is not None and not _same(d.amount, amount) and fits_in(d, whole)]
    for part in parts[-number:]:
        attach(part, whole)


def _pointed_at(tree: Tree, sentence: Sentence, words: LinkWords) -> int:
    """How many sums the opening points at: one for "cette somme", two for "ces deux prêts"; else 0."""
    opening = [tree.word(i) for i in range(sentence.first, min(sentence.first + 2, sentence.last))]
    if {" ".join(opening), *opening[:1]} & words.pairs:
        return 2
    return 1 if opening and opening[0] in words.pointing else 0


def _counted_into(tree: Tree, sentence: Sentence, words: LinkWords) -> Amount | None:
    """The sum behind the words that say that it holds others."""
    for i in range(sentence.first, sentence.last):
        for end in range(i + 1, min(i + 1 + PHRASE, sentence.last)):
            if " ".join(tree.word(k) for k in range(i, end)) in words.counted_in:
                found = (tree.amount(k) for k in range(end, sentence.last))
                return next((a for a in found if a is not None), None)
    return None


def _same(one: Amount | None, other: Amount) -> bool:
    return one is not None and (one.value, one.unit) == (other.value, other.unit)
