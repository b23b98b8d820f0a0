"""Text and Markdown files: the text is kept exactly as it is in the file, marks included."""

import re

from graphbuild.read.article import Article
from graphbuild.read.chrome import is_chrome, is_masthead
from graphbuild.read.decode import UTF8, decode
from graphbuild.read.files import Source

TITLE_MAX = 200
FIRST_LINES = 8  # a headline stands among the first lines, after a logo or a section name
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)
LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
MARKS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")


def read_plain(data: bytes, source: Source) -> Article:
    """Decode a .txt or .md file; raises DocumentError where that is not possible."""
    text, encoding = decode(data)
    markdown = source.path.suffix.lower() == ".md"
    title = (markdown_title(text) if markdown else None) or first_line_title(text)
    return Article(
        id=source.id,
        text=text,
        label=source.label,
        source=source.label,
        title=title,
        warnings=encoding_warning(encoding),
    )


def encoding_warning(encoding: str) -> tuple[tuple[str, str], ...]:
    """Say that a file is not UTF-8 but could be read."""
    if encoding == UTF8:
        return ()
    return ((f"is not UTF-8; it was read as {encoding}", "save it as UTF-8 to be sure of every letter"),)


def markdown_title(text: str) -> str | None:
    r"""Return the words of the first heading, without marks and links.

    >>> markdown_title("# **Nvidia** invests in [Intel](https://example.org)\n")
    'Nvidia invests in Intel'
    """
    heading = HEADING.search(text)
    return MARKS.sub("", LINK.sub(r"\1", heading[1])).strip() or None if heading else None


def first_line_title(text: str) -> str | None:
    """Return the headline of a plain text, None if it has none that is short enough.

    Among the first lines that are neither chrome nor the name of the site it is the one said twice,
    else one of four words or more, else the first.
    """
    lines = [line.strip() for line in text[: TITLE_MAX * 20].splitlines() if line.strip()]
    lines = _without_masthead(lines)[:FIRST_LINES]
    twice = [line for line in lines if lines.count(line) > 1 and len(line.split()) > 3]
    wordy = [line for line in lines[:2] if len(line.split()) > 3]
    title = next(iter([*twice, *wordy, *lines]), "")
    return title if title and len(title) <= TITLE_MAX else None


def _without_masthead(lines: list[str]) -> list[str]:
    read = [i for i, line in enumerate(lines) if not is_chrome(line)]
    if read and is_masthead(lines[read[0] :]):
        read = read[1:]
    return [lines[i] for i in read]
