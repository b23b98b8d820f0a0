"""Any corrections of any of two articles: their order and repetition do not matter, undone they leave nothing."""

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.amend import Correction, amend, identified, settled
from graphbuild.amend.nouns import (
    Accept,
    Add,
    Article,
    Different,
    FixAmount,
    FixRole,
    Named,
    Quoted,
    Reject,
    Rename,
    Retype,
    Said,
    Same,
    Sum,
    Undo,
)
from graphbuild.amend.standing import standing
from graphbuild.correct.decode import decode, utc
from graphbuild.correct.encode import encode, head
from graphbuild.correct.encode import identified as recorded
from graphbuild.correct.parse import parse
from graphbuild.model import Certainty, Comparator, EntityType, Polarity, Speaker, Stance, Status, claim_id
from graphbuild.resolve import resolve

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
from articles import corpus

BASE = "https://example.org/news/"
EXTRACTS = tuple(sorted(corpus(), key=lambda extract: extract.document.id))
NAMES = sorted({(e.type, e.name) for extract in EXTRACTS for e in extract.entities})

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(
    lambda text: text.strip()
)
ENTITIES = st.one_of(
    st.sampled_from(NAMES).map(lambda pair: Named(*pair)),
    st.builds(Named, st.sampled_from(EntityType), TEXT, st.just(()), st.none() | TEXT),
)
SUMS = st.builds(
    Sum,
    st.just(Quoted(0, 4, "L’UE")) | st.builds(lambda quote: Quoted(3, 3 + len(quote), quote), TEXT),
    st.decimals(0, 10**12, places=2),
    st.sampled_from(["EUR", "USD", "GW"]),
    st.sampled_from([c for c in Comparator if c is not Comparator.RANGE]),
)


def said(extract, claim):
    """A claim as a correction describes it."""
    names = {entity.key: Named(entity.type, entity.name) for entity in extract.entities}
    text = extract.document.text
    quoted = [Quoted(span.start, span.end, span.of(text)) for span in claim.evidence]
    amount = claim.amount
    return Said(
        Article(extract.document.id, extract.document.sha256),
        claim.kind,
        tuple(sorted(quoted)),
        tuple((role, tuple(sorted((names[key] for key in keys), key=repr))) for role, keys in claim.roles),
        claim.texts,
        Quoted(amount.start, amount.end, amount.of(text)) if amount else None,
    )


def read(extract, claim):
    """A claim as somebody accepts it."""
    described = said(extract, claim)
    amount = next((a for a in extract.amounts if a.key == claim.amount_key), None)
    name = claim_id(claim.kind, extract.document.id, claim.key)
    right = amount and Sum(described.amount, amount.value, amount.unit, amount.comparator, amount.max_value)
    return Accept(replace(described, amount=None, id=name), right)


READ = [read(extract, claim) for extract in EXTRACTS for claim in extract.claims]
SAID = st.sampled_from([said(extract, claim) for extract in EXTRACTS for claim in extract.claims])
STANCES = st.builds(
    Stance,
    st.sampled_from(Status),
    st.sampled_from(Polarity),
    st.sampled_from(Certainty),
    st.none() | TEXT.map(Speaker),
)


def pair(kind):
    both = st.lists(ENTITIES, min_size=2, max_size=2, unique=True).map(lambda two: sorted(two, key=repr))
    return both.map(lambda two: kind(*two))


def role(claim):
    """A correction of one of the claim's own roles."""
    roles = [name for name, _ in claim.roles]
    who = st.lists(ENTITIES, max_size=2, unique=True).map(lambda named: tuple(sorted(named, key=repr)))
    return st.builds(FixRole, st.just(claim), st.sampled_from(roles), who)


CHANGES = st.one_of(
    pair(Same),
    pair(Different),
    st.builds(Retype, ENTITIES, st.sampled_from(EntityType)),
    st.builds(Rename, ENTITIES, TEXT),
    st.builds(Reject, SAID),
    st.builds(Accept, SAID.map(lambda claim: replace(claim, amount=None, id="loan-1")), st.none() | SUMS),
    st.sampled_from(READ),
    st.builds(FixAmount, SAID, st.none() | SUMS),
    SAID.flatmap(role),
    st.builds(
        Add,
        SAID.map(lambda claim: replace(claim, amount=None, id=None)),
        STANCES,
        st.none() | SUMS,
        st.none(),
    ),
)


