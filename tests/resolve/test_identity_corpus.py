"""Identity over a corpus: what aliases carry, what stays in its article, what is recorded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import article, one_of

from graphbuild.model import Form
from graphbuild.resolve import Decision, resolve


def names(identities):
    return [canonical.name for canonical in identities.canonicals]


def test_an_acronym_spelled_out_in_one_article_carries_over():
    spelled = article(
        "a",
        ("organization", "Taiwan Semiconductor Manufacturing Company", {"TSMC": Form.SHORT}),
        language="en",
    )
    alone = article("b", ("organization", "TSMC"), language="fr")
    identities = resolve([spelled, alone])
    assert names(identities) == ["Taiwan Semiconductor Manufacturing Company"]
    assert identities.canonicals[0].aliases == ("TSMC",)
    (decision,) = identities.decisions
    assert (decision.merged, decision.other, decision.score) == (True, "TSMC", 0.9)


def test_an_acronym_of_two_names_carries_nothing():
    one = article("a", ("organization", "Centre européen d’analyse", {"CEA": Form.SHORT}))
    other = article("b", ("organization", "Compagnie électrique d’Auvergne", {"CEA": Form.SHORT}))
    alone, again = article("c", ("organization", "CEA")), article("d", ("organization", "CEA"))
    identities = resolve([one, other, alone, again])
    assert len(identities.canonicals) == 4
    assert {(d.one, d.other, d.merged) for d in identities.decisions} == {
        ("CEA", "Centre européen d’analyse", False),
        ("CEA", "Compagnie électrique d’Auvergne", False),
    }


def test_an_article_that_spells_a_known_acronym_otherwise_makes_it_ambiguous():
    other = article("a", ("organization", "Bureau central d’expertise", {"BCE": Form.SHORT}))
    alone = article("b", ("organization", "BCE"))
    bank = article("c", ("organization", "Banque centrale européenne"))
    assert len(resolve([other, alone, bank]).canonicals) == 3
    assert len(resolve([alone, bank]).canonicals) == 1


def test_an_acronym_whose_letters_differ_needs_two_articles():
    def gives(name):
        return article(name, ("organization", "Alliance du soleil", {"HLX": Form.SHORT}), filler=name)

    alone = article("z", ("organization", "HLX"))
    once = resolve([gives("a"), alone])
    assert sorted(names(once)) == ["Alliance du soleil", "HLX"]
    assert [d.merged for d in once.decisions] == [False]
    assert names(resolve([gives("a"), gives("b"), alone])) == ["Alliance du soleil"]


@pytest.mark.parametrize("form", [Form.NAME, Form.SHORT, Form.DESCRIPTION])
def test_a_metonym_carries_nothing(form):
    metonym = article("a", ("organization", "Commission européenne", {"Bruxelles": form}))
    city = article("b", ("place", "Bruxelles"))
    same_type = article("c", ("organization", "Bruxelles"))
    identities = resolve([metonym, city, same_type])
    assert len(identities.canonicals) == 3


def test_descriptions_are_no_aliases():
    identities = resolve(
        [article("a", ("organization", "Union européenne", {"bloc": Form.DESCRIPTION, "UE": Form.SHORT}))]
    )
    assert identities.canonicals[0].aliases == ("UE",)


def test_what_is_only_described_stays_in_its_article_and_in_its_copies():
    described = ("project", "usine en Floride", {"usine en Floride": Form.DESCRIPTION})
    a, b = article("a", described), article("b", described)
    identities = resolve([a, b])
    assert len(identities.canonicals) == 2
    assert all(canonical.key.startswith("project:usine en floride@") for canonical in identities.canonicals)


def test_the_name_is_the_full_one_that_most_articles_give():
    corpus = [
        article("a", ("organization", "FMI")),
        article("b", ("organization", "FMI")),
        article("c", ("organization", "Fonds monétaire international", {"FMI": Form.SHORT})),
    ]
    (canonical,) = resolve(corpus).canonicals
    assert (canonical.key, canonical.name, canonical.aliases) == (
        "organization:fonds monetaire international",
        "Fonds monétaire international",
        ("FMI",),
    )


def test_a_country_known_by_an_acronym_alone_gets_its_name_and_its_identifier():
    (canonical,) = resolve([article("a", ("place", "UK"), language="en")]).canonicals
    assert (canonical.name, canonical.aliases) == ("United Kingdom", ("UK",))
    assert canonical.same_as == ("http://www.wikidata.org/entity/Q145",)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("project", "France 2030"), ("project", "France 2025"), "number"),
        (
            ("organization", "Airbus"),
            ("organization", "Airbus Defence and Space"),
            "part",
        ),
        (("person", "Emmanuel Macron"), ("person", "Macron"), "surname"),
    ],
)
def test_near_misses_are_recorded(one, other, reason):
    (decision,) = resolve([article("a", one), article("b", other)]).decisions
    assert isinstance(decision, Decision)
    assert not decision.merged
    assert decision.reason == reason
    assert 0 < decision.score < 1


def test_an_unknown_entity_is_an_error():
    with pytest.raises(KeyError):
        resolve([]).entity_of(*one_of("a", "place", "France"))


KINDS = st.sampled_from(["organization", "person", "place", "project"])
NAMES = st.sampled_from(
    [
        "UE",
        "Union européenne",
        "EU",
        "European Union",
        "Airbus",
        "Airbus SE",
        "Airbus Defence",
        "CEA",
        "France",
        "Macron",
    ]
)
FORMS = st.dictionaries(
    st.sampled_from(["UE", "CEA", "Bruxelles", "A", "ADS"]), st.sampled_from(list(Form)), max_size=2
)
ENTITIES = st.lists(st.tuples(KINDS, NAMES, FORMS), max_size=4, unique_by=lambda e: e[:2])


@st.composite
def corpora(draw):
    count = draw(st.integers(0, 5))
    return [
        article(f"d{i}", *draw(ENTITIES), language=draw(st.sampled_from(["fr", "en"]))) for i in range(count)
    ]


@settings(deadline=None, max_examples=60)
@given(corpora(), st.randoms())
def test_the_order_of_the_articles_does_not_matter(corpus, random):
    shuffled = list(corpus)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(corpus)
    assert resolve([*corpus, *corpus]) == resolve(corpus)


@settings(deadline=None, max_examples=60)
@given(corpora())
def test_every_entity_has_one_canonical_and_keys_are_unique(corpus):
    identities = resolve(corpus)
    keys = [canonical.key for canonical in identities.canonicals]
    assert keys == sorted(set(keys))
    met = {identities.entity_of(x.document.id, e.key) for x in corpus for e in x.entities}
    assert met == set(identities.canonicals)
