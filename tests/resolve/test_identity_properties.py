"""Who is who over random corpora: no order matters, what is unrelated changes nothing, work stays linear."""

import random
import time

from bench import extract, pairs
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import article

from graphbuild.model import Form
from graphbuild.resolve import resolve

SIDES = [side for pair in pairs() for side in (pair.one, pair.other)]
UNRELATED = article(
    "unrelated",
    ("organization", "Quzzlow Fennimar", {"QF": Form.SHORT}),
    ("person", "Xanthe Wrobblequist"),
    ("place", "Vuldrup"),
    ("project", "Skarn 77"),
    language="en",
)


@st.composite
def corpora(draw):
    """Articles with the names of the bench, context and all; a side is an article."""
    sides = draw(st.lists(st.sampled_from(SIDES), max_size=8))
    return [extract(side, f"d{i}") for i, side in enumerate(sides)]


@settings(deadline=None, max_examples=80)
@given(corpora(), st.randoms(use_true_random=False))
def test_neither_order_nor_batches_nor_copies_matter(corpus, shuffler):
    identities = resolve(corpus)
    shuffled = [*corpus, *corpus]
    shuffler.shuffle(shuffled)
    assert resolve(shuffled) == identities


@settings(deadline=None, max_examples=80)
@given(corpora())
def test_an_unrelated_article_changes_nothing_else(corpus):
    before, after = resolve(corpus), resolve([*corpus, UNRELATED])
    added = {canonical for (document, _), canonical in after.members.items() if document == "unrelated"}
    assert set(after.canonicals) - added == set(before.canonicals)
    assert after.decisions == before.decisions
    assert {key: after.members[key] for key in before.members} == dict(before.members)


@settings(deadline=None, max_examples=80)
@given(corpora())
def test_every_decision_is_about_entities_that_are_there(corpus):
    identities = resolve(corpus)
    keys = {canonical.key for canonical in identities.canonicals}
    assert len(keys) == len(identities.canonicals)
    for decision in identities.decisions:
        assert set(decision.keys) <= keys
        assert decision.merged is (len(set(decision.keys)) == 1), decision
        assert 0 <= decision.score <= 1


def many(count, seed=1):
    """Articles of ten names each, all names made up and different, some of them alike."""
    chance = random.Random(seed)  # noqa: S311 - names, no secrets
    syllables = [a + b for a in "bcdfglmnprstv" for b in "aeiou"]

    def word():
        return "".join(chance.choices(syllables, k=3)).capitalize()

    kinds = ("organization", "person", "place", "project")
    for i in range(count // 10):
        names = {(kinds[n % 4], f"{word()} {word()}" if n % 4 < 2 else word()) for n in range(10)}
        yield article(f"d{i}", *sorted(names), language=("fr", "en")[i % 2])


def seconds(count):
    corpus = list(many(count))
    began = time.process_time()
    resolve(corpus)
    return time.process_time() - began


def test_twenty_thousand_names_take_seconds():
    seconds(1_000)  # reads the data files
    fewer, more = seconds(5_000), seconds(20_000)
    assert more < 30
    assert more < 8 * fewer  # linear is 4 times; all pairs would be 16 times


def test_a_surname_that_everybody_bears_costs_no_more_than_its_people():
    people = [article(f"d{i}", ("person", f"Abc{i} Martin")) for i in range(1_000)]
    alone = [article(f"s{i}", ("person", "Martin"), filler=str(i)) for i in range(1_000)]
    began = time.process_time()
    identities = resolve([*people, *alone])
    assert time.process_time() - began < 15
    assert len(identities.canonicals) == 2_000