@st.composite
def corrections(draw):
    """Some corrections, and some that take others back."""
    made = []
    for _ in range(draw(st.integers(1, 6))):
        undo = draw(st.booleans()) and made and draw(st.booleans())
        change = Undo(draw(st.sampled_from(made)).id) if undo else draw(CHANGES)
        when = utc(f"2026-01-{draw(st.integers(10, 28))}")
        made.append(recorded(BASE, change, by=draw(TEXT), when=when, because=draw(TEXT)))
    return tuple(made)


@settings(max_examples=150, deadline=None)
@given(corrections(), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_of_corrections_or_articles_matters(made, random):
    shuffled, articles = [*made, *made[:2]], list(EXTRACTS)
    random.shuffle(shuffled)
    random.shuffle(articles)
    one, other = amend(EXTRACTS, made), amend(articles, shuffled)
    assert sorted(other.extracts, key=lambda extract: extract.document.id) == list(one.extracts)
    assert other.rulings == one.rulings
    first, second = (settled(a, identified(a)) for a in (one, other))
    assert first == second
    # Each that stands has come to something, and each once.
    stand = {correction.id for correction in standing(made)}
    assert sorted(o.correction.id for o in first) == sorted(stand)


@settings(max_examples=100, deadline=None)
@given(corrections())
def test_undone_they_leave_nothing(made):
    back = [
        recorded(BASE, Undo(correction.id), by="Ada", when=utc("2026-02-01"), because="b")
        for correction in standing(made)
    ]
    amended = amend(EXTRACTS, (*made, *back))
    assert amended.extracts == EXTRACTS
    assert identified(amended) == resolve(EXTRACTS)
    assert settled(amended, resolve(EXTRACTS)) == ()


@settings(max_examples=100, deadline=None)
@given(corrections())
def test_a_claim_is_there_as_it_was_read_or_put_aside_never_lost(made):
    for before, after in zip(EXTRACTS, amend(EXTRACTS, made).extracts, strict=True):
        kept = {claim.key for claim in after.claims} | {w.claim.key for w in after.withdrawn}
        assert {claim.key for claim in before.claims} <= kept
        assert not {claim.key for claim in after.claims} & {w.claim.key for w in after.withdrawn}
        for claim in after.claims:
            assert (
                claim.corrections or claim in before.claims or claim.part_of is None or claim.part_of in kept
            )


@settings(max_examples=60, deadline=None)
@given(corrections(), st.sampled_from(READ))
def test_accepting_changes_nothing_of_what_is_read_or_corrected(made, accepts):
    accepted = recorded(BASE, accepts, by="Ada", when=utc("2026-01-15"), because="read")
    one, other = amend(EXTRACTS, made), amend(EXTRACTS, (*made, accepted))
    assert one.extracts == other.extracts
    assert one.rulings == other.rulings
    (told,) = [o for o in other.outcomes if o.correction == accepted] or [None]
    there = {claim_id(c.kind, e.document.id, c.key) for e in other.extracts for c in e.claims}
    if told and told.applied:
        assert told.accepts == (accepts.claim.article.id, accepts.claim.id)
    assert (told is None or told.applied) is (accepts.claim.id in there)


@settings(max_examples=60, deadline=None)
@given(corrections())
def test_what_is_written_reads_back(made):
    text = head(BASE) + "".join(encode(correction, base=BASE) for correction in dict.fromkeys(made))
    assert set(decode(parse(text.encode()))) == set(made)


def test_a_decimal_keeps_its_value():
    amount = Sum(Quoted(0, 4, "L’UE"), Decimal("1.50E+9"), "EUR", Comparator.RANGE, Decimal("2.5E+9"))
    made = recorded(
        BASE,
        FixAmount(said(EXTRACTS[0], EXTRACTS[0].claims[0]), amount),
        by="Ada",
        when=utc("2026-01-01"),
        because="b",
    )
    (back,) = decode(parse((head(BASE) + encode(made, base=BASE)).encode()))
    assert isinstance(back, Correction)
    assert back == made
