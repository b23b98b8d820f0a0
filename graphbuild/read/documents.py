"""From inputs to Documents, one at a time. What cannot be used becomes an Issue, and the run goes on."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import chain
from typing import BinaryIO

from graphbuild.errors import DocumentError
from graphbuild.model import Document, digest
from graphbuild.read.article import Article
from graphbuild.read.dateline import dateline
from graphbuild.read.files import Source, expand
from graphbuild.read.html import read_html
from graphbuild.read.jsonl import bounded_lines, is_blank, read_jsonl
from graphbuild.read.language import language_of
from graphbuild.read.plain import read_plain
from graphbuild.report import Issue, Report
from graphbuild.settings import Settings

STDIN = "-"
LOOKS_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
LOOKS_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


def read_documents(
    inputs: Sequence[str], *, settings: Settings, report: Report, stdin: BinaryIO | None = None
) -> Iterator[Document]:
    """Yield a Document for each usable article of ``inputs``; ids are unique.

    ``inputs`` are .txt, .md, .html, .htm and .jsonl files, folders, globs, and "-" for ``stdin``
    (default: the process's). Files are read in the order of their ids, standard input last, so
    the result does not depend on the order of ``inputs``. ``report`` gets the id of each document
    yielded, and an Issue for everything that is skipped or was changed.
    """
    seen: dict[str, str] = {}
    for article in _articles(inputs, settings, report, stdin):
        try:
            document = _document(article, settings, seen)
        except DocumentError as error:
            report.add(Issue(article.label, error.problem, error.remedy))
            continue
        for problem, remedy in article.warnings:
            report.add(Issue(article.label, problem, remedy, "warning"))
        if document.id in seen:
            report.add(
                Issue(article.label, f"repeats {document.id!r}, same text: left out", "remove one", "warning")
            )
            continue
        seen[document.id] = document.sha256
        report.read.append(document.id)
        yield document


def _document(article: Article, settings: Settings, seen: dict[str, str]) -> Document:
    """Check an article and give it its language; raises DocumentError where it cannot be used."""
    text = article.text
    if not text.strip():
        raise DocumentError("holds no text, only blanks", "remove it, or put the article's text into it")
    if "\0" in text:
        raise DocumentError("holds the character NUL, as only binary data does", "give the article's text")
    if len(text) > settings.max_chars:
        raise DocumentError(
            f"has {len(text)} characters; at most {settings.max_chars} are read",
            "split it into articles, or raise max_chars",
        )
    document = Document(
        id=article.id,
        text=text,
        language="",
        title=article.title,
        published=article.published or dateline(text),
        url=article.url,
        source=article.source,
    )
    if seen.get(article.id, document.sha256) != document.sha256:
        raise DocumentError(
            f"has the id {article.id!r} of another text that was read before",
            "give each article its own id; for files, give the folder above them",
        )
    return replace(document, language=language_of(text, article.language, settings.languages))


def _articles(
    inputs: Sequence[str], settings: Settings, report: Report, stdin: BinaryIO | None
) -> Iterator[Article]:
    for label, articles in _opened(inputs, settings, report, stdin):
        try:
            yield from articles
        except DocumentError as error:
            report.add(Issue(label, error.problem, error.remedy))
        except OSError as error:
            problem = f"cannot be read: {error.strerror or error}"
            report.add(Issue(label, problem, "check its permissions and the disk"))


def _opened(
    inputs: Sequence[str], settings: Settings, report: Report, stdin: BinaryIO | None
) -> Iterator[tuple[str, Iterator[Article]]]:
    """Yield each file's label and its articles, which are read as they are asked for."""
    for source in expand([given for given in inputs if given != STDIN], report):
        yield source.label, _file(source, settings, report)
    if STDIN in inputs:
        process = sys.stdin.buffer if sys.stdin else BytesIO()  # None where the process has it closed
        yield STDIN, _standard_input(stdin or process, settings, report)


def _file(source: Source, settings: Settings, report: Report) -> Iterator[Article]:
    suffix = source.path.suffix.lower()
    with source.path.open("rb") as stream:
        if suffix == ".jsonl":
            lines = bounded_lines(stream, settings.max_bytes)
            yield from read_jsonl(lines, source.label, max_bytes=settings.max_bytes, report=report)
            return
        data = _bounded(stream, b"", settings.max_bytes)
    yield read_html(data, source) if suffix in {".html", ".htm"} else read_plain(data, source)


def _bounded(stream: BinaryIO, begun: bytes, max_bytes: int) -> bytes:
    data = begun + stream.read(max(0, max_bytes + 1 - len(begun)))
    if len(data) > max_bytes:
        raise DocumentError(f"is larger than {max_bytes} bytes", "split it, or raise max_bytes")
    return data


def _standard_input(stream: BinaryIO, settings: Settings, report: Report) -> Iterator[Article]:
    """JSON Lines if it begins like a JSON object, a page if it begins like HTML, else one text."""
    limit = settings.max_bytes
    lines = bounded_lines(stream, limit)
    begun = bytearray()
    for line in lines:
        begun += line
        if not is_blank(line) or len(begun) > limit:  # blank lines say nothing yet
            break
    if LOOKS_JSON.match(begun):
        yield from read_jsonl(chain(BytesIO(begun), lines), STDIN, max_bytes=limit, report=report)
        return
    data = _bounded(stream, bytes(begun), limit)
    source = Source(id=STDIN, name=STDIN)
    article = read_html(data, source) if LOOKS_HTML.match(data) else read_plain(data, source)
    yield replace(article, id=f"stdin-{digest(article.text)}")
