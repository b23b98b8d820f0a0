"""News pages: trafilatura finds the article; its text is what offsets refer to from then on.

Nothing here goes to the network: trafilatura is given the page's text and fetches only when asked to.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from graphbuild.errors import DocumentError
from graphbuild.read.article import Article
from graphbuild.read.decode import decode
from graphbuild.read.files import Source
from graphbuild.read.plain import encoding_warning
from graphbuild.read.values import one_line, web_address, when

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

# Bounds, measured with trafilatura 2.3 and lxml 6.1: the time grows with the square of the number of
# tags (15,000 inline elements in one paragraph: 10 s) and of the attributes of one tag. Pages of
# newspapers have 1,000 to 5,000 elements; libxml2 gives up at a depth of 256 by itself.
MAX_TAGS = 30_000
MAX_DEPTH = 1_000
MAX_TAG_CHARS = 4_000
CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
# Stops at the next "<", so that a million of them are read once
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)([^<>]*)")
# Empty elements, and those whose end tag may be left out, say nothing of the depth
UNCOUNTED = re.compile(
    r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|d[dt]|t[rdh]|thead|tbody|tfoot"
    r"|option|optgroup|colgroup|caption|r[tp]|html|head|body",
    re.IGNORECASE,
)
DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "max_date": "2100-12-31",
}  # not "today": no clock
SHORT = 250  # characters, trafilatura's own bound
RULE = re.compile(r"\|[-:| ]+")
REMEDY = "save the article's text as .txt"


@dataclass(slots=True)
class _Bounds:
    """Counts tags and depth while a page is made safe; raises DocumentError where it is a bomb."""

    tags: int = 0
    depth: int = 0

    def check(self, tag: re.Match[str]) -> str:
        """Return the tag, without its attributes if they are gigantic (pictures inside the page)."""
        self.tags += 1
        if not UNCOUNTED.fullmatch(tag[2]) and not tag[3].endswith("/"):
            self.depth = max(0, self.depth - 1 if tag[1] else self.depth + 1)
        if self.tags > MAX_TAGS:
            raise DocumentError(f"has more than {MAX_TAGS} HTML tags", REMEDY)
        if self.depth > MAX_DEPTH:
            raise DocumentError(f"nests HTML tags more than {MAX_DEPTH} deep", REMEDY)
        return tag[0] if len(tag[0]) <= MAX_TAG_CHARS else f"<{tag[1]}{tag[2]}"


def read_html(data: bytes, source: Source) -> Article:
    """Extract the article of a page; raises DocumentError for a page that has none or is a bomb.

    The text has the title first, then the article's paragraphs, headings and list items, each a
    block of its own between blank lines.
    """
    declared = CHARSET.search(data[:4096])
    markup, encoding = decode(data, declared=declared[1].decode("ascii") if declared else None)
    if not markup.strip():
        raise DocumentError("holds no text, only blanks", "remove it, or put a page into it")
    page = _extract(tame(markup))
    blocks = _blocks(page.text) if page else []
    if page is None or not blocks:
        raise DocumentError("is HTML in which no article was found", REMEDY)
    title = _title(page.title, blocks)
    return Article(
        id=source.id,
        text="\n\n".join([title, *blocks[blocks[0] == title :]] if title else blocks),
        label=source.label,
        source=source.label,
        title=title,
        published=_checked(page.date, when),
        url=_checked(page.url, web_address),
        warnings=encoding_warning(encoding),
    )


def _extract(markup: str) -> "Page | None":
    """Run trafilatura; on a short page choose between its careful and its catch-all way.

    The catch-all cuts sentences at every <b> and <a>, so it is taken only where the careful way
    leaves more than half of the text behind.
    """
    careful = _run(markup, least=1)
    if careful is not None and len(careful.text or "") >= SHORT:
        return careful
    catch_all = _run(markup, least=SHORT)
    if careful is None or (catch_all is not None and _words(catch_all) > 2 * _words(careful)):
        return catch_all
    return careful


def _run(markup: str, *, least: int) -> "Page | None":
    extraction, options = _trafilatura(least)
    try:
        return cast("Page | None", extraction(markup, options=options))
    except Exception as error:  # foreign code on a hostile page: said, counted, the run goes on
        kind = type(error).__name__
        raise DocumentError(f"is HTML that trafilatura cannot read ({kind}: {error})", REMEDY) from error


@cache
def _trafilatura(least: int) -> tuple[Any, Any]:
    from trafilatura import bare_extraction  # noqa: PLC0415 -- 0.2 s, only for those who have pages
    from trafilatura.settings import Extractor, use_config  # noqa: PLC0415

    for name in ("trafilatura", "htmldate", "courlan"):  # what they log we say in an Issue, once
        logging.getLogger(name).addHandler(logging.NullHandler())
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(least))
    options = Extractor(
        config=config, output_format="python", with_metadata=True, comments=False, date_params=DATES
    )
    return bare_extraction, options


def _words(page: "Page") -> int:
    return len((page.text or "").split())


def _blocks(text: str | None) -> list[str]:
    """Return the lines that trafilatura wrote, a block each; of a table, its rows without rules."""
    lines = (line.strip() for line in (text or "").split("\n"))
    rows = (line.strip("| ") if line.startswith("|") else line for line in lines if not RULE.fullmatch(line))
    return [row for row in rows if row]


def _title(title: str | None, blocks: list[str]) -> str | None:
    """Return the page's own headline, without the name of the site that <title> often adds."""
    if title and blocks[0] in title and len(blocks[0]) > len(title) / 2:
        return blocks[0]
    return one_line(title) or None if title else None


def _checked(value: str | None, check: Callable[[str], str]) -> str | None:
    """Return metadata that stands the check; a page's odd date or address is no one's to correct."""
    try:
        return check(value) if value else None
    except DocumentError:
        return None


def tame(markup: str) -> str:
    """Return a page that lxml and trafilatura read in bounded time, or raise DocumentError."""
    safe = TAG.sub(_Bounds().check, markup)
    # a fragment alone is "not HTML" to trafilatura
    return safe if re.search(r"<html\b", safe[:4096], re.IGNORECASE) else f"<html><body>{safe}</body></html>"
