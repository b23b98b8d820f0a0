"""JSON Lines: texts exactly as given, and a message for every line that is no article."""

import doctest
import io
import json

import pytest
from hypothesis import given
from hypothesis import settings as run_with
from hypothesis import strategies as st

from graphbuild.errors import DocumentError
from graphbuild.read import plain, read_documents, values
from graphbuild.read.jsonl import bounded_lines, parse_line
from graphbuild.read.values import web_address, when
from graphbuild.report import Report
from graphbuild.settings import Settings

EN = "The company said that it had bought Brindel for 40 million euros."
GOOD = json.dumps({"id": "good", "text": EN}).encode()


def read(data, tmp_path, **settings):
    (tmp_path / "news.jsonl").write_bytes(data)
    report = Report()
    documents = read_documents([str(tmp_path / "news.jsonl")], settings=Settings(**settings), report=report)
    return list(documents), report


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@run_with(deadline=None)  # the machine may be busy
@given(text=TEXT, key=st.text("abc /é#%<>\"'", min_size=1).filter(str.strip), ascii_only=st.booleans())
def test_text_and_id_come_through_exactly(text, key, ascii_only):
    line = json.dumps({"id": key, "text": text}, ensure_ascii=ascii_only).encode("utf-8")
    article = parse_line(line, "x:1", "x")
    assert (article.id, article.text, article.label, article.source) == (key, text, "x:1", "x")


@run_with(deadline=None)  # the machine may be busy
@given(lines=st.lists(st.binary(max_size=30).filter(lambda b: b"\n" not in b)), limit=st.integers(1, 40))
def test_lines_are_whole_or_known_to_be_too_long(lines, limit):
    stream = io.BytesIO(b"".join(line + b"\n" for line in lines))
    found = list(bounded_lines(stream, limit))
    assert len(found) == len(lines)
    for line, whole in zip(found, lines, strict=True):
        assert line == (whole + b"\n")[: limit + 1]


def test_every_field(tmp_path):
    values = {
        "id": "a",
        "text": EN + "\r\n\u2028 ",
        "language": "en-GB",
        "title": " Orval\nbuys ",
        "published": "2025-02-10T08:00:00+01:00",
        "url": "https://example.org/a?b=c",
        "author": {"ignored": True},
    }
    (document,), report = read(json.dumps(values).encode(), tmp_path)
    assert document.text == values["text"]
    assert document.language == "en"
    assert document.title == "Orval buys"
    assert document.published == "2025-02-10"
    assert document.url == "https://example.org/a?b=c"
    assert document.source == str(tmp_path / "news.jsonl")
    assert report.issues == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "is not valid JSON"),
        (b'{"id": "a", "text": "b"} {', "is not valid JSON"),
        (b"not json at all", "is not valid JSON"),
        (b"[1, 2]", "is a JSON list, not an object"),
        (b'"text"', "is a JSON string, not an object"),
        (b"null", "is a JSON null, not an object"),
        (b"[" * 100_000, "too deep"),
        (b'{"id": "a", "text": "b", "n": ' + b"9" * 5000 + b"}", "too long a number"),
        (b'{"text": "b"}', 'has no "id"'),
        (b'{"id": "a"}', 'has no "text"'),
        (b'{"id": null, "text": "b"}', 'has no "id"'),
        (b'{"id": "a", "text": "b", "text": "c"}', 'has "text" twice'),
        (b'{"id": 7, "text": "b"}', 'has a "id" that is a number, not a string'),
        (b'{"id": "a", "text": ["b"]}', 'has a "text" that is a list, not a string'),
        (b'{"id": "a", "text": {}}', 'has a "text" that is a object, not a string'),
        (b'{"id": " ", "text": "b"}', 'has an "id" that is blank'),
        (b'{"id": "a\\nb", "text": "b"}', "control characters"),
        (b'{"id": "a", "text": "the \\ud83d end"}', "half a character"),
        (b'{"id": "a\\udc00", "text": "the end"}', "half a character"),
        (b'{"id": "a", "text": "the \\u0000 end"}', "the character NUL"),
        (b'{"id": "a", "text": ""}', "only blanks"),
        (b'{"id": "a", "text": " \\n "}', "only blanks"),
        (b'{"id": "a", "text": "b\xff"}', "is broken UTF-8 at byte 22"),
        (b'{"id": "a", "text": "the end of it", "language": "de"}', "is 'de', which is not read"),
        (b'{"id": "a", "text": "the end of it", "language": "klingon"}', "is 'klingon', which is not read"),
        (b'{"id": "a", "text": "the end of it", "language": 4}', 'has a "language" that is a number'),
        (b'{"id": "good", "text": "Another text of the same id"}', "has the id 'good' of another text"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line, problem, tmp_path):
    after = json.dumps({"id": "after", "text": EN + " It was the last."}).encode()
    documents, report = read(b"\n".join([GOOD, line, b"", after]), tmp_path)
    assert [document.id for document in documents] == ["good", "after"]
    (issue,) = report.issues
    assert issue.source == str(tmp_path / "news.jsonl") + ":2"
    assert problem in issue.problem
    assert issue.severity == "skipped"
    assert issue.remedy


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("title", 3, 'has a "title" that is a number'),
        ("title", "\ud800", "half a character"),
        ("published", "yesterday", "no ISO date ('yesterday')"),
        ("published", "2025-02-30", "no ISO date"),
        ("published", "2025-13", "no ISO date"),
        ("published", 2025, 'has a "published" that is a number'),
        ("url", "javascript:alert(1)", "no http or https address"),
        ("url", "https://example.org/a b", "no http or https address"),
        ("url", "https://example.org/<script>", "no http or https address"),
    ],
)
def test_an_optional_field_that_is_wrong_is_left_out_with_a_warning(field, value, problem, tmp_path):
    (document,), report = read(json.dumps({"id": "a", "text": EN, field: value}).encode(), tmp_path)
    assert getattr(document, field) is None
    (issue,) = report.issues
    assert issue.severity == "warning"
    assert problem in issue.problem
    assert "left out" in issue.problem


