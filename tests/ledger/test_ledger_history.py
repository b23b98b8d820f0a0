"""What became of a promise: an evolution with two clocks, not a disagreement."""

from books import article, book, says

from graphbuild.model import Polarity, Status


def invests(amount, **given):
    return says("investment", amount, **{"payer": "France", "project": "InvestAI", **given})


def story(*told):
    """(article id, day it appeared, status, day that the text gives[, amount])."""
    return book(
        *(
            article(name, invests(*(amount or ["5e9 EUR"]), status=status, date=date), published=said)
            for name, said, status, date, *amount in told
        )
    )


def test_announced_committed_cancelled_is_one_fact_in_the_order_of_time():
    result = story(
        ("nov", "2025-11-20", "cancelled", "2025-11"),
        ("feb", "2025-02-11", "announced", None),
        ("may", "2025-05-03", "committed", "2025-05-02"),
    )
    (fact,) = result.facts
    assert [(step.status, step.date, step.said) for step in fact.history] == [
        (Status.ANNOUNCED, None, "2025-02-11"),
        (Status.COMMITTED, "2025-05-02", "2025-05-03"),
        (Status.CANCELLED, "2025-11", "2025-11-20"),
    ]
    assert (fact.status, fact.polarity) == (Status.CANCELLED, Polarity.POSITIVE)
    assert result.conflicts == ()


def test_a_status_without_any_date_stands_before_what_goes_further():
    (fact,) = story(
        ("a", None, "announced", None), ("b", None, "committed", "2025-05"), ("c", None, "planned", "2025-01")
    ).facts
    assert [step.status for step in fact.history] == [Status.PLANNED, Status.ANNOUNCED, Status.COMMITTED]


def test_an_article_that_recalls_the_promise_does_not_take_back_the_cancellation():
    recalled = ("dec", "2025-12-01", "announced", None)
    assert story(("nov", "2025-11-20", "cancelled", "2025-11"), recalled).facts[0].status is Status.CANCELLED


def test_what_is_taken_up_again_is_no_longer_cancelled():
    (fact,) = story(
        ("a", "2025-02-11", "announced", "2025-02"),
        ("b", "2025-11-20", "cancelled", "2025-11"),
        ("c", "2026-03-02", "committed", "2026-03"),
    ).facts
    assert fact.status is Status.COMMITTED
    assert fact.history[-1].status is Status.COMMITTED


def test_a_promise_is_dropped_without_naming_its_sum():
    result = story(
        ("feb", "2025-02-11", "announced", "2025-02"),
        ("nov", "2025-11-20", "cancelled", "2025-11", None),
    )
    (fact,) = result.facts
    assert fact.status is Status.CANCELLED
    assert fact.amount.value == 5_000_000_000


def test_of_two_promises_none_is_dropped_without_its_sum():
    result = story(
        ("feb", "2025-02-11", "announced", "2025-02"),
        ("mar", "2025-03-11", "announced", "2025-03", "7e9 EUR"),
        ("nov", "2025-11-20", "cancelled", "2025-11", None),
    )
    assert sorted(fact.status for fact in result.facts) == ["announced", "announced", "cancelled"]


def test_one_article_tells_the_promise_and_its_end():
    (fact,) = book(
        article("a", invests("5e9 EUR", date="2025-02"), invests(None, status="cancelled", date="2025-11"))
    ).facts
    assert [step.status for step in fact.history] == [Status.ANNOUNCED, Status.CANCELLED]
