"""What a person decides about names holds, whatever the documents say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import article, one_of

from graphbuild.model import EntityType, digest, entity_key
from graphbuild.resolve import CORRECTED, Rulings, resolve

PAIR = [("organization", "Alpha"), ("organization", "Omega")]


def pair(one, other):
    return frozenset({(one, other)})


def key(kind, name):
    return entity_key(EntityType(kind), name)


def inside(extract, kind, name):
    return f"{key(kind, name)}@{digest(extract.document.sha256)}"


def test_names_that_have_nothing_in_common_are_one_when_a_person_says_so():
    corpus = [article("a", PAIR[0]), article("b", PAIR[1]), article("c", PAIR[1], filler="c")]
    identities = resolve(corpus, Rulings(same=pair(key(*PAIR[0]), key(*PAIR[1]))))
    (canonical,) = identities.canonicals
    assert (canonical.key, canonical.name, canonical.aliases) == ("organization:omega", "Omega", ("Alpha",))
    (decision,) = identities.decisions
    assert (decision.merged, decision.reason, decision.one, decision.other) == (
        True,
        CORRECTED,
        "Alpha",
        "Omega",
    )


def test_what_is_forced_brings_what_we_had_put_together_with_each():
    corpus = [article("a", ("organization", "Alpha SA")), article("b", PAIR[0]), article("c", PAIR[1])]
    identities = resolve(corpus, Rulings(same=pair("organization:alpha sa", "organization:omega")))
    assert len(identities.canonicals) == 1
    assert {(d.one, d.other, d.reason == CORRECTED) for d in identities.decisions} == {
        ("Alpha SA", "Omega", True),
        ("Alpha SA", "Alpha", False),
    }


def test_what_we_would_merge_is_kept_apart_when_a_person_says_so():
    corpus = [
        article("a", ("organization", "Nvidia")),
        article("b", ("organization", "Nvidia Corp.")),
        article("c", ("organization", "Nvidia"), filler="c"),
    ]
    identities = resolve(corpus, Rulings(different=pair("organization:nvidia corp", "organization:nvidia")))
    assert [c.key for c in identities.canonicals] == ["organization:nvidia", "organization:nvidia corp"]
    (decision,) = identities.decisions
    assert (decision.merged, decision.reason, decision.score) == (False, CORRECTED, 1.0)


def test_a_forbidden_pair_is_kept_apart_even_through_a_third_name():
    kinds = [("organization", name) for name in ("Alpha", "Mu", "Omega")]
    corpus = [article(str(i), kind) for i, kind in enumerate(kinds)]
    alpha, mu, omega = (key(*kind) for kind in kinds)
    rulings = Rulings(same=frozenset({(alpha, mu), (mu, omega)}), different=pair(alpha, omega))
    identities = resolve(corpus, rulings)
    assert identities.entity_of("0", alpha) != identities.entity_of("2", omega)
    assert len(identities.canonicals) == 2
    assert {(d.one, d.other, d.merged) for d in identities.decisions} >= {("Alpha", "Omega", False)}
    assert {d.reason for d in identities.decisions} == {CORRECTED}


def test_a_name_that_a_public_name_would_carry_over_is_kept_apart():
    corpus = [
        article("a", ("organization", "UE")),
        article("b", ("organization", "Union européenne")),
        article("c", ("organization", "European Union"), language="en"),
    ]
    forbidden = pair("organization:ue", "organization:union europeenne")
    identities = resolve(corpus, Rulings(different=forbidden))
    ue, union = (
        identities.entity_of("a", "organization:ue"),
        identities.entity_of("c", "organization:european union"),
    )
    assert ue != union
    assert union == identities.entity_of("b", "organization:union europeenne")
    assert union.same_as
    assert not ue.same_as


def test_two_people_of_one_name_are_told_apart_by_their_articles():
    articles = [article(name, ("person", "Jean Martin")) for name in ("a", "b", "c")]
    here = inside(articles[1], "person", "Jean Martin")
    identities = resolve(articles, Rulings(different=pair(key("person", "Jean Martin"), here)))
    a, b, c = (identities.entity_of(name, "person:jean martin") for name in ("a", "b", "c"))
    assert a == c != b
    assert (a.key, b.key) == ("person:jean martin", here)


def test_a_surname_in_one_article_is_somebody_when_a_person_says_so():
    full, alone = article("a", ("person", "Emmanuel Macron")), article("b", ("person", "Macron"))
    forced = pair("person:emmanuel macron", inside(alone, "person", "Macron"))
    (canonical,) = resolve([full, alone], Rulings(same=forced)).canonicals
    assert (canonical.key, canonical.name, canonical.aliases) == (
        "person:emmanuel macron",
        "Emmanuel Macron",
        ("Macron",),
    )


def test_a_type_that_a_person_gives_is_the_type_everywhere_and_merges_with_its_kind():
    corpus = [article("a", ("place", "Orange")), article("b", ("organization", "Orange"))]
    rulings = Rulings(retyped=frozenset({("place:orange", EntityType.ORGANIZATION)}))
    identities = resolve(corpus, rulings)
    assert [(c.key, c.type) for c in identities.canonicals] == [
        ("organization:orange", EntityType.ORGANIZATION)
    ]
    # the document still calls it a place
    assert identities.entity_of(*one_of("a", "place", "Orange")).type is EntityType.ORGANIZATION


def test_a_type_can_be_given_in_one_article_only():
    articles = [article(name, ("place", "Orange")) for name in ("a", "b")]
    here = inside(articles[0], "place", "Orange")
    identities = resolve(articles, Rulings(retyped=frozenset({(here, EntityType.ORGANIZATION)})))
    assert [c.key for c in identities.canonicals] == ["organization:orange", "place:orange"]


def test_a_name_that_a_person_gives_is_the_label_and_the_key_stays():
    corpus = [article("a", ("organization", "Meta")), article("b", ("organization", "Meta Inc."))]
    (canonical,) = resolve(corpus, Rulings(renamed=pair("organization:meta", "Meta Platforms"))).canonicals
    assert canonical.name == "Meta Platforms"
    assert "Meta" in canonical.aliases
    assert canonical.key == resolve(corpus).canonicals[0].key


def test_a_country_named_by_its_canonical_name_is_found_though_no_article_writes_it():
    corpus = [article("a", ("place", "UK"), language="en")]
    (canonical,) = resolve(corpus, Rulings(renamed=pair("place:united kingdom", "Britain"))).canonicals
    assert canonical.name == "Britain"


def test_a_ruling_whose_target_is_gone_changes_nothing_and_is_reported():
    corpus = [article("a", PAIR[0])]
    gone = Rulings(same=pair("organization:alpha", "organization:gone"), renamed=pair("place:lost", "Found"))
    identities = resolve(corpus, gone)
    assert identities.canonicals == resolve(corpus).canonicals
    assert identities.unmet == ("organization:gone", "place:lost")


NAMES = ["Alpha", "Alpha SA", "Beta", "UE", "Union européenne", "CEA", "Gamma"]
KEYS = st.sampled_from([key("organization", name) for name in NAMES])
PAIRS = st.frozensets(st.tuples(KEYS, KEYS).filter(lambda p: p[0] != p[1]), max_size=4)
CORPORA = st.lists(st.lists(st.sampled_from(NAMES), max_size=3, unique=True), max_size=5)


@settings(deadline=None, max_examples=150)
@given(CORPORA, PAIRS, PAIRS, st.randoms())
def test_rulings_hold_over_any_corpus_in_any_order(names, same, different, random):
    corpus = [article(f"d{i}", *(("organization", n) for n in found)) for i, found in enumerate(names)]
    rulings = Rulings(same=same, different=different)
    identities = resolve(corpus, rulings)
    who = {(d, k): c for (d, k), c in identities.members.items()}
    keys = [c.key for c in identities.canonicals]
    assert keys == sorted(set(keys))
    for one, other in different:
        assert not {c for (_, k), c in who.items() if k == one} & {
            c for (_, k), c in who.items() if k == other
        }
    if not different:
        for one, other in same:
            both = [{c for (_, k), c in who.items() if k == name} for name in (one, other)]
            assert not all(both) or len(set.union(*both)) == 1
    random.shuffle(corpus)
    assert resolve(corpus, rulings) == identities
    assert resolve(corpus, Rulings(same=frozenset(p[::-1] for p in same), different=different)) == identities


@pytest.mark.parametrize("gone", [Rulings(), Rulings(same=pair("place:a", "place:b"))])
def test_without_rulings_that_apply_nothing_changes(gone):
    corpus = [article("a", *PAIR), article("b", PAIR[0])]
    assert resolve(corpus, gone).canonicals == resolve(corpus).canonicals
