"""Titles, dates and addresses that come with an article, checked before anything relies on them."""

import re
from datetime import date

from graphbuild.errors import DocumentError

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?", re.ASCII)
# RFC 3987 forbids these; "javascript:" and "file:" are no places where an article was published
WEB = re.compile(
    r'https?://[^\s\x00-\x20\x7f<>"{}|\\^`/?#]+(?:[/?#][^\s\x00-\x20\x7f<>"{}|\\^`]*)?', re.IGNORECASE
)


def when(text: str) -> str:
    """Return an ISO date at the precision given (year, month or day); a time of day is dropped.

    >>> when("2025-02"), when("2025-02-10T08:00:00Z")
    ('2025-02', '2025-02-10')
    """
    parts = ISO.fullmatch(text.strip())
    if not parts or not _exists(parts):
        raise DocumentError(
            f'has a "published" that is no ISO date ({text[:40]!r})', "write 2025, 2025-02 or 2025-02-10"
        )
    return "-".join(part for part in parts.groups() if part)


def _exists(parts: re.Match[str]) -> bool:
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def one_line(text: str) -> str:
    """Return ``text`` with every run of blanks and line ends as one space."""
    return " ".join(text.split())


def web_address(text: str) -> str:
    """Return ``text`` if it is an absolute http or https address; raises DocumentError otherwise."""
    if not WEB.fullmatch(text.strip()):
        raise DocumentError(
            f'has a "url" that is no http or https address ({text[:60]!r})',
            "write https://host/path, without spaces",
        )
    return text.strip()