def test_optional_fields_may_be_null_or_blank(tmp_path):
    values = {"id": "a", "text": EN, "language": None, "title": " ", "published": "", "url": None}
    (document,), report = read(json.dumps(values).encode(), tmp_path)
    assert (document.language, document.title, document.published, document.url) == ("en", None, None, None)
    assert report.issues == []


@pytest.mark.parametrize("text", ["2025", "2025-02", "2025-02-10", "2024-02-29"])
def test_dates_keep_their_precision(text):
    assert when(text) == text
    assert when(f" {text} ") == text


@pytest.mark.parametrize(
    "text", ["", "25", "2025-2", "10/02/2025", "2025-02-10x", "0000", "２０２５", "2025-02-29"]
)
def test_what_is_no_date(text):
    with pytest.raises(DocumentError, match="no ISO date"):
        when(text)


@pytest.mark.parametrize("module", [plain, values])
def test_examples_of_the_documentation(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_addresses():
    assert web_address(" HTTP://exämple.org/é?a#b ") == "HTTP://exämple.org/é?a#b"
    with pytest.raises(DocumentError):
        web_address("https://")


def test_a_line_of_50_mb_is_refused_and_never_held(tmp_path):
    data = b'{"id": "huge", "text": "' + b"x" * 50_000_000 + b'"}\n' + GOOD + b"\n"
    documents, report = read(data, tmp_path)
    assert [document.id for document in documents] == ["good"]
    (issue,) = report.issues
    assert issue.source.endswith("news.jsonl:1")
    assert issue.problem == "is longer than 20000000 bytes"
    assert "max_bytes" in issue.remedy


def test_byte_order_mark_blank_lines_and_windows_line_ends(tmp_path):
    documents, report = read(b"\xef\xbb\xbf\r\n\xef\xbb\xbf" + GOOD + b"\r\n\r\n", tmp_path)
    assert [document.text for document in documents] == [EN]
    assert report.issues == []


def test_the_same_line_twice_is_a_warning(tmp_path):
    documents, report = read(GOOD + b"\n" + GOOD, tmp_path)
    assert len(documents) == 1
    (issue,) = report.issues
    assert (issue.severity, issue.source[-2:]) == ("warning", ":2")
