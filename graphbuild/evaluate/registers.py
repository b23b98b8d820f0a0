"""What sort of text an article is, by its shape: a report, an interview, a list, headlines."""

from graphbuild.model import BlockKind
from graphbuild.recognise.blocks import find_blocks

QUESTIONS = 2  # paragraphs that ask
ITEMS = 3
SHORT = 170  # characters of a headline


def register(text: str) -> str:
    """One of "report", "interview", "list" and "headlines"."""
    blocks = [(block.kind, block.span.of(text).strip()) for block in find_blocks(text)]
    read = [(kind, words) for kind, words in blocks if kind is not BlockKind.CHROME]
    asked = [words for _, words in read[1:] if words.rstrip(' "»”').endswith("?") and len(words) <= SHORT]
    if len(asked) >= QUESTIONS:
        return "interview"
    if sum(kind is BlockKind.BULLET for kind, _ in read) >= ITEMS:
        return "list"
    short = [words for _, words in read if len(words) <= SHORT]
    return "headlines" if len(read) > ITEMS and len(short) == len(read) else "report"
