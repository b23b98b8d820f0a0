"""Sums that no frame could claim: given to the nearest word of money in their clause that still lacks one.

Nearly every sum of an article belongs to a claim. So where one word of a frame stands beside a sum that
nobody has, it is that word's, and whoever stands in the word's roles, or the topic, says whose.
"""

from collections.abc import Iterator, Sequence

from graphbuild.model import Amount, EntityType, Kind, Sentence, Span
from graphbuild.relate.drafts.behind import starts_clause
from graphbuild.relate.drafts.complete import lacks
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.story.topic import Topics
from graphbuild.relate.syntax.tree import OBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_verb

REACH = 10  # tokens from a word of money to its sum
ORG = EntityType.ORGANIZATION
MONEY = frozenset(
    {Kind.FINE, Kind.ACQUISITION, Kind.LOAN, Kind.GRANT, Kind.FUNDRAISING, Kind.CONTRACT, Kind.INVESTMENT}
)
# Whom the topic of a story is beside a sum: who is fined. Who gets a plan financed is not who invests.
TOPIC = {Kind.FINE: "payer"}


def left_over(tree: Tree, said: Sequence[Draft], lacking: Sequence[Draft]) -> list[Draft]:
    """The claims that sums make which nobody has claimed, by a word of money beside them."""
    topics, found = Topics(tree), []
    taken = {d.amount.span for d in said if d.amount}
    for sentence in tree.reading.sentences:
        near = [d for d in lacking if d.sentence is sentence and _speaks_of_money(d)]
        for at, amount in _unclaimed(tree, sentence, taken):
            ranked = sorted(_beside(tree, near, at, amount), key=lambda d: _distance(d, at))
            claim = next((d for d in ranked if _settled(topics, d)), None)
            if claim is not None:
                claim.amount = amount
                taken.add(amount.span)
                found.append(claim)
    return found


def _unclaimed(tree: Tree, sentence: Sentence, taken: set[Span]) -> Iterator[tuple[int, Amount]]:
    for i, amount in tree.amounts_in(sentence):
        if amount.is_money and amount.conversion_of is None and amount.span not in taken:
            yield i, amount


def _beside(tree: Tree, near: Sequence[Draft], at: int, amount: Amount) -> Iterator[Draft]:
    """The drafts that have the sum, or lack one and stand in its clause."""
    for d in near:
        if d.amount is not None and d.amount.span == amount.span:
            yield d
        elif d.amount is None and d.head >= 0 and abs(d.head - at) <= REACH:
            between = range(min(d.head, at) + 1, max(d.head, at))
            other = tree.tokens[at].dep in OBJECTS and tree.tokens[at].head in between
            if other and is_verb(tree, tree.tokens[at].head):
                continue  # "X, soutenu par Y, doit A": another verb's sum
            if not any(starts_clause(tree, t) or tree.tokens[t].amount is not None for t in between):
                yield d


def _distance(d: Draft, at: int) -> tuple[bool, int, int, str]:
    return d.amount is None, len(lacks(d)), abs(d.head - at), d.rule


def _speaks_of_money(d: Draft) -> bool:
    """Whether the word of a draft can mean nothing but its kind of money."""
    return d.kind in MONEY and not d.frame.light and not d.frame.payers and not d.frame.vague


def _settled(topics: Topics, d: Draft) -> bool:
    """Whether the draft says enough with the sum and its topic."""
    role = TOPIC.get(d.kind)
    topic = topics.of(d.sentence, ORG)
    if role and topic is not None and not d.roles.get(role) and topic.key not in d.all_keys():
        d.fill(role, [topic], Way("the article's topic"))
    return bool(d.roles)
