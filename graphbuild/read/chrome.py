"""Page chrome: the lines of a page that are not its article. The words are in ``data/blocks.toml``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graphbuild.data import table

LONGEST = 300  # characters: no button is longer
BUTTONS = re.compile(r"\s{2,}|\s[|•·—–-]\s|\t|(?<=[.!])\s")  # what stands between the buttons of one line
SENTENCE_SIGN = re.compile(r"[?!:;.…»«\"“”\d€$£%]")
MASTHEAD_WORDS = 8
NAME_WORDS = 2
HEADLINE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sort of chrome; ``above`` says that it stands above headlines."""

    words: re.Pattern[str]
    above: bool


def is_chrome(line: str, *, above: bool = False) -> bool:
    """Whether a line is no part of the article (``above``: and of a sort that stands above headlines)."""
    line = line.strip()
    if len(line) > LONGEST:
        return False
    if _matches(line, above=above):
        return True
    buttons = [part for part in BUTTONS.split(line) if len(part) > 1]
    known = sum(_matches(button, above=above) for button in buttons)
    return len(buttons) > 1 and 2 * known > len(buttons)


def _matches(line: str, *, above: bool) -> bool:
    return any(pattern.words.match(line) for pattern in patterns() if pattern.above or not above)


def is_masthead(lines: Sequence[str]) -> bool:
    """Whether the first of a page's lines, which is no chrome itself, is the name of the site."""
    if len(lines) < 2 or SENTENCE_SIGN.search(lines[0]):
        return False
    words = len(lines[0].split())
    headline = next((line for line in lines[1:] if not is_chrome(line)), "")
    longer = len(headline.split()) > max(words, HEADLINE_WORDS - 1) and not headline.rstrip().endswith(
        (".", ",")
    )
    short = NAME_WORDS if headline == lines[1] else MASTHEAD_WORDS
    return longer and words <= short and (headline == lines[1] or is_chrome(lines[1], above=True))


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns of ``data/blocks.toml``."""
    return tuple(
        Pattern(re.compile(entry["pattern"], re.IGNORECASE), entry.get("above", False))
        for entry in table("blocks.toml")["chrome"]
    )
