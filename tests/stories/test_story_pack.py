"""Every expectation on the pack, one test each; those that are known to fail must fail."""

import pytest
from story_checks import checks
from story_pack import ARTICLES, not_yet, stories

ALL = checks()


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.xfail(strict=True)) if name in not_yet() else name for name in ALL],
)
def test_what_a_reader_expects(found, name):
    """What fails here and stands in not-yet.toml is to be struck out there: story_progress.py --shrink."""
    told = ALL[name](found)
    if told:
        pytest.fail(told, pytrace=False)


def test_what_is_not_reached_yet_is_expected_at_all():
    assert not_yet() <= set(ALL)


def test_every_article_is_read_once(found):
    files = {path.stem for path in ARTICLES.rglob("*") if path.is_file() and path.suffix != ".jsonl"}
    assert len(found.texts) == 41
    assert files <= set(found.texts)


def test_every_article_has_something_to_say(found):
    told = {article for s in stories().values() for fact in s["fact"] for article in fact["reported_by"]}
    assert told == set(found.texts)
