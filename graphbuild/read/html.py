"""News pages."""

from graphbuild.errors import DocumentError
from graphbuild.read.article import Article
from graphbuild.read.files import Source


def read_html(data: bytes, source: Source) -> Article:
    """Extract the article of a page."""
    raise DocumentError(f"is HTML of {len(data)} bytes, which this version does not read yet", source.name)
