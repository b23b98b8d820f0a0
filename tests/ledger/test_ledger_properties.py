"""What holds for every corpus: order, copies, adding and taking away."""

from dataclasses import replace

from books import article, book, says
from hypothesis import given, settings
from hypothesis import strategies as st

AMOUNTS = st.sampled_from(
    [
        None,
        "100e9 EUR",
        "109e9 EUR",
        "112e9 EUR",
        "> 100e9 EUR",
        "~ 110e9 EUR",
        "109e9 USD",
        "50e9..120e9 EUR",
    ]
)
SAID = st.builds(
    lambda kind, amount, payer, project, more: says(kind, amount, payer=payer, project=project, **more),
    st.sampled_from(["investment", "grant"]),
    AMOUNTS,
    st.sampled_from(["UE", "Union européenne", "Airbus SE", "Airbus"]),
    st.sampled_from(["InvestAI", "France 2030"]),
    st.fixed_dictionaries(
        {
            "status": st.sampled_from(["planned", "announced", "done", "cancelled"]),
            "polarity": st.sampled_from(["positive", "positive", "negative"]),
            "certainty": st.sampled_from(["asserted", "hedged"]),
            "date": st.sampled_from([None, "2024", "2025-02", "2025-02-10"]),
        },
        optional={"purpose": st.sampled_from(["écoles", "hôpitaux"]), "speaker": st.sampled_from(["A", "B"])},
    ),
)


@st.composite
def corpora(draw, smallest=0):
    articles = []
    for i in range(draw(st.integers(smallest, 6))):
        said = draw(st.lists(SAID, max_size=4))
        said = [
            replace(one, part_of=draw(st.sampled_from([None, j - 1]))) if j else one
            for j, one in enumerate(said)
        ]
        published = draw(st.sampled_from([None, "2025-02-10", "2025-02-12", "2025-06-01"]))
        language = draw(st.sampled_from(["fr", "en"]))
        articles.append(article(f"d{i}", *said, published=published, language=language))
    return articles


@settings(deadline=None, max_examples=60)
@given(corpora(), st.randoms())
def test_the_order_of_the_articles_does_not_matter(corpus, random):
    shuffled = list(corpus)
    random.shuffle(shuffled)
    assert book(*shuffled) == book(*corpus)
    assert book(*corpus, *corpus) == book(*corpus)


@settings(deadline=None, max_examples=60)
@given(corpora(smallest=1))
def test_a_copy_under_another_name_adds_no_source(corpus):
    first = corpus[0]
    copy = replace(first, document=replace(first.document, id="copy"))
    before = {ref: fact.sources for fact in book(*corpus).facts for ref in fact.claims}
    after = {ref: fact.sources for fact in book(*corpus, copy).facts for ref in fact.claims}
    assert all(after[ref] == sources for ref, sources in before.items())


@settings(deadline=None, max_examples=60)
@given(corpora())
def test_facts_and_conflicts_are_well_formed(corpus):
    result = book(*corpus)
    facts = {fact.key: fact for fact in result.facts}
    assert list(facts) == sorted(facts)
    assert len(facts) == len(result.facts)
    claims = [ref for fact in result.facts for ref in fact.claims]
    assert len(claims) == len(set(claims)) == len({(x.document.id, c.key) for x in corpus for c in x.claims})
    for fact in result.facts:
        walk = [fact.key]
        while whole := facts[walk[-1]].part_of:
            assert whole not in walk
            walk.append(whole)
    for conflict in result.conflicts:
        assert conflict.claims[0] < conflict.claims[1]
        for ref, key in zip(conflict.claims, conflict.facts, strict=True):
            assert ref in facts[key].claims
        assert conflict.facts[0] != conflict.facts[1]


@settings(deadline=None, max_examples=60)
@given(corpora(smallest=1))
def test_nothing_is_remembered_of_an_article_that_was_taken_away(corpus):
    *rest, last = corpus
    kept = book(*rest)
    book(*corpus)
    assert book(*rest) == kept
    assert last.document.id not in {ref.document for fact in kept.facts for ref in fact.claims}
